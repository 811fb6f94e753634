package org.tickler.engine.docket;

/** Hears how far a load has come; called from the loading thread about every 500 rows. */
@FunctionalInterface
public interface LoadProgress {
    /** Says nothing to anybody. */
    LoadProgress SILENT = (file, rows, of) -> {};

    /** So many rows of the file are done, of so many. */
    void rows(String file, long rows, long of);
}
