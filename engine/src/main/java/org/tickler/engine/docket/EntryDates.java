package org.tickler.engine.docket;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.When;

/** What a date means that was given in parts. */
final class EntryDates {
    private EntryDates() {}

    /**
     * A new date. An hour is when it starts, where people attend it or where it has an end; else it is until when it can
     * be done on that day. Without a day it waits.
     *
     * @throws ActRefused if there is an hour without a day, or an end that is not after the start
     */
    static When of(EntryKind kind, DateGiven given, ZoneId zone) {
        if (given.day().isEmpty()) {
            if (given.time().isPresent() || given.ends().isPresent()) {
                throw new ActRefused("an hour needs a day; give both, such as 2026-03-12 09:30");
            }
            return new When.Waiting(zone);
        }
        LocalDate day = given.day().get();
        if (given.time().isEmpty()) {
            if (given.ends().isPresent()) {
                throw new ActRefused("an end needs a start; give both hours");
            }
            return new When.AllDay(day, Optional.empty(), zone);
        }
        LocalDateTime start = day.atTime(given.time().get());
        return isAttended(kind) || given.ends().isPresent()
                ? new When.Timed(start, given.ends().map(end -> end(start, end)), zone)
                : new When.AllDay(day, given.time(), zone);
    }

    /** The date that {@code now} becomes: what was not given stays, and so does how long it takes. */
    static When changed(EntryKind kind, When now, DateGiven given) {
        return switch (now) {
            case When.Waiting waiting -> of(kind, given, waiting.zone());
            case When.AllDay allDay ->
                of(
                        kind,
                        new DateGiven(
                                given.day().or(() -> Optional.of(allDay.day())),
                                given.time().or(allDay::hour),
                                given.ends()),
                        allDay.zone());
            case When.Timed timed -> changed(timed, given);
        };
    }

    private static When changed(When.Timed now, DateGiven given) {
        LocalTime time = given.time().orElse(now.start().toLocalTime());
        LocalDateTime start = given.day().orElse(now.start().toLocalDate()).atTime(time);
        Optional<LocalDateTime> end = given.ends()
                .map(ends -> end(start, ends))
                .or(() -> now.end().map(ends -> start.plus(Duration.between(now.start(), ends))));
        return new When.Timed(start, end, now.zone());
    }

    private static LocalDateTime end(LocalDateTime start, LocalTime ends) {
        if (!ends.isAfter(start.toLocalTime())) {
            throw new ActRefused("it would end at " + ends + ", not after its start at " + start.toLocalTime()
                    + "; mend one of them");
        }
        return start.toLocalDate().atTime(ends);
    }

    /** Whether people come together for it, so that its hour is a start. */
    static boolean isAttended(EntryKind kind) {
        return switch (kind) {
            case HEARING, TRIAL, CONFERENCE, DEPOSITION, MEDIATION, MEETING, CALL_BACK -> true;
            case FILING, LIMITATION, DISCOVERY, TASK, DOCUMENT, RECORDS_REQUEST, CLIENT_UPDATE, EVENT, OTHER -> false;
        };
    }
}
