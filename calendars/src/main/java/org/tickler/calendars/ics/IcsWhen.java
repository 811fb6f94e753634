package org.tickler.calendars.ics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** When an event is. Years 1 to 9999 only, for the format has four digits; fractions of a second are not written. */
public sealed interface IcsWhen {

    /**
     * Whole civil days, which belong to no zone. Shown as free, so that nobody looks busy all day for a filing.
     *
     * @param from the first day
     * @param until the day after the last, as iCalendar counts
     */
    record AllDay(LocalDate from, LocalDate until) implements IcsWhen {

        public AllDay {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException(
                        "all-day event: expected its exclusive end after " + from + ", found " + until);
            }
            if (from.getYear() < 1 || until.getYear() > 9999) {
                throw new IllegalArgumentException("all-day event: expected years 1 to 9999, found " + from);
            }
        }

        /** The one day. */
        public static AllDay on(LocalDate date) {
            return new AllDay(date, date.plusDays(1));
        }
    }

    /**
     * An instant, with an end where one is known. Written in UTC, which every calendar program places right; without an
     * end the event lasts no time.
     */
    record Timed(Instant start, Optional<Instant> end) implements IcsWhen {

        public Timed {
            requireWritable(start);
            end.ifPresent(IcsWhen::requireWritable);
            if (end.isPresent() && end.get().getEpochSecond() <= start.getEpochSecond()) {
                throw new IllegalArgumentException(
                        "timed event: expected an end at least a second after " + start + ", found " + end.get());
            }
        }

        public static Timed at(Instant start) {
            return new Timed(start, Optional.empty());
        }

        public static Timed between(Instant start, Instant end) {
            return new Timed(start, Optional.of(end));
        }
    }

    /** Throws IllegalArgumentException where the instant, in UTC, lies outside the years 1 to 9999. */
    static void requireWritable(Instant instant) {
        // 0001-01-01T00:00:00Z and 9999-12-31T23:59:59Z, as far as four digits of a year go
        if (instant.getEpochSecond() < -62_135_596_800L || instant.getEpochSecond() > 253_402_300_799L) {
            throw new IllegalArgumentException("instant of an event: expected years 1 to 9999, found " + instant);
        }
    }
}
