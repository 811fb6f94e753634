package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tickler.calendars.LocalMoments;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SheetRule.Rhythm;

/** When sheets come, on their readers' clocks. A time that a clock change leaves out is the moment the clock goes on. */
public final class SheetClock {
    /** No firm is closed for longer. */
    private static final int LONGEST_PAUSE = 60;

    private static final TimeSpan NO_DAY = new TimeSpan(0, Unit.BUSINESS_DAYS);

    private final SpanCounter counter;

    /** @param counter knows the days on which the firm works */
    public SheetClock(SpanCounter counter) {
        this.counter = counter;
    }

    /** One coming of a sheet: the reader's civil day, and the instant. */
    public record Turn(LocalDate day, Instant at) {}

    /** The last turn that is not after {@code now}; empty where there was none for two months. */
    public Optional<Turn> last(Rhythm rhythm, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.range(0, LONGEST_PAUSE)
                .mapToObj(today::minusDays)
                .flatMap(day -> on(rhythm, zone, day).stream())
                .filter(turn -> !turn.at().isAfter(now))
                .findFirst();
    }

    /** The first turn after {@code now}; empty where there is none for two months. */
    public Optional<Turn> next(Rhythm rhythm, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return IntStream.range(0, LONGEST_PAUSE)
                .mapToObj(today::plusDays)
                .flatMap(day -> on(rhythm, zone, day).stream())
                .filter(turn -> turn.at().isAfter(now))
                .findFirst();
    }

    /** The turn on {@code day}; empty where the sheet does not come on that day. */
    public Optional<Turn> on(Rhythm rhythm, ZoneId zone, LocalDate day) {
        boolean comes = switch (rhythm.every()) {
            case DAY -> true;
            case BUSINESS_DAY -> works(day);
            case WEEK -> rhythm.on().filter(day.getDayOfWeek()::equals).isPresent();
        };
        return comes
                ? Optional.of(new Turn(day, LocalMoments.instant(day.atTime(rhythm.time()), zone)))
                : Optional.empty();
    }

    /** Whether the firm works on {@code day}. */
    public boolean works(LocalDate day) {
        return counter.days(day, NO_DAY, Side.AFTER, Optional.empty()).day().equals(day);
    }

    /** The first day after {@code day} on which the firm works. */
    public LocalDate workingDayAfter(LocalDate day) {
        return counter.days(day, new TimeSpan(1, Unit.BUSINESS_DAYS), Side.AFTER, Optional.empty())
                .day();
    }
}
