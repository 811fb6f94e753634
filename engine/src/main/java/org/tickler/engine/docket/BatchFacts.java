package org.tickler.engine.docket;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.SourceStore;
import org.tickler.engine.store.SourceStore.Said;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/**
 * What is stored of the matters and entries that a batch of rows speaks of.
 *
 * @param others what other sources, or persons, entered there and still reminds
 * @param pairs the probable duplicates that wait, by the entry that was there first
 */
record BatchFacts(
        Map<MatterId, Matter> matters,
        Map<String, Said> said,
        Map<EntryId, Entry> entries,
        Map<EntryId, List<Question>> questions,
        Map<MatterId, LocalDate> trials,
        Map<MatterId, List<Entry>> others,
        Map<EntryId, List<ProbableDuplicate>> pairs,
        Map<EntryId, Entry> seconds) {

    /** Reads them, and keeps others from changing them until the transaction ends. */
    static BatchFacts lock(Handle handle, List<RowReader.Understood> rows, LoadContext load) {
        Set<MatterId> ids = new LinkedHashSet<>();
        rows.forEach(row -> ids.add(row.saying().matter()));
        List<Matter> matters = load.options().dryRun() ? MatterStore.find(handle, ids) : MatterStore.lock(handle, ids);
        List<String> named = rows.stream().map(RowReader.Understood::id).toList();
        Set<EntryId> targets =
                named.stream().map(id -> EntryId.entered(load.source(), id)).collect(Collectors.toSet());
        Map<MatterId, LocalDate> trials = new HashMap<>(EntryStore.trials(handle, ids));
        for (RowReader.Understood row : rows) {
            Saying saying = row.saying();
            if (saying.kind() == EntryKind.TRIAL && saying.status().reminds()) {
                saying.when()
                        .day()
                        .ifPresent(day ->
                                trials.merge(saying.matter(), day, (one, other) -> one.isAfter(other) ? one : other));
            }
        }
        List<ProbableDuplicate> pairs = QuestionStore.open(handle, ids, ProbableDuplicate.CODE).stream()
                .flatMap(question -> ProbableDuplicate.of(question).stream())
                .toList();
        return new BatchFacts(
                matters.stream().collect(Collectors.toMap(Matter::id, matter -> matter)),
                SourceStore.find(handle, load.source(), SourceStore.Kind.ENTRY, named),
                EntryStore.find(handle, targets),
                QuestionStore.open(handle, targets).stream().collect(Collectors.groupingBy(Question::entry)),
                trials,
                EntryStore.ofOtherSources(handle, ids, load.source()),
                pairs.stream().collect(Collectors.groupingBy(ProbableDuplicate::first)),
                EntryStore.find(
                        handle, pairs.stream().map(ProbableDuplicate::second).toList()));
    }

    /** The open question of a code about an entry. */
    Optional<Question> question(EntryId entry, Doubt.Code code) {
        String word = new Doubt(code, "").word();
        return questions.getOrDefault(entry, List.of()).stream()
                .filter(question -> question.code().equals(word))
                .findFirst();
    }
}
