package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.SourceStore;
import org.tickler.rules.check.Checks;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** Decides what becomes of each of up to some hundred rows, by the truth rules. */
final class BatchLoader {
    private final Handle handle;
    private final LoadContext load;
    private final BatchFacts facts;
    private final BatchResult result;
    private final Duplicates duplicates;
    private final Map<MatterId, Matter> matters;

    private BatchLoader(Handle handle, LoadContext load, BatchFacts facts) {
        this.handle = handle;
        this.load = load;
        this.facts = facts;
        this.result = new BatchResult(load);
        this.duplicates = new Duplicates(load, facts, result);
        this.matters = new HashMap<>(facts.matters());
    }

    /** Loads the rows in the handle's transaction; a dry run writes nothing. */
    static BatchResult load(Handle handle, List<RowReader.Understood> rows, LoadContext load) {
        BatchLoader loader = new BatchLoader(handle, load, BatchFacts.lock(handle, rows, load));
        for (RowReader.Understood row : rows) {
            try {
                loader.row(row);
            } catch (RowRefused e) {
                loader.result.refuse(row.row(), e.reason());
            }
        }
        if (!load.options().dryRun()) {
            loader.result.write(handle);
        }
        return loader.result;
    }

    private void row(RowReader.Understood row) throws RowRefused {
        Saying saying = row.saying();
        Matter matter = matter(row);
        load.resolver().refuseUnknownCourt(saying);
        Entry says = load.resolver().entry(row.id(), saying, matter);
        SourceStore.Said said = facts.said().get(row.id());
        Entry stored = facts.entries().get(says.id());
        if (stored == null) {
            isNew(row, says, matter);
        } else if (said == null) {
            changed(row, stored, says, stored, matter);
        } else if (said.said().equals(saying.write())) {
            result.same(row);
        } else {
            Saying before = Saying.read(said.said());
            if (!before.matter().equals(saying.matter())) {
                boolean told = MatterStore.find(handle, before.matter())
                        .filter(load::sees)
                        .isPresent();
                throw new RowRefused("\"" + row.id() + "\" was on "
                        + (told ? "matter " + before.matter() : "another matter") + " before and is on "
                        + saying.matter() + " now; an entry stays on its matter. Give this one another id");
            }
            changed(row, load.resolver().entry(row.id(), before, matter), says, stored, matter);
        }
    }

    private void isNew(RowReader.Understood row, Entry plain, Matter matter) {
        Entry says = checked(Optional.empty(), plain, matter);
        Optional<Entry> first = duplicates.first(says);
        Entry entry = first.isPresent() ? says.after(Happening.LOADED, EntryStatus.STAYED) : says;
        result.insert(entry, row);
        first.ifPresent(other -> duplicates.ask(row, says, other, matter));
        doubts(row, entry, matter);
    }

    private void changed(RowReader.Understood row, Entry before, Entry says, Entry stored, Matter matter) {
        Optional<Question> open = facts.question(stored.id(), Doubt.Code.BOTH_CHANGED);
        Optional<When> apart = open.map(Question::detail)
                .map(detail -> detail.path("ours"))
                .filter(JsonNode::isObject)
                .map(WhenJson::read);
        Merge merge = Merge.of(before, says, stored, apart, load.at());
        Entry after = checked(Optional.of(stored), duplicates.second(stored, merge.entry(), says), matter);
        result.update(stored, after, row);
        duplicates.released(after);
        for (Question question : facts.questions().getOrDefault(stored.id(), List.of())) {
            if (isOfRow(question)) {
                result.settle(stored.id(), question.code(), "its source changed");
            }
        }
        if (!merge.conflicts().isEmpty()) {
            open.ifPresent(former -> result.settle(stored.id(), former.code(), "asked anew: its source changed again"));
            String sentence = "\"" + after.title() + "\": " + String.join("; ", merge.conflicts());
            result.ask(row.row(), after, matter, new Doubt(Doubt.Code.BOTH_CHANGED, sentence), merge.detail());
        } else if (apart.isPresent() && apart.get().equals(says.when())) {
            open.ifPresent(former -> result.settle(stored.id(), former.code(), "its source agrees"));
        }
        doubts(row, after, matter);
    }

    /**
     * What a source says under the firm's checks: a date that it gave waits for a second person, and that a thing is done is a
     * claim where more than a word is wanted. What is over when it first comes is history.
     */
    private Entry checked(Optional<Entry> stored, Entry after, Matter matter) {
        Checks checks = load.book().rulebook().checks();
        boolean dated = stored.filter(before -> before.status() == EntryStatus.OPEN)
                .filter(before -> before.when().equals(after.when()))
                .isEmpty();
        if (after.status() == EntryStatus.OPEN
                && dated
                && checks.verify(after, matter).isPresent()) {
            return after.after(Happening.LOADED, EntryStatus.PROPOSED);
        }
        boolean ends = after.status() == EntryStatus.DONE
                && stored.filter(before -> !before.status().isOver()).isPresent();
        return ends && !checks.done(after, matter).isEmpty()
                ? after.after(Happening.LOADED, EntryStatus.CLAIMED)
                : after;
    }

    private void doubts(RowReader.Understood row, Entry entry, Matter matter) {
        Entry seen = entry.status() == EntryStatus.STAYED
                ? entry.after(Happening.LOADED, row.saying().status())
                : entry;
        Optional<LocalDate> trial = Optional.ofNullable(facts.trials().get(entry.matter()));
        result.doubt(row.row(), entry, matter, load.doubts().of(row, seen, matter, trial));
    }

    private List<String> seenIds() {
        List<MatterId> all = MatterStore.ids(handle);
        return load.options().viewer().isEmpty()
                ? all.stream().map(MatterId::value).toList()
                : MatterStore.find(handle, all).stream()
                        .filter(load::sees)
                        .map(matter -> matter.id().value())
                        .toList();
    }

    private static boolean isOfRow(Question question) {
        return Words.find(Doubt.Code.class, question.code())
                .filter(Doubt.Code::ofRow)
                .isPresent();
    }

    private Matter matter(RowReader.Understood row) throws RowRefused {
        MatterId id = row.saying().matter();
        Matter known = matters.get(id);
        boolean hidden = known != null && !load.sees(known);
        if (known != null && !hidden) {
            return known;
        }
        if (hidden || !load.options().mapping().createMatters()) {
            String hint = Nearest.hint(id.value(), seenIds());
            throw new RowRefused(
                    "no matter has the id \"" + id + "\"" + (hint.isEmpty() ? "; add it to matters.yaml first" : hint));
        }
        Matter matter = new Matter(
                id,
                id.value(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(),
                List.of(),
                List.of(),
                Confidentiality.FIRM,
                Set.of(),
                load.at());
        matters.put(id, matter);
        result.made(matter, row.row());
        return matter;
    }
}
