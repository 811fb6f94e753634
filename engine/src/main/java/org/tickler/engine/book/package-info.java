/**
 * The book: the immutable, fingerprinted snapshot of everything but the docket that a schedule depends on. It is kept in
 * the database, one is active, and every step that plans does so with that one.
 */
@NullMarked
package org.tickler.engine.book;

import org.jspecify.annotations.NullMarked;
