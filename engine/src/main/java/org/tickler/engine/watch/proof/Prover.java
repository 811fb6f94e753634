package org.tickler.engine.watch.proof;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.Evidence;
import org.tickler.engine.store.EvidenceStore;
import org.tickler.engine.store.FactsThen;
import org.tickler.engine.store.HistoryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.engine.store.ProofStore.Gap;
import org.tickler.engine.store.ProofStore.Proof;
import org.tickler.engine.store.ProofStore.Span;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.PlannedReminder;

/**
 * Proves that what had to be told in the last 48 hours was told, and that what must be in the next 30 days is planned; or
 * says what is missing. Safe for many threads.
 */
public final class Prover {
    private static final Duration BACK = Duration.ofDays(2);
    private static final Duration AHEAD = Duration.ofDays(30);
    /** What is due now may be on its way. */
    private static final Duration UNDER_WAY = Duration.ofMinutes(15);

    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final BookKeeper books;

    public Prover(Database database, BookKeeper books) {
        this.database = database;
        this.books = books;
    }

    /**
     * Looks, keeps what it found with its audit record, and tells the last resort of gaps.
     *
     * @param who {@code tickler}, or who asked for it
     * @throws org.tickler.engine.book.NoActiveBook if there is no book yet
     */
    public Proof prove(String who, Instant at) {
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        Proof proof = database.inSnapshot(handle -> look(handle, who, now));
        ActiveBook book = books.active();
        return database.inTransaction(handle -> {
            long number = ProofStore.add(handle, proof);
            Audit.record(handle, AuditRecord.of(now, who, "coverage-proved", detail(number, proof)));
            new GapAlarm(book).raise(handle, number, proof);
            return proof;
        });
    }

    private Proof look(Handle handle, String who, Instant now) {
        Span span = new Span(now.minus(BACK), now.minus(UNDER_WAY), now.plus(AHEAD));
        FactsThen facts = FactsThen.read(handle, span.since());
        Expected expected = new Expected(handle, books, facts, span);
        Tally tally = new Tally(now);
        List<MatterId> ids = MatterStore.ids(handle);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<Expected.Owed> owed = expected.of(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)));
            List<PlannedReminder> all = owed.stream()
                    .flatMap(one -> Stream.concat(one.past().stream(), one.ahead().stream()))
                    .toList();
            tally.count(owed, EvidenceStore.of(handle, all, span.since()));
        }
        return tally.proof(who, span, HistoryStore.undated(handle, span.since()));
    }

    private static Map<String, Object> detail(long number, Proof proof) {
        return Map.of(
                "proof", number,
                "owed", proof.counts().owed(),
                "told", proof.counts().told(),
                "explained", proof.explained(),
                "planned", proof.counts().planned(),
                "gaps", proof.gaps().size(),
                "undated", proof.undated(),
                "hash", proof.hash());
    }

    /** What was found so far. */
    private static final class Tally {
        private final Instant now;
        private final List<Gap> gaps = new ArrayList<>();
        private final Map<String, Integer> explained = new TreeMap<>();
        private Fingerprint hash = Fingerprint.of("coverage proof");
        private int owed;
        private int told;
        private int planned;

        Tally(Instant now) {
            this.now = now;
        }

        void count(List<Expected.Owed> all, Evidence evidence) {
            Judge judge = new Judge(evidence, now);
            for (Expected.Owed one : all) {
                for (PlannedReminder reminder : one.past()) {
                    owed++;
                    told += count(one, reminder, judge.past(reminder, one));
                }
                for (PlannedReminder reminder : one.ahead()) {
                    // what was due within the last minutes is the next proof's to see told
                    if (reminder.due().at().isAfter(now)) {
                        planned += count(one, reminder, judge.ahead(reminder, one));
                    }
                }
            }
        }

        private int count(Expected.Owed all, PlannedReminder reminder, Judge.Found found) {
            hash = Fingerprint.of(
                    hash.hex(), reminder.id().value(), reminder.due().at().toString(), found.toString());
            return switch (found) {
                case Judge.Found.Right right -> 1;
                case Judge.Found.Explained why -> {
                    explained.merge(why.why(), 1, Integer::sum);
                    yield 0;
                }
                case Judge.Found.Missing missing -> {
                    gaps.add(new Gap(
                            reminder.matter(),
                            reminder.ask().entry(),
                            reminder.id(),
                            reminder.to(),
                            reminder.channel(),
                            reminder.due().at(),
                            Judge.name(reminder, all.matter(), now) + ": " + missing.why()));
                    yield 0;
                }
            };
        }

        Proof proof(String who, Span span, int undated) {
            return new Proof(
                    now, who, span, new ProofStore.Counts(owed, told, planned), explained, gaps, undated, hash.hex());
        }
    }
}
