package org.tickler.engine.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;

/** A folder of evidence and the audit: never a folder without its row, and never a broken chain in silence. */
class EvidenceAndAuditTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    private Path folder;

    private EvidenceMaker maker;
    private final EvidenceWish wish = new EvidenceWish(
            new EvidenceWish.Of.TheMatter(Samples.ACME_V_BOLT), Optional.empty(), Optional.empty(), RDIAZ);

    @BeforeEach
    void begin() {
        AskFixture firm = new AskFixture(tests.database());
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
        beforeTheRow("PERFORM pg_advisory_xact_lock(77)");
        Path out = folder.resolve("out");
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
            assertThatThrownBy(making::get).hasRootCauseInstanceOf(IOException.class);
        }
        assertThat(rows()).containsExactly("evidence-made", "evidence-not-made");
        assertThat(PostOffice.texts(
                        tests.database(), "SELECT DISTINCT detail ->> 'sha256' FROM audit WHERE act LIKE 'evidence%'"))
                .as("both name the same folder")
                .hasSize(1);
        assertThat(held()).containsExactly("out");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("in-the-way"));
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
        tests.asOwner("CREATE FUNCTION stand_in_the_way() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN " + statement
                + "; RETURN NEW; END'");
        tests.asOwner("CREATE TRIGGER stand_in_the_way BEFORE INSERT ON audit FOR EACH ROW"
                + " WHEN (NEW.act = 'evidence-made') EXECUTE FUNCTION stand_in_the_way()");
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
