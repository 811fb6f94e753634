package org.tickler.engine.dispatch.words;

/**
 * Something wrong with a template.
 *
 * @param file the template's name
 * @param line counted from 1
 * @param column counted from 1
 * @param sentence what is wrong, and what would be right
 */
public record TemplateProblem(String file, int line, int column, String sentence) {}
