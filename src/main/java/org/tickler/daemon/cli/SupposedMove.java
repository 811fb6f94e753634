package org.tickler.daemon.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.tickler.daemon.Complaint;
import org.tickler.engine.Engine;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.When;

/** An entry at another time, in a world that is only asked about. */
record SupposedMove(Entry entry, LocalDate day, Optional<LocalTime> time, Instant now) {
    static SupposedMove read(Engine engine, String id, String typed) {
        Entry entry = engine.entry(EntryArgument.read(id))
                .orElseThrow(() -> Complaint.problems(
                        "--move: no entry has the id \"" + id + "\"; tickler agenda and tickler find list them"));
        DateGiven given = DateArgument.read("--move", typed, null);
        return new SupposedMove(entry, given.day().orElseThrow(), given.time(), engine.now());
    }

    /** The docket with the entry moved; one of another matter as it is. */
    Docket apply(Docket docket) {
        return docket.find(entry.id())
                .map(stored -> docket.with(List.of(moved(stored)), List.of()))
                .orElse(docket);
    }

    private Entry moved(Entry before) {
        Entry after = before.withWhen(when(before.when()), before.revision().next(now));
        return after.status() == EntryStatus.WAITING ? after.after(Happening.DATED, EntryStatus.OPEN) : after;
    }

    private When when(When before) {
        return switch (before) {
            case When.Waiting waiting -> new When.AllDay(day, time, waiting.zone());
            case When.AllDay allDay -> new When.AllDay(day, time.or(allDay::hour), allDay.zone());
            case When.Timed timed -> {
                LocalDateTime start = day.atTime(time.orElse(timed.start().toLocalTime()));
                yield new When.Timed(
                        start, timed.end().map(end -> start.plus(Duration.between(timed.start(), end))), timed.zone());
            }
        };
    }
}
