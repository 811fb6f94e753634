package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.TestDatabase;

class InboxTest {
    private static final String ROWS = """
            id,matter,kind,title,date
            1,H-2291,filing,Brief,2026-03-20
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private LoadFixture firm;
    private Path folder;
    private Inbox inbox;

    @BeforeEach
    void open() throws IOException {
        firm = new LoadFixture(tests, home);
        folder = Files.createDirectories(home.resolve("inbox"));
        inbox = inbox(List.of());
    }

    @Test
    void aSettledFileIsLoadedAndKeptWithItsReport() throws IOException {
        drop("docket.csv", ROWS);
        assertThat(inbox.sweep()).isEmpty();
        assertThat(inbox.sweep())
                .singleElement()
                .satisfies(report -> assertThat(report.count(Sort.NEW)).isEqualTo(1));
        assertThat(names("loaded"))
                .containsExactly("20260202-140000-docket.csv", "20260202-140000-docket.csv.report.txt");
        assertThat(folder.resolve("loaded/20260202-140000-docket.csv.report.txt"))
                .content()
                .startsWith("loaded from docket: 1 new");
        assertThat(inbox.sweep()).isEmpty();
        assertThat(firm.entry("1").title()).isEqualTo("Brief");
    }

    @Test
    void aFileThatStillGrowsWaits() throws IOException {
        drop("docket.csv", ROWS);
        inbox.sweep();
        drop("docket.csv", ROWS + "2,H-2291,filing,Reply,2026-03-27\n");
        assertThat(inbox.sweep()).isEmpty();
        assertThat(inbox.sweep())
                .singleElement()
                .satisfies(report -> assertThat(report.count(Sort.NEW)).isEqualTo(2));
    }

    @Test
    void aFileOfWhichNothingLoadsIsRejectedAndSaysWhy() throws IOException {
        drop("docket.csv", "id,matter,kind,title,date\n1,H-9999,filing,Brief,2026-03-20\n");
        drop("docket.xlsx", "PK\u0003\u0004");
        inbox.sweep();
        inbox.sweep();
        assertThat(names("rejected")).hasSize(4);
        assertThat(folder.resolve("rejected/20260202-140000-docket.csv.report.txt"))
                .content()
                .contains("rejected: docket.csv:2: no matter has the id \"H-9999\"");
        assertThat(folder.resolve("rejected/20260202-140000-docket.xlsx.report.txt"))
                .content()
                .contains("expected a file that ends in .csv, .json, .jsonl or .ics");
    }

    @Test
    void whatIsHiddenUnfinishedOrAFolderIsLeftAlone() throws IOException {
        for (String name : List.of(".docket.csv", "~docket.csv", "docket.csv.part", "docket.csv~", "docket.csv.tmp")) {
            drop(name, ROWS);
        }
        Files.createDirectories(folder.resolve("old.csv"));
        inbox.sweep();
        assertThat(inbox.sweep()).isEmpty();
        assertThat(names(".")).hasSize(6);
    }

    @Test
    void theMappingWhoseFilesFitReadsIt() throws IOException {
        Mapping clio = new Mapping(
                "clio",
                Optional.of("clio-*.csv"),
                Map.of("id", "ID", "matter", "Matter", "title", "Subject", "date", "Start"),
                new Mapping.Layout(new DateForm("MM/dd/yyyy", "h:mm a"), Optional.empty()),
                Map.of("kind", "filing"),
                Map.of(),
                List.of(),
                false);
        inbox = inbox(List.of(clio));
        drop("clio-2026.csv", "ID,Matter,Subject,Start\n9,H-2291,Brief,03/20/2026\n");
        drop("docket.csv", ROWS);
        inbox.sweep();
        assertThat(inbox.sweep().stream().map(LoadReport::source)).containsExactly("clio", "docket");
    }

    @Test
    void theSameNameDroppedTwiceIsKeptTwice() throws IOException {
        for (int time = 0; time < 2; time++) {
            drop("docket.csv", ROWS);
            inbox.sweep();
            inbox.sweep();
        }
        assertThat(names("loaded")).hasSize(4).contains("20260202-140000-docket.csv", "20260202-140000-2-docket.csv");
    }

    @Test
    void twoDaemonsDoNotLoadOneFileTwice() throws Exception {
        Inbox other = inbox(List.of());
        for (int file = 0; file < 5; file++) {
            drop("docket-" + file + ".csv", ROWS.replace("1,H", file + ",H").replace("Brief", "Brief " + file));
        }
        inbox.sweep();
        other.sweep();
        CountDownLatch both = new CountDownLatch(2);
        try (ExecutorService daemons = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<LoadReport>>> sweeps = Stream.of(inbox, other)
                    .map(one -> daemons.submit(() -> {
                        both.countDown();
                        both.await();
                        return one.sweep();
                    }))
                    .toList();
            int loads = sweeps.get(0).get().size() + sweeps.get(1).get().size();
            assertThat(loads).isEqualTo(5);
        }
        assertThat(names("loaded")).hasSize(10);
    }

    @Test
    void withoutItsFolderThereIsNothingToDo() throws IOException {
        Files.delete(folder);
        assertThat(inbox.sweep()).isEmpty();
    }

    private Inbox inbox(List<Mapping> mappings) {
        return new Inbox(folder, firm.firm.database(), firm.loader, mappings, firm.clock);
    }

    private void drop(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> names(String below) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(below).normalize())) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
