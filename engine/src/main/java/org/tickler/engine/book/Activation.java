package org.tickler.engine.book;

/**
 * What became of a book that was to become the active one.
 *
 * @param changed whether another one was active before, or none
 * @param complete whether every matter has been planned with it
 */
public record Activation(ActiveBook active, boolean changed, boolean complete) {}
