package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.text.Words;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.KeptReceipt;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** Done, waived, reopened, stayed: the acts that end an entry or take it up again, under the firm's checks. */
class LifeActsTest {
    static final String CHECKS = """
            checks:
              - {id: court-dates, for: {kind: [filing, discovery]}, done: [receipt, second-person]}
              - {id: papers, for: {kind: document}, done: receipt}
            """;
    private static final Instant LATER = PlanFixture.KNOWN.plus(Duration.ofDays(20));
    private static final Signature CLERK = new Signature(Samples.RDIAZ, Optional.empty());
    private static final Signature LAWYER = new Signature(Samples.JLIN, Optional.empty());
    private static final Signature PARTNER = new Signature(Samples.MHARPER, Optional.empty());
    private static final EntryId BRIEF = Samples.filing().id();
    private static final EntryId HEARING = Samples.hearing().id();
    private static final KeptReceipt NOTICE = new KeptReceipt("a".repeat(64), "notice.pdf", 12_345);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(LATER);
    private final Mailbox mailbox = Mailbox.open();
    private PlanFixture firm;
    private Acts acts;

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), Samples.hearing(), Samples.filing());
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(CHECKS + Samples.RULES), "rdiaz", PlanFixture.KNOWN);
        firm.reconcile(PlanFixture.KNOWN);
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    private EntryStatus status(EntryId id) {
        return firm.entry(id).status();
    }

    private Done apply(Act act, Signature by) {
        clock.advance(Duration.ofMinutes(1));
        return acts.apply(act, by);
    }

    private static Act claim(EntryId id) {
        return new Act.Claim(id, ReceiptGiven.NONE);
    }

    private static Act claim(EntryId id, Verdict verdict) {
        return new Act.Claim(id, ReceiptGiven.of("ECF 41", verdict));
    }

    private static Signature because(Signature by, String reason) {
        return Signature.of(by.by(), reason);
    }

    private EntryId add(EntryKind kind) {
        return apply(
                        new Act.Add(
                                UUID.randomUUID(),
                                Samples.ACME_V_BOLT,
                                kind,
                                "Privilege log",
                                DateGiven.on(LocalDate.of(2026, 3, 25)),
                                Optional.empty(),
                                Details.NONE),
                        CLERK)
                .entry()
                .id();
    }

    private void assertRefused(Act act, Signature by, String why) {
        assertThatThrownBy(() -> acts.apply(act, by))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(why);
    }

    private List<ReceiptStore.Row> receipts(EntryId id) {
        return tests.database().withHandle(handle -> ReceiptStore.ofEntry(handle, id));
    }

    private String audit(EntryId id) {
        return tests.database().withHandle(handle -> AuditStore.ofEntry(handle, id)).stream()
                .map(numbered -> numbered.row().act() + numbered.row().detail())
                .toList()
                .toString();
    }

    private boolean reminds(EntryId id) {
        return !firm.reminders(id, ReminderState.PLANNED).isEmpty();
    }

    @Test
    void aPersonsWordIsEnoughWhereNoCheckAsksForMore() {
        EntryId errand = add(EntryKind.TASK);
        assertThat(reminds(errand)).isTrue();
        apply(claim(errand), CLERK);
        assertThat(status(errand)).isEqualTo(EntryStatus.DONE);
        assertThat(reminds(errand)).isFalse();
        assertRefused(claim(errand), CLERK, "is done already");
    }

    @Test
    void whatWasOnlyHandedInIsClaimedThoughNoCheckAsksForMore() {
        EntryId errand = add(EntryKind.TASK);
        apply(claim(errand, Verdict.SUBMITTED), CLERK);
        assertThat(status(errand)).isEqualTo(EntryStatus.CLAIMED);
        apply(claim(errand), CLERK);
        assertThat(status(errand)).isEqualTo(EntryStatus.DONE);
    }

    @Test
    void aClaimRemindsUntilItsReceiptComes() {
        EntryId paper = add(EntryKind.DOCUMENT);
        apply(claim(paper), CLERK);
        assertThat(status(paper)).isEqualTo(EntryStatus.CLAIMED);
        assertRefused(claim(paper), CLERK, "what is missing is the receipt that it was accepted");
        apply(claim(paper, Verdict.SUBMITTED), CLERK);
        assertThat(status(paper)).isEqualTo(EntryStatus.CLAIMED);
        apply(claim(paper, Verdict.ACCEPTED), CLERK);
        assertThat(status(paper)).isEqualTo(EntryStatus.DONE);
        assertThat(receipts(paper)).extracting(ReceiptStore.Row::verdict).containsExactly("submitted", "accepted");
    }

    @Test
    void aSecondPersonConfirmsAndNobodyHisOwn() {
        apply(claim(BRIEF, Verdict.ACCEPTED), LAWYER);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.CLAIMED);
        assertThat(reminds(BRIEF)).isTrue();
        assertRefused(new Act.Confirm(BRIEF), LAWYER, "another person must look and confirm it");
        assertRefused(claim(BRIEF), LAWYER, "another person's word");
        apply(new Act.Confirm(BRIEF), PARTNER);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.DONE);
        assertThat(reminds(BRIEF)).isFalse();
        assertThat(audit(BRIEF)).contains("claimed", "confirmed");
    }

    @Test
    void twoWordsWithoutAReceiptAreNotEnoughWhereBothAreWanted() {
        apply(claim(BRIEF), LAWYER);
        apply(new Act.Confirm(BRIEF), PARTNER);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.CLAIMED);
        apply(claim(BRIEF, Verdict.ACCEPTED), LAWYER);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.DONE);
        assertRefused(new Act.Confirm(HEARING), PARTNER, "is open and cannot be confirmed");
    }

    @Test
    void theHashOfTheFileStandsInTheAudit() {
        apply(
                new Act.Claim(BRIEF, new ReceiptGiven(Optional.of("ECF 41"), Optional.of(NOTICE), Verdict.ACCEPTED)),
                LAWYER);
        assertThat(receipts(BRIEF)).singleElement().satisfies(row -> {
            assertThat(row.file()).contains(NOTICE);
            assertThat(row.words()).contains("ECF 41 (notice.pdf)");
            assertThat(row.by()).isEqualTo(Samples.JLIN);
        });
        assertThat(audit(BRIEF)).contains(NOTICE.sha256(), "notice.pdf", "12345", "command");
        assertThatThrownBy(() -> tests.database()
                        .inTransaction(handle -> handle.execute("UPDATE receipt SET verdict = 'accepted'")))
                .as("the program cannot change what was given")
                .hasMessageContaining("permission denied");
    }

    @Test
    void aRejectedFilingIsOpenAgainAndTellsThoseWhoMustKnow() {
        apply(claim(BRIEF, Verdict.ACCEPTED), LAWYER);
        apply(new Act.Confirm(BRIEF), PARTNER);
        clock.advance(Duration.ofMinutes(1));
        apply(claim(BRIEF, Verdict.REJECTED), because(CLERK, "no certificate of service"));
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.OPEN);
        assertThat(reminds(BRIEF)).isTrue();
        assertThat(firm.reminders(Purpose.REJECTED))
                .extracting(row -> row.planned().to())
                .as("the owner, and whom the ladder tells on silence; not who entered it")
                .contains(Samples.JLIN, Samples.MHARPER)
                .doesNotContain(Samples.RDIAZ);

        PostOffice.sweep(tests.database(), clock, PostOffice.byMail(mailbox.port(), clock, home))
                .run();
        assertThat(mailbox.mailsTo("mharper@firm.example")).singleElement().satisfies(mail -> {
            assertThat(mail.header("Subject").toString()).contains("Rejected: Filing");
            assertThat(mail.text())
                    .contains("Rejected, and to be done again", "Opposition brief", "no certificate of service");
        });

        apply(claim(BRIEF), LAWYER);
        apply(new Act.Confirm(BRIEF), PARTNER);
        assertThat(status(BRIEF))
                .as("the receipt of the first filing is used up")
                .isEqualTo(EntryStatus.CLAIMED);
    }

    @Test
    void aRejectionSaysWhy() {
        assertRefused(
                new Act.Claim(BRIEF, new ReceiptGiven(Optional.empty(), Optional.empty(), Verdict.REJECTED)),
                LAWYER,
                "say why");
        apply(
                new Act.Claim(BRIEF, new ReceiptGiven(Optional.empty(), Optional.empty(), Verdict.REJECTED)),
                because(LAWYER, "wrong court"));
        assertThat(status(BRIEF)).as("nobody had claimed it").isEqualTo(EntryStatus.OPEN);
        assertThat(firm.reminders(Purpose.REJECTED))
                .extracting(row -> row.planned().to())
                .contains(Samples.MHARPER);
    }

    @Test
    void whoeverWaivesSaysWhyAndItRemindsNoMore() {
        assertRefused(new Act.Waive(BRIEF), PARTNER, "who waives");
        apply(new Act.Waive(BRIEF), because(PARTNER, "the client drops the motion"));
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.WAIVED);
        assertThat(reminds(BRIEF)).isFalse();
        assertRefused(
                new Act.Move(BRIEF, NewDate.of(DateGiven.on(LocalDate.of(2026, 4, 1)))), LAWYER, "tickler reopen");
        assertRefused(claim(BRIEF), LAWYER, "is waived and cannot be claimed");

        assertRefused(new Act.Reopen(BRIEF), PARTNER, "who reopens");
        apply(new Act.Reopen(BRIEF), because(PARTNER, "she does not"));
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.OPEN);
        assertThat(reminds(BRIEF)).isTrue();
    }

    @Test
    void thoseWhoWereToldThatItIsOffHearThatItStandsAgain() {
        firm.send(HEARING, LATER);
        apply(new Act.Cancel(HEARING), CLERK);
        firm.send(HEARING, clock.instant().plus(Duration.ofMinutes(10)));
        apply(new Act.Reopen(HEARING), because(CLERK, "the wrong one was cancelled"));
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.reminders(Purpose.MOVED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().why())
                        .contains("it was off and stands again: the wrong one was cancelled"));
    }

    @Test
    void whatIsStayedDoesNotRemindUntilThatIsLifted() {
        apply(new Act.Stay(BRIEF), because(LAWYER, "stipulated stay"));
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.STAYED);
        assertThat(reminds(BRIEF)).isFalse();
        assertRefused(new Act.Stay(BRIEF), LAWYER, "is stayed and cannot be stayed");
        apply(new Act.Lift(BRIEF), LAWYER);
        assertThat(status(BRIEF)).isEqualTo(EntryStatus.OPEN);
        assertThat(reminds(BRIEF)).isTrue();

        apply(claim(BRIEF), LAWYER);
        apply(new Act.Stay(BRIEF), LAWYER);
        apply(new Act.Lift(BRIEF), LAWYER);
        assertThat(status(BRIEF)).as("it was claimed before").isEqualTo(EntryStatus.CLAIMED);
        assertRefused(new Act.Lift(BRIEF), LAWYER, "is claimed and cannot be lifted");
    }

    @Test
    void noSinglePersonEndsALastDayToSueThatWasEnteredByHand() {
        EntryId last = add(EntryKind.LIMITATION);
        assertRefused(new Act.Waive(last), because(PARTNER, "no"), "no single person lets go of one");
        assertRefused(new Act.Stay(last), because(PARTNER, "no"), "no single person suspends one");
        apply(claim(last, Verdict.ACCEPTED), LAWYER);
        assertThat(status(last)).isEqualTo(EntryStatus.CLAIMED);
        apply(new Act.Confirm(last), PARTNER);
        assertThat(status(last)).isEqualTo(EntryStatus.DONE);
        apply(new Act.Reopen(last), because(LAWYER, "wrong case"));
        assertThat(status(last)).isEqualTo(EntryStatus.OPEN);
        assertThat(reminds(last)).isTrue();
    }

    @Test
    void actsOfACallersTransactionStandOrFallWithIt() {
        assertThatThrownBy(() -> tests.database().inTransaction(handle -> {
                    acts.applyIn(handle, List.of(claim(HEARING)), LAWYER, clock.instant());
                    throw new IllegalStateException("the caller gives up");
                }))
                .hasMessageContaining("gives up");
        assertThat(status(HEARING)).isEqualTo(EntryStatus.OPEN);
        Done done = tests.database()
                .inTransaction(handle -> acts.applyIn(handle, List.of(claim(HEARING)), LAWYER, clock.instant()));
        assertThat(done.entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(status(HEARING)).isEqualTo(EntryStatus.DONE);
    }

    @Test
    void everyActIsInTheAuditUnderItsOwnWord() {
        apply(new Act.Stay(BRIEF), LAWYER);
        apply(new Act.Lift(BRIEF), LAWYER);
        apply(new Act.Waive(BRIEF), because(PARTNER, "enough"));
        apply(new Act.Reopen(BRIEF), because(PARTNER, "not enough"));
        assertThat(audit(BRIEF)).contains("stayed", "lifted", "waived", "reopened", "not enough");
        Entry entry = firm.entry(BRIEF);
        assertThat(Words.of(entry.status())).isEqualTo("open");
        List<QuestionStore.Question> open = tests.database().withHandle(handle -> QuestionStore.open(handle, 10));
        assertThat(open).isEmpty();
    }
}
