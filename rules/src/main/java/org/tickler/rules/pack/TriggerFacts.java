package org.tickler.rules.pack;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.count.ServiceMethod;

/**
 * One trigger, and what else bears on the deadlines that it sets going.
 *
 * @param on its date; of a range of days the first
 * @param until the last day of a range ("served 1 to 5 March"), inclusive; the same as {@code on} where the day is known
 * @param hour its hour, in the court's zone
 * @param court whose days count; empty: the pack's
 * @param facts the pack's facts that hold
 * @param also the dates of other events
 * @param supposed whether it is an act that was not yet done, or nobody knows when, and {@code on} is its last day
 */
public record TriggerFacts(
        LocalDate on,
        LocalDate until,
        Optional<LocalTime> hour,
        Optional<ServiceMethod> service,
        Optional<CalendarId> court,
        Set<String> facts,
        Map<String, LocalDate> also,
        boolean supposed) {
    /** As many days as a range may have. */
    public static final int MOST_DAYS = 366;

    public TriggerFacts {
        facts = Set.copyOf(facts);
        also = Map.copyOf(also);
        if (until.isBefore(on)) {
            throw new IllegalArgumentException("a range of days ends after it starts, but was " + on + " to " + until);
        }
        if (until.isAfter(on.plusDays(MOST_DAYS - 1L))) {
            throw new IllegalArgumentException(
                    "a range has at most " + MOST_DAYS + " days, but was " + on + " to " + until);
        }
    }

    /** What has happened. */
    public TriggerFacts(
            LocalDate on,
            LocalDate until,
            Optional<LocalTime> hour,
            Optional<ServiceMethod> service,
            Optional<CalendarId> court,
            Set<String> facts,
            Map<String, LocalDate> also) {
        this(on, until, hour, service, court, facts, also, false);
    }

    /** The same as an act that is done on that day at the latest. */
    public TriggerFacts onLastDay() {
        return new TriggerFacts(on, until, hour, service, court, facts, also, true);
    }

    /** A trigger on a day that is known, and nothing else. */
    public static TriggerFacts on(LocalDate day) {
        return new TriggerFacts(day, day, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Map.of());
    }

    /** Whether it was on one of several days. */
    boolean isRange() {
        return !until.equals(on);
    }

    /** The days on one of which it was, in order. */
    Stream<LocalDate> days() {
        return on.datesUntil(until.plusDays(1));
    }

    /** The same on another day. */
    TriggerFacts at(LocalDate day) {
        return new TriggerFacts(day, day, hour, service, court, facts, also, supposed);
    }

    /** The same trigger on another day, without the way in which its paper was served. */
    TriggerFacts chainedAt(LocalDate day) {
        return new TriggerFacts(day, day, Optional.empty(), Optional.empty(), court, facts, also);
    }
}
