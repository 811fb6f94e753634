package org.tickler.engine.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

class AgendaTest {
    private static final Instant NOW = PlanFixture.KNOWN;
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private Agenda agenda;

    @BeforeEach
    void planTheSamples() {
        PlanFixture plan = new PlanFixture(tests);
        Samples.store(tests.database(), Samples.hearing(), Samples.filing());
        plan.reconcile(NOW);
        agenda = new Agenda(tests.database());
    }

    @Test
    void showsEntriesAndRemindersInTheOrderOfTheirDays() {
        List<Line> lines = agenda.lines(AgendaQuery.from(TODAY), NOW);

        assertThat(lines).hasAtLeastOneElementOfType(Line.OfReminder.class);
        assertThat(entryTitles(lines))
                .containsExactly("Hearing binder", "Hearing on motion to compel", "Opposition brief");
    }

    @Test
    void writesTheKeysThatOthersRelyOn() {
        List<Line> lines = agenda.lines(AgendaQuery.from(TODAY), NOW);

        assertThat(first(lines, "Hearing on motion to compel").keys())
                .containsEntry("type", "entry")
                .containsEntry("matter", "H-2291")
                .containsEntry("kind", "hearing")
                .containsEntry("at", "2026-03-12T09:30:00-04:00")
                .containsEntry("zone", "America/New_York")
                .containsEntry("status", "open")
                .containsKey("authority")
                .doesNotContainKey("date");
        assertThat(first(lines, "Opposition brief").keys())
                .containsEntry("date", "2026-03-20")
                .doesNotContainKey("at");
        assertThat(lines.stream()
                        .filter(Line.OfReminder.class::isInstance)
                        .findFirst()
                        .orElseThrow()
                        .keys())
                .containsKeys("type", "id", "entry", "at", "to", "channel", "state");
    }

    @Test
    void countsBothDaysIn() {
        LocalDate hearing = Samples.THU_2026_03_12.toLocalDate();

        assertThat(entryTitles(agenda.lines(AgendaQuery.from(hearing).until(hearing), NOW)))
                .containsExactly("Hearing on motion to compel");
        assertThat(entryTitles(
                        agenda.lines(AgendaQuery.from(hearing.plusDays(1)).until(hearing.plusDays(2)), NOW)))
                .isEmpty();
    }

    @Test
    void showsAPersonWhatConcernsThatPerson() {
        List<Line> lines = agenda.lines(AgendaQuery.from(TODAY).of(Samples.RDIAZ), NOW);

        assertThat(entryTitles(lines)).contains("Opposition brief");
        assertThat(lines)
                .filteredOn(Line.OfReminder.class::isInstance)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.keys()).containsEntry("to", "rdiaz"));
        assertThat(entryTitles(agenda.lines(AgendaQuery.from(TODAY).of(Samples.MHARPER), NOW)))
                .isEmpty();
    }

    @Test
    void keepsWalledOffPeopleFromEveryRow() {
        store(walledOff(Samples.MHARPER));

        assertThat(agenda.lines(AgendaQuery.from(TODAY).seenBy(Samples.MHARPER), NOW))
                .isEmpty();
        assertThat(agenda.find("hearing", Optional.of(Samples.MHARPER), 10, NOW))
                .isEmpty();
        assertThatThrownBy(() -> agenda.lines(
                        AgendaQuery.from(TODAY).of(Samples.ACME_V_BOLT).seenBy(Samples.MHARPER), NOW))
                .isInstanceOf(NoSuchName.class);
    }

    @Test
    void listsWhatWaitsForADateOnlyWhereTheDaysHaveNoEnd() {
        tests.database().inTransaction(handle -> {
            EntryStore.insert(
                    handle,
                    List.of(Samples.entry(
                            Samples.ACME_V_BOLT,
                            "wait-1",
                            EntryKind.TASK,
                            "Pick a mediator",
                            new When.Waiting(Samples.NEW_YORK))),
                    Change.loaded("docket", NOW));
            return null;
        });

        assertThat(entryTitles(agenda.lines(AgendaQuery.from(TODAY), NOW))).endsWith("Pick a mediator");
        assertThat(entryTitles(agenda.lines(AgendaQuery.from(TODAY).until(TODAY.plusYears(1)), NOW)))
                .doesNotContain("Pick a mediator");
    }

    @Test
    void findsEveryWordWhereverItStands() {
        assertThat(agenda.find("ACME compel", Optional.empty(), 10, NOW))
                .singleElement()
                .satisfies(line -> assertThat(line.keys()).containsEntry("title", "Hearing on motion to compel"));
        assertThat(agenda.find("00417", Optional.empty(), 10, NOW))
                .singleElement()
                .satisfies(line -> assertThat(line.keys()).containsEntry("type", "matter"));
        assertThat(agenda.find("lin", Optional.empty(), 10, NOW))
                .anySatisfy(line -> assertThat(line.keys()).containsEntry("name", "John Lin"));
        assertThat(agenda.find("100%_", Optional.empty(), 10, NOW)).isEmpty();
        assertThat(agenda.find("  ", Optional.empty(), 10, NOW)).isEmpty();
    }

    @Test
    void namesTheNearestWhereANameIsNotKnown() {
        assertThatThrownBy(() -> agenda.lines(AgendaQuery.from(TODAY).of(new PersonId("jlim")), NOW))
                .hasMessageContaining("jlim")
                .hasMessageContaining("jlin");
        assertThatThrownBy(() -> agenda.lines(AgendaQuery.from(TODAY).of(new MatterId("H-2292")), NOW))
                .hasMessageContaining("H-2291");
    }

    @Test
    void explainsADerivedEntryUpToTheOneThatSomebodyGave() {
        Entry binder = entry("Hearing binder");

        Explanation explanation = agenda.explain(binder.id(), Optional.empty(), NOW);

        assertThat(explanation.matter().id()).isEqualTo(Samples.ACME_V_BOLT);
        assertThat(explanation.asked().entry()).isEqualTo(binder);
        assertThat(explanation.asked().revisions()).hasSize(1);
        assertThat(explanation.links())
                .extracting(link -> link.entry().title())
                .containsExactly("Hearing binder", "Hearing on motion to compel");
        assertThat(explanation.links().getLast().entry().origin()).isInstanceOf(Origin.Entered.class);
    }

    @Test
    void explainsToNobodyWhatThatPersonMayNotSee() {
        EntryId binder = entry("Hearing binder").id();
        store(walledOff(Samples.MHARPER));

        assertThat(agenda.explain(binder, Optional.of(Samples.JLIN), NOW).links())
                .hasSize(2);
        assertThatThrownBy(() -> agenda.explain(binder, Optional.of(Samples.MHARPER), NOW))
                .isInstanceOf(NoSuchName.class)
                .hasMessageStartingWith("the entry \"" + binder + "\" is not known; names are");
        assertThatThrownBy(() -> agenda.explain(new EntryId(binder + "x"), Optional.empty(), NOW))
                .hasMessageEndingWith("did you mean \"" + binder + "\"?");
    }

    private Entry entry(String title) {
        return ((Line.OfEntry) first(agenda.lines(AgendaQuery.from(TODAY), NOW), title)).entry();
    }

    private void store(Matter matter) {
        tests.database().inTransaction(handle -> MatterStore.save(handle, matter));
    }

    private static Matter walledOff(PersonId person) {
        Matter matter = Samples.matter();
        return new Matter(
                matter.id(),
                matter.title(),
                matter.side(),
                matter.practice(),
                matter.phase(),
                matter.opened(),
                matter.closed(),
                Set.of(),
                matter.team(),
                matter.proceedings(),
                matter.claims(),
                Confidentiality.FIRM,
                Set.of(person),
                matter.knownAt());
    }

    private static Line first(List<Line> lines, String title) {
        return lines.stream()
                .filter(line -> title.equals(line.keys().get("title")))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> entryTitles(List<Line> lines) {
        return lines.stream()
                .filter(Line.OfEntry.class::isInstance)
                .map(line -> ((Line.OfEntry) line).entry().title())
                .toList();
    }
}
