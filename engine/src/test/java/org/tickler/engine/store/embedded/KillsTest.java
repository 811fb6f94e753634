package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.store.Database;

/// What `kill -9` takes away, and what it does not.
final class KillsTest {

    @RegisterExtension
    final TestHome home = new TestHome();

    private Joiner daemon;

    @BeforeEach
    void aDaemonHasSavedSomething() throws Exception {
        daemon = home.another();
        assertThat(daemon.joined()).isEqualTo("started");
        home.sql("CREATE TABLE saved AS SELECT 'Acme v. Bolt' AS title");
    }

    @Test
    void outlivesAKilledDaemonAndIsTakenOverByTheNext() throws Exception {
        ProcessHandle postmaster = home.postmaster();

        daemon.isKilled();

        assertThat(postmaster.isAlive()).isTrue();
        try (EmbeddedPostgres next = home.join()) {
            assertThat(next.adopted()).isTrue();
            assertThat(home.postmaster()).isEqualTo(postmaster);
            assertThat(home.sql("SELECT title FROM saved")).isEqualTo("Acme v. Bolt");
        }
        home.nothingRuns();
    }

    @Test
    void aKilledServerIsStartedAgainAtTheSameAddress() throws Exception {
        int port = home.port();

        home.postmasterIsKilled();

        Awaitility.await()
                .atMost(TestHome.PATIENCE)
                .ignoreExceptions()
                .until(() -> home.sql("SELECT title FROM saved").equals("Acme v. Bolt"));
        assertThat(home.port()).isEqualTo(port);
        daemon.leaves();
        home.nothingRuns();
    }

    @Test
    void aPoolFindsAKilledServerAgain() throws Exception {
        try (EmbeddedPostgres ours = home.join();
                Database database = Database.open(ours.address())) {
            assertThat(answers(database)).isTrue();

            home.postmasterIsKilled();

            Awaitility.await().atMost(TestHome.PATIENCE).ignoreExceptions().until(() -> answers(database));
        }
    }

    @Test
    void whereBothWereKilledTheNextStartsItWithAllThatWasSaved() throws Exception {
        daemon.isKilled();
        home.postmasterIsKilled();

        try (EmbeddedPostgres next = home.join()) {
            assertThat(next.adopted()).isFalse();
            assertThat(home.sql("SELECT title FROM saved")).isEqualTo("Acme v. Bolt");
        }
    }

    @Test
    void aStrangerThatBearsTheDeadServersNumberIsLeftAlone() throws Exception {
        daemon.isKilled();
        home.postmasterIsKilled();
        Process stranger = stranger();
        try {
            recycle(stranger.pid());

            try (EmbeddedPostgres next = home.join()) {
                assertThat(next.adopted()).isFalse();
                assertThat(home.postmaster().pid()).isNotEqualTo(stranger.pid());
                assertThat(home.sql("SELECT title FROM saved")).isEqualTo("Acme v. Bolt");
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly().waitFor();
        }
    }

    private static boolean answers(Database database) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT true").mapTo(boolean.class).one());
    }

    /// A process under the server's account, the one case in which PostgreSQL itself would refuse to start.
    private Process stranger() throws Exception {
        List<String> command = new ArrayList<>(ServerAccount.of(DataFolder.at(home.data()))
                .lower()
                .map(Account::stepDown)
                .orElse(List.of()));
        command.addAll(List.of("sleep", "600"));
        return new ProcessBuilder(command).start();
    }

    private void recycle(long pid) throws Exception {
        Path file = home.data().resolve("cluster/postmaster.pid");
        List<String> lines = new ArrayList<>(Files.readAllLines(file, StandardCharsets.UTF_8));
        lines.set(0, Long.toString(pid));
        Files.write(file, lines, StandardCharsets.UTF_8);
    }
}
