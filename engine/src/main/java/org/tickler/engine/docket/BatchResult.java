package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.SourceStore;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** What a batch of rows comes to, and how it is written. A transaction that is tried again begins with a new one. */
final class BatchResult {
    private final LoadContext load;
    private final List<Entry> inserts = new ArrayList<>();
    private final List<Entry> updates = new ArrayList<>();
    private final List<Matter> made = new ArrayList<>();
    private final List<SourceStore.Said> said = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final List<AuditRecord> audit = new ArrayList<>();
    private final List<Item> items = new ArrayList<>();
    private final Map<Sort, Integer> counts = new EnumMap<>(Sort.class);
    private final List<String> seen = new ArrayList<>();

    BatchResult(LoadContext load) {
        this.load = load;
    }

    private record Settled(EntryId entry, String code, String as) {}

    void insert(Entry entry, RowReader.Understood row) {
        inserts.add(entry);
        audit.add(record(Optional.empty(), entry, row));
        said.add(new SourceStore.Said(row.id(), entry.id().value(), row.saying().write()));
        counts.merge(Sort.NEW, 1, Integer::sum);
    }

    void update(Entry before, Entry after, RowReader.Understood row) {
        if (!before.equals(after)) {
            updates.add(after);
            audit.add(record(Optional.of(before), after, row));
        }
        said.add(new SourceStore.Said(row.id(), after.id().value(), row.saying().write()));
        counts.merge(Sort.CHANGED, 1, Integer::sum);
    }

    void same(RowReader.Understood row) {
        seen.add(row.id());
        counts.merge(Sort.SAME, 1, Integer::sum);
    }

    void made(Matter matter, DocketRow row) {
        made.add(matter);
        items.add(new Item(
                Sort.NOTE,
                row.file(),
                row.line(),
                Optional.empty(),
                "the matter " + matter.id() + " was made; it needs a team"));
    }

    void refuse(DocketRow row, String reason) {
        items.add(new Item(Sort.REJECTED, row.file(), row.line(), Optional.empty(), reason));
    }

    /** The doubts about one row. */
    void doubt(DocketRow row, Entry entry, Matter matter, List<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        String sentence = String.join(" ", doubts.stream().map(Doubt::sentence).toList());
        items.add(new Item(
                Sort.SUSPICIOUS, row.file(), row.line(), Optional.of(entry.id().value()), sentence));
        doubts.forEach(doubt -> question(row, entry, matter, doubt, Json.object()));
    }

    /** A question about two sources, or a source and a person, that disagree. */
    void ask(DocketRow row, Entry entry, Matter matter, Doubt doubt, ObjectNode detail) {
        items.add(new Item(
                Sort.ASKED, row.file(), row.line(), Optional.of(entry.id().value()), doubt.sentence()));
        question(row, entry, matter, doubt, detail);
    }

    /** An entry that waited as a probable duplicate reminds now. */
    void release(Entry before, Entry after, String why) {
        settle(before.id(), ProbableDuplicate.CODE, why);
        if (!before.equals(after)) {
            updates.add(after);
            audit.add(AuditRecord.of(
                    load.at(),
                    load.options().who(),
                    "kept",
                    after.matter(),
                    after.id(),
                    Map.of("source", load.source(), "status", Words.of(after.status()), "reason", why)));
        }
    }

    void settle(EntryId entry, String code, String as) {
        settled.add(new Settled(entry, code, as));
    }

    private void question(DocketRow row, Entry entry, Matter matter, Doubt doubt, ObjectNode detail) {
        detail.put("place", row.place());
        asked.add(new Asked(
                entry.id(),
                matter.id(),
                doubt.word(),
                doubt.sentence() + doubt.code().remedy(entry.id()),
                detail,
                load.askers().of(entry, matter)));
    }

    /** Writes all of it in the handle's transaction. */
    void write(Handle handle) {
        Change change = Change.loaded(load.source(), load.at());
        made.forEach(matter -> MatterStore.save(handle, matter));
        EntryStore.insert(handle, inserts, change);
        EntryStore.update(handle, updates, change);
        SourceStore.put(handle, load.source(), SourceStore.Kind.ENTRY, said, load.at());
        for (String back : SourceStore.thereAgain(handle, load.source(), SourceStore.Kind.ENTRY, seen)) {
            settle(new EntryId(back), new Doubt(Doubt.Code.MISSING, "").word(), "it is in its source again");
        }
        settled.forEach(
                one -> QuestionStore.settle(handle, one.entry(), one.code(), load.source(), one.as(), load.at()));
        QuestionStore.ask(handle, asked, load.at());
        Audit.record(handle, audit);
        Set<MatterId> touched = new LinkedHashSet<>();
        inserts.forEach(entry -> touched.add(entry.matter()));
        updates.forEach(entry -> touched.add(entry.matter()));
        MatterStore.touch(handle, touched);
        UnplannedStore.add(handle, touched, load.at());
    }

    void count(LoadReport.Tally tally) {
        counts.forEach(tally::count);
        items.forEach(tally::list);
        asked.forEach(question -> tally.asks(question.asked()));
        asked.stream().filter(question -> rowDoubt(question.code())).forEach(question -> tally.count(Sort.ASKED));
    }

    private static boolean rowDoubt(String code) {
        return Words.find(Doubt.Code.class, code).filter(Doubt.Code::ofRow).isPresent();
    }

    private AuditRecord record(Optional<Entry> before, Entry after, RowReader.Understood row) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("source", load.source());
        detail.put("place", row.row().place());
        before.ifPresent(entry -> detail.put("before", DateWords.of(entry)));
        detail.put("after", DateWords.of(after));
        detail.put("revision", after.revision().number());
        return AuditRecord.of(load.at(), load.options().who(), "loaded", after.matter(), after.id(), detail);
    }
}
