package org.tickler.rules.count;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;

/**
 * One period to count: from what, how long, and what is particular about it.
 *
 * @param trigger the day that sets the period going; for a deemed day of service, the day of the step
 * @param hour the trigger's time of day in {@code zone}; needed for periods in hours
 * @param zone empty: the calendar's
 * @param rule the citation of the rule that states the period; it may except it from what the law says of short periods
 * @param court whose days count; empty: those of the law's own calendar
 * @param asOf a day on which the wanted text of the law was in force; empty: the text of today
 */
public record CountRequest(
        LawId law,
        LocalDate trigger,
        Optional<LocalTime> hour,
        Optional<ZoneId> zone,
        Period period,
        String rule,
        Optional<ServiceMethod> service,
        Optional<CalendarId> court,
        Optional<LocalDate> asOf,
        Particulars particulars) {

    /** A period of {@code law} with nothing particular about it. */
    public static CountRequest of(LawId law, LocalDate trigger, Period period) {
        return new CountRequest(
                law,
                trigger,
                Optional.empty(),
                Optional.empty(),
                period,
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Particulars.NONE);
    }

    /** What a single period is. */
    public enum Mode {
        /** The last day of the period. */
        LAST_DAY,
        /** The first day that is permitted, not the last. */
        FIRST_PERMITTED,
        /** The day on which a paper counts as served. */
        DEEMED_SERVICE,
        /** The next Monday at ten after the period (Tex. R. Civ. P. 99(b)). */
        MONDAY_NEXT_AT_TEN
    }

    /**
     * What is particular about one period.
     *
     * @param clear both ends are left out; empty: as the law says
     * @param roll other than the law's
     * @param recesses other than the law's; an empty list: none
     * @param distanceDays added on account of distance, before the roll
     * @param fromOriginalEnd whether the trigger is the end of a period that this one extends
     * @param inaccessible days on which the clerk's office could not be reached
     * @param closures days closed beside those of the calendar
     * @param filed whether the act is surely done by filing in the clerk's office
     */
    public record Particulars(
            Mode mode,
            Optional<Boolean> clear,
            Optional<Roll> roll,
            Optional<List<Recess>> recesses,
            int distanceDays,
            boolean fromOriginalEnd,
            Set<LocalDate> inaccessible,
            List<ExtraClosure> closures,
            boolean filed) {
        /** Nothing. */
        public static final Particulars NONE = new Particulars(
                Mode.LAST_DAY,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0,
                false,
                Set.of(),
                List.of(),
                false);

        public Particulars {
            recesses = recesses.map(List::copyOf);
            inaccessible = Set.copyOf(inaccessible);
            closures = List.copyOf(closures);
            if (distanceDays < 0) {
                throw new IllegalArgumentException("days of distance are 0 or more, but were " + distanceDays);
            }
        }
    }

    /** A day that is closed beside those that the calendar knows. */
    public record ExtraClosure(LocalDate day, ClosureKind kind) {}
}
