package org.tickler.engine.docket;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.ActBeforeStore;
import org.tickler.engine.store.ActBeforeStore.Stamped;
import org.tickler.engine.store.ActBeforeStore.Touched;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.MatterActStore;
import org.tickler.engine.store.MatterActStore.Kind;
import org.tickler.engine.store.MatterActStore.Step;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;

/**
 * Takes back the last act of a person on an entry, or on a matter, as long as it is fresh: everything that the act changed is
 * as it was, in a revision of its own, and the history keeps both. What came later, such as another owner, stays. Safe for
 * many threads.
 */
public final class Undo {
    /** How long after an act it can be taken back. */
    public static final Duration WINDOW = Duration.ofMinutes(10);

    static final String WORD = "undone";

    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final MatterActs matterActs;
    private final InstantSource clock;

    public Undo(
            Database database, BookKeeper books, Reconciler reconciler, MatterActs matterActs, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.matterActs = matterActs;
        this.clock = clock;
    }

    /** Whose last act is taken back. */
    public sealed interface Of {
        /** The last one on an entry, with all else that it touched. */
        record OfEntry(EntryId entry) implements Of {}

        /** The last one on a matter, be it on entries or on the whole of it. */
        record OfMatter(MatterId matter) implements Of {}
    }

    /**
     * What taking it back would do, applied to nothing.
     *
     * @throws ActRefused if it could not be done
     */
    public Preview preview(Of of, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> {
            Optional<MatterStep> whole = wholeMatter(handle, of);
            return whole.isPresent()
                    ? matterActs.previewIn(handle, whole.get(), by, now)
                    : preview(handle, worked(handle, of, by, now), now);
        });
    }

    /**
     * Takes it back.
     *
     * @throws ActRefused if it cannot be done; then nothing is changed
     */
    public Preview apply(Of of, Signature by) {
        Instant now = now();
        return database.inTransaction(handle -> {
            books.keepActive(handle);
            MatterId matter = matterOf(handle, of, now);
            MatterStore.lock(handle, List.of(matter));
            Optional<MatterStep> whole = wholeMatter(handle, of);
            if (whole.isPresent()) {
                return matterActs.applyIn(handle, whole.get(), by, now);
            }
            Worked worked = worked(handle, of, by, now);
            Preview preview = preview(handle, worked, now);
            write(handle, worked, by, now);
            reconciler.reconcileIn(
                    handle,
                    List.of(matter),
                    new Cause(
                            by.by().value(),
                            WORD + by.reason().map(why -> ": " + why).orElse("")),
                    now);
            return preview;
        });
    }

    static String tooLate(String what) {
        return what + " was more than " + WINDOW.toMinutes() + " minutes ago, and those who must hear of it are told";
    }

    /** The act on the whole matter that is taken back; empty: one on entries came after it. */
    private static Optional<MatterStep> wholeMatter(Handle handle, Of of) {
        if (!(of instanceof Of.OfMatter(MatterId matter))) {
            return Optional.empty();
        }
        List<Step> steps = MatterActStore.steps(handle, List.of(matter));
        Optional<Instant> onEntries = ActBeforeStore.last(handle, matter).map(Touched::at);
        if (steps.isEmpty() || onEntries.filter(steps.getLast().at()::isBefore).isPresent()) {
            return Optional.empty();
        }
        Step last = steps.getLast();
        if (!Set.of(Kind.ASKED, Kind.DONE, Kind.CONFIRMED).contains(last.kind())) {
            throw new ActRefused("the last act on " + matter + " took back its "
                    + last.sort().noun() + "; that stands: do it anew if it holds after all");
        }
        return Optional.of(new MatterStep.Undo(matter, last.sort(), last.reach().court()));
    }

    private static MatterId matterOf(Handle handle, Of of, Instant now) {
        return switch (of) {
            case Of.OfMatter whole -> whole.matter();
            case Of.OfEntry one ->
                EntryStore.find(handle, one.entry())
                        .orElseThrow(() -> Unknown.entry(handle, one.entry(), now))
                        .matter();
        };
    }

    private Worked worked(Handle handle, Of of, Signature by, Instant now) {
        People people = PersonStore.all(handle);
        Docket docket = Acts.docket(handle, matterOf(handle, of, now), people, by, now);
        Touched last = (switch (of) {
                    case Of.OfMatter whole -> ActBeforeStore.last(handle, whole.matter());
                    case Of.OfEntry one -> ActBeforeStore.last(handle, one.entry());
                })
                .orElseThrow(() -> new ActRefused("no act of a person is there that could be taken back; what a source"
                        + " loaded is changed in the source, or by tickler correct"));
        List<Touched> all = ActBeforeStore.all(handle, last);
        for (Touched one : all) {
            Touched latest = ActBeforeStore.last(handle, one.entry()).orElse(one);
            if (!latest.at().equals(last.at())) {
                throw new ActRefused(one.entry() + ", which that act touched too, was " + latest.act() + " by "
                        + latest.by() + " since; take that back first: tickler undo " + one.entry());
            }
        }
        Map<EntryId, Entry> became = new HashMap<>();
        all.forEach(one -> ActBeforeStore.became(handle, one).ifPresent(entry -> became.put(one.entry(), entry)));
        UndoWork work = new UndoWork(docket, ActBeforeStore.before(handle, last), became, by, now);
        return new Worked(people, docket, last, work.takenBack(all));
    }

    private Preview preview(Handle handle, Worked worked, Instant now) {
        UndoWork.TakenBack back = worked.back();
        Forecast forecast = reconciler.previewIn(
                handle,
                List.of(worked.docket().matter().id()),
                WhatIf.docket(before -> before.with(back.changed(), back.said())),
                now);
        Preview preview = new ActPreview(
                        forecast,
                        worked.people(),
                        worked.back().entries().stream().map(Entry::id).collect(Collectors.toUnmodifiableSet()),
                        now)
                .with(List.of());
        List<String> moves = new ArrayList<>();
        moves.add("takes back: " + worked.last().act() + " by " + worked.last().by());
        moves.addAll(preview.moves());
        return new Preview(moves, preview.stays(), preview.told(), preview.reminders(), preview.warnings());
    }

    private static void write(Handle handle, Worked worked, Signature by, Instant now) {
        UndoWork.TakenBack back = worked.back();
        MatterId matter = worked.docket().matter().id();
        Touched last = worked.last();
        String why = "the act of " + last.by() + ", " + last.act()
                + by.reason().map(reason -> ": " + reason).orElse("");
        ActBeforeStore.keep(
                handle, matter, back.entries().stream().map(Entry::id).toList(), new Stamped(WORD, by.by(), now));
        EntryStore.update(
                handle, back.changed(), Change.act(Change.Cause.UNDONE, by.by().value(), why, now));
        InstructionStore.add(handle, matter, back.said());
        QuestionStore.askAgain(handle, matter, last.by().value(), last.at(), now);
        MatterStore.touch(handle, List.of(matter));
        for (Entry entry : back.entries()) {
            Map<String, Object> detail = new LinkedHashMap<>();
            detail.put("act", last.act());
            detail.put("act-by", last.by().value());
            detail.put("act-at", last.at().toString());
            detail.put("after", DateWords.of(entry));
            by.reason().ifPresent(reason -> detail.put("reason", reason));
            Audit.record(handle, AuditRecord.of(now, by.by().value(), WORD, matter, entry.id(), detail));
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Worked(People people, Docket docket, Touched last, UndoWork.TakenBack back) {}
}
