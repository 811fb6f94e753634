package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Nobody but the home's own processes gets in.
final class StrangersTest {

    @RegisterExtension
    static final TestHome HOME = new TestHome();

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void theServerRuns() {
        postgres = HOME.join();
    }

    @AfterAll
    static void theServerStops() {
        postgres.close();
    }

    @Test
    void aWrongPasswordIsRefusedForEveryRole() {
        for (String role : List.of("postgres", "tickler_owner", "tickler")) {
            assertThatThrownBy(() -> login(role, "guessed"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void noPasswordIsRefused() {
        assertThatThrownBy(() -> login("postgres", "")).isInstanceOf(SQLException.class);
    }

    @Test
    void anUnknownRoleIsRefusedAsIfItHadAWrongPassword() {
        assertThatThrownBy(() -> login("nobody", "guessed")).hasMessageContaining("password authentication failed");
    }

    @Test
    void listensOnTheLoopbackAddressAlone() throws Exception {
        String port = ":" + String.format(Locale.ROOT, "%04X", HOME.port()) + " ";
        List<String> listening = new ArrayList<>();
        for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
            Files.readString(Path.of(table), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> line.contains(port) && line.contains(" 0A "))
                    .forEach(listening::add);
        }

        assertThat(listening).singleElement().asString().contains("0100007F" + port);
        assertThatThrownBy(() -> connect("127.0.0.2")).isInstanceOf(ConnectException.class);
    }

    @Test
    void hasNoUnixSocket() throws Exception {
        assertThat(HOME.sql("SHOW unix_socket_directories")).isEmpty();
        assertThat(Files.readString(Path.of("/proc/net/unix"), StandardCharsets.US_ASCII))
                .doesNotContain(".s.PGSQL." + HOME.port());
    }

    @Test
    void passwordsLieInFilesOfTheOwnerAlone() throws Exception {
        Path secrets = HOME.data().resolve("secrets");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)))
                .isEqualTo("rwx------");
        try (var files = Files.list(secrets)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void passwordsStandInNoLogAndNoArgument() throws Exception {
        assertThatThrownBy(() -> login("tickler", "guessed")).isInstanceOf(SQLException.class);
        String log = Files.readString(HOME.data().resolve("postgres.log"), StandardCharsets.UTF_8);

        for (String role : List.of("postgres", "tickler_owner", "tickler")) {
            String password = HOME.secret(role).password();
            assertThat(password).hasSizeGreaterThan(40);
            assertThat(log).doesNotContain(password);
            assertThat(HOME.processes()).isNotEmpty().noneMatch(line -> line.contains(password));
        }
    }

    @Test
    void theServerSeesNothingOfOurEnvironment() throws Exception {
        Path environment = Path.of("/proc", Long.toString(HOME.postmaster().pid()), "environ");
        List<String> names = Files.readString(environment, StandardCharsets.ISO_8859_1)
                .lines()
                .flatMap(all -> List.of(all.split("\0")).stream())
                .map(variable -> variable.split("=", 2)[0])
                .toList();

        assertThat(names).isNotEmpty().doesNotContain("HOME", "USER", "MAVEN_CMD_LINE_ARGS");
    }

    @Test
    void savesToTheDiskBeforeItSaysThatItSaved() throws Exception {
        assertThat(HOME.sql("SHOW fsync")).isEqualTo("on");
        assertThat(HOME.sql("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(HOME.sql("SHOW full_page_writes")).isEqualTo("on");
    }

    private void login(String role, String password) throws Exception {
        DriverManager.getConnection(Superuser.url(HOME.port(), Superuser.DATABASE), role, password)
                .close();
    }

    private void connect(String address) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, HOME.port()), 2_000);
        }
    }
}
