package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.store.StoreUnavailable;

/// Whoever starts it, the server runs under an ordinary account and reaches its data.
final class AccountsTest {

    @RegisterExtension
    final TestHome home = new TestHome();

    @Test
    void runsUnderAnAccountThatIsNotRoot() throws Exception {
        home.isOpenToAll();
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(uidOf(home.postmaster())).isNotZero();
            assertThat(capabilitiesOf(home.postmaster())).isEqualTo("0000000000000000");
        }
    }

    @Test
    void reachesAHomeBelowAFolderThatIsClosedToThatAccount() throws Exception {
        Files.setPosixFilePermissions(home.home(), PosixFilePermissions.fromString("rwx------"));
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(uidOf(home.postmaster())).isNotZero();
            assertThat(home.sql("SELECT 'here'")).isEqualTo("here");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.home())))
                .isEqualTo("rwx------");
    }

    @Test
    void livesInASessionOfItsOwn() throws Exception {
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
            assertThat(sessionOf(home.postmaster())).isEqualTo(home.postmaster().pid());
        }
    }

    @Test
    void anOrdinaryUserStartsItAndStopsIt(@TempDir Path readable) throws Exception {
        home.isOpenToAll();
        List<String> asOrdinary = List.of();
        String classPath = System.getProperty("java.class.path");
        if (Account.uidOf(Path.of("/proc/self")) == 0) {
            Account nobody = Account.named("nobody").orElseThrow();
            asOrdinary = nobody.stepDown();
            Files.setPosixFilePermissions(readable, PosixFilePermissions.fromString("rwxr-xr-x"));
            classPath = Joiner.readableClassPath(readable);
            Shell.run(
                    "chown",
                    "-R",
                    nobody.uid() + ":" + nobody.gid(),
                    home.home().toString());
        }

        Joiner user = home.add(Joiner.start(asOrdinary, classPath, home.data()));

        assertThat(user.joined()).isEqualTo("started");
        assertThat(uidOf(home.postmaster()))
                .isEqualTo(Account.uidOf(home.home()))
                .isNotZero();
        user.leaves();
        home.nothingRuns();
    }

    @Test
    void rootLeavesAnOrdinaryUsersHomeToThatUser() throws Exception {
        if (Account.uidOf(Path.of("/proc/self")) == 0) {
            Shell.run("chown", "-R", "nobody", home.home().toString());
        }
        try (EmbeddedPostgres postgres = home.join()) {
            assertThat(postgres.adopted()).isFalse();
        }

        int owner = Account.uidOf(home.home());
        for (String name :
                List.of("", "lock", "binaries", "port", "postgres.log", "secrets", "secrets/tickler", "cluster")) {
            assertThat(Account.uidOf(home.data().resolve(name))).as(name).isEqualTo(owner);
        }
    }

    @Test
    void rootDoesNotStepDownToAnOwnerWhomThisMachineDoesNotKnow(@TempDir Path strange) throws Exception {
        if (Account.uidOf(Path.of("/proc/self")) == 0) {
            Shell.run("chown", "54321", strange.toString());
        }

        ServerAccount account = ServerAccount.of(DataFolder.at(strange.resolve("data")));

        assertThat(account.lower().map(Account::uid)).isNotEqualTo(Optional.of(54321));
    }

    @Test
    void aClosedFolderThatCannotBeReachedIsNamedWithARemedy() {
        StoreUnavailable trouble = Trouble.programFailed(
                "the embedded database in /root/firm/data did not start",
                "unshare: unshare failed: Operation not permitted");

        assertThat(trouble)
                .hasMessageContaining("/root/firm/data")
                .hasMessageContaining("Operation not permitted")
                .hasMessageContaining("Move the home");
    }

    private static int uidOf(ProcessHandle process) throws Exception {
        return Integer.parseInt(statusOf(process, "Uid:").split("\\s+")[0]);
    }

    private static String capabilitiesOf(ProcessHandle process) throws Exception {
        return statusOf(process, "CapEff:");
    }

    private static String statusOf(ProcessHandle process, String name) throws Exception {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readString(status, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(name.length()).strip())
                .findFirst()
                .orElseThrow();
    }

    private static long sessionOf(ProcessHandle process) throws Exception {
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
        return Long.parseLong(text.substring(text.lastIndexOf(')') + 2).split(" ")[3]);
    }
}
