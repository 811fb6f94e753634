package org.tickler.engine.docket;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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

/** What is stored of the matters and entries that a batch of rows speaks of. */
record BatchFacts(
        Map<MatterId, Matter> matters,
        Map<String, Said> said,
        Map<EntryId, Entry> entries,
        Map<EntryId, List<Question>> questions,
        Map<MatterId, LocalDate> trials,
        Map<MatterId, List<Entry>> others) {
    private static final long NEAR_DAYS = 3;

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
        return new BatchFacts(
                matters.stream().collect(Collectors.toMap(Matter::id, matter -> matter)),
                SourceStore.find(handle, load.source(), SourceStore.Kind.ENTRY, named),
                EntryStore.find(handle, targets),
                QuestionStore.open(handle, targets).stream().collect(Collectors.groupingBy(Question::entry)),
                trials,
                EntryStore.ofOtherSources(handle, ids, load.source()));
    }

    /** The open question of a code about an entry. */
    Optional<Question> question(EntryId entry, Doubt.Code code) {
        String word = new Doubt(code, "").word();
        return questions.getOrDefault(entry, List.of()).stream()
                .filter(question -> question.code().equals(word))
                .findFirst();
    }

    /** What another source, or a person, entered that is probably the same thing. */
    Optional<Entry> probableDuplicate(Entry entry) {
        return others.getOrDefault(entry.matter(), List.of()).stream()
                .filter(other -> !other.id().equals(entry.id()) && isAlike(entry, other))
                .findFirst();
    }

    private static boolean isAlike(Entry one, Entry other) {
        Optional<LocalDate> day = one.when().date();
        Optional<LocalDate> otherDay = other.when().date();
        Optional<String> event = one.details().event();
        Optional<String> otherEvent = other.details().event();
        boolean sameSort =
                event.isPresent() && otherEvent.isPresent() ? event.equals(otherEvent) : one.kind() == other.kind();
        return sameSort
                && one.details().party().equals(other.details().party())
                && day.isPresent()
                && otherDay.isPresent()
                && Math.abs(ChronoUnit.DAYS.between(day.get(), otherDay.get())) <= NEAR_DAYS;
    }
}
