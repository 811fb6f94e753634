package org.tickler.calendars.ics;

/**
 * What a file holds that could not be read, or was read with doubt.
 *
 * @param line the physical line of the file, from 1
 * @param reason what was expected, what was found, and what was done
 */
public record IcsProblem(int line, Kind kind, String reason) {

    /** What became of the thing that stands on that line. */
    public enum Kind {
        /** Nothing of the file was read. */
        FILE_REFUSED,
        /** This event or series is not among the items. */
        ITEM_REFUSED,
        /** It was read, but somebody should look at it. */
        SUSPICIOUS
    }

    @Override
    public String toString() {
        return line + ": " + reason;
    }
}
