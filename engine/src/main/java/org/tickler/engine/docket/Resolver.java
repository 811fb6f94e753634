package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Nearest;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Proceeding;

/** Makes an entry of what a source says, in the light of its matter and the book. */
final class Resolver {
    private final ActiveBook book;
    private final String source;
    private final Instant now;

    Resolver(ActiveBook book, String source, Instant now) {
        this.book = book;
        this.source = source;
        this.now = now;
    }

    /** The entry, in its first revision. */
    Entry entry(String id, Saying saying, Matter matter) {
        When when = when(saying, matter);
        return new Entry(
                EntryId.entered(source, id),
                saying.matter(),
                saying.kind(),
                saying.title(),
                when,
                EntryLife.born(
                        Happening.LOADED,
                        when instanceof When.Waiting && saying.status() == EntryStatus.OPEN
                                ? EntryStatus.WAITING
                                : saying.status()),
                saying.details(),
                new Origin.Entered(source, id),
                new Revision(1, now));
    }

    /** Refuses a court that no calendar knows. */
    void refuseUnknownCourt(Saying saying) throws RowRefused {
        Optional<CalendarId> court = saying.details().court();
        if (court.isPresent() && book.calendars().find(court.get()).isEmpty()) {
            throw new RowRefused("court: no calendar is called \"" + court.get() + "\""
                    + Nearest.hint(
                            court.get().value(),
                            book.calendars().ids().stream()
                                    .map(CalendarId::value)
                                    .toList()));
        }
    }

    private When when(Saying saying, Matter matter) {
        Saying.Said said = saying.when();
        ZoneId zone = zone(saying, matter);
        if (said.day().isEmpty()) {
            return new When.Waiting(zone);
        }
        LocalDate day = said.day().get();
        if (said.time().isPresent()
                && (EntryDates.isAttended(saying.kind()) || said.ends().isPresent())) {
            LocalDateTime start = day.atTime(said.time().get());
            return new When.Timed(start, said.ends(), zone);
        }
        return new When.AllDay(day, said.time(), zone);
    }

    private ZoneId zone(Saying saying, Matter matter) {
        Optional<Proceeding> proceeding = saying.when().day().flatMap(matter::proceedingOn);
        return saying.when()
                .zone()
                .or(() -> saying.details().court().flatMap(this::zoneOf))
                .or(() -> proceeding.flatMap(Proceeding::zone))
                .or(() -> proceeding.map(Proceeding::court).flatMap(this::zoneOf))
                .orElse(book.firm().zone());
    }

    private Optional<ZoneId> zoneOf(CalendarId court) {
        return book.calendars().find(court).flatMap(CourtCalendar::zone);
    }
}
