package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.plan.ReminderState;

/** A load that ends in its middle, as by a crash, and is begun again. */
class CutOffLoadTest {
    private static final int ROWS = 1200;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;
    private Path file;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
        file = firm.file(
                "docket.csv",
                IntStream.rangeClosed(1, ROWS)
                        .mapToObj(row -> row + ",H-2291,task,Task " + row + ","
                                + LocalDate.of(2026, 3, 2).plusWeeks(row % 20))
                        .collect(Collectors.joining("\n", "id,matter,kind,title,date\n", "\n")));
    }

    @Test
    void cutOffBetweenBatchesItIsCompletedByTheNext() {
        cutOffAfter(500);
        assertThat(firm.entries()).hasSize(500);
        LoadReport again = load(LoadProgress.SILENT);
        assertThat(again.count(Sort.SAME)).isEqualTo(500);
        assertThat(again.count(Sort.NEW)).isEqualTo(ROWS - 500);
        isWhole();
    }

    @Test
    void cutOffBeforePlanningItIsPlannedByTheNextThoughNothingIsNew() {
        cutOffAfter(ROWS);
        assertThat(firm.firm.reminders()).isEmpty();
        LoadReport again = load(LoadProgress.SILENT);
        assertThat(again.count(Sort.SAME)).isEqualTo(ROWS);
        isWhole();
    }

    private void isWhole() {
        assertThat(firm.entries()).hasSize(ROWS);
        assertThat(firm.firm.reminders(EntryId.entered("docket", "1"), ReminderState.PLANNED))
                .isNotEmpty();
        assertThat(firm.firm.reminders(EntryId.entered("docket", String.valueOf(ROWS)), ReminderState.PLANNED))
                .isNotEmpty();
        assertThat(firm.firm.database().withHandle(UnplannedStore::all)).isEmpty();
        assertThat(load(LoadProgress.SILENT).count(Sort.SAME)).isEqualTo(ROWS);
    }

    private void cutOffAfter(int rows) {
        assertThatThrownBy(() -> load((name, done, of) -> {
                    if (done >= rows) {
                        throw new IllegalStateException("cut off");
                    }
                }))
                .hasMessage("cut off");
    }

    private LoadReport load(LoadProgress progress) {
        return firm.loader.load(List.of(file), LoadOptions.by("rdiaz"), progress);
    }
}
