package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.CalendarId;
import org.tickler.engine.Samples;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;

class FactsRoundTripTest {
    private static final Instant LATER = Instant.parse("2026-02-02T15:04:05.123456Z");

    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private final Database database = TESTS.database();

    static List<Person> people() {
        return Samples.people().all();
    }

    @ParameterizedTest
    @MethodSource("people")
    void keepsEverythingOfAPerson(Person person) {
        database.inTransaction(handle -> PersonStore.save(handle, person));
        Optional<Person> found = database.withHandle(handle -> PersonStore.find(handle, person.id()));
        assertThat(found).contains(person);
    }

    @Test
    void keepsSinceWhenAPersonIsKnownWhereNothingChanged() {
        Person known = Samples.jlin();
        database.inTransaction(handle -> PersonStore.save(handle, known));
        Person again = new Person(
                known.id(),
                known.name(),
                known.kind(),
                known.roles(),
                known.reach(),
                known.zone(),
                known.quiet(),
                known.leave(),
                known.delegate(),
                known.wants(),
                known.left(),
                LATER);
        boolean changed = database.inTransaction(handle -> PersonStore.save(handle, again));
        assertThat(changed).isFalse();
        Optional<Person> found = database.withHandle(handle -> PersonStore.find(handle, known.id()));
        assertThat(found).contains(known);
    }

    @Test
    void keepsEverythingOfAMatter() {
        Matter matter = new Matter(
                new MatterId("X 17/ü"),
                "Removed, then remanded",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(LocalDate.of(2031, 12, 31)),
                Set.of(),
                Samples.matter().team(),
                List.of(
                        new Proceeding(
                                new CalendarId("us-nysd"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(ZoneId.of("America/Chicago")),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2026, 5, 1))),
                        Samples.matter().proceedings().getFirst()),
                List.of(
                        new Claim(
                                "bolt",
                                "personal-injury",
                                "Bolt LLC",
                                new Claim.Accrual(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 9)),
                                Optional.of(LocalDate.of(2010, 3, 4)),
                                Optional.of(LocalDate.of(2023, 1, 1)),
                                Optional.of(new CalendarId("us-nysd")),
                                Optional.of("sample"),
                                List.of(
                                        new Claim.Tolling(
                                                LocalDate.of(2025, 1, 1),
                                                Optional.of(LocalDate.of(2025, 1, 31)),
                                                "stay",
                                                "order"),
                                        new Claim.Tolling(LocalDate.of(2026, 1, 1), Optional.empty(), "stay", "order")),
                                List.of(new Claim.Agreement(
                                        LocalDate.of(2026, 6, 2), LocalDate.of(2026, 12, 1), "letter"))),
                        new Claim(
                                "crane",
                                "contract",
                                "Crane Inc.",
                                Claim.Accrual.on(LocalDate.of(2024, 5, 1)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of())),
                Confidentiality.TEAM,
                Set.of(new PersonId("jlin"), new PersonId("rdiaz")),
                LATER);
        database.inTransaction(handle -> MatterStore.save(handle, matter));
        Optional<Matter> found = database.withHandle(handle -> MatterStore.find(handle, matter.id()));
        assertThat(found).contains(matter);
    }

    @Test
    void keepsEverythingOfAnEntry() {
        Samples.store(database, Samples.hearing(), Samples.filing());
        EntryId trigger = Samples.hearing().id();
        Entry derived = new Entry(
                EntryId.derived(trigger, "exhibit-list", 2),
                Samples.ACME_V_BOLT,
                EntryKind.TASK,
                "Exhibit list",
                new When.AllDay(LocalDate.of(2026, 2, 20), Optional.of(LocalTime.of(17, 0)), Samples.NEW_YORK),
                EntryStatus.PROVISIONAL,
                new Details(
                        Optional.empty(),
                        Optional.of("exhibits"),
                        Optional.of("mail"),
                        Optional.of("Bolt"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("two\nlines"),
                        Optional.of("firm"),
                        Optional.of(new Effort(Duration.ofHours(6)))),
                new Origin.Derived(trigger, "exhibit-list", 2, List.of("14 court days before", "not \"rolled\"")),
                new Revision(3, LATER));
        Entry waiting = Samples.entry(
                Samples.ACME_V_BOLT, "trial", EntryKind.TRIAL, "Trial", new When.Waiting(ZoneId.of("America/Chicago")));
        database.inTransaction(handle -> {
            EntryStore.insert(handle, List.of(derived), Change.derived(LATER));
            EntryStore.insert(handle, List.of(waiting), Change.loaded("docket", LATER));
            return null;
        });
        List<Entry> docket = database.withHandle(handle -> EntryStore.ofMatter(handle, Samples.ACME_V_BOLT));
        assertThat(docket).containsExactlyInAnyOrder(derived, waiting, Samples.hearing(), Samples.filing());
        Optional<Entry> found =
                database.withHandle(handle -> EntryStore.bySource(handle, "docket", "H-2291/hearing-1"));
        assertThat(found).contains(Samples.hearing());
    }

    @Test
    void remembersEveryDateThatAnEntryHad() {
        Entry first = Samples.entry(
                Samples.ACME_V_BOLT,
                "moved",
                EntryKind.HEARING,
                "Moved",
                Samples.hearing().when());
        Entry moved = first.withWhen(
                new When.Timed(Samples.THU_2026_03_12.plusDays(7), Optional.empty(), Samples.NEW_YORK),
                first.revision().next(LATER));
        Samples.store(database, first);
        database.inTransaction(handle -> {
            EntryStore.update(
                    handle, List.of(moved), Change.act(Change.Cause.MOVED, "rdiaz", "order of 2 February", LATER));
            return null;
        });
        Optional<Entry> found = database.withHandle(handle -> EntryStore.find(handle, first.id()));
        assertThat(found).contains(moved);
        Optional<EntryStore.Acted> acted = database.withHandle(handle -> EntryStore.acted(handle, first.id()));
        assertThat(acted).contains(new EntryStore.Acted("rdiaz", LATER));
        List<StoredRevision> revisions = database.withHandle(handle -> EntryStore.revisions(handle, first.id()));
        assertThat(revisions)
                .extracting(StoredRevision::cause, StoredRevision::when, StoredRevision::reason)
                .containsExactly(
                        tuple(Change.Cause.LOADED, first.when(), Optional.empty()),
                        tuple(Change.Cause.MOVED, moved.when(), Optional.of("order of 2 February")));
    }

    @Test
    void writesEqualJsonForEqualValues() {
        assertThat(Json.canonical(Json.read("{\"b\":[{\"y\":1,\"x\":null}],\"a\":\"é\"}")))
                .isEqualTo("{\"a\":\"é\",\"b\":[{\"x\":null,\"y\":1}]}");
        assertThat(Json.canonical(Json.tree(Map.of("k", List.of("v", 2))))).isEqualTo("{\"k\":[\"v\",2]}");
    }

    @Test
    void knowsTheVersionOfTheZoneData() {
        assertThat(Tzdb.version()).matches("20\\d\\d[a-z]");
    }
}
