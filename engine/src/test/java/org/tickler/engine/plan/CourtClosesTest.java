package org.tickler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.Engine;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.book.Book;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.ActRefused;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** A court closes: deadlines keep their dates until somebody confirms it, and hearings wait for a date. */
class CourtClosesTest {
    private static final Instant WED_2026_03_11 = Instant.parse("2026-03-11T20:00:00Z");
    private static final Instant THU_2026_03_12 = Instant.parse("2026-03-12T13:00:00Z");
    private static final LocalDate CLOSED = LocalDate.of(2026, 3, 12);
    private static final Signature CLERK = Signature.of(Samples.RDIAZ, "called the clerk");
    private static final EntryId HEARING = Samples.hearing().id();
    private static final EntryId SERVED = EntryId.entered("docket", "H-2291/served");
    private static final EntryId ANSWER = EntryId.derived(SERVED, "us-frcp/answer", 1);
    private static final String STORM = """
            amends: us-nysd
            closures:
              - {name: Snow storm, on: 2026-03-12, kind: clerk-inaccessible, authority: Notice of the Clerk}
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private PlanFixture firm;
    private final SettableClock clock = new SettableClock(PlanFixture.KNOWN);
    private Engine engine;

    /** The answer to what was served on 19 February is due on the day of the hearing, Thursday 12 March 2026. */
    @BeforeEach
    void serve() {
        firm = new PlanFixture(tests);
        engine = new Engine(tests.database(), clock, HoldLimits.USUAL);
        Samples.store(tests.database(), Samples.hearing(), served());
        activate();
        firm.reconcile(PlanFixture.KNOWN);
        firm.send(HEARING, WED_2026_03_11.minusSeconds(3600));
        firm.send(ANSWER, WED_2026_03_11.minusSeconds(3600));
        clock.set(WED_2026_03_11);
    }

    private static Entry served() {
        Entry plain = Samples.entry(
                Samples.ACME_V_BOLT,
                "served",
                EntryKind.EVENT,
                "Complaint served",
                new When.AllDay(LocalDate.of(2026, 2, 19), Optional.empty(), Samples.NEW_YORK));
        Details details = new Details(
                Optional.of(Samples.NYSD),
                Optional.of("complaint-served"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Entry(
                SERVED,
                plain.matter(),
                plain.kind(),
                plain.title(),
                plain.when(),
                plain.status(),
                details,
                plain.origin(),
                plain.revision());
    }

    private void activate(String... closures) {
        Book book = Samples.book(Samples.RULES + "use: us-frcp\n");
        List<SourceText> calendars = new ArrayList<>(book.calendars());
        for (String closure : closures) {
            calendars.add(new SourceText("calendars/closure.yaml", closure));
        }
        engine.activate(book.with(book.rules(), calendars, book.packs()), "rdiaz");
    }

    private String line(EntryId id) {
        Entry entry = firm.entry(id);
        return entry.when().date().map(Object::toString).orElse("no date") + " " + entry.status() + " r"
                + entry.revision().number();
    }

    private List<Question> questions() {
        return firm.database().withHandle(handle -> QuestionStore.open(handle, 100));
    }

    /** As the daemon's watch does. */
    private void tellQuestions() {
        new QuestionTeller(tests.database(), firm.books().active(), Samples.people()).tell(clock.instant());
    }

    private List<String> codes() {
        return questions().stream().map(Question::code).sorted().toList();
    }

    private List<String> told(EntryId entry, Purpose purpose) {
        return firm.reminders(purpose).stream()
                .map(ReminderRow::planned)
                .filter(planned -> planned.ask().entry().equals(entry))
                .map(planned -> planned.to().value())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> audit(EntryId entry) {
        return firm.database().withHandle(handle -> AuditStore.ofEntry(handle, entry)).stream()
                .map(numbered -> numbered.row().act())
                .toList();
    }

    @Test
    void aDeadlineKeepsItsDateAndNobodyIsToldOfAMoveThatDidNotHappen() {
        assertThat(line(ANSWER)).isEqualTo("2026-03-12 OPEN r1");
        activate(STORM);

        assertThat(line(ANSWER)).isEqualTo("2026-03-12 PROVISIONAL r1");
        assertThat(((Origin.Derived) firm.entry(ANSWER).origin()).unconfirmed())
                .hasValueSatisfying(why -> assertThat(why).contains("Snow storm", "would make it Fri 2026-03-13"));
        assertThat(told(ANSWER, Purpose.MOVED)).isEmpty();
    }

    @Test
    void theDocketClerkIsAskedOnceForTheMatterWhetherTheClosureIsSo() {
        activate(STORM);
        firm.reconcile(WED_2026_03_11.plusSeconds(60));

        assertThat(questions().stream().filter(one -> one.code().startsWith("unconfirmed-closure")))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.asked()).isEqualTo(Samples.RDIAZ);
                    assertThat(question.sentence())
                            .contains(
                                    "us-nysd is said to be closed on Thu 2026-03-12: Snow storm (Notice of the Clerk)")
                            .contains("tickler verify --closure us-nysd=2026-03-12");
                });
        tellQuestions();
        assertThat(told(
                        questions().stream()
                                .filter(one -> one.code().startsWith("unconfirmed-closure"))
                                .findFirst()
                                .orElseThrow()
                                .entry(),
                        Purpose.QUESTION))
                .containsExactly("rdiaz");
    }

    @Test
    void aHearingWaitsForADateAndEverybodyIsToldAndItsOwnerAsked() {
        activate(STORM);

        assertThat(line(HEARING)).isEqualTo("no date WAITING r2");
        assertThat(told(HEARING, Purpose.MOVED)).containsExactly("jlin", "rdiaz");
        assertThat(questions().stream().filter(one -> one.code().equals("court-closed")))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.asked()).isEqualTo(Samples.JLIN);
                    assertThat(question.sentence())
                            .contains("us-nysd does not sit on Thu 2026-03-12: Snow storm (Notice of the Clerk)")
                            .contains("until now Thu 2026-03-12 09:30", "tickler move " + HEARING + " --to DATE");
                });
        tellQuestions();
        assertThat(told(HEARING, Purpose.QUESTION)).containsExactly("jlin");
        assertThat(audit(HEARING)).contains("court-closed");
        assertThat(firm.database()
                        .withHandle(handle -> EntryStore.revisions(handle, HEARING))
                        .getLast()
                        .reason())
                .hasValueSatisfying(why -> assertThat(why).contains("does not sit"));
    }

    @Test
    void planningAgainChangesNothing() {
        activate(STORM);
        List<String> before = firm.versions();

        assertThat(firm.reconcile(WED_2026_03_11.plusSeconds(600)).changed()).isZero();
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void aPreviewOfTheConfirmationSaysWhatMovesAndWhoIsTold() {
        activate(STORM);
        List<String> before = firm.versions();
        Preview preview = engine.closures().preview("us-nysd", CLOSED, CLERK);

        assertThat(preview.moves()).anyMatch(line -> line.contains("-> Fri 2026-03-13"));
        assertThat(preview.told()).anyMatch(line -> line.startsWith("John Lin, who had been told"));
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void confirmingMovesTheDeadlineTellsThoseWhoWereToldAndSettlesTheQuestion() {
        activate(STORM);
        clock.set(THU_2026_03_12);
        engine.closures().confirm("us-nysd", CLOSED, CLERK);

        assertThat(line(ANSWER)).isEqualTo("2026-03-13 OPEN r2");
        assertThat(firm.entry(ANSWER).revision().knownAt()).isEqualTo(THU_2026_03_12);
        assertThat(told(ANSWER, Purpose.MOVED)).contains("jlin");
        assertThat(codes()).containsExactly("court-closed");
        assertThat(engine.status().closures()).isEmpty();
    }

    @Test
    void whatIsConfirmedStaysSoWithTheNextBook() {
        activate(STORM);
        engine.closures().confirm("us-nysd", CLOSED, CLERK);
        activate(STORM, STORM.replace("2026-03-12", "2026-06-01"));

        assertThat(line(ANSWER)).isEqualTo("2026-03-13 OPEN r2");
    }

    @Test
    void aClosureThatNobodyWaitsForIsRefusedWithThoseThatDo() {
        assertThatThrownBy(() -> engine.closures().preview("us-nysd", CLOSED, CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("no closure us-nysd=2026-03-12 waits for somebody to confirm it; none does");
        activate(STORM);
        assertThatThrownBy(() -> engine.closures().confirm("us-nysd", CLOSED.plusDays(1), CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("these do: us-nysd=2026-03-12 (Snow storm)");
        assertThatThrownBy(() -> engine.closures().confirm("us-nysd", CLOSED, Signature.of(Samples.ACME, "no")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("only staff");
    }

    @Test
    void theStatusListsWhatNobodyHasConfirmed() {
        activate(STORM);

        assertThat(engine.status().closures())
                .singleElement()
                .satisfies(closure -> assertThat(closure.place()).isEqualTo("us-nysd=2026-03-12"));
    }

    @Test
    void aHearingThatIsDatedAgainStandsEvenOnTheClosedDay() {
        activate(STORM);
        clock.set(WED_2026_03_11.plusSeconds(3600));
        engine.apply(
                List.of(new Act.Move(HEARING, NewDate.of(DateGiven.at(CLOSED, LocalTime.of(14, 0))))),
                Signature.of(Samples.RDIAZ, "the judge sits by video"));
        assertThat(line(HEARING)).isEqualTo("2026-03-12 OPEN r3");
        assertThat(codes()).doesNotContain("court-closed");

        activate(STORM, STORM.replace("2026-03-12", "2026-06-01"));
        assertThat(line(HEARING)).isEqualTo("2026-03-12 OPEN r3");
    }

    @Test
    void aHearingIsBackOnItsDayWhenTheClosureIsTakenBackAndItsOwnerIsAsked() {
        activate(STORM);
        clock.set(WED_2026_03_11.plusSeconds(3600));
        activate();

        assertThat(line(ANSWER)).isEqualTo("2026-03-12 OPEN r1");
        assertThat(line(HEARING)).isEqualTo("2026-03-12 OPEN r3");
        assertThat(audit(HEARING)).contains("closure-taken-back");
        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.code()).isEqualTo("closure-taken-back");
            assertThat(question.sentence())
                    .contains("It stands on Thu 2026-03-12 09:30 again. Does it take place then?");
        });
        assertThat(firm.reconcile(clock.instant()).changed()).isZero();

        engine.apply(List.of(new Act.Keep(HEARING)), CLERK);
        assertThat(questions()).isEmpty();
    }

    @Test
    void aClosureThatComesAgainTakesTheHearingOffAgain() {
        activate(STORM);
        clock.set(WED_2026_03_11.plusSeconds(600));
        activate();
        clock.set(WED_2026_03_11.plusSeconds(1200));
        activate(STORM);

        assertThat(line(HEARING)).isEqualTo("no date WAITING r4");
        assertThat(codes()).containsExactlyInAnyOrder("court-closed", "unconfirmed-closure us-nysd=2026-03-12");
    }

    @Test
    void whatFollowsFromAHearingThatIsOffKeepsItsDateUntilItHasAnother() {
        EntryId binder = EntryId.derived(HEARING, "binder", 1);
        String before = line(binder);
        activate(STORM);
        clock.set(WED_2026_03_11.plusSeconds(600));
        firm.reconcile(clock.instant());

        assertThat(before).endsWith(" OPEN r1");
        assertThat(line(binder)).isEqualTo(before.replace("OPEN", "PROVISIONAL"));
    }

    @Test
    void thatACourtClosesTomorrowDoesNotWaitForARelease() {
        engine = new Engine(tests.database(), clock, new HoldLimits(1, 0, Duration.ofHours(24)));
        activate(STORM);

        assertThat(firm.reminders(Purpose.MOVED))
                .filteredOn(row -> row.planned().ask().entry().equals(HEARING))
                .isNotEmpty()
                .noneMatch(row -> row.state() == ReminderState.HELD);
    }

    @Test
    void theActivationOfTheBookSaysWhichClosuresCameAndWent() {
        activate(STORM);
        activate();
        List<String> details = firm.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT detail::text FROM audit WHERE act = 'book-activated' ORDER BY seq DESC LIMIT 2")
                        .mapTo(String.class)
                        .list());

        assertThat(details.getFirst()).contains("closures-taken-back", "us-nysd=2026-03-12, Snow storm");
        assertThat(details.getLast()).contains("\"closures\"", "us-nysd=2026-03-12, Snow storm");
    }

    @Test
    void keepingADeadlineDoesNotConfirmTheClosure() {
        activate(STORM);
        assertThatThrownBy(() -> engine.apply(List.of(new Act.Keep(ANSWER)), CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("nothing is asked");
    }
}
