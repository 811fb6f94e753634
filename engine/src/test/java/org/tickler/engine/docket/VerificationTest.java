package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.plan.ReminderState;

/** Dates that a second person must find right, by reading them from the paper, before they are more than proposed. */
class VerificationTest {
    private static final String CHECKS = """
            use: us-frcp
            checks:
              - {id: court-dates, for: {kind: [filing, discovery]}, verify: blind, done: receipt}
              - {id: hearings, for: {kind: hearing}, verify: seen}
            """;
    private static final Signature CLERK = new Signature(Samples.RDIAZ, Optional.empty());
    private static final Signature LAWYER = new Signature(Samples.JLIN, Optional.empty());
    private static final Signature PARTNER = new Signature(Samples.MHARPER, Optional.empty());
    private static final LocalDate DUE = LocalDate.of(2026, 3, 25);
    private static final LocalDate OTHER = LocalDate.of(2026, 3, 26);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private final Mailbox mailbox = Mailbox.open();
    private LoadFixture docket;
    private SettableClock clock;

    @BeforeEach
    void open() {
        docket = new LoadFixture(tests, folder);
        clock = docket.clock;
        new Activator(tests.database(), docket.firm.books(), docket.firm.reconciler())
                .activate(Samples.book(CHECKS + Samples.RULES), "rdiaz", LoadFixture.MON_2026_02_02);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private EntryId add(EntryKind kind, String title, DateGiven date, Details details, Signature by) {
        return apply(
                        new Act.Add(
                                UUID.randomUUID(), Samples.ACME_V_BOLT, kind, title, date, Optional.empty(), details),
                        by)
                .entry()
                .id();
    }

    private EntryId brief() {
        return add(EntryKind.FILING, "Reply brief", DateGiven.on(DUE), Details.NONE, CLERK);
    }

    private Done apply(Act act, Signature by) {
        clock.advance(Duration.ofMinutes(1));
        return docket.acts.apply(act, by);
    }

    private static Act read(EntryId id, LocalDate day) {
        return new Act.Verify(id, Optional.of(DateGiven.on(day)));
    }

    private EntryStatus status(EntryId id) {
        return docket.firm.entry(id).status();
    }

    private List<Question> questions() {
        return tests.database().withHandle(handle -> QuestionStore.open(handle, 10));
    }

    private void assertRefused(Act act, Signature by, String why) {
        assertThatThrownBy(() -> docket.acts.apply(act, by))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(why)
                .satisfies(refused -> assertThat(refused.getMessage()).doesNotContain("2026"));
    }

    @Test
    void whatIsEnteredUnderACheckIsProposedAndReminds() {
        EntryId brief = brief();
        assertThat(status(brief)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(docket.firm.reminders(brief, ReminderState.PLANNED)).isNotEmpty();
        assertThat(status(add(EntryKind.TASK, "Binder", DateGiven.on(DUE), Details.NONE, CLERK)))
                .as("no check covers it")
                .isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void itsReminderSaysThatItIsNotVerified() {
        EntryId brief = brief();
        clock.set(Instant.parse("2026-03-18T13:00:00Z"));
        PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, folder))
                .run();
        assertThat(mailbox.mailsTo("jlin@firm.example"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.text())
                        .contains("Reply brief", "Not verified: no second person has verified this date yet."));

        apply(read(brief, DUE), PARTNER);
        clock.set(Instant.parse("2026-03-24T13:00:00Z"));
        PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, folder))
                .run();
        assertThat(mailbox.mailsTo("rdiaz@firm.example"))
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(mail.text()).doesNotContain("Not verified"));
    }

    @Test
    void theSameDateReadFromThePaperVerifiesIt() {
        EntryId brief = brief();
        apply(read(brief, DUE), PARTNER);
        assertThat(status(brief)).isEqualTo(EntryStatus.OPEN);
        assertRefused(read(brief, DUE), LAWYER, "mharper verified it");
    }

    @Test
    void nobodyVerifiesHisOwnNorWithoutReading() {
        EntryId brief = brief();
        assertRefused(read(brief, DUE), CLERK, "another person must look");
        assertRefused(new Act.Verify(brief), PARTNER, "reading it from the paper");
        apply(new Act.Move(brief, NewDate.of(DateGiven.on(OTHER))), PARTNER);
        assertRefused(read(brief, OTHER), PARTNER, "another person must look");
        apply(read(brief, OTHER), CLERK);
        assertThat(status(brief)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void anotherDateAsksBothAndStaysProposed() {
        EntryId brief = brief();
        Preview shown = docket.acts.preview(read(brief, OTHER), PARTNER);
        assertThat(shown.differs()).isTrue();
        assertThat(shown.lines().toString()).contains("Thu 2026-03-26").doesNotContain("2026-03-25");
        Done done = apply(read(brief, OTHER), PARTNER);
        assertThat(done.preview().differs()).isTrue();
        assertThat(status(brief)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(questions()).extracting(Question::asked).containsExactlyInAnyOrder(Samples.RDIAZ, Samples.MHARPER);
        assertThat(questions())
                .allSatisfy(question -> assertThat(question.sentence())
                        .contains("rdiaz gave Wed 2026-03-25", "mharper read Thu 2026-03-26"));
        assertThat(docket.audit(brief)).contains("differed").doesNotContain("verified");

        apply(read(brief, DUE), PARTNER);
        assertThat(status(brief)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions()).isEmpty();
    }

    @Test
    void aMovedDateIsVerifiedAnew() {
        EntryId brief = brief();
        apply(read(brief, DUE), PARTNER);
        apply(new Act.Move(brief, new NewDate(DateGiven.NONE, Optional.of("by mail"), Optional.empty())), LAWYER);
        assertThat(status(brief)).as("its date is the same").isEqualTo(EntryStatus.OPEN);
        apply(new Act.Move(brief, NewDate.of(DateGiven.on(OTHER))), LAWYER);
        assertThat(status(brief)).isEqualTo(EntryStatus.PROPOSED);
        apply(new Act.Move(brief, NewDate.of(DateGiven.on(DUE))), LAWYER);
        assertThat(status(brief)).isEqualTo(EntryStatus.PROPOSED);
    }

    @Test
    void aHearingIsReadWithItsHourAndMayBeSeen() {
        EntryId hearing =
                add(EntryKind.HEARING, "Oral argument", DateGiven.at(DUE, LocalTime.of(9, 30)), Details.NONE, CLERK);
        assertThatThrownBy(() -> docket.acts.apply(read(hearing, DUE), PARTNER)).hasMessageContaining("has an hour");
        Act wrong = new Act.Verify(hearing, Optional.of(DateGiven.at(DUE, LocalTime.of(10, 30))));
        assertThat(docket.acts.preview(wrong, PARTNER).differs()).isTrue();
        apply(new Act.Verify(hearing), PARTNER);
        assertThat(status(hearing)).as("its check lets her look").isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void aDerivedCourtDeadlineIsProposedUntilSomebodyElseThanWhoEnteredItsTriggerVerifiesIt() {
        EntryId served = add(
                EntryKind.EVENT,
                "Service of the complaint",
                DateGiven.on(LocalDate.of(2026, 3, 6)),
                new Details(
                        Optional.of(Samples.NYSD),
                        Optional.of("complaint-served"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("jlin"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                CLERK);
        EntryId answer = EntryId.derived(served, "us-frcp/answer", 1);
        assertThat(status(answer)).isEqualTo(EntryStatus.PROPOSED);
        assertThat(docket.firm.reminders(answer, ReminderState.PLANNED)).isNotEmpty();
        assertRefused(read(answer, LocalDate.of(2026, 3, 27)), CLERK, "another person must look");
        apply(read(answer, LocalDate.of(2026, 3, 27)), PARTNER);
        assertThat(status(answer)).isEqualTo(EntryStatus.OPEN);
        assertThat(((Origin.Derived) docket.firm.entry(answer).origin()).steps())
                .contains("verified by mharper");
        docket.firm.reconcile(clock.instant());
        assertThat(status(answer)).isEqualTo(EntryStatus.OPEN);

        apply(new Act.Move(served, NewDate.of(DateGiven.on(LocalDate.of(2026, 3, 9)))), PARTNER);
        assertThat(status(answer)).as("it moved").isEqualTo(EntryStatus.PROPOSED);
        assertRefused(read(answer, LocalDate.of(2026, 3, 30)), PARTNER, "another person must look");
        apply(read(answer, LocalDate.of(2026, 3, 30)), LAWYER);
        assertThat(status(answer)).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void whatASourceGivesUnderACheckIsProposed() {
        docket.load("1,H-2291,filing,Motion,2026-03-20,,jlin,", "2,H-2291,task,Errand,2026-03-20,,jlin,");
        EntryId motion = docket.entry("1").id();
        assertThat(docket.entry("1").status()).isEqualTo(EntryStatus.PROPOSED);
        assertThat(docket.entry("2").status()).isEqualTo(EntryStatus.OPEN);
        assertRefused(read(motion, LocalDate.of(2026, 3, 20)), CLERK, "another person must look");
        apply(read(motion, LocalDate.of(2026, 3, 20)), PARTNER);
        assertThat(docket.entry("1").status()).isEqualTo(EntryStatus.OPEN);

        docket.load("1,H-2291,filing,Motion,2026-03-23,,jlin,", "2,H-2291,task,Errand,2026-03-23,,jlin,");
        assertThat(docket.entry("1").status()).as("its source moved it").isEqualTo(EntryStatus.PROPOSED);
        docket.load("1,H-2291,filing,Motion,2026-03-23,,jlin,done", "2,H-2291,task,Errand,2026-03-23,,jlin,done");
        assertThat(docket.entry("1").status()).as("a receipt is missing").isEqualTo(EntryStatus.CLAIMED);
        assertThat(docket.entry("2").status()).isEqualTo(EntryStatus.DONE);
    }
}
