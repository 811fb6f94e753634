package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells which dates are long past. A sheet is as old as the day that somebody names, and what is more than 90 days before it
 * is long past. Where nobody names one it is as old as its latest date, which may lie well ahead of the day on which it is
 * read, so that long past is what is more than a year before that. A date that stands alone, a year or more after every
 * other, is taken for a slip and makes nothing old.
 */
final class Age {
    private static final long LONG_BEFORE_TODAY = 90;

    private final Optional<LocalDate> since;

    Age(Optional<LocalDate> today, Collection<LocalDate> dates) {
        this.since = today.map(day -> day.minusDays(LONG_BEFORE_TODAY))
                .or(() -> latest(dates).map(day -> day.minusYears(1)));
    }

    private static Optional<LocalDate> latest(Collection<LocalDate> dates) {
        List<LocalDate> last =
                dates.stream().distinct().sorted(Comparator.reverseOrder()).toList();
        for (int at = 0; at + 1 < last.size(); at++) {
            if (last.get(at + 1).isAfter(last.get(at).minusYears(1))) {
                return Optional.of(last.get(at));
            }
        }
        return last.stream().reduce((later, earlier) -> earlier);
    }

    boolean isLongPast(LocalDate day) {
        return since.filter(day::isBefore).isPresent();
    }
}
