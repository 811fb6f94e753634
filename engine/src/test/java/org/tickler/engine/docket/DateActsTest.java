package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.text.Words;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.Extension;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.plan.QuestionTeller;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** Orders, extensions, overrides and their verification, on deadlines that the Federal Rules attach to a complaint. */
class DateActsTest {
    private static final Instant LATER = PlanFixture.KNOWN.plus(Duration.ofDays(20));
    private static final Signature CLERK = new Signature(Samples.RDIAZ, Optional.empty());
    private static final Signature PARTNER = new Signature(Samples.MHARPER, Optional.empty());
    private static final Entry SERVED = event("served", "complaint-served", LocalDate.of(2026, 3, 6));
    private static final Entry JUDGMENT = event("judgment", "judgment-entered", LocalDate.of(2026, 6, 1));
    private static final EntryId ANSWER = EntryId.derived(SERVED.id(), "us-frcp/answer", 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 27);
    private static final LocalDate EXTENDED = LocalDate.of(2026, 4, 10);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private PlanFixture firm;
    private Acts acts;

    private static Entry event(String id, String event, LocalDate day) {
        Entry plain = Samples.entry(
                Samples.ACME_V_BOLT,
                id,
                EntryKind.EVENT,
                "Service of the complaint",
                new When.AllDay(day, Optional.empty(), Samples.NEW_YORK));
        Details details = new Details(
                Optional.of(Samples.NYSD),
                Optional.of(event),
                Optional.empty(),
                Optional.empty(),
                Optional.of("jlin"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Entry(
                plain.id(),
                plain.matter(),
                plain.kind(),
                plain.title(),
                plain.when(),
                plain.status(),
                details,
                plain.origin(),
                plain.revision());
    }

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), SERVED, JUDGMENT, Samples.filing());
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book("use: us-frcp\n" + Samples.RULES), "rdiaz", PlanFixture.KNOWN);
        firm.reconcile(PlanFixture.KNOWN);
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), new SettableClock(LATER));
        assertThat(day(ANSWER)).isEqualTo(LAST_DAY);
    }

    private LocalDate day(EntryId id) {
        return firm.entry(id).when().date().orElseThrow();
    }

    private EntryStatus status(EntryId id) {
        return firm.entry(id).status();
    }

    private String steps(EntryId id) {
        return String.join("\n", ((Origin.Derived) firm.entry(id).origin()).steps());
    }

    private List<LocalDate> reminded(EntryId id) {
        return firm.reminders(id, ReminderState.PLANNED).stream()
                .filter(row -> row.planned().purpose() == Purpose.RUNG)
                .map(row -> row.planned().due().local().toLocalDate())
                .distinct()
                .sorted()
                .toList();
    }

    private List<QuestionStore.Question> questions() {
        return tests.database().withHandle(handle -> QuestionStore.open(handle, 10));
    }

    private static Act asked() {
        return new Act.Extend(ANSWER, new Extension.Asked(DateGiven.on(EXTENDED), "letter to Bolt's counsel"));
    }

    private static Act granted() {
        return new Act.Extend(ANSWER, new Extension.Granted(DateGiven.on(EXTENDED), "ECF 12"));
    }

    private void moveService(LocalDate day) {
        acts.apply(new Act.Move(SERVED.id(), NewDate.of(DateGiven.on(day))), CLERK);
    }

    @Test
    void theOriginalIsRemindedUntilTheExtensionIsGranted() {
        List<LocalDate> before = reminded(ANSWER);
        acts.apply(asked(), CLERK);
        assertThat(day(ANSWER)).isEqualTo(LAST_DAY);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(reminded(ANSWER)).isEqualTo(before).contains(LocalDate.of(2026, 3, 20));
        assertThat(steps(ANSWER)).contains("one to Fri 2026-04-10 is asked for, letter to Bolt's counsel");

        Done done = acts.apply(granted(), CLERK);
        assertThat(done.preview().moves())
                .anySatisfy(line -> assertThat(line).contains("[" + ANSWER + "]", "-> Fri 2026-04-10"));
        assertThat(day(ANSWER)).isEqualTo(EXTENDED);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(reminded(ANSWER)).contains(LocalDate.of(2026, 4, 9)).doesNotContain(LocalDate.of(2026, 3, 20));
        assertThat(steps(ANSWER)).contains("extended to Fri 2026-04-10, ECF 12, entered by rdiaz");
    }

    @Test
    void anExtensionThatIsRefusedLeavesTheOriginal() {
        acts.apply(asked(), CLERK);
        acts.apply(new Act.Extend(ANSWER, new Extension.Refused()), CLERK);
        assertThat(day(ANSWER)).isEqualTo(LAST_DAY);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.OPEN);
        assertRefused(new Act.Extend(ANSWER, new Extension.Refused()), CLERK, "no extension of");
    }

    @Test
    void warnsWhereTheRuleForbidsAnExtension() {
        EntryId newTrial = EntryId.derived(JUDGMENT.id(), "us-frcp/new-trial", 1);
        Preview preview = acts.preview(
                new Act.Extend(newTrial, new Extension.Asked(DateGiven.on(LocalDate.of(2026, 8, 3)), "motion")), CLERK);
        assertThat(preview.warnings())
                .anySatisfy(line ->
                        assertThat(line).contains("the court may not enlarge Fed. R. Civ. P. 59(b)", "6(b)(2)"));
        assertThat(acts.preview(asked(), CLERK).warnings()).isEmpty();
    }

    @Test
    void aSecondPersonVerifiesAndNotTheOneWhoEnteredIt() {
        acts.apply(granted(), CLERK);
        assertRefused(new Act.Verify(ANSWER), CLERK, "another person must look");
        acts.apply(new Act.Verify(ANSWER), PARTNER);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.OPEN);
        assertThat(steps(ANSWER)).contains("Verified by mharper");
        assertRefused(new Act.Verify(ANSWER), PARTNER, "mharper verified it");
    }

    @Test
    void aWholeSchedulingOrderIsEnteredAndVerifiedInOneAct() {
        Act.Add conference = new Act.Add(
                UUID.randomUUID(),
                Samples.ACME_V_BOLT,
                EntryKind.CONFERENCE,
                "Final pretrial conference",
                DateGiven.at(LocalDate.of(2026, 9, 14), LocalTime.of(10, 0)),
                Optional.empty(),
                Details.NONE);
        List<Act> order = List.of(
                new Act.Order(ANSWER, DateGiven.on(LocalDate.of(2026, 4, 4)), "ECF 34"),
                new Act.Order(Samples.filing().id(), DateGiven.on(LocalDate.of(2026, 5, 1)), "ECF 34"),
                new Act.OrderNew(conference, "ECF 34"));
        Done done = acts.apply(order, CLERK);

        assertThat(done.preview().warnings())
                .anySatisfy(line -> assertThat(line).contains("Sat 2026-04-04"));
        assertThat(day(ANSWER)).as("a date set by order does not roll").isEqualTo(LocalDate.of(2026, 4, 4));
        assertThat(done.entries()).extracting(Entry::id).hasSize(3);
        Entry filing = firm.entry(Samples.filing().id());
        assertThat(filing.when().date()).contains(LocalDate.of(2026, 5, 1));
        assertThat(filing.details().authority()).contains("ECF 34");
        assertThat(List.of(status(ANSWER), filing.status(), status(conference.entry())))
                .containsOnly(EntryStatus.PROPOSED);
        List<AuditStore.Numbered> audit = tests.database().withHandle(handle -> AuditStore.ofEntry(handle, ANSWER));
        assertThat(audit).extracting(row -> row.row().act()).contains("ordered");

        acts.apply(
                order.stream()
                        .<Act>map(act -> act instanceof Act.Order one
                                ? new Act.Verify(one.entry())
                                : new Act.Verify(conference.entry()))
                        .toList(),
                PARTNER);
        assertThat(List.of(status(ANSWER), status(Samples.filing().id()), status(conference.entry())))
                .containsOnly(EntryStatus.OPEN);
    }

    @Test
    void nothingIsEnteredWhereOneDateOfTheOrderCannotBe() {
        List<String> before = firm.versions();
        assertThatThrownBy(() -> acts.apply(
                        List.of(
                                new Act.Order(ANSWER, DateGiven.on(LocalDate.of(2026, 4, 3)), "ECF 34"),
                                new Act.Order(new EntryId("E-nothing"), DateGiven.on(EXTENDED), "ECF 34")),
                        CLERK))
                .isInstanceOf(ActRefused.class);
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void whenTheTriggerMovesTheOrderedDateStaysAndItsOwnerIsAsked() {
        acts.apply(new Act.Order(ANSWER, DateGiven.on(LocalDate.of(2026, 4, 3)), "ECF 34"), CLERK);
        moveService(LocalDate.of(2026, 3, 16));
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(questions()).singleElement().satisfies(question -> {
            assertThat(question.entry()).isEqualTo(ANSWER);
            assertThat(question.asked()).isEqualTo(Samples.JLIN);
            assertThat(question.sentence())
                    .contains("was on Fri 2026-03-06 when this date was set, and is on Mon 2026-03-16 now")
                    .contains("tickler keep " + ANSWER);
        });
        new QuestionTeller(tests.database(), firm.books().active(), Samples.people()).tell(LATER);
        assertThat(firm.reminders(Purpose.QUESTION)).hasSize(1);

        acts.apply(new Act.Keep(ANSWER), PARTNER);
        assertThat(questions()).isEmpty();
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 3));
        firm.reconcile(LATER.plusSeconds(60));
        assertThat(questions()).as("what was answered is not asked again").isEmpty();
    }

    @Test
    void theQuestionIsSettledWhenTheTriggerMovesBack() {
        acts.apply(new Act.Order(ANSWER, DateGiven.on(LocalDate.of(2026, 4, 3)), "ECF 34"), CLERK);
        moveService(LocalDate.of(2026, 3, 16));
        assertThat(questions()).hasSize(1);
        moveService(LocalDate.of(2026, 3, 6));
        assertThat(questions()).isEmpty();
    }

    @Test
    void anOverrideNeedsAReasonAndIsTakenBackByTheRule() {
        Act correct = new Act.Correct(
                ANSWER, NewDate.of(DateGiven.on(LocalDate.of(2026, 3, 25))), Optional.empty(), Optional.empty());
        assertRefused(correct, CLERK, "who overrides it says why");
        acts.apply(correct, Signature.of(Samples.RDIAZ, "the waiver says so"));
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 3, 25));
        assertThat(steps(ANSWER)).contains("Wed 2026-03-25 by rdiaz: the waiver says so");
        moveService(LocalDate.of(2026, 3, 16));
        assertThat(day(ANSWER)).as("never touched").isEqualTo(LocalDate.of(2026, 3, 25));

        acts.apply(new Act.ByRule(ANSWER), CLERK);
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 6));
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions()).isEmpty();
        assertRefused(new Act.ByRule(ANSWER), CLERK, "nothing stands in place");
    }

    @Test
    void refusesAnExtensionThatIsNotLaterAndADateThatIsNone() {
        assertRefused(
                new Act.Extend(ANSWER, new Extension.Granted(DateGiven.on(LAST_DAY.minusDays(1)), "ECF 12")),
                CLERK,
                "an extension is later than what it extends");
        assertRefused(new Act.Order(ANSWER, DateGiven.NONE, "ECF 34"), CLERK, "say the date");
        assertRefused(new Act.Move(ANSWER, NewDate.of(DateGiven.on(EXTENDED))), CLERK, "tickler order");
        assertRefused(new Act.Verify(ANSWER), PARTNER, "nobody set its date");
    }

    @Test
    void anExtensionOfAnEnteredFilingWorksAlike() {
        EntryId filing = Samples.filing().id();
        acts.apply(new Act.Extend(filing, new Extension.Asked(DateGiven.on(EXTENDED), "motion")), CLERK);
        assertThat(status(filing)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(day(filing)).isEqualTo(LocalDate.of(2026, 3, 20));
        acts.apply(new Act.Extend(filing, new Extension.Granted(DateGiven.on(EXTENDED), "ECF 40")), CLERK);
        assertThat(day(filing)).isEqualTo(EXTENDED);
        assertThat(status(filing)).isEqualTo(EntryStatus.PROPOSED);
    }

    @Test
    void aDateOfAnOrderDoesNotAskBecauseAnotherOfTheSameOrderMovesWhatItHangsOn() {
        acts.apply(order("ECF 34", ANSWER, EXTENDED), CLERK);
        List<Act> both = List.of(
                order("ECF 40", SERVED.id(), LocalDate.of(2026, 3, 16)),
                order("ECF 40", ANSWER, LocalDate.of(2026, 4, 17)));
        Done done = acts.apply(both, CLERK);
        assertThat(done.preview().moves()).noneMatch(line -> line.contains("provisional"));
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 17));
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(questions()).isEmpty();
    }

    @Test
    void noEntryIsNamedTwiceInOneOrder() {
        EntryId filing = Samples.filing().id();
        assertRefused(
                List.of(
                        order("ECF 34", filing, LocalDate.of(2026, 5, 1)),
                        order("ECF 34", filing, LocalDate.of(2026, 5, 4))),
                CLERK,
                "is named twice");
    }

    @Test
    void anOrderOfTheDayThatTheRuleMakesHoldsItThere() {
        acts.apply(order("ECF 34", ANSWER, LAST_DAY), CLERK);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(firm.entry(ANSWER).revision().number())
                .as("nobody hears of a move")
                .isEqualTo(1);
        assertRefused(order("ECF 34", ANSWER, LAST_DAY), CLERK, "nothing changes");
        moveService(LocalDate.of(2026, 3, 16));
        assertThat(day(ANSWER)).isEqualTo(LAST_DAY);

        EntryId filing = Samples.filing().id();
        acts.apply(order("ECF 34", filing, LocalDate.of(2026, 3, 20)), CLERK);
        assertThat(firm.entry(filing).details().authority()).contains("ECF 34");
        assertThat(firm.entry(filing).revision().number()).isEqualTo(1);
    }

    @Test
    void anExtensionThatIsRefusedOpensNothingThatIsOver() {
        EntryId filing = Samples.filing().id();
        acts.apply(new Act.Extend(filing, new Extension.Asked(DateGiven.on(EXTENDED), "motion")), CLERK);
        acts.apply(new Act.Cancel(filing), CLERK);
        assertRefused(new Act.Extend(filing, new Extension.Refused()), CLERK, "is cancelled");
        assertThat(status(filing)).isEqualTo(EntryStatus.CANCELLED);
    }

    @Test
    void warnsToKeepToTheOriginalWhereAForbiddenExtensionIsGranted() {
        EntryId newTrial = EntryId.derived(JUDGMENT.id(), "us-frcp/new-trial", 1);
        Preview preview = acts.preview(
                new Act.Extend(newTrial, new Extension.Granted(DateGiven.on(LocalDate.of(2026, 8, 3)), "ECF 90")),
                CLERK);
        assertThat(preview.warnings())
                .anySatisfy(line -> assertThat(line).contains("the court may not enlarge", "Mon 2026-06-29"));
    }

    @Test
    void whatWasMovedSinceTheOrderIsNotVerifiedByIt() {
        EntryId filing = Samples.filing().id();
        acts.apply(order("ECF 34", filing, LocalDate.of(2026, 5, 1)), CLERK);
        acts.apply(new Act.Move(filing, NewDate.of(DateGiven.on(LocalDate.of(2026, 5, 8)))), PARTNER);
        assertRefused(new Act.Verify(filing), PARTNER, "was changed since");
        assertThatThrownBy(() -> acts.unverified(Samples.ACME_V_BOLT, "ECF 34", PARTNER))
                .isInstanceOf(ActRefused.class);

        acts.apply(order("ECF 41", filing, LocalDate.of(2026, 5, 8)), PARTNER);
        acts.apply(new Act.Verify(filing), CLERK);
        assertThat(status(filing)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void aDateWithoutASourceOrAReasonIsRefused() {
        assertRefused(order(" ", ANSWER, EXTENDED), CLERK, "is written");
        assertRefused(new Act.Extend(ANSWER, new Extension.Asked(DateGiven.on(EXTENDED), "")), CLERK, "is written");
        assertRefused(override(new NewDate(DateGiven.on(EXTENDED), Optional.empty(), Optional.empty())), CLERK, "why");
        assertRefused(override(NewDate.of(DateGiven.on(EXTENDED))), Signature.of(Samples.RDIAZ, " "), "says why");
    }

    @Test
    void anOverrideOfARuleRefusesWhatItWouldNotDo() {
        NewDate elsewhere = new NewDate(DateGiven.on(EXTENDED), Optional.of("Room 12"), Optional.empty());
        assertRefused(override(elsewhere), Signature.of(Samples.RDIAZ, "the waiver says so"), "only its day and hour");
    }

    @Test
    void keepLeavesAnExtensionAskedFor() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        acts.apply(asked(), CLERK);
        moveService(LocalDate.of(2026, 3, 16));
        acts.apply(new Act.Keep(ANSWER), PARTNER);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(steps(ANSWER)).contains("one to Fri 2026-04-10 is asked for").doesNotContain("asked: ");
        assertThat(questions()).isEmpty();
        acts.apply(new Act.Extend(ANSWER, new Extension.Refused()), CLERK);
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 3));
    }

    @Test
    void keepLeavesADateVerifiedThatASecondPersonFoundRight() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        acts.apply(new Act.Verify(ANSWER), PARTNER);
        moveService(LocalDate.of(2026, 3, 16));
        acts.apply(new Act.Keep(ANSWER), PARTNER);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.OPEN);
        assertThat(steps(ANSWER)).contains("ECF 34, entered by rdiaz", "Verified by mharper");
    }

    @Test
    void whoKeepsAnUnverifiedDateHasNotSetIt() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        moveService(LocalDate.of(2026, 3, 16));
        acts.apply(new Act.Keep(ANSWER), PARTNER);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROPOSED);
        assertRefused(new Act.Verify(ANSWER), CLERK, "another person must look");
        acts.apply(new Act.Verify(ANSWER), PARTNER);
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void theHistoryOfADateNamesThePersonAndTheOrder() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), Signature.of(Samples.RDIAZ, "case management"));
        acts.apply(
                override(NewDate.of(DateGiven.on(EXTENDED))),
                Signature.of(Samples.MHARPER, "the special master says so"));
        acts.apply(new Act.ByRule(ANSWER), CLERK);
        List<StoredRevision> revisions = tests.database().withHandle(handle -> EntryStore.revisions(handle, ANSWER));
        assertThat(revisions)
                .extracting(one -> Words.of(one.cause()) + " by " + one.by() + ": "
                        + one.reason().orElse(""))
                .containsExactly(
                        "derived by tickler: ",
                        "ordered by rdiaz: ECF 34: case management",
                        "corrected by mharper: the special master says so",
                        "by-rule by rdiaz: ");
    }

    @Test
    void aSourceIsAsShortAsAName() {
        String most = "x".repeat(120);
        assertRefused(order(most + "x", ANSWER, EXTENDED), CLERK, "--source");
        assertRefused(order("ECF\n34", ANSWER, EXTENDED), CLERK, "--source");
        assertRefused(
                new Act.Extend(ANSWER, new Extension.Asked(DateGiven.on(EXTENDED), most + "x")), CLERK, "--source");
        acts.apply(order(most, ANSWER, EXTENDED), CLERK);
        assertThat(day(ANSWER)).isEqualTo(EXTENDED);
    }

    @Test
    void anOrderIsEnteredOnce() {
        List<OrderedDate> dates = List.of(
                line(2, "answer", Optional.empty(), LocalDate.of(2026, 4, 3)),
                line(3, "Jury trial", Optional.of(EntryKind.TRIAL), LocalDate.of(2026, 9, 14)));
        acts.apply(acts.ordered(Samples.ACME_V_BOLT, dates, "ECF 34", CLERK), CLERK);

        assertThatThrownBy(() -> acts.ordered(Samples.ACME_V_BOLT, dates, "ecf 34", CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContainingAll(
                        "ecf34.csv:2: Answer or Rule 12 motion",
                        "already entered by ECF 34",
                        "ecf34.csv:3: Jury trial");
        OrderedDate later = line(4, "Jury trial", Optional.of(EntryKind.TRIAL), LocalDate.of(2026, 9, 21));
        assertThat(acts.ordered(Samples.ACME_V_BOLT, List.of(later), "ECF 34", CLERK))
                .hasSize(1);
        assertThatThrownBy(() -> acts.ordered(Samples.ACME_V_BOLT, List.of(later, later), "ECF 34", CLERK))
                .hasMessageContaining("ecf34.csv:4: \"Jury trial\" is named twice");
    }

    @Test
    void rulesFollowFromWhatAnOrderAdds() {
        OrderedDate judgment = new OrderedDate(
                "--set",
                "Amended judgment",
                Optional.of(new OrderedDate.New(EntryKind.EVENT, Optional.of("judgment-entered"))),
                DateGiven.on(LocalDate.of(2026, 7, 1)));
        Done done = acts.apply(acts.ordered(Samples.ACME_V_BOLT, List.of(judgment), "ECF 50", CLERK), CLERK);
        EntryId newTrial = EntryId.derived(done.entry().id(), "us-frcp/new-trial", 1);
        assertThat(day(newTrial)).isEqualTo(LocalDate.of(2026, 7, 29));
    }

    private static OrderedDate line(int number, String name, Optional<EntryKind> kind, LocalDate day) {
        return new OrderedDate(
                "ecf34.csv:" + number,
                name,
                kind.map(of -> new OrderedDate.New(of, Optional.empty())),
                DateGiven.on(day));
    }

    @Test
    void theQuestionSaysWhereTheTriggerIsNow() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        moveService(LocalDate.of(2026, 3, 16));
        moveService(LocalDate.of(2026, 3, 18));
        assertThat(questions())
                .singleElement()
                .satisfies(question -> assertThat(question.sentence()).contains("is on Wed 2026-03-18 now"));
    }

    @Test
    void whatIsSetStandsWhenItsTriggerIsOffAndIsCorrectedThere() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        acts.apply(new Act.Cancel(SERVED.id()), CLERK);
        assertThat(questions()).hasSize(1);
        acts.apply(
                override(NewDate.of(DateGiven.on(EXTENDED))),
                Signature.of(Samples.RDIAZ, "the special master says so"));
        assertThat(day(ANSWER)).isEqualTo(EXTENDED);
        assertThat(questions()).isEmpty();
        List<String> before = firm.versions();
        firm.reconcile(LATER.plusSeconds(60));
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void whatIsSetAsksOnceWhenItsRuleIsGone() {
        acts.apply(order("ECF 34", ANSWER, LocalDate.of(2026, 4, 3)), CLERK);
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(Samples.RULES), "rdiaz", LATER.plusSeconds(60));
        assertThat(day(ANSWER)).isEqualTo(LocalDate.of(2026, 4, 3));
        assertThat(questions()).hasSize(1);
        acts.apply(new Act.Keep(ANSWER), PARTNER);
        firm.reconcile(LATER.plusSeconds(120));
        assertThat(questions()).isEmpty();
        assertThat(status(ANSWER)).isEqualTo(EntryStatus.PROPOSED);
    }

    @Test
    void whatHasNoDateIsNotExtended() {
        Act.Add waits = new Act.Add(
                UUID.randomUUID(),
                Samples.ACME_V_BOLT,
                EntryKind.FILING,
                "Reply brief",
                DateGiven.NONE,
                Optional.empty(),
                Details.NONE);
        acts.apply(waits, CLERK);
        assertRefused(
                new Act.Extend(waits.entry(), new Extension.Asked(DateGiven.on(EXTENDED), "motion")),
                CLERK,
                "has no date yet");
    }

    private static Act order(String source, EntryId entry, LocalDate day) {
        return new Act.Order(entry, DateGiven.on(day), source);
    }

    private static Act override(NewDate to) {
        return new Act.Correct(ANSWER, to, Optional.empty(), Optional.empty());
    }

    private void assertRefused(Act act, Signature by, String because) {
        assertRefused(List.of(act), by, because);
    }

    private void assertRefused(List<Act> all, Signature by, String because) {
        List<String> before = firm.versions();
        assertThatThrownBy(() -> acts.apply(all, by))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(because);
        assertThat(firm.versions()).isEqualTo(before);
    }
}
