package org.tickler.engine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.PlannedReminder;

/** Many people who must all be told of one thing at one instant. */
public final class Crowd {
    private Crowd() {}

    /** Stores {@code size} people and a reminder to each, due at {@code due}; {@code answers}: each is asked, too. */
    public static void gather(Database database, int size, Instant due, boolean answers) {
        LocalDate day = due.atZone(Samples.NEW_YORK).toLocalDate().plusDays(7);
        Entry entry = Samples.entry(
                Samples.ACME_V_BOLT,
                "crowd",
                EntryKind.FILING,
                "Opposition brief",
                new When.AllDay(day, Optional.empty(), Samples.NEW_YORK));
        List<PlannedReminder> reminders = IntStream.range(0, size)
                .mapToObj(number -> answers
                        ? PostOffice.asking(entry, "7 days before", id(number), due)
                        : PostOffice.telling(entry, "7 days before", id(number), due))
                .toList();
        database.inTransaction(handle -> {
            IntStream.range(0, size).forEach(number -> PersonStore.save(handle, person(number)));
            MatterStore.save(handle, Samples.matter());
            EntryStore.insert(handle, List.of(entry), Change.loaded("docket", due.minus(Duration.ofDays(1))));
            ScheduleStore.add(handle, reminders, Stamp.of("book", due.minus(Duration.ofDays(1))));
            return null;
        });
    }

    private static PersonId id(int number) {
        return new PersonId("p" + number);
    }

    private static Person person(int number) {
        return new Person(
                id(number),
                "Person " + number,
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.of("p" + number + "@firm.example"), Optional.empty(), Set.of(), Map.of()),
                Samples.NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                Samples.MON_2026_01_05);
    }
}
