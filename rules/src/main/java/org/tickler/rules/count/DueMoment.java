package org.tickler.rules.count;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.tickler.calendars.text.Days;

/**
 * When something is due, as the clocks of its court show it.
 *
 * @param hour until when on that day; empty: to its end
 */
public record DueMoment(LocalDate day, Optional<LocalTime> hour) implements Comparable<DueMoment> {
    private static final Comparator<DueMoment> BY_TIME = Comparator.comparing(DueMoment::day)
            .thenComparing(moment -> moment.hour().orElse(LocalTime.MAX));
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    static DueMoment of(LocalDate day) {
        return new DueMoment(day, Optional.empty());
    }

    /** The end of a day is later than every hour of it. */
    @Override
    public int compareTo(DueMoment other) {
        return BY_TIME.compare(this, other);
    }

    /** With its weekday: {@code Wed 2027-03-10}, or {@code Wed 2027-03-10 10:00}. */
    public String words() {
        return hour.map(time -> Days.words(day.atTime(time))).orElseGet(() -> Days.words(day));
    }

    /** ISO 8601: {@code 2027-03-10}, or {@code 2027-03-10T10:00}. */
    @Override
    public String toString() {
        return day + hour.map(time -> "T" + MINUTES.format(time)).orElse("");
    }
}
