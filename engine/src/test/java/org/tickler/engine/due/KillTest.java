package org.tickler.engine.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;

/** A thousand reminders due at one instant, and {@code kill -9} in the middle of them: nobody is left untold. */
class KillTest {
    private static final int MANY = 1000;
    private static final int FEWER = 400;
    /** The message at which the process is killed: the mail server has it, and has not said so yet. */
    private static final int FATAL = 300;

    @RegisterExtension
    final TestHome home = new TestHome();

    private final AtomicInteger came = new AtomicInteger();
    private final AtomicReference<Runnable> atFatal = new AtomicReference<>(() -> {});
    private final List<Process> processes = new ArrayList<>();
    private final Mailbox mailbox = Mailbox.open(0, mail -> {
        if (came.incrementAndGet() == FATAL) {
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
    void tellsEverybodyThoughTheProcessIsKilledInTheMiddle() throws Exception {
        gather(FEWER);
        Process first = dispatching();
        atFatal.set(first::destroyForcibly);
        assertThat(first.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(count("state = 'sent'")).isLessThan(people);
        tellsTheRest();
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
        tellsTheRest();
    }

    @Test
    void goesOnThoughTheDatabaseIsKilledInTheMiddle() throws Exception {
        gather(FEWER);
        atFatal.set(this::killThePostmaster);
        Process only = dispatching();
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> count("state = 'sent'") == people);
        nobodyIsLeftUntold();
        leave(only);
    }

    @Test
    void refusesWhatAFrozenProcessSaysAfterAnotherTookOver() throws Exception {
        gather(FEWER);
        Process frozen = dispatching();
        atFatal.set(() -> signal("-STOP", frozen));
        await().atMost(TestHome.PATIENCE).until(() -> came.get() >= FATAL);
        Process other = dispatching();
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> count("state = 'sent'") == people);
        signal("-CONT", frozen);
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> attempts("late_result") > 0);
        leave(frozen);
        assertThat(count("state = 'sent'")).isEqualTo(people);
        nobodyIsLeftUntold();
        leave(other);
    }

    private void tellsTheRest() throws Exception {
        Process second = dispatching();
        await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> count("state = 'sent'") == people);
        assertThat(count("possible_duplicate")).isBetween(1, 64);
        nobodyIsLeftUntold();
        leave(second);
    }

    /** Whoever had two messages had the same one twice, and it is marked; nobody had three. */
    private void nobodyIsLeftUntold() throws Exception {
        Map<String, List<ReceivedMail>> byReader = mailbox.mails().stream()
                .collect(Collectors.groupingBy(mail -> mail.to().getFirst()));
        assertThat(byReader).hasSize(people);
        Set<String> twice = byReader.entrySet().stream()
                .filter(reader -> reader.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        for (String reader : twice) {
            assertThat(byReader.get(reader)).hasSize(2);
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
