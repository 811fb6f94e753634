package org.tickler.rules.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.MatterId;

/** An entry of the sample matter: an open filing in New York, known since 5 January 2026, unless said otherwise. */
public final class SampleEntry {
    private final String id;
    private EntryKind kind = EntryKind.FILING;
    private String zone = "America/New_York";
    private String date = "2026-03-10";
    private Optional<String> hour = Optional.empty();
    private boolean timed;
    private boolean waiting;
    private EntryStatus status = EntryStatus.OPEN;
    private Optional<CalendarId> court = Optional.empty();
    private Optional<String> event = Optional.empty();
    private Optional<String> service = Optional.empty();
    private Optional<String> party = Optional.empty();
    private Optional<String> owner = Optional.empty();
    private Optional<String> mode = Optional.empty();
    private Revision revision = new Revision(1, Instant.parse("2026-01-05T15:00:00Z"));

    private SampleEntry(String id) {
        this.id = id;
    }

    public static EntryId id(String name) {
        return EntryId.entered("docket", name);
    }

    /** A filing on a whole day. */
    public static SampleEntry filing(String date) {
        SampleEntry entry = new SampleEntry("filing");
        entry.date = date;
        return entry;
    }

    /** A hearing at an hour, such as {@code 2026-03-10T14:00}. */
    public static SampleEntry hearing(String start) {
        SampleEntry entry = new SampleEntry("hearing");
        entry.kind = EntryKind.HEARING;
        entry.date = start;
        entry.timed = true;
        return entry;
    }

    /** Something of another kind on a whole day. */
    public static SampleEntry entry(String id, EntryKind kind, String date) {
        SampleEntry entry = new SampleEntry(id);
        entry.kind = kind;
        entry.date = date;
        return entry;
    }

    /** An event of that name in the Southern District of New York. */
    public static SampleEntry event(String event, String date) {
        return entry(event, EntryKind.EVENT, date).court("us-nysd").event(event);
    }

    public SampleEntry called(String name) {
        SampleEntry entry = new SampleEntry(name);
        entry.kind = kind;
        entry.zone = zone;
        entry.date = date;
        entry.hour = hour;
        entry.timed = timed;
        entry.waiting = waiting;
        entry.status = status;
        entry.court = court;
        entry.event = event;
        entry.service = service;
        entry.party = party;
        entry.owner = owner;
        entry.revision = revision;
        return entry;
    }

    public SampleEntry in(String zoneId) {
        zone = zoneId;
        return this;
    }

    public SampleEntry until(String time) {
        hour = Optional.of(time);
        return this;
    }

    public SampleEntry waiting() {
        waiting = true;
        status = EntryStatus.WAITING;
        return this;
    }

    public SampleEntry status(EntryStatus next) {
        status = next;
        return this;
    }

    public SampleEntry court(String calendar) {
        court = Optional.of(new CalendarId(calendar));
        return this;
    }

    public SampleEntry event(String word) {
        event = Optional.of(word);
        return this;
    }

    /** How its paper was served. */
    public SampleEntry served(String method) {
        service = Optional.of(method);
        return this;
    }

    public SampleEntry party(String name) {
        party = Optional.of(name);
        return this;
    }

    public SampleEntry owner(String word) {
        owner = Optional.of(word);
        return this;
    }

    public SampleEntry mode(String words) {
        mode = Optional.of(words);
        return this;
    }

    public SampleEntry known(String instant) {
        return revision(1, instant);
    }

    public SampleEntry revision(int number, String instant) {
        revision = new Revision(number, Instant.parse(instant));
        return this;
    }

    public Entry build() {
        Details details = new Details(
                court,
                event,
                service,
                party,
                owner,
                Optional.empty(),
                mode,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Entry(
                id(id),
                new MatterId("H-2291"),
                kind,
                "the " + id,
                when(),
                status,
                details,
                new Origin.Entered("docket", id),
                revision);
    }

    private When when() {
        ZoneId in = ZoneId.of(zone);
        if (waiting) {
            return new When.Waiting(in);
        }
        return timed
                ? new When.Timed(LocalDateTime.parse(date), Optional.empty(), in)
                : new When.AllDay(LocalDate.parse(date), hour.map(LocalTime::parse), in);
    }
}
