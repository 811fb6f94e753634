package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.tickler.engine.FolderTree;
import org.tickler.engine.store.Credentials;

/// A home with a cluster that was made and stopped; after the test nothing of it runs. Registered on a static field it
/// is one for the class, on a field of the instance one for each test.
public final class TestHome implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    public static final Duration PATIENCE = Duration.ofSeconds(90);

    private static @Nullable Path pristine;

    private final List<Joiner> joiners = new ArrayList<>();
    private @Nullable Path home;
    private boolean forClass;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        forClass = true;
        begin();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        if (!forClass) {
            begin();
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        if (!forClass) {
            end();
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (forClass) {
            end();
        }
    }

    private void begin() throws IOException {
        home = Files.createTempDirectory("a firm's home ");
        copyPristine();
    }

    /// Kills who was left, stops a server that was left, and makes sure that nothing runs.
    private void end() throws IOException {
        joiners.forEach(Joiner::isKilled);
        joiners.clear();
        if (PostmasterFile.in(data().resolve("cluster")).isPresent()) {
            join().close();
        }
        nothingRuns();
        FolderTree.remove(home());
    }

    /// Fails unless all that ran for this home has ended; a process that has said its last word may take a moment.
    public void nothingRuns() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(processes()).as("what still runs").isEmpty());
    }

    Path home() {
        if (home == null) {
            throw new IllegalStateException("the home is there from before each test until after it");
        }
        return home;
    }

    public Path data() {
        return home().resolve("data");
    }

    /// Everybody may pass the folders above the data.
    void isOpenToAll() throws IOException {
        Files.setPosixFilePermissions(home(), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    static EmbeddedOptions options() {
        return new EmbeddedOptions(TestPostgres.binaries(), true);
    }

    /// This very process joins; the caller closes.
    public EmbeddedPostgres join() {
        return EmbeddedPostgres.join(data(), options());
    }

    /// Whatever process this is joins the server of a home.
    public static EmbeddedPostgres joinAt(Path data) {
        return EmbeddedPostgres.join(data, options());
    }

    /// Another process joins, as `serve` or `load` would.
    Joiner another() throws IOException {
        return add(Joiner.start(data()));
    }

    Joiner add(Joiner joiner) {
        joiners.add(joiner);
        return joiner;
    }

    /// The server's process.
    ProcessHandle postmaster() throws IOException {
        long pid = PostmasterFile.in(data().resolve("cluster")).orElseThrow().pid();
        return ProcessHandle.of(pid).orElseThrow();
    }

    public void postmasterIsKilled() throws IOException {
        ProcessHandle postmaster = postmaster();
        assertThat(postmaster.destroyForcibly()).isTrue();
        Awaitility.await().atMost(PATIENCE).until(() -> !postmaster.isAlive());
    }

    Credentials secret(String role) throws IOException {
        String password = Files.readString(data().resolve("secrets").resolve(role), StandardCharsets.UTF_8);
        return new Credentials(role, password.strip());
    }

    int port() throws IOException {
        return Integer.parseInt(
                Files.readString(data().resolve("port"), StandardCharsets.UTF_8).strip());
    }

    /// Runs a statement as the superuser; the first value of the last row, if it gives any.
    public String sql(String statement) throws IOException, SQLException {
        Credentials superuser = secret(Superuser.NAME);
        try (Connection connection = DriverManager.getConnection(
                        Superuser.url(port(), Superuser.DATABASE), superuser.user(), superuser.password());
                Statement run = connection.createStatement()) {
            String last = "";
            if (run.execute(statement)) {
                ResultSet rows = run.getResultSet();
                while (rows.next()) {
                    last = String.valueOf(rows.getString(1));
                }
            }
            return last;
        }
    }

    /// What runs for this home, the server with its children included.
    List<String> processes() throws IOException {
        List<String> found = new ArrayList<>();
        try (var all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path about : all) {
                String line = read(about.resolve("cmdline")).replace('\0', ' ');
                if (line.contains(home().toString()) || PostmasterProcess.worksIn(about, data().resolve("cluster"))) {
                    found.add(about.getFileName() + " " + line);
                }
            }
        }
        return found;
    }

    private void copyPristine() throws IOException {
        Path from = pristine();
        Files.createDirectory(data());
        Shell.run("cp", "-al", from.resolve("binaries").toString(), data().toString());
        Shell.run("cp", "-a", from.resolve("cluster").toString(), data().toString());
        Shell.run("cp", "-a", from.resolve("secrets").toString(), data().toString());
    }

    /// Made once a process, in the file system of the homes, so that the programs in it need only be linked.
    private static synchronized Path pristine() throws IOException {
        if (pristine == null) {
            Path made = Files.createTempDirectory("tickler-pristine");
            Files.createDirectory(made.resolve("data"));
            Shell.run(
                    "cp",
                    "-a",
                    TestPostgres.shared().programs().toString(),
                    made.resolve("data").toString());
            EmbeddedPostgres.join(made.resolve("data"), options()).close();
            pristine = made.resolve("data");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(made)));
        }
        return pristine;
    }

    private static void remove(Path folder) {
        try {
            FolderTree.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }
}
