package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing to say about a sheet.
 *
 * @param dates the date in the sheet, and the one that the packs derive: the earliest reading
 * @param authority the rule, or what closes the court
 * @param sentence what is to be said, a sentence without what the other parts hold
 * @param derivation how the expected date was counted, a sentence each
 */
public record Finding(
        Type type,
        Weight weight,
        SheetRow.Place place,
        String matter,
        String title,
        Dates dates,
        Optional<String> authority,
        String sentence,
        List<String> derivation) {
    public Finding {
        derivation = List.copyOf(derivation);
    }

    /** What it is about, in the order in which a reader wants to know. */
    public enum Type {
        /** The sheet's date is after the earliest that can be defended. */
        LATE,
        /** A deadline follows from the sheet and is not in it. */
        MISSING,
        /** The sheet's date is before the one that the rule gives. */
        EARLY,
        /** Several packs may be the matter's, and nothing tells which. */
        WHICH_PACK,
        /** The weekday beside a date is not that date's. */
        WEEKDAY,
        /** There is no such day. */
        NO_SUCH_DATE,
        /** A row, or a date, that could not be read. */
        UNREAD,
        /** The court is closed on that day. */
        CLOSED,
        /** Two rows that are probably one. */
        DUPLICATE,
        /** Nobody vouches for the day, or the count was refused. */
        UNKNOWN,
        /** A rule is named, but not what it is counted from. */
        NO_TRIGGER,
        UNKNOWN_RULE,
        UNKNOWN_EVENT,
        UNKNOWN_SERVICE,
        UNKNOWN_COURT,
        /** The matter has no last day to sue. */
        NO_LIMITATION,
        /** No pack in use serves the matter's court. */
        NO_PACK,
        NO_COURT,
        NO_OWNER,
        NO_DATE
    }

    /** How much it matters. */
    public enum Weight {
        /** Whoever keeps to the sheet misses a deadline. */
        DANGEROUS,
        /** The sheet is wrong. */
        WRONG,
        /** To look at: something is unsure, or left out. Never counted as wrong. */
        NOTE
    }

    /** The date that was found and the one that was expected, where there are any. */
    public record Dates(Optional<LocalDate> found, Optional<LocalDate> expected) {
        static final Dates NONE = new Dates(Optional.empty(), Optional.empty());

        static Dates found(LocalDate day) {
            return new Dates(Optional.of(day), Optional.empty());
        }
    }

    /** Something about one row, without an expected date. */
    public static Finding about(SheetRow row, Type type, Weight weight, String sentence) {
        return new Finding(
                type,
                weight,
                row.place(),
                row.matter(),
                row.title(),
                new Dates(row.date(), Optional.empty()),
                Optional.empty(),
                sentence,
                List.of());
    }

    /** The same, by that authority. */
    Finding by(String cite) {
        return new Finding(type, weight, place, matter, title, dates, Optional.of(cite), sentence, derivation);
    }

    /** Whether it is dangerous or wrong. */
    public boolean counts() {
        return weight != Weight.NOTE;
    }
}
