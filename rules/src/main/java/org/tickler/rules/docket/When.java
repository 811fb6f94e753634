package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.LocalMoments;

/** When an entry is, in its own zone: the court's for what a court expects, else the firm's. */
public sealed interface When {
    /** The zone the date or time is meant in. */
    ZoneId zone();

    /** The civil date in {@link #zone()}; empty while the entry waits for a date. */
    Optional<LocalDate> date();

    /**
     * The last instant at which the thing can still be done or attended: the start of what has an hour, the filing hour
     * of a day that has one, else the end of the day (the first instant of the next). Empty while it waits.
     */
    Optional<Instant> dueAt();

    /**
     * A whole day, such as a filing deadline.
     *
     * @param hour until when on that day, where the law or the court says so
     */
    record AllDay(LocalDate day, Optional<LocalTime> hour, ZoneId zone) implements When {
        @Override
        public Optional<LocalDate> date() {
            return Optional.of(day);
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(hour.map(time -> LocalMoments.instant(day.atTime(time), zone))
                    .orElseGet(() -> day.plusDays(1).atStartOfDay(zone).toInstant()));
        }
    }

    /**
     * A thing with an hour, such as a hearing.
     *
     * @param end exclusive; not before {@code start}
     */
    record Timed(LocalDateTime start, Optional<LocalDateTime> end, ZoneId zone) implements When {
        public Timed {
            if (end.isPresent() && end.get().isBefore(start)) {
                throw new IllegalArgumentException("it ends at " + end.get() + ", before it starts at " + start);
            }
        }

        @Override
        public Optional<LocalDate> date() {
            return Optional.of(start.toLocalDate());
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.of(LocalMoments.instant(start, zone));
        }
    }

    /** No date yet. */
    record Waiting(ZoneId zone) implements When {
        @Override
        public Optional<LocalDate> date() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> dueAt() {
            return Optional.empty();
        }
    }
}
