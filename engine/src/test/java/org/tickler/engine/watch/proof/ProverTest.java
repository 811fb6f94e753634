package org.tickler.engine.watch.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.dispatch.Ways;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.AskId;

/** The planner and the rows are broken on purpose, behind the back of everything that keeps them, and the proof sees it. */
class ProverTest {
    /** Thursday 5 March 2026, 9:00 in New York: a week before the hearing. */
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");
    /** Friday 13 March 2026, 9:00 in New York: a week before the brief is due, with an answer wanted. */
    private static final Instant BRIEF = Instant.parse("2026-03-13T13:00:00Z");
    /** Three in the night after. */
    private static final Instant NIGHT = Instant.parse("2026-03-06T08:00:00Z");

    private static final String SENT = "WHERE recipient = 'jlin' AND due_at = '2026-03-05T14:00:00Z'";
    private static final String TO_COME = "WHERE recipient = 'jlin' AND due_at = '2026-03-13T13:00:00Z'";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(PlanFixture.KNOWN);
    private final Mailbox mailbox = Mailbox.open();
    private Database database;
    private PlanFixture firm;
    private Prover prover;
    private Ways ways;

    @BeforeEach
    void plan() {
        firm = new PlanFixture(tests);
        database = firm.database();
        prover = new Prover(database, firm.books());
        ways = PostOffice.byMail(mailbox.port(), clock, home);
        Samples.store(database, Samples.hearing(), Samples.filing());
        firm.reconcile(PlanFixture.KNOWN);
        sweep(PlanFixture.KNOWN);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void findsNothingWhereEverybodyWasToldAndTheRestIsPlanned() {
        live();
        ProofStore.Proof proof = prove(NIGHT);
        assertThat(proof.gaps()).isEmpty();
        assertThat(proof.counts()).isEqualTo(new ProofStore.Counts(3, 3, 6));
        assertThat(PostOffice.row(database, "SELECT owed, told, gaps, undated FROM proof"))
                .containsEntry("owed", 3)
                .containsEntry("told", 3)
                .containsEntry("gaps", 0)
                .containsEntry("undated", 0);
        assertThat(PostOffice.texts(database, "SELECT detail ->> 'hash' FROM audit WHERE act = 'coverage-proved'"))
                .containsExactly(proof.hash());
        assertThat(PostOffice.texts(database, "SELECT id FROM ask WHERE purpose = 'alarm'"))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a reminder that is gone               | DELETE FROM attempt_reminder WHERE reminder IN (SELECT id FROM reminder %s); DELETE FROM reminder %s | nothing was planned, and nothing was sent
            one marked as sent without an attempt | DELETE FROM attempt_reminder WHERE reminder IN (SELECT id FROM reminder %s) | it is marked as sent, and no attempt was made
            one that went to somebody else        | UPDATE message SET recipient = 'mharper' WHERE id IN (SELECT message FROM reminder %s) | it went to mharper instead
            one suppressed as if answered         | DELETE FROM attempt_reminder WHERE reminder IN (SELECT id FROM reminder %s); UPDATE reminder SET state = 'suppressed', state_reason = 'it was answered' %s | suppressed (it was answered), which the facts do not bear out
            one said not to have arrived          | UPDATE message SET provider_state = 'undelivered' WHERE id IN (SELECT message FROM reminder %s) | the provider says that it did not arrive, and nobody else was told
            one that left three hours late        | UPDATE attempt SET began_at = '2026-03-05T17:00:00Z' WHERE message IN (SELECT message FROM reminder %s) | it left 3 h late, and nothing that is recorded says why
            """)
    void seesWhatWasNotToldAndMailsIt(String what, String sabotage, String sentence) {
        live();
        breakIt(sabotage, SENT);
        told(sentence, "due Thu 2026-03-05 09:00");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            a reminder that is gone         | DELETE FROM reminder %s | nothing is planned
            one withdrawn for no reason     | UPDATE reminder SET state = 'withdrawn', state_reason = 'the entry is done' %s | it is withdrawn (the entry is done), which the facts do not bear out
            one marked as sent already      | UPDATE reminder SET state = 'sent' %s | it is marked as sent, and no attempt was made
            one for another time            | UPDATE reminder SET due_at = due_at + interval '1 day' %s | it is planned for 2026-03-14T13:00:00Z instead
            one that is put off             | UPDATE reminder SET try_at = try_at + interval '1 day' %s | it is not to be tried before 2026-03-14T13:00:00Z
            one for somebody else           | UPDATE reminder SET recipient = 'mharper' %s | it is planned for mharper instead
            one whose ask was closed        | UPDATE ask SET state = 'closed' WHERE id IN (SELECT ask FROM reminder %s) | its ask is closed, and nobody answered
            one held by no hold             | UPDATE reminder SET state = 'held' %s | it is held, and no hold is open
            """)
    void seesWhatIsNotPlannedAsItMustBeAndMailsIt(String what, String sabotage, String sentence) {
        live();
        breakIt(sabotage, TO_COME);
        told(sentence, "due Fri 2026-03-13 09:00");
    }

    @Test
    void seesAMatterThatWasNeverPlanned() {
        MatterId other = new MatterId("H-2300");
        database.inTransaction(handle -> {
            MatterStore.save(handle, Samples.matter(other));
            EntryStore.insert(
                    handle,
                    List.of(Samples.entry(
                            other,
                            "h",
                            Samples.hearing().kind(),
                            "Another hearing",
                            Samples.hearing().when())),
                    Change.loaded("docket", PlanFixture.KNOWN));
            return null;
        });
        live();
        ProofStore.Proof proof = prove(NIGHT);
        assertThat(proof.gaps()).hasSize(4).allMatch(gap -> gap.matter().equals(other));
        assertThat(alarm()).contains("found 4 reminders", "Another hearing", "H-2300");
    }

    @Test
    void judgesByTheFactsAsTheyStoodWhenItWasDue() {
        breakIt("DELETE FROM reminder %s", SENT);
        live();
        Instant later = WEEK_BEFORE.plus(Duration.ofHours(4));
        Entry moved = Samples.hearing()
                .withWhen(
                        new When.Timed(LocalDateTime.of(2026, 4, 16, 9, 30), Optional.empty(), Samples.NEW_YORK),
                        Samples.hearing().revision().next(later));
        firm.change(moved, Change.Cause.MOVED, later);
        firm.reconcile(later);
        sweep(later.plus(Duration.ofMinutes(10)));

        ProofStore.Proof proof = prove(NIGHT);

        assertThat(proof.gaps())
                .as("by the facts of today nothing was due on 5 March; by those of that morning it was")
                .singleElement()
                .extracting(ProofStore.Gap::sentence)
                .asString()
                .contains("7-days-before", "due Thu 2026-03-05 09:00", "nothing was planned, and nothing was sent");
    }

    @Test
    void takesAnAnswerForTheReasonOnlyWhereSomebodyGaveIt() {
        live();
        AskId ask = new AskId(PostOffice.texts(database, "SELECT ask FROM reminder " + TO_COME)
                .getFirst());
        clock.set(BRIEF.minus(Duration.ofHours(1)));
        AskFixture.desk(database, firm.books(), clock, home)
                .record(ask, Answer.HAVE_IT, Samples.JLIN, AnswerWay.COMMAND, clock.instant());
        ProofStore.Proof proof = prove(BRIEF.plus(Duration.ofHours(18)));
        assertThat(proof.explained()).containsEntry("answered", 1);
        assertThat(proof.gaps()).filteredOn(gap -> gap.due().equals(BRIEF)).isEmpty();
    }

    @Test
    void keepsQuietOfAMatterThatTheLastResortMayNotSee() {
        live();
        breakIt("DELETE FROM reminder %s", TO_COME);
        breakIt("UPDATE matter SET body = jsonb_set(body, '{walled-off}', '[\"rdiaz\"]') %s", "");
        ProofStore.Proof proof = prove(NIGHT);
        assertThat(alarm()).contains("a matter that you may not see").doesNotContain("H-2291", "Opposition brief");
        assertThat(PostOffice.texts(
                        database, "SELECT why FROM reminder WHERE purpose = 'alarm' AND recipient = 'jlin'"))
                .as("the lead of the matter, who may")
                .contains(proof.gaps().getFirst().sentence());
    }

    @Test
    void provesEachNightAtThreeAndOnce() {
        database.inTransaction(handle -> {
            firm.books().applied(firm.books().active().fingerprint(), PlanFixture.KNOWN);
            return null;
        });
        Nightly nightly = new Nightly(database, clock, firm.books());
        clock.set(WEEK_BEFORE);
        nightly.sweep();
        assertThat(PostOffice.count(database, "proof")).isZero();
        clock.set(NIGHT);
        nightly.sweep();
        nightly.sweep();
        new Nightly(database, clock, firm.books()).sweep();
        assertThat(PostOffice.count(database, "proof")).isEqualTo(1);
        assertThat(PostOffice.texts(database, "SELECT next_at = '2026-03-07T08:00:00Z' FROM appointment"))
                .containsExactly("t");
    }

    private void told(String sentence, String due) {
        ProofStore.Proof proof = prove(NIGHT);
        assertThat(proof.gaps())
                .singleElement()
                .extracting(ProofStore.Gap::sentence)
                .asString()
                .contains(sentence, due);
        assertThat(alarm()).contains("The coverage proof of Fri 2026-03-06 found 1 reminder", sentence);
    }

    private ProofStore.Proof prove(Instant at) {
        clock.set(at);
        return prover.prove("tickler", at);
    }

    /** The mail in which the last resort is told, as it arrived. */
    private String alarm() {
        mailbox.empty();
        sweep(clock.instant());
        return mailbox.mailsTo("rdiaz@firm.example").stream()
                .filter(mail -> mail.text().contains("coverage proof"))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private void breakIt(String sabotage, String which) {
        database.inTransaction(handle -> {
            for (String one : sabotage.split(";")) {
                handle.execute(one.formatted(which));
            }
            return null;
        });
    }

    /** Everything leaves at its time: the binder's reminder on Wednesday, the hearing's on Thursday. */
    private void live() {
        sweep(WEEK_BEFORE.minus(Duration.ofDays(1)));
        sweep(WEEK_BEFORE);
    }

    private void sweep(Instant at) {
        clock.set(at);
        PostOffice.sweep(database, clock, ways).run();
    }
}
