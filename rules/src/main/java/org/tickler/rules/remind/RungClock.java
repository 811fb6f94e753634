package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.When;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.RungTime.Offset;
import org.tickler.rules.remind.RungTime.Side;

/** When the rungs of one entry speak, before anything is shifted for a person's sake. */
final class RungClock {
    private final Entry entry;
    private final Optional<CalendarId> court;
    private final SpanCounter counter;

    /** @param court whose days the entry's court days are; empty where the entry is before no court */
    RungClock(Entry entry, Optional<CalendarId> court, SpanCounter counter) {
        this.entry = entry;
        this.court = court;
        this.counter = counter;
    }

    /** When a rung speaks. */
    sealed interface Moment {
        /** Then; {@code notes} say what is not plain about it, a sentence each. */
        record At(Due due, List<String> notes) implements Moment {}

        /** Never: {@code why} it cannot be counted. */
        record Nowhere(String why) implements Moment {}
    }

    /**
     * The moment of {@code at} for a reader in {@code reader}. What is known only then speaks at {@code known}. Before the
     * entry means at or before its due instant, and after it at or after: where the local time would be on the wrong side,
     * the nearest day on the right one is taken.
     */
    Moment moment(RungTime at, ZoneId reader, Instant known) {
        return switch (at) {
            case RungTime.WhenKnown now -> new Moment.At(due(known, reader), List.of());
            case Offset offset when offset.span().unit().ofClock() -> onTheClock(offset, reader);
            case Offset offset -> onDays(offset, reader);
        };
    }

    /** {@code at} as a local time of {@code zone}. */
    static Due due(Instant at, ZoneId zone) {
        return new Due(at, at.atZone(zone).toLocalDateTime(), zone);
    }

    private Moment onTheClock(Offset offset, ZoneId reader) {
        if (entry.when() instanceof When.AllDay day && day.hour().isEmpty()) {
            return new Moment.Nowhere(offset.span() + " cannot be counted from a whole day without an hour; give entry "
                    + entry.id() + " a filing hour, or count the rung in days");
        }
        Instant at = counter.clock(entry.when().dueAt().orElseThrow(), offset.span(), offset.side());
        return new Moment.At(due(at, reader), List.of());
    }

    private Moment onDays(Offset offset, ZoneId reader) {
        ZoneId zone = offset.courtZone() ? entry.when().zone() : reader;
        LocalDate date = entry.when().date().orElseThrow();
        SpanCounter.Counted counted = counter.daysForReminder(date, offset.span(), offset.side(), court);
        LocalDateTime local = at(counted.day(), offset.time());
        List<String> notes = new ArrayList<>(counted.notes());
        LocalDateTime kept = onItsSide(local, offset, zone);
        if (!kept.equals(local)) {
            notes.add("on " + Days.words(kept.toLocalDate()) + ", because " + local.toLocalTime() + " on "
                    + Days.words(local.toLocalDate()) + " would not be " + Words.of(offset.side()) + " it");
        }
        return new Moment.At(new Due(LocalMoments.instant(kept, zone), kept, zone), notes);
    }

    private LocalDateTime onItsSide(LocalDateTime local, Offset offset, ZoneId zone) {
        Instant limit = entry.when().dueAt().orElseThrow();
        Unit unit = offset.span().unit();
        LocalDateTime kept = local;
        while (offset.side() == Side.BEFORE && LocalMoments.instant(kept, zone).isAfter(limit)) {
            kept = at(counter.stepBack(kept.toLocalDate(), unit, court), offset.time());
        }
        while (offset.side() == Side.AFTER && LocalMoments.instant(kept, zone).isBefore(limit)) {
            kept = at(counter.stepOn(kept.toLocalDate(), unit, court), offset.time());
        }
        return kept;
    }

    private LocalDateTime at(LocalDate day, Optional<LocalTime> time) {
        return day.atTime(time.orElseGet(() -> counter.opening(day)));
    }
}
