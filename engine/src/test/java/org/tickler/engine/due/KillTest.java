package org.tickler.engine.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.dispatch.Crowd;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.engine.store.embedded.TestHome;
import org.tickler.engine.store.embedded.TestPostgres;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;

/** Hundreds of reminders due at one instant, and {@code kill -9} in the middle of them: nobody is left untold. */
class KillTest {
    private static final int MANY = 600;
    private static final int FEWER = 250;
    /** The message at which the process is killed: the mail server has it, and has not said so yet. */
    private static final int FATAL = 120;
    /** What leaves under one claim while the database is away, at most. */
    private static final int IN_DOUBT = 64;
    /** So many later that some of them left when the database was back. */
    private static final int FURTHER = IN_DOUBT + 16;

    @RegisterExtension
    final TestHome home = new TestHome();

    private final AtomicInteger came = new AtomicInteger();
    private final AtomicInteger fatal = new AtomicInteger(FATAL);
    private final AtomicReference<Runnable> atFatal = new AtomicReference<>(() -> {});
    private final List<Process> processes = new ArrayList<>();
    private final Mailbox mailbox = Mailbox.open(0, mail -> {
        if (came.incrementAndGet() == fatal.get()) {
            atFatal.get().run();
        }
    });

    private int people;

    private void gather(int size) {
        people = size;
        try (EmbeddedPostgres postgres = home.join();
                Database database = Database.open(postgres.address())) {
            database.migrate();
            Instant now = new DatabaseClock(database).instant();
            Crowd.gather(database, size, now, false);
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        mailbox.close();
    }

    @Test
    void tellsEverybodyThoughProcessAndDatabaseAreKilledInTheMiddle() throws Exception {
        gather(MANY);
        Process first = dispatching();
        atFatal.set(() -> {
            killThePostmaster();
            first.destroyForcibly();
        });
        assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        tellsTheRest(1);
    }

    @Test
    void goesOnThoughTheDatabaseIsKilledAndAnotherDoesWhenTheProcessIs() throws Exception {
        gather(FEWER);
        Process first = dispatching();
        atFatal.set(() -> {
            atFatal.set(first::destroyForcibly);
            fatal.set(came.get() + FURTHER);
            killThePostmaster();
        });
        assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(count("state = 'sent'")).isBetween(1, people - 1);
        tellsTheRest(2);
    }

    @Test
    void refusesWhatAFrozenProcessSaysAfterAnotherTookOver() throws Exception {
        gather(FEWER);
        Process frozen = dispatching();
        atFatal.set(() -> signal("-STOP", frozen));
        await().atMost(TestHome.PATIENCE).until(() -> came.get() >= FATAL);
        endTransactions();
        Process other = dispatching();
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> count("state = 'sent'") == people);
        signal("-CONT", frozen);
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> attempts("late_result") > 0);
        leave(frozen);
        assertThat(count("state = 'sent'")).isEqualTo(people);
        nobodyIsLeftUntold(1);
        leave(other);
    }

    private void tellsTheRest(int kills) throws Exception {
        Process second = dispatching();
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> count("state = 'sent'") == people);
        assertThat(count("possible_duplicate")).isBetween(1, kills * IN_DOUBT);
        nobodyIsLeftUntold(kills);
        leave(second);
    }

    /** Whoever had more than one message had the same one, and it is marked; a kill costs nobody more than one. */
    private void nobodyIsLeftUntold(int kills) throws Exception {
        Map<String, List<ReceivedMail>> byReader = mailbox.mails().stream()
                .collect(Collectors.groupingBy(mail -> mail.to().getFirst()));
        assertThat(byReader).hasSize(people);
        Set<String> again = byReader.entrySet().stream()
                .filter(reader -> reader.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (String reader : again) {
            assertThat(byReader.get(reader)).hasSizeLessThanOrEqualTo(1 + kills);
            assertThat(byReader.get(reader).stream()
                            .map(mail -> mail.header("Message-ID"))
                            .distinct())
                    .hasSize(1);
            String person = reader.substring(0, reader.indexOf('@'));
            assertThat(count("possible_duplicate AND recipient = '" + person + "'"))
                    .isEqualTo(1);
        }
    }

    private Process dispatching() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dtickler.test.postgres=" + TestPostgres.version(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DispatchingMain.class.getName(),
                        home.data().toString(),
                        Integer.toString(mailbox.port()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        processes.add(process);
        return process;
    }

    private static void leave(Process process) throws Exception {
        process.outputWriter(StandardCharsets.UTF_8).close();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
    }

    private void killThePostmaster() {
        try {
            home.postmasterIsKilled();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Does at once what the database does after a minute to sessions of a process that froze in a transaction. */
    private void endTransactions() {
        String ofFrozen = " FROM pg_stat_activity WHERE application_name = 'tickler' AND state = ";
        await().atMost(TestHome.PATIENCE)
                .until(() -> home.sql("SELECT count(*)" + ofFrozen + "'active'").equals("0"));
        try {
            home.sql("SELECT count(pg_terminate_backend(pid))" + ofFrozen + "'idle in transaction'");
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void signal(String signal, Process process) {
        try {
            assertThat(new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private int attempts(String where) throws Exception {
        return Integer.parseInt(home.sql("SELECT count(*) FROM tickler.attempt WHERE " + where));
    }

    private int count(String where) throws Exception {
        return Integer.parseInt(home.sql("SELECT count(*) FROM tickler.reminder WHERE " + where));
    }
}
