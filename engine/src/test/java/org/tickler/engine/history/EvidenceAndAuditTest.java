package org.tickler.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryId;

/** A folder of evidence and the audit: never a folder without its row, and never a broken chain in silence. */
class EvidenceAndAuditTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    private Path folder;

    private EvidenceMaker maker;
    private EntryId hearing;
    private final EvidenceWish wish = new EvidenceWish(
            new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), Optional.empty(), Optional.empty(), RDIAZ);

    @BeforeEach
    void begin() {
        AskFixture firm = new AskFixture(tests.database());
        hearing = firm.hearing().id();
        maker = new EvidenceMaker(
                tests.database(),
                firm.clock(),
                new EvidenceMaker.Firm("Harper & Lin LLP", Samples.NEW_YORK, firm.receipts()));
    }

    @Test
    void whereTheAuditTakesNoRowThereIsNoFolder() throws IOException {
        beforeTheRow("RAISE EXCEPTION ''the audit is full''");
        assertThatThrownBy(() -> maker.make(wish, folder.resolve("out"))).isInstanceOf(RuntimeException.class);
        assertThat(held()).isEmpty();
        assertThat(rows()).isEmpty();
    }

    @Test
    void whereNothingCanBeWrittenThereIsNoRow() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "x");
        assertThatThrownBy(() -> maker.make(wish, file.resolve("out"))).isInstanceOf(IOException.class);
        assertThat(rows()).isEmpty();
    }

    @Test
    void aFolderThatCannotGetItsNameIsTakenBackInTheAudit() throws Exception {
        Path out = folder.resolve("out");
        assertThat(whereSomethingComesInTheWay(out)).isInstanceOf(IOException.class);
        assertThat(rows()).containsExactly("evidence-made", "evidence-not-made");
        assertThat(PostOffice.texts(
                        tests.database(), "SELECT DISTINCT detail ->> 'sha256' FROM audit WHERE act LIKE 'evidence%'"))
                .as("both name the same folder")
                .hasSize(1);
        assertThat(held()).containsExactly("out");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("in-the-way"));
    }

    @Test
    void whereItCannotBeTakenBackEitherTheFirstReasonIsTold() throws Exception {
        before("evidence-not-made", "RAISE EXCEPTION ''the audit is full''");
        Path out = folder.resolve("out");
        Throwable why = whereSomethingComesInTheWay(out);
        assertThat(why).isInstanceOf(IOException.class);
        assertThat(why.getSuppressed())
                .singleElement()
                .satisfies(second -> assertThat(second).hasMessageContaining("the audit is full"));
        assertThat(rows()).containsExactly("evidence-made");
        assertThat(held()).containsExactly("out");
    }

    /** What making it ends with where a file comes into its place while its row is being written. */
    private Throwable whereSomethingComesInTheWay(Path out) throws Exception {
        beforeTheRow("PERFORM pg_advisory_xact_lock(77)");
        try (Connection lock = DriverManager.getConnection(
                tests.address().url(),
                tests.address().run().user(),
                tests.address().run().password())) {
            lock.setAutoCommit(false);
            lock.createStatement().execute("SELECT pg_advisory_xact_lock(77)");
            Future<?> making = Executors.newVirtualThreadPerTaskExecutor().submit(() -> maker.make(wish, out));
            await().until(() -> !PostOffice.texts(
                            tests.database(),
                            "SELECT 'waits' FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")
                    .isEmpty());
            assertThat(out).as("while its row is being written").doesNotExist();
            Files.createDirectories(out);
            Files.writeString(out.resolve("in-the-way"), "x");
            lock.commit();
            return catchThrowableOfType(ExecutionException.class, making::get).getCause();
        }
    }

    @Test
    void whatStandsBehindALineBreakIsLeftOutToo() throws IOException {
        String token = "Qw3".repeat(14) + "x";
        for (String before : List.of("\n", "\t", "\r", "\r\n")) {
            tests.database().inTransaction(handle -> {
                Audit.record(
                        handle,
                        new AuditRecord(
                                AskFixture.TUE_10,
                                "rdiaz",
                                "corrected",
                                Optional.of(Samples.ACME_V_BOLT),
                                Optional.of(hearing),
                                Optional.empty(),
                                Map.of("reason", "order of 10 March" + before + token)));
                return handle;
            });
        }
        Path out = folder.resolve("out");
        maker.make(wish, out);
        for (String file : List.of("evidence.json", "audit.jsonl", "index.html")) {
            assertThat(Files.readString(out.resolve(file)))
                    .as(file)
                    .contains("order of 10 March", "(token left out)")
                    .doesNotContain(token);
        }
        for (String line : Files.readAllLines(out.resolve("audit.jsonl"))) {
            assertThat(Json.read(line).path("row").isObject()).isTrue();
        }
        assertThat(Files.readString(out.resolve("index.html"))).contains("Of 4 rows of the audit a part is left out");
    }

    @Test
    void aBrokenChainIsSaidOnEveryPageAndWhere() throws IOException {
        new Chain(tests.database()).extend();
        tests.asOwner("UPDATE audit SET who = 'somebody else' WHERE seq = 1");
        Path out = folder.resolve("out");
        EvidenceMaker.Made made = maker.make(
                new EvidenceWish(wish.of(), Optional.of(LocalDate.of(2026, 1, 1)), Optional.empty(), RDIAZ), out);
        String where =
                "THE AUDIT WAS CHANGED: its chain breaks at row 1: the row or its link was changed after it was chained";
        assertThat(made.warnings()).containsExactly(where);
        for (String page : List.of("index.html", "insurer.html")) {
            assertThat(Files.readString(out.resolve(page)))
                    .as(page)
                    .contains(
                            "role=\"alert\"",
                            where,
                            "The chain of the firm&#39;s audit DOES NOT HOLD: at row 1, the row or its link was changed")
                    .doesNotContain("links hold");
        }
        assertThat(Json.read(Files.readString(out.resolve("evidence.json"))).path("chain"))
                .isEqualTo(Json.read("{\"holds\":false,\"row\":1,"
                        + "\"why\":\"the row or its link was changed after it was chained\"}"));
    }

    private void beforeTheRow(String statement) {
        before("evidence-made", statement);
    }

    private void before(String act, String statement) {
        String name = "before_" + act.replace('-', '_');
        tests.asOwner("CREATE FUNCTION " + name + "() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN " + statement
                + "; RETURN NEW; END'");
        tests.asOwner("CREATE TRIGGER " + name + " BEFORE INSERT ON audit FOR EACH ROW WHEN (NEW.act = '" + act
                + "') EXECUTE FUNCTION " + name + "()");
    }

    private List<String> rows() {
        return PostOffice.texts(tests.database(), "SELECT act FROM audit WHERE act LIKE 'evidence%' ORDER BY seq");
    }

    private List<String> held() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        }
    }
}
