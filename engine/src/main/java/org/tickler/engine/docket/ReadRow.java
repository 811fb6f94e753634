package org.tickler.engine.docket;

/** What a reader makes of a piece of a file. */
sealed interface ReadRow {
    /** A row. */
    record Row(DocketRow row) implements ReadRow {}

    /** A piece that is no row; {@code reason}: what was expected, what was found, what to do. */
    record Refused(String file, int line, String reason) implements ReadRow {}

    /** Something about the file that somebody should know. */
    record Noted(String file, int line, String sentence) implements ReadRow {}
}
