package org.tickler.engine.docket;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.docket.LoadReport.Tally;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.QuestionTeller;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.MatterId;

/**
 * Loads dockets from files: each row is compared with what the same source said of it last time, and the matters that
 * changed are planned. Loading the same again changes nothing, and completes a load that was cut off. One bad row stops no
 * other. Loads of all processes take turns. Safe for many threads.
 */
public final class Loader {
    static final int ROWS_AT_ONCE = 500;

    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public Loader(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * Loads files as one load of one source: what is in none of them is missing. A file that cannot be read is a rejected
     * line of the report.
     *
     * @throws org.tickler.engine.book.NoActiveBook if there is no book yet
     */
    public LoadReport load(List<Path> files, LoadOptions options, LoadProgress progress) {
        return database.withHandle(handle -> {
            AdvisoryLock.LOAD.hold(handle);
            try {
                return loadInTurn(files, options, progress);
            } finally {
                AdvisoryLock.LOAD.release(handle);
            }
        });
    }

    private LoadReport loadInTurn(List<Path> files, LoadOptions options, LoadProgress progress) {
        LoadContext load = new LoadContext(
                books.active(),
                database.withHandle(PersonStore::all),
                options,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        Tally tally = new Tally();
        Identities identities = new Identities();
        for (Path file : files) {
            try {
                file(file, load, identities, tally, progress);
            } catch (IOException e) {
                tally.list(new Item(
                        Sort.REJECTED, String.valueOf(file.getFileName()), 0, Optional.empty(), unreadable(file, e)));
            }
        }
        new MissingRows(database, load, identities, tally).find();
        if (options.dryRun()) {
            return tally.report(load.source(), true, Optional.empty());
        }
        Outcome outcome = plan(load);
        new QuestionTeller(database, load.book(), load.people()).tell(load.at());
        outcome.stayed()
                .forEach(arrived -> tally.list(new Item(
                        Sort.NOTE,
                        load.source(),
                        0,
                        Optional.of(arrived.after().id().value()),
                        DateWords.of(arrived.after()) + " is stayed, and reminds nobody, because " + arrived.words())));
        LoadReport report = tally.report(load.source(), false, Optional.of(outcome));
        database.inTransaction(handle -> {
            Audit.record(handle, AuditRecord.of(load.at(), options.who(), "load", MissingRows.detail(report, files)));
            return report;
        });
        return report;
    }

    private void file(Path file, LoadContext load, Identities identities, Tally tally, LoadProgress progress)
            throws IOException {
        identities.nextFile();
        DocketFile docket = new DocketFile(file, load, id -> isMatter(id, load));
        docket.read(read -> {
            if (read instanceof ReadRow.Row row) {
                identities.note(row.row());
            }
        });
        Batches batches = new Batches(load, identities, tally, progress);
        docket.read(batches::take);
        batches.flush();
    }

    private boolean isMatter(String id, LoadContext load) {
        try {
            return database.withHandle(handle -> MatterStore.find(handle, new MatterId(id)))
                    .filter(load::sees)
                    .isPresent();
        } catch (IllegalArgumentException noId) {
            return false;
        }
    }

    /** Plans what this load changed, and what one before it changed and did not come to plan. */
    private Outcome plan(LoadContext load) {
        List<MatterId> matters = database.withHandle(UnplannedStore::all);
        Outcome outcome =
                reconciler.reconcile(matters, new Cause(load.options().who(), "loaded " + load.source()), load.at());
        database.inTransaction(handle -> {
            UnplannedStore.planned(handle, matters, load.at());
            return matters;
        });
        return outcome;
    }

    private static String unreadable(Path file, IOException e) {
        return "cannot be read: " + e.getClass().getSimpleName() + ": " + file + "; check its name and who may read it";
    }

    /** Collects understood rows of one file, and loads them some hundred at a time. */
    private final class Batches {
        private final LoadContext load;
        private final Identities identities;
        private final Tally tally;
        private final LoadProgress progress;
        private final List<RowReader.Understood> waiting = new ArrayList<>();
        private String file = "";
        private long rows;

        Batches(LoadContext load, Identities identities, Tally tally, LoadProgress progress) {
            this.load = load;
            this.identities = identities;
            this.tally = tally;
            this.progress = progress;
        }

        void take(ReadRow read) {
            switch (read) {
                case ReadRow.Row row -> row(row.row());
                case ReadRow.Refused refused -> refuse(refused.file(), refused.line(), refused.reason());
                case ReadRow.Noted noted ->
                    tally.list(new Item(Sort.NOTE, noted.file(), noted.line(), Optional.empty(), noted.sentence()));
            }
        }

        private void row(DocketRow row) {
            file = row.file();
            rows++;
            try {
                RowReader.Understood understood = RowReader.read(row);
                Optional<String> refusal = identities.refusal(understood);
                if (refusal.isPresent()) {
                    refuse(row.file(), row.line(), refusal.get());
                } else {
                    waiting.add(understood);
                }
            } catch (RowRefused e) {
                refuse(row.file(), row.line(), e.reason());
            }
            if (waiting.size() == ROWS_AT_ONCE) {
                flush();
            }
        }

        private void refuse(String name, int line, String reason) {
            tally.list(new Item(Sort.REJECTED, name, line, Optional.empty(), reason));
        }

        void flush() {
            if (!waiting.isEmpty()) {
                database.inTransaction(handle -> BatchLoader.load(handle, waiting, load))
                        .count(tally);
                waiting.clear();
            }
            progress.rows(file, rows, identities.rows());
        }
    }
}
