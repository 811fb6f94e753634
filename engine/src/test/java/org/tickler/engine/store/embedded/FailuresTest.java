package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.store.StoreUnavailable;

/// What goes wrong is said with what, where, and what to do; and nothing is left running.
final class FailuresTest {

    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void aMissingPasswordIsNamed() throws Exception {
        Path secret = home.data().resolve("secrets/postgres");
        String kept = Files.readString(secret, StandardCharsets.UTF_8);
        Path real = secret.toRealPath();
        Files.delete(secret);

        assertThatThrownBy(home::join)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("is missing: " + real)
                .hasMessageContaining("Restore the folder");
        Files.writeString(secret, kept, StandardCharsets.UTF_8);
    }

    @Test
    void aPasswordThatIsNotTheServersIsNamedAndTheServerStopped() throws Exception {
        Path secret = home.data().resolve("secrets/postgres");
        String kept = Files.readString(secret, StandardCharsets.UTF_8);
        Files.writeString(secret, "guessed\n", StandardCharsets.UTF_8);

        assertThatThrownBy(home::join)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("password authentication failed");
        home.nothingRuns();
        Files.writeString(secret, kept, StandardCharsets.UTF_8);
    }

    @Test
    void dataOfAnotherMajorVersionAreNamed() throws Exception {
        Path version = home.data().resolve("cluster/PG_VERSION");
        String kept = Files.readString(version, StandardCharsets.UTF_8);
        Files.writeString(version, "14\n", StandardCharsets.UTF_8);

        assertThatThrownBy(home::join)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("did not start")
                .hasMessageContaining("initialized by PostgreSQL version 14")
                .hasMessageContaining("The data are of another major version");
        Files.writeString(version, kept, StandardCharsets.UTF_8);
    }

    @Test
    void aPortThatWasTakenMeanwhileIsExchangedWhereNobodyReliesOnIt() throws Exception {
        home.join().close();
        int before = home.port();
        try (ServerSocket taken = new ServerSocket(before, 1, InetAddress.getLoopbackAddress());
                EmbeddedPostgres postgres = home.join()) {
            assertThat(home.port()).isNotEqualTo(taken.getLocalPort());
            assertThat(postgres.address().url()).contains(":" + home.port() + "/");
            assertThat(home.sql("SELECT 'here'")).isEqualTo("here");
        }
    }

    @Test
    void aPortThatWasTakenMeanwhileIsNamedWhereOthersRelyOnIt() throws Exception {
        home.join().close();
        PortChoice ports = new PortChoice(home.data().resolve("port"), ServerAccount.of(DataFolder.at(home.data())));
        try (ServerSocket taken = new ServerSocket(home.port(), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> ports.forStart(false))
                    .isInstanceOf(StoreUnavailable.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " on 127.0.0.1")
                    .hasMessageContaining("End that program");
        }
    }

    @Test
    void aPlatformWithoutProgramsIsNamed() throws Exception {
        Path jar = home.home().resolve("empty.jar");
        new JarOutputStream(Files.newOutputStream(jar), new Manifest()).close();

        assertThatThrownBy(() -> Binaries.inJar(jar).unpackedUnder(home.home()))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("no programs for this platform")
                .hasMessageContaining("under database: in tickler.yaml");
    }

    @Test
    void aFullDiskIsNamed() {
        assertThat(Trouble.of(home.data(), new IOException("No space left on device")))
                .hasMessageContaining("no space left")
                .hasMessageContaining(home.data().toString())
                .hasMessageContaining("Free some space");
    }

    @Test
    void aForbiddenFileIsNamed() {
        assertThat(Trouble.of(home.data(), new AccessDeniedException("/srv/firm/data/lock")))
                .hasMessageContaining("may not read or write /srv/firm/data/lock")
                .hasMessageContaining("Run Tickler as the user whose home folder this is");
    }

    @Test
    void aLongLogIsCutOnceAndItsOldPartKept() throws Exception {
        Path file = home.data().resolve("postgres.log");
        Files.write(file, new byte[9 << 20]);

        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(Files.size(file)).isBetween(1L, 10_000L);
            assertThat(home.data().resolve("postgres.log.1")).hasSize(9 << 20);
        }
    }

    @Test
    void aFolderWhoseNameAShellWouldReadIsNamed() {
        assertThatThrownBy(() -> DataFolder.at(home.home().resolve("$(date)")))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("$(date)")
                .hasMessageContaining("Rename the folder");
    }

    @Test
    void aMissingProgramOfTheSystemIsNamed() {
        assertThat(Trouble.of(home.data(), new IOException("Cannot run program \"setpriv\"")))
                .hasMessageContaining("setpriv")
                .hasMessageContaining("util-linux");
    }
}
