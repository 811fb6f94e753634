package org.tickler.bench;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** Many people, all of whom are asked about one filing at one instant, round after round. */
final class Crowd {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final MatterId MATTER = new MatterId("H-2291");
    private static final int KNOWN_DAYS_AGO = 30;

    private final Database database;
    private final InstantSource clock;
    private final int size;
    private int rounds;

    Crowd(Database database, InstantSource clock, int size) {
        this.database = database;
        this.clock = clock;
        this.size = size;
    }

    void gather() {
        Instant known = known();
        Matter matter = new Matter(
                MATTER,
                "Acme Corp. v. Bolt LLC",
                Optional.of("plaintiff"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                Confidentiality.FIRM,
                Set.of(),
                known);
        database.inTransaction(handle -> {
            IntStream.range(0, size).forEach(number -> PersonStore.save(handle, person(number, known)));
            return MatterStore.save(handle, matter);
        });
    }

    /** A filing in a week, and to each of the people a reminder of it that is due now and wants an answer. */
    void owe() {
        Instant now = clock.instant();
        Entry entry = entry("filing-" + ++rounds, now);
        List<PlannedReminder> reminders = IntStream.range(0, size)
                .mapToObj(number -> reminder(entry, id(number), now))
                .toList();
        database.inTransaction(handle -> {
            EntryStore.insert(handle, List.of(entry), Change.loaded("docket", known()));
            ScheduleStore.add(handle, reminders, Stamp.of("bench", known()));
            return reminders;
        });
    }

    private Instant known() {
        return clock.instant().atZone(NEW_YORK).minusDays(KNOWN_DAYS_AGO).toInstant();
    }

    private Entry entry(String name, Instant now) {
        LocalDate day = now.atZone(NEW_YORK).toLocalDate().plusDays(7);
        return new Entry(
                EntryId.entered("docket", MATTER + "/" + name),
                MATTER,
                EntryKind.FILING,
                "Opposition to the motion to compel",
                new When.AllDay(day, Optional.empty(), NEW_YORK),
                EntryStatus.OPEN,
                new Details(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(), Optional.empty()),
                new Origin.Entered("docket", MATTER + "/" + name),
                new Revision(1, known()));
    }

    private PlannedReminder reminder(Entry entry, PersonId reader, Instant now) {
        Ask ask = new Ask(entry.id(), 1, "court-deadline", "7 days before", reader, 0);
        return new PlannedReminder(
                ask.on(Channel.EMAIL),
                ask,
                MATTER,
                Purpose.RUNG,
                reader,
                Channel.EMAIL,
                new PlannedReminder.Due(now, LocalDateTime.ofInstant(now, NEW_YORK), NEW_YORK),
                known(),
                new PlannedReminder.Fate.Goes(),
                Optional.of(new TimeSpan(4, Unit.HOURS)),
                "7 days before, by ladder court-deadline");
    }

    private static PersonId id(int number) {
        return new PersonId("p" + number);
    }

    private static Person person(int number, Instant known) {
        return new Person(
                id(number),
                "Person " + number,
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.of("p" + number + "@firm.example"), Optional.empty(), Set.of(), Map.of()),
                NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                known);
    }
}
