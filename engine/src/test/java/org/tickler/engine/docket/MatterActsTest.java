package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.CalendarId;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** Acme v. Bolt is settled, stayed and closed, and that is taken back. */
class MatterActsTest {
    private static final String MATTER_ACTS = """
            matter-acts:
              - id: settlement
                act: settle
                for: {practice: commercial}
                suspends: {kind: [hearing, trial, filing]}
                survives: {kind: limitation}
                opens:
                  - {id: dismissal, title: Stipulation of dismissal, kind: filing, due: 30 days after, owner: jlin}
                  - {id: payment, title: Settlement payment, kind: task, due: 5 business days after, owner: rdiaz}
                  - {id: compromise, title: Minor's compromise, kind: filing, due: 45 days after, if-fact: minor}
                second-person: true
              - {id: stay-of-trial, act: stay, for: {phase: trial}, survives: {kind: filing}}
            """;
    private static final Instant MON_2026_02_02 = Instant.parse("2026-02-02T14:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 2);
    private static final Entry HEARING = Samples.hearing();
    private static final Entry BRIEF = Samples.filing();
    private static final Entry SUE = plain("sue", EntryKind.LIMITATION, "Last day to sue", "2026-06-30");
    private static final Entry CALL = plain("call", EntryKind.TASK, "Call the adjuster", "2026-03-05");
    private static final EntryId BINDER = EntryId.derived(HEARING.id(), "binder", 1);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private final SettableClock clock = new SettableClock(MON_2026_02_02);
    private PlanFixture firm;
    private MatterActs acts;

    private static Entry plain(String id, EntryKind kind, String title, String day) {
        return Samples.entry(
                Samples.ACME_V_BOLT,
                id,
                kind,
                title,
                new When.AllDay(LocalDate.parse(day), Optional.empty(), Samples.NEW_YORK));
    }

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), HEARING, BRIEF, SUE, CALL);
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(Samples.RULES + MATTER_ACTS), "rdiaz", PlanFixture.KNOWN);
        firm.reconcile(PlanFixture.KNOWN);
        acts = new MatterActs(tests.database(), firm.books(), firm.reconciler(), clock);
    }

    private static Signature by(String person) {
        return Signature.of(new PersonId(person), "term sheet of 30 January");
    }

    private static MatterStep.Begin begin(Sort sort) {
        return new MatterStep.Begin(Samples.ACME_V_BOLT, sort, Optional.empty(), TODAY, false, UUID.randomUUID());
    }

    private static MatterStep.Confirm confirm(Sort sort) {
        return new MatterStep.Confirm(Samples.ACME_V_BOLT, sort, Optional.empty(), false, UUID.randomUUID());
    }

    private static MatterStep.Back back(Sort sort) {
        return new MatterStep.Back(Samples.ACME_V_BOLT, sort, Optional.empty(), Optional.empty());
    }

    private void settle() {
        acts.apply(begin(Sort.SETTLE), by("rdiaz"));
        clock.advance(Duration.ofHours(1));
        acts.apply(confirm(Sort.SETTLE), by("jlin"));
    }

    private EntryStatus status(Entry entry) {
        return firm.entry(entry.id()).status();
    }

    private List<Entry> opened() {
        return tests.database().withHandle(handle -> EntryStore.ofMatter(handle, Samples.ACME_V_BOLT)).stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered from
                        && from.source().equals(Origin.Entered.BY_MATTER_ACT))
                .toList();
    }

    private List<Question> questions() {
        return tests.database().withHandle(handle -> QuestionStore.open(handle, 100));
    }

    private List<MatterActStore.Step> asked() {
        return tests.database().withHandle(MatterActStore::asked);
    }

    private Matter matter() {
        return tests.database()
                .withHandle(handle -> MatterStore.find(handle, Samples.ACME_V_BOLT))
                .orElseThrow();
    }

    private List<String> audit(EntryId entry) {
        return tests.database().withHandle(handle -> AuditStore.ofEntry(handle, entry)).stream()
                .map(numbered -> numbered.row().act())
                .toList();
    }

    private List<String> told(Entry entry, Purpose purpose) {
        return firm.reminders(purpose).stream()
                .filter(row -> row.planned().ask().entry().equals(entry.id()))
                .filter(row -> row.state().waits())
                .map(row -> row.planned().to().value())
                .distinct()
                .sorted()
                .toList();
    }

    @Test
    void whatNobodyVerifiedDoesNotComeBackAsIfSomebodyHad() {
        String checks = "checks:\n  - {id: dates, for: {kind: [hearing, filing]}, verify: seen}\n";
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(Samples.RULES + MATTER_ACTS + checks), "rdiaz", clock.instant());
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
        new Acts(tests.database(), firm.books(), firm.reconciler(), clock)
                .apply(new Act.Verify(BRIEF.id()), by("jlin"));
        clock.advance(Duration.ofMinutes(1));
        settle();
        assertThat(status(HEARING)).isEqualTo(EntryStatus.STAYED);
        clock.advance(Duration.ofMinutes(1));
        acts.apply(back(Sort.SETTLE), by("rdiaz"));
        assertThat(status(HEARING)).as("nobody ever looked at its date").isEqualTo(EntryStatus.PROPOSED);
        assertThat(status(BRIEF)).as("somebody did").isEqualTo(EntryStatus.OPEN);

        clock.advance(Duration.ofMinutes(1));
        settle();
        clock.advance(Duration.ofMinutes(1));
        new Undo(tests.database(), firm.books(), firm.reconciler(), acts, clock)
                .apply(new Undo.Of.OfMatter(Samples.ACME_V_BOLT), by("rdiaz"));
        assertThat(status(HEARING)).as("it is what it was").isEqualTo(EntryStatus.PROPOSED);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void whatAnActOpensWaitsForASecondPersonWhereTheChecksSaySo() {
        String checks = "checks:\n  - {id: dates, for: {kind: filing}, verify: seen}\n";
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(Samples.RULES + MATTER_ACTS + checks), "rdiaz", clock.instant());
        settle();
        assertThat(opened())
                .filteredOn(entry -> entry.title().equals("Stipulation of dismissal"))
                .extracting(Entry::status)
                .containsExactly(EntryStatus.PROPOSED);
        assertThat(opened())
                .filteredOn(entry -> entry.title().equals("Settlement payment"))
                .extracting(Entry::status)
                .containsExactly(EntryStatus.OPEN);
    }

    @Test
    void aSettlementThatWantsTwoPeopleMovesNothingUntilTheSecondConfirms() {
        Preview preview = acts.preview(begin(Sort.SETTLE), by("rdiaz"));
        assertThat(preview.lines())
                .anyMatch(line -> line.startsWith("asks: jlin must confirm the settlement"))
                .anyMatch(line -> line.startsWith("when confirmed, suspends: Hearing on motion to compel"))
                .anyMatch(line -> line.contains("survives: Last day to sue")
                        && line.endsWith("a last day to sue is never suspended"))
                .anyMatch(line -> line.contains("opens: Stipulation of dismissal") && line.contains("Wed 2026-03-04"));

        acts.apply(begin(Sort.SETTLE), by("rdiaz"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.asked()).isEqualTo(Samples.JLIN);
            assertThat(question.code()).isEqualTo("second-person");
        });
        assertThat(opened())
                .singleElement()
                .satisfies(task ->
                        assertThat(task.title()).isEqualTo("Confirm the settlement of H-2291, asked for by rdiaz"));
        assertThat(asked()).hasSize(1);

        assertThatThrownBy(() -> acts.apply(confirm(Sort.SETTLE), by("rdiaz")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("nobody confirms their own");
        assertThatThrownBy(() -> acts.apply(begin(Sort.SETTLE), by("jlin"))).hasMessageContaining("--confirm");

        acts.apply(confirm(Sort.SETTLE), by("jlin"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.STAYED);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.STAYED);
        assertThat(status(SUE)).isEqualTo(EntryStatus.OPEN);
        assertThat(status(CALL)).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.entry(BINDER).status())
                .as("it is counted from the hearing")
                .isEqualTo(EntryStatus.STAYED);
        assertThat(questions()).isEmpty();
        assertThat(asked()).isEmpty();
        assertThat(opened())
                .filteredOn(entry -> entry.status() == EntryStatus.OPEN)
                .extracting(entry -> entry.title() + " " + entry.when().date().orElseThrow())
                .containsExactlyInAnyOrder("Stipulation of dismissal 2026-03-04", "Settlement payment 2026-02-09");
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED)).isEmpty();
        assertThat(audit(HEARING.id())).contains("stayed");
    }

    @Test
    void thoseWhoWereToldHearThatItIsOffForNowAndThatItIsOnAgain() {
        firm.send(HEARING.id(), MON_2026_02_02);
        settle();
        assertThat(told(HEARING, Purpose.STAYED)).containsExactly("jlin");
        assertThat(told(BRIEF, Purpose.STAYED)).as("nobody had been told").isEmpty();

        firm.send(HEARING.id(), clock.instant().plus(Duration.ofMinutes(10)));
        clock.advance(Duration.ofDays(3));
        acts.apply(back(Sort.SETTLE), by("jlin"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.entry(HEARING.id()).when()).isEqualTo(HEARING.when());
        assertThat(told(HEARING, Purpose.RESUMED)).containsExactly("jlin");
        assertThat(told(HEARING, Purpose.MOVED)).isEmpty();
        assertThat(opened())
                .as("what the settlement opened is off")
                .noneMatch(entry -> entry.status() == EntryStatus.OPEN);
        List<String> before = firm.versions();
        firm.reconcile(clock.instant());
        assertThat(firm.versions()).as("planning it again changes nothing").isEqualTo(before);
    }

    @Test
    void whatPassedWhileStayedAndWhatRanMeanwhileIsAskedAbout() {
        acts.apply(begin(Sort.STAY), by("rdiaz"));
        assertThat(status(CALL)).as("a stay suspends everything").isEqualTo(EntryStatus.STAYED);
        assertThat(status(SUE)).isEqualTo(EntryStatus.OPEN);

        clock.advance(Duration.ofDays(32));
        LocalDate on = LocalDate.of(2026, 3, 6);
        acts.apply(new MatterStep.Back(Samples.ACME_V_BOLT, Sort.STAY, Optional.empty(), Optional.of(on)), by("jlin"));
        assertThat(status(CALL)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions())
                .extracting(question -> question.entry() + " " + question.code())
                .containsExactlyInAnyOrder(CALL.id() + " passed-while-stayed", BINDER + " passed-while-stayed");
        Acts single = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
        single.apply(new Act.Move(CALL.id(), Act.NewDate.of(Act.DateGiven.on(LocalDate.of(2026, 3, 20)))), by("jlin"));
        assertThat(questions()).extracting(Question::entry).containsExactly(BINDER);
        single.apply(new Act.Keep(BINDER), by("jlin"));
        assertThat(questions()).isEmpty();
    }

    @Test
    void aDeadlineWhosePeriodRanDuringTheStayKeepsItsDateAndIsAskedAbout() {
        acts.apply(begin(Sort.STAY), by("rdiaz"));
        clock.advance(Duration.ofDays(10));
        Preview lifted = acts.apply(back(Sort.STAY), by("jlin"));
        assertThat(lifted.warnings()).anyMatch(line -> line.contains("whether the court gives that time back"));
        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.entry()).isEqualTo(BINDER);
            assertThat(question.code()).isEqualTo("ran-while-stayed");
        });
        assertThat(firm.entry(BINDER).when().date()).contains(LocalDate.of(2026, 3, 5));
    }

    @Test
    void whatIsLoadedOnAStayedMatterIsStayedTooAndTheReportSaysSo() {
        acts.apply(begin(Sort.STAY), by("rdiaz"));
        Loader loader = new Loader(tests.database(), firm.books(), firm.reconciler(), clock);
        Path file = folder.resolve("docket.csv");
        write(
                file,
                "id,matter,kind,title,date,owner\nh2,H-2291,hearing,Status conference,2026-04-16,jlin\n"
                        + "s2,H-2291,limitation,Last day against the insurer,2026-09-01,jlin\n");
        LoadReport report = loader.load(List.of(file), LoadOptions.by("rdiaz"), LoadProgress.SILENT);
        Entry loaded = firm.entry(EntryId.entered("docket", "h2"));
        EntryId binder = EntryId.derived(loaded.id(), "binder", 1);
        assertThat(loaded.status()).isEqualTo(EntryStatus.STAYED);
        assertThat(firm.entry(binder).status()).isEqualTo(EntryStatus.STAYED);
        assertThat(firm.entry(EntryId.entered("docket", "s2")).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(report.lines())
                .anyMatch(line -> line.contains("Status conference") && line.contains("H-2291 is stayed since"));
        List<String> before = firm.versions();
        firm.reconcile(clock.instant());
        assertThat(firm.versions()).as("planning it again changes nothing").isEqualTo(before);

        clock.advance(Duration.ofDays(1));
        acts.apply(back(Sort.STAY), by("jlin"));
        assertThat(firm.entry(loaded.id()).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.entry(binder).status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void whatAPersonAddsRemindsAllTheSameAndIsWarnedOf() {
        acts.apply(begin(Sort.STAY), by("rdiaz"));
        Acts single = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
        Act.Add add = new Act.Add(
                UUID.randomUUID(),
                Samples.ACME_V_BOLT,
                EntryKind.FILING,
                "Motion to lift the stay",
                Act.DateGiven.on(LocalDate.of(2026, 3, 2)),
                Optional.empty(),
                Details.NONE);
        Done done = single.apply(add, by("rdiaz"));
        assertThat(done.preview().warnings()).anyMatch(line -> line.contains("this reminds all the same"));
        assertThat(firm.entry(done.entry().id()).status()).isEqualTo(EntryStatus.OPEN);
        Done moved = single.apply(
                new Act.Move(CALL.id(), Act.NewDate.of(Act.DateGiven.on(LocalDate.of(2026, 3, 20)))), by("rdiaz"));
        assertThat(moved.preview().warnings()).anyMatch(line -> line.contains("reminds nobody, also as it is now"));
        assertThat(status(CALL)).isEqualTo(EntryStatus.STAYED);
    }

    @Test
    void whatASettlementSuspendsStaysStayedWhenAnEarlierStayIsLifted() {
        acts.apply(begin(Sort.STAY), by("rdiaz"));
        settle();
        clock.advance(Duration.ofDays(1));
        Preview lifted = acts.apply(back(Sort.STAY), by("jlin"));
        assertThat(lifted.moves())
                .anyMatch(line -> line.startsWith("stays stayed: Hearing") && line.endsWith("H-2291 is settled"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.STAYED);
        assertThat(status(CALL)).as("no settlement suspends a task").isEqualTo(EntryStatus.OPEN);
        clock.advance(Duration.ofDays(1));
        acts.apply(back(Sort.SETTLE), by("jlin"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void aMatterWithAnOpenLastDayIsNotClosedButAnyway() {
        assertThatThrownBy(() -> acts.apply(begin(Sort.CLOSE), by("rdiaz")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("Last day to sue")
                .hasMessageContaining("Opposition brief")
                .hasMessageContaining("--anyway");
        MatterStep.Begin anyway =
                new MatterStep.Begin(Samples.ACME_V_BOLT, Sort.CLOSE, Optional.empty(), TODAY, true, UUID.randomUUID());
        assertThatThrownBy(() -> acts.apply(anyway, new Signature(Samples.RDIAZ, Optional.empty())))
                .hasMessageContaining("--reason");
        Preview closed = acts.apply(anyway, by("rdiaz"));
        assertThat(closed.warnings())
                .anyMatch(line ->
                        line.startsWith("Last day to sue") && line.endsWith("closed anyway; it goes on reminding"));
        assertThat(matter().closed()).contains(TODAY);
        assertThat(status(HEARING)).isEqualTo(EntryStatus.STAYED);
        assertThat(status(SUE)).isEqualTo(EntryStatus.OPEN);
        acts.apply(back(Sort.CLOSE), by("jlin"));
        assertThat(matter().closed()).isEmpty();
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void whatWasAskedForCanBeWithdrawn() {
        acts.apply(begin(Sort.SETTLE), by("rdiaz"));
        clock.advance(Duration.ofHours(1));
        acts.apply(back(Sort.SETTLE), by("mharper"));
        assertThat(asked()).isEmpty();
        assertThat(questions()).isEmpty();
        assertThat(opened())
                .singleElement()
                .satisfies(task -> assertThat(task.status()).isEqualTo(EntryStatus.CANCELLED));
        assertThatThrownBy(() -> acts.apply(back(Sort.SETTLE), by("jlin"))).hasMessageContaining("is not settled");
    }

    @Test
    void onlyTheProceedingThatIsNamedIsStayed() {
        MatterStep.Begin there = new MatterStep.Begin(
                Samples.ACME_V_BOLT, Sort.STAY, Optional.of(Samples.NYSD), TODAY, false, UUID.randomUUID());
        assertThat(Set.copyOf(acts.apply(there, by("rdiaz")).moves()))
                .anyMatch(line -> line.startsWith("suspends: Hearing"));
        assertThatThrownBy(() -> acts.apply(
                        new MatterStep.Begin(
                                Samples.ACME_V_BOLT,
                                Sort.CLOSE,
                                Optional.of(new CalendarId("us-nynd")),
                                TODAY,
                                false,
                                UUID.randomUUID()),
                        by("rdiaz")))
                .hasMessageContaining("did you mean \"us-nysd\"?");
    }

    @Test
    void aSettlementWithoutARuleSaysWhatMustBeWritten() {
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(), "rdiaz", MON_2026_02_02);
        assertThatThrownBy(() -> acts.preview(begin(Sort.SETTLE), by("rdiaz")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("matter-acts:");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
