package org.tickler.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.mail.ScriptedServer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.NodeStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.watch.Watch;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;

/** What becomes of reminders when the mail server does not do its part. */
class DispatchFaultsTest {
    private static final Instant WEEK_BEFORE = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private final SettableClock clock = new SettableClock(WEEK_BEFORE);
    private Database database;
    private ScriptedServer server;
    private DueSweep sweep;

    @BeforeEach
    void start() throws IOException {
        database = tests.database();
        Samples.store(database, Samples.hearing(), Samples.filing());
        server = new ScriptedServer(Map.of());
        sweep = PostOffice.sweep(database, clock, PostOffice.byMail(server.port(), clock, home));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void triesAGreylistedReaderAgainAfterAMinuteOrSo() {
        PlannedReminder reminder = plan(1);
        server.answer("RCPT", "451 4.7.1 greylisted");
        sweep.run();
        assertThat(row(reminder)).containsEntry("state", "planned").containsEntry("tries", 1);
        server.answer("RCPT", "250 fine");
        clock.advance(Duration.ofSeconds(30));
        sweep.run();
        assertThat(server.messages).isEmpty();
        clock.advance(Duration.ofSeconds(60));
        sweep.run();
        assertThat(server.messages).hasSize(1);
        assertThat(row(reminder))
                .containsEntry("state", "sent")
                .containsEntry("tries", 2)
                .containsEntry("possible_duplicate", false);
    }

    @Test
    void aReminderWhoseRowCannotBeReadIsSetAsideWithAnAlarmAndStopsNoOther() {
        PlannedReminder spoiled = plan(1);
        PlannedReminder sound = plan(2);
        new BookKeeper(database).activate(Samples.book(""), "rdiaz", clock.instant());
        spoil("UPDATE reminder SET purpose = 'riddle' WHERE id = '" + spoiled.id() + "'");
        sweep.run();
        assertThat(row(sound)).containsEntry("state", "sent");
        assertThat(row(spoiled)).containsEntry("state", "failed");
        assertThat(String.valueOf(row(spoiled).get("state_reason")))
                .contains("set aside")
                .contains("riddle");
        assertThat(alarms())
                .singleElement()
                .asString()
                .contains("could not be read in the database")
                .contains("riddle");
    }

    @Test
    void aReminderOfAnEntryThatCannotBeReadIsSetAsideWithAnAlarmAndStopsNoOther() {
        PlannedReminder spoiled = PostOffice.telling(Samples.filing(), "rung", Samples.MHARPER, WEEK_BEFORE);
        PostOffice.plan(database, spoiled);
        PlannedReminder sound = PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, sound);
        new BookKeeper(database).activate(Samples.book(""), "rdiaz", clock.instant());
        spoil("UPDATE entry SET kind = 'riddle' WHERE id = '" + Samples.filing().id() + "'");
        sweep.run();
        assertThat(row(sound)).containsEntry("state", "sent");
        assertThat(row(spoiled)).containsEntry("state", "failed");
        assertThat(alarms()).singleElement().asString().contains("riddle");
    }

    @Test
    void aPersonWhoseRowCannotBeReadIsAnAlarmAndStopsNobodyElsesMessages() {
        PlannedReminder spoiled = PostOffice.telling(Samples.filing(), "rung", Samples.MHARPER, WEEK_BEFORE);
        PlannedReminder sound = PostOffice.telling(Samples.hearing(), "rung", Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, spoiled, sound);
        BookKeeper books = new BookKeeper(database);
        books.activate(Samples.book(""), "rdiaz", clock.instant());
        spoil("UPDATE person SET body = jsonb_set(body, '{zone}', '\"Mars/Olympus\"') WHERE id = 'mharper'");
        sweep.run();
        assertThat(row(sound)).containsEntry("state", "sent");
        assertThat(row(spoiled)).containsEntry("state", "failed");
        Watch watch = new Watch(database, clock, books, new NodeStore.Node("one", "test", "2025b"));
        watch.sweep();
        watch.sweep();
        assertThat(alarms())
                .singleElement()
                .asString()
                .contains(
                        "The row of mharper in the table person cannot be read",
                        "Mars/Olympus",
                        "change in people.yaml");
    }

    @Test
    void whereItIsTheLastResortsRowASupervisorIsTold() {
        BookKeeper books = new BookKeeper(database);
        books.activate(Samples.book(""), "rdiaz", clock.instant());
        spoil("UPDATE person SET body = jsonb_set(body, '{zone}', '\"Mars/Olympus\"') WHERE id = 'rdiaz'");
        new Watch(database, clock, books, new NodeStore.Node("one", "test", "2025b")).sweep();
        List<String> told = database.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT recipient FROM reminder WHERE purpose = 'alarm' AND why LIKE '%rdiaz%'")
                .mapTo(String.class)
                .list());
        assertThat(told).singleElement().isEqualTo("mharper");
    }

    private void spoil(String statement) {
        database.inTransaction(handle -> handle.createUpdate(statement).execute());
    }

    private List<String> alarms() {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT why FROM reminder WHERE purpose = 'alarm' AND recipient = 'rdiaz'")
                .mapTo(String.class)
                .list());
    }

    @Test
    void sendsAgainUnderTheSameNameWhatMayHaveArrived() {
        PlannedReminder reminder = plan(1);
        server.answer(".", ScriptedServer.DROP);
        sweep.run();
        assertThat(row(reminder)).containsEntry("state", "planned");
        server.answer(".", "250 taken");
        clock.advance(Duration.ofMinutes(2));
        sweep.run();
        assertThat(server.messages).hasSize(2);
        assertThat(id(server.messages.get(0))).isEqualTo(id(server.messages.get(1)));
        assertThat(server.messages.get(1)).contains("may have had this message already");
        assertThat(row(reminder)).containsEntry("state", "sent").containsEntry("possible_duplicate", true);
        assertThat(PostOffice.texts(database, "SELECT outcome FROM attempt ORDER BY id"))
                .containsExactly("unknown", "accepted");
    }

    @Test
    void failsAtOnceAndSuspendsAnAddressThatIsNotThere() {
        PlannedReminder first = plan(1);
        server.answer("RCPT", "550 5.1.1 no such user");
        sweep.run();
        assertThat(row(first)).containsEntry("state", "failed").containsEntry("followed_up", false);
        server.answer("RCPT", "250 fine");
        PlannedReminder next = plan(2);
        sweep.run();
        assertThat(server.messages).isEmpty();
        assertThat(row(next)).containsEntry("state", "failed");
        assertThat(row(next).get("state_reason").toString()).contains("is not used: refused", "no such user");
    }

    @Test
    void failsWhereAnotherTryWouldComeAfterTheHearing() {
        PlannedReminder reminder = PostOffice.telling(
                Samples.hearing(), "30 seconds before", Samples.JLIN, Instant.parse("2026-03-12T13:29:30Z"));
        PostOffice.plan(database, reminder);
        server.answer("RCPT", "451 4.7.1 greylisted");
        clock.set(Instant.parse("2026-03-12T13:29:30Z"));
        sweep.run();
        assertThat(row(reminder)).containsEntry("state", "failed");
        assertThat(row(reminder).get("state_reason").toString()).startsWith("another try would come too late");
    }

    @Test
    void givesUpAfterSixTries() {
        PlannedReminder reminder = plan(1);
        server.answer("RCPT", "451 4.7.1 greylisted");
        for (int tries = 0; tries < 6; tries++) {
            assertThat(row(reminder)).containsEntry("state", "planned");
            sweep.run();
            clock.advance(Duration.ofMinutes(40));
        }
        assertThat(row(reminder)).containsEntry("state", "failed").containsEntry("tries", 6);
    }

    @Test
    void takesAServerThatIsDownAsOneIncident() throws IOException {
        PlannedReminder[] many =
                IntStream.range(0, 200).mapToObj(this::toEveryone).toArray(PlannedReminder[]::new);
        PostOffice.plan(database, many);
        server.answer("HI", "421 4.3.2 closed for today");
        sweep.run();
        assertThat(PostOffice.count(database, "incident")).isEqualTo(1);
        assertThat(PostOffice.count(database, "reminder WHERE state = 'planned'"))
                .isEqualTo(200);
        assertThat(server.callers.get()).isLessThan(20);
        server.answer("HI", "220 back again");
        clock.advance(Duration.ofMinutes(2));
        sweep.run();
        assertThat(PostOffice.count(database, "reminder WHERE state = 'sent'")).isEqualTo(200);
        assertThat(PostOffice.row(database, "SELECT ended_at IS NOT NULL AS over FROM incident"))
                .containsEntry("over", true);
    }

    @Test
    void leadsOnWhatCannotWaitForTheServerToComeBack() {
        PlannedReminder patient = plan(1);
        PlannedReminder urgent = PostOffice.telling(
                Samples.hearing(), "5 minutes before", Samples.JLIN, Instant.parse("2026-03-12T13:25:00Z"));
        server.answer("HI", "535 5.7.8 who are you");
        sweep.run();
        assertThat(row(patient)).containsEntry("state", "planned");
        PostOffice.plan(database, urgent);
        clock.set(Instant.parse("2026-03-12T13:25:00Z"));
        sweep.run();
        assertThat(row(urgent)).containsEntry("state", "failed");
        assertThat(row(urgent).get("state_reason").toString()).startsWith("e-mail is down since");
    }

    @Test
    void stopsWaitingForTheServerAfterHalfAnHour() {
        PlannedReminder patient = plan(1);
        server.answer("HI", "535 5.7.8 who are you");
        sweep.run();
        clock.advance(Duration.ofMinutes(31));
        sweep.run();
        assertThat(row(patient)).containsEntry("state", "failed");
    }

    @Test
    void writesDownARefusalThatNoDatabaseTakesAsItIs() {
        PlannedReminder reminder = plan(1);
        server.answer("RCPT", "550 5.1.1 no\u0000body here");
        sweep.run();
        assertThat(row(reminder)).containsEntry("state", "failed");
        assertThat(row(reminder).get("state_reason").toString()).contains("no\uFFFDbody here");
    }

    @Test
    void waitsForTheServerHoweverLongWithWhatTellsTheLastResort() {
        PlannedReminder last = PostOffice.planned(
                Samples.filing(), "rung", Samples.RDIAZ, WEEK_BEFORE, Optional.empty(), Purpose.ESCALATION);
        PostOffice.plan(database, last);
        server.answer("HI", "535 5.7.8 who are you");
        sweep.run();
        clock.advance(Duration.ofHours(3));
        sweep.run();
        assertThat(row(last)).containsEntry("state", "planned");
        server.answer("HI", "220 back again");
        clock.advance(Duration.ofMinutes(2));
        sweep.run();
        assertThat(row(last)).containsEntry("state", "sent");
    }

    private PlannedReminder plan(int number) {
        PlannedReminder reminder = PostOffice.telling(Samples.filing(), "rung " + number, Samples.JLIN, WEEK_BEFORE);
        PostOffice.plan(database, reminder);
        return reminder;
    }

    private PlannedReminder toEveryone(int number) {
        return PostOffice.telling(Samples.filing(), "rung " + number, Samples.JLIN, WEEK_BEFORE.minusSeconds(number));
    }

    private Map<String, Object> row(PlannedReminder reminder) {
        return PostOffice.row(database, reminder.id());
    }

    private static String id(String message) {
        return message.lines()
                .filter(line -> line.startsWith("Message-ID:"))
                .findFirst()
                .orElseThrow();
    }
}
