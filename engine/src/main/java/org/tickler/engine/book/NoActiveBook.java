package org.tickler.engine.book;

/** Nothing can be planned: no book was ever made active in this database. */
public final class NoActiveBook extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoActiveBook() {
        super("no rules are active in this database yet. Start tickler serve once, or run any command with --home");
    }
}
