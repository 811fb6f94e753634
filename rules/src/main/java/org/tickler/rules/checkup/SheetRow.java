package org.tickler.rules.checkup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.tickler.rules.docket.EntryKind;

/**
 * A row of a sheet that somebody else keeps, as far as it could be read.
 *
 * @param matter blank where the sheet names none
 * @param title blank where the sheet has none
 * @param kind empty where the sheet says none that we know
 * @param date empty where there is none, or none that could be read
 * @param weekday as it was written beside the date
 * @param stands whether it is still to come about, or did: false for what was cancelled, waived or superseded
 */
public record SheetRow(
        Place place,
        String matter,
        String title,
        Optional<EntryKind> kind,
        Optional<LocalDate> date,
        Optional<LocalTime> hour,
        Optional<DayOfWeek> weekday,
        Says says,
        boolean stands) {

    /** Where it stands: a file's name, and its line from 1. */
    public record Place(String file, int line) {
        /** {@code file:line}. */
        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    /**
     * What else the row says, in the sheet's own words.
     *
     * @param rule the rule of a pack that gives the date, such as {@code us-frcp/answer}
     * @param event the trigger that the row is, in the packs' words
     * @param service how the trigger's paper was served
     * @param party whose it is
     * @param side whom the firm acts for in the matter
     * @param judge before whom the matter is
     */
    public record Says(
            Optional<String> court,
            Optional<String> rule,
            Optional<String> event,
            Optional<String> service,
            Optional<String> party,
            Optional<String> side,
            Optional<String> judge,
            Optional<String> owner) {
        /** Nothing else. */
        public static final Says NOTHING = new Says(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whether the two may be the same party's: one names nobody, or both the same. */
    boolean maybeSameParty(SheetRow other) {
        return says.party().isEmpty()
                || other.says.party().isEmpty()
                || says.party().get().equalsIgnoreCase(other.says.party().get());
    }

    /** Its title as it is quoted in sentences; a row without one is called by its place. */
    String quoted() {
        return title.isBlank() ? place.toString() : "\"" + title + "\" (" + place + ")";
    }
}
