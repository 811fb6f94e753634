package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
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
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;

/** A date moves, and those who were told of the old one hear of the new one: it is Friday 23 January 2026, 9:00 in New York. */
class MoveRadarTest {
    private static final Instant FRI_9 = Instant.parse("2026-01-23T14:00:00Z");
    private static final LocalDate OLD = LocalDate.of(2026, 3, 12);
    private static final LocalDate NEW = LocalDate.of(2026, 3, 26);
    private static final Entry HEARING = Samples.hearing();

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(FRI_9);
    private final Mailbox mailbox = Mailbox.open();
    private PlanFixture firm;
    private Acts acts;

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), HEARING, Samples.filing());
        firm.reconcile(PlanFixture.KNOWN);
        firm.send(HEARING.id(), PlanFixture.KNOWN);
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void aNoticeWaitsTenMinutesAndSaysOldNewWhoAndWhy() {
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order of 22 January"));
        pass(Duration.ofMinutes(9));
        assertThat(mailbox.mails()).isEmpty();
        pass(Duration.ofMinutes(1));
        ReceivedMail mail = mailbox.mailsTo("jlin@firm.example").getFirst();
        assertThat(mail.header("Subject")).contains("Moved: Hearing Thu, Mar 26, 2026 [H-2291]");
        assertThat(mail.text())
                .contains("The court moved it: order of 22 January (Rosa Diaz)")
                .contains("Was:        Thursday, March 12, 2026, 9:30 AM EDT")
                .containsSubsequence("Now:", "Thursday, March 26, 2026, 9:30 AM EDT", "Where:");
        assertThat(mailbox.mails()).hasSize(1);
    }

    @Test
    void aCorrectionSaysThatWeHadItWrong() {
        acts.apply(correct(NEW), Signature.of(Samples.RDIAZ, "misread the notice"));
        pass(Duration.ofMinutes(10));
        assertThat(mailbox.mailsTo("jlin@firm.example").getFirst().text())
                .contains("We had it wrong: misread the notice (Rosa Diaz)")
                .doesNotContain("The court moved it");
    }

    @Test
    void whatIsTakenBackWithinTheTenMinutesNobodyHearsOf() {
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "typing error"));
        pass(Duration.ofMinutes(5));
        acts.apply(correct(OLD), Signature.of(Samples.RDIAZ, "taken back"));
        pass(Duration.ofDays(1));
        assertThat(mailbox.mails()).isEmpty();
        assertThat(firm.reminders(Purpose.MOVED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(ReminderState.WITHDRAWN));
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .as("what was ahead of the old date is ahead again")
                .hasSize(3);
    }

    @Test
    void whoHeardOfTheDateInBetweenHearsThatTheOldOneHolds() {
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order"));
        pass(Duration.ofMinutes(10));
        acts.apply(correct(OLD), Signature.of(Samples.RDIAZ, "taken back"));
        assertThat(mailbox.mails()).hasSize(1);
        sweep();
        assertThat(mailbox.mails()).as("earlier than believed: at once").hasSize(2);
        assertThat(mailbox.mails().getLast().text())
                .containsSubsequence("Was:        Thursday, March 26", "Now:", "Thursday, March 12");
    }

    @Test
    void aDateThatMovesEarlierIsToldAtOnceByEveryChannel() {
        Preview preview = acts.preview(move(LocalDate.of(2026, 3, 5)), Signature.of(Samples.RDIAZ, "order"));
        assertThat(preview.told())
                .containsExactly("John Lin, who had been told of the former date, by email and sms, at once");
    }

    @Test
    void aDateWithinAWorkingDayIsToldAtOnce() {
        clock.set(Instant.parse("2026-03-11T14:00:00Z"));
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order"));
        sweep();
        assertThat(mailbox.mailsTo("jlin@firm.example")).hasSize(1);
    }

    @Test
    void whatFollowsSaysFromWhatAndWhy() {
        Entry binder = tests.database().withHandle(handle -> EntryStore.ofMatter(handle, Samples.ACME_V_BOLT)).stream()
                .filter(entry -> entry.title().equals("Hearing binder"))
                .findFirst()
                .orElseThrow();
        firm.send(binder.id(), Instant.parse("2026-03-04T15:00:00Z"));
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order of 22 January"));
        pass(Duration.ofMinutes(10));
        assertThat(mailbox.mailsTo("rdiaz@firm.example").getFirst().text())
                .contains(
                        "It follows from Hearing on motion to compel. The court moved it: order of 22 January (Rosa Diaz)")
                .contains("Was:        Thursday, March 5, 2026");
    }

    @Test
    void whoHeardByAnEscalationHearsOfTheMoveToo() {
        escalated();
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order"));
        pass(Duration.ofMinutes(10));
        assertThat(mailbox.mailsTo("mharper@firm.example").getFirst().text())
                .contains("Was:        Thursday, March 12");
    }

    @Test
    void ofWhatIsCancelledOrMovedNoOldReminderLeaves() {
        acts.apply(move(NEW), Signature.of(Samples.RDIAZ, "order"));
        pass(Duration.ofMinutes(10));
        clock.set(Instant.parse("2026-03-12T13:30:00Z"));
        sweep();
        assertThat(mailbox.mails())
                .as("the notice, and nothing else by the day of the old date")
                .hasSize(1);
        acts.apply(new Act.Cancel(HEARING.id()), Signature.of(Samples.RDIAZ, "settled"));
        pass(Duration.ofMinutes(10));
        assertThat(mailbox.mails().getLast().text()).contains("It was called off: settled (Rosa Diaz)");
        int told = mailbox.mails().size();
        clock.set(Instant.parse("2026-03-27T13:30:00Z"));
        sweep();
        assertThat(mailbox.mailsTo("jlin@firm.example"))
                .noneMatch(mail -> mail.text().contains("7 days before, by the ladder appearance"));
        assertThat(told).isEqualTo(2);
    }

    private void escalated() {
        PlannedReminder rung =
                firm.reminders(HEARING.id(), ReminderState.SENT).getFirst().planned();
        PlannedReminder escalation =
                PostOffice.planned(HEARING, "lead", Samples.MHARPER, FRI_9, Optional.empty(), Purpose.ESCALATION);
        tests.database().inTransaction(handle -> {
            ScheduleStore.add(
                    handle, List.of(escalation), Stamp.of(firm.books().active().fingerprint(), rung.firstOwedAt()));
            return rung;
        });
        firm.send(HEARING.id(), FRI_9);
    }

    private static Act move(LocalDate day) {
        return new Act.Move(HEARING.id(), NewDate.of(DateGiven.on(day)));
    }

    private static Act correct(LocalDate day) {
        return new Act.Correct(HEARING.id(), NewDate.of(DateGiven.on(day)), Optional.empty(), Optional.empty());
    }

    private void pass(Duration time) {
        clock.advance(time);
        sweep();
    }

    private void sweep() {
        PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, home))
                .run();
    }
}
