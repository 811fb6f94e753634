package org.tickler.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;

/** What happens to a reminder when its time has come, with a real mail server at the end. */
class DispatchTest {
    /** Thursday 5 March 2026, 9:00 in New York: a week before the hearing. */
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(WEEK_BEFORE);
    private final Mailbox mailbox = Mailbox.open();
    private Database database;

    @BeforeEach
    void store() {
        database = tests.database();
        Samples.store(database, Samples.hearing(), Samples.filing());
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void sendsWhatIsDueAndSaysSo() {
        PlannedReminder reminder = PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, reminder);
        sweep();
        ReceivedMail mail = mailbox.mailsTo("jlin@firm.example").getFirst();
        assertThat(mail.text())
                .contains("Hearing on motion to compel", "9:30 AM EDT", "7 days before, by ladder hearings");
        Map<String, Object> row = PostOffice.row(database, reminder.id());
        assertThat(row)
                .containsEntry("state", "sent")
                .containsEntry("tries", 1)
                .containsEntry("possible_duplicate", false);
        assertThat(mail.header("Message-ID")).contains("<" + row.get("message") + "@firm.example>");
        assertThat(PostOffice.row(database, "SELECT outcome, node, number FROM attempt"))
                .containsEntry("outcome", "accepted")
                .containsEntry("node", "one")
                .containsEntry("number", 1);
        assertThat(PostOffice.row(database, "SELECT act, person FROM audit"))
                .containsEntry("act", "sent")
                .containsEntry("person", "jlin");
    }

    @Test
    void startsTheClockOfTheAnswerWhenTheFirstReminderLeft() {
        PostOffice.plan(database, PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE));
        sweep();
        assertThat(
                        PostOffice.row(
                                database,
                                "SELECT first_sent_at = '2026-03-05 14:00Z' AS sent, silent_at = '2026-03-05 18:00Z' AS silent FROM ask"))
                .containsEntry("sent", true)
                .containsEntry("silent", true);
    }

    @Test
    void keepsACopyWithoutTheTokenOfTheLink() {
        PostOffice.plan(database, PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE));
        sweep();
        String sent = mailbox.mails().getFirst().text();
        String kept =
                PostOffice.row(database, "SELECT body FROM message").get("body").toString();
        String link = sent.lines()
                .filter(line -> line.contains("https://"))
                .findFirst()
                .orElseThrow()
                .strip();
        assertThat(kept)
                .doesNotContain(link)
                .contains(link.substring(0, "https://tickler.firm.example/a/".length() + 20) + "...");
    }

    @Test
    void leavesAloneWhatIsNotDue() {
        PlannedReminder later =
                PostOffice.telling(Samples.hearing(), "1 day before", Samples.JLIN, WEEK_BEFORE.plusSeconds(1));
        PostOffice.plan(database, later);
        sweep();
        assertThat(mailbox.mails()).isEmpty();
        assertThat(PostOffice.row(database, later.id())).containsEntry("state", "planned");
    }

    @Test
    void foldsWhatIsDueToOneReaderAtOneInstantIntoOneMessage() {
        PlannedReminder hearing = PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PlannedReminder filing = PostOffice.asking(Samples.filing(), "15 days before", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(
                database,
                hearing,
                filing,
                PostOffice.telling(Samples.filing(), "15 days before", Samples.RDIAZ, WEEK_BEFORE));
        sweep();
        assertThat(mailbox.mails()).hasSize(2);
        String text = mailbox.mailsTo("jlin@firm.example").getFirst().text();
        assertThat(text).contains("Hearing on motion to compel", "Opposition brief");
        assertThat(text.lines().filter(line -> line.contains("reply code")).distinct())
                .hasSize(2);
        assertThat(PostOffice.row(database, hearing.id()).get("message"))
                .isEqualTo(PostOffice.row(database, filing.id()).get("message"));
        assertThat(PostOffice.row(database, filing.id())).containsEntry("state", "sent");
    }

    @Test
    void keepsOneThreadForAnEntry() {
        PostOffice.plan(
                database,
                PostOffice.telling(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE),
                PostOffice.telling(
                        Samples.hearing(), "1 day before", Samples.JLIN, WEEK_BEFORE.plus(Duration.ofDays(6))));
        sweep();
        clock.advance(Duration.ofDays(6));
        sweep();
        List<ReceivedMail> mails = mailbox.mails();
        assertThat(mails.get(1).header("In-Reply-To")).isEqualTo(mails.get(0).header("Message-ID"));
        assertThat(mails.get(1).header("Subject")).isEqualTo(mails.get(0).header("Subject"));
    }

    @Test
    void saysHowLateItIsAfterTheEngineWasDown() {
        PostOffice.plan(
                database,
                PostOffice.telling(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE),
                PostOffice.telling(
                        Samples.hearing(), "6 days before", Samples.JLIN, WEEK_BEFORE.plus(Duration.ofDays(1))));
        clock.advance(Duration.ofDays(3));
        sweep();
        assertThat(mailbox.mails()).hasSize(1);
        assertThat(mailbox.mails().getFirst().text())
                .contains("This reminder is late by 3 days.", "This reminder is late by 2 days.");
    }

    @Test
    void doesNotSendWhatIsOver() {
        PlannedReminder asked = PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PlannedReminder told = PostOffice.telling(Samples.hearing(), "7 days before", Samples.RDIAZ, WEEK_BEFORE);
        PostOffice.plan(database, asked, told);
        clock.set(Instant.parse("2026-03-12T13:30:00Z"));
        sweep();
        assertThat(mailbox.mails()).isEmpty();
        assertThat(PostOffice.row(database, told.id())).containsEntry("state", "suppressed");
        Map<String, Object> missed = PostOffice.row(database, asked.id());
        assertThat(missed).containsEntry("state", "failed").containsEntry("followed_up", false);
        assertThat(missed.get("state_reason").toString()).startsWith("MISSED WINDOW");
    }

    @Test
    void doesNotSendWhatIsCancelledOrMovedOrAnswered() {
        PlannedReminder hearing = PostOffice.telling(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PlannedReminder filing = PostOffice.asking(Samples.filing(), "15 days before", Samples.RDIAZ, WEEK_BEFORE);
        PostOffice.plan(database, hearing, filing);
        update(Samples.hearing().withStatus(EntryStatus.CANCELLED));
        database.withHandle(handle -> handle.execute(
                "UPDATE ask SET state = 'answered' WHERE id = ?",
                filing.ask().id().value()));
        sweep();
        assertThat(mailbox.mails()).isEmpty();
        assertThat(PostOffice.row(database, hearing.id()))
                .containsEntry("state", "suppressed")
                .containsEntry("state_reason", "the entry is cancelled");
        assertThat(PostOffice.row(database, filing.id())).containsEntry("state_reason", "it was answered");
    }

    @Test
    void tellsOfACancellationOnlyWhileItStands() {
        PlannedReminder notice = PostOffice.planned(
                Samples.hearing(), "cancelled", Samples.JLIN, WEEK_BEFORE, Optional.empty(), Purpose.CANCELLED);
        PlannedReminder vain = PostOffice.planned(
                Samples.filing(), "cancelled", Samples.JLIN, WEEK_BEFORE, Optional.empty(), Purpose.CANCELLED);
        PostOffice.plan(database, notice, vain);
        update(Samples.hearing().withStatus(EntryStatus.CANCELLED));
        sweep();
        assertThat(mailbox.mails().getFirst().text())
                .contains("Cancelled. Hearing")
                .doesNotContain("Opposition brief");
        assertThat(PostOffice.row(database, vain.id())).containsEntry("state_reason", "the entry stands again");
    }

    @Test
    void tellsNobodyWhoMayNotSeeTheMatter() {
        PlannedReminder told = PostOffice.telling(Samples.hearing(), "7 days before", Samples.MHARPER, WEEK_BEFORE);
        PlannedReminder asked = PostOffice.asking(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, told, asked);
        wallOff();
        sweep();
        assertThat(mailbox.mails()).isEmpty();
        assertThat(PostOffice.row(database, told.id())).containsEntry("state", "suppressed");
        assertThat(PostOffice.row(database, asked.id())).containsEntry("state", "failed");
    }

    @Test
    void laysMessagesInTheOutboxWhileMailIsNotSetUp() throws Exception {
        PlannedReminder reminder = PostOffice.telling(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, reminder);
        Ways none = Ways.of(List.of(), new Outbox(home.resolve("outbox")));
        PostOffice.sweep(database, clock, none).run();
        assertThat(PostOffice.row(database, reminder.id()))
                .containsEntry("state", "held")
                .containsEntry("state_reason", "e-mail is not set up: written to the outbox, not sent");
        try (var files = Files.list(home.resolve("outbox"))) {
            Path laid = files.findFirst().orElseThrow();
            assertThat(Files.readString(laid)).contains("X-Tickler-Status: NOT SENT", "Hearing on motion to compel");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(laid)))
                    .isEqualTo("rw-------");
        }
        PostOffice.dispatcher(database, clock, "one", ways()).resume();
        sweep();
        assertThat(mailbox.mails()).hasSize(1);
        assertThat(PostOffice.row(database, reminder.id())).containsEntry("state", "sent");
    }

    @Test
    void holdsWhatCannotEvenBeLaidInTheOutbox() throws Exception {
        PlannedReminder reminder = PostOffice.telling(Samples.hearing(), "7 days before", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, reminder);
        Path noFolder = Files.writeString(home.resolve("outbox"), "a file where the folder should be");

        PostOffice.sweep(database, clock, Ways.of(List.of(), new Outbox(noFolder)))
                .run();

        assertThat(PostOffice.row(database, reminder.id()))
                .containsEntry("state", "held")
                .containsEntry("state_reason", "e-mail is not set up, and the outbox cannot be written: not sent");
    }

    private void sweep() {
        PostOffice.sweep(database, clock, ways()).run();
    }

    private Ways ways() {
        return PostOffice.byMail(mailbox.port(), clock, home);
    }

    private void update(Entry entry) {
        database.inTransaction(handle -> {
            EntryStore.update(handle, List.of(entry), Change.derived(clock.instant()));
            return null;
        });
    }

    private void wallOff() {
        Matter walled =
                Samples.walled(Samples.ACME_V_BOLT, Samples.matter().title(), Set.of(Samples.MHARPER, Samples.JLIN));
        database.inTransaction(handle -> MatterStore.save(handle, walled));
    }
}
