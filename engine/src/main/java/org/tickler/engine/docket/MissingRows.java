package org.tickler.engine.docket;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.docket.LoadReport.Tally;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.SourceStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Rows that a source spoke of before and does not speak of now: counted, asked about where it was to be complete. */
final class MissingRows {
    private static final int AT_ONCE = 2000;

    private final Database database;
    private final LoadContext load;
    private final Identities identities;
    private final Tally tally;

    MissingRows(Database database, LoadContext load, Identities identities, Tally tally) {
        this.database = database;
        this.load = load;
        this.identities = identities;
        this.tally = tally;
    }

    void find() {
        String after = "";
        List<String> page;
        do {
            String from = after;
            page = database.withHandle(
                    handle -> SourceStore.idsAfter(handle, load.source(), SourceStore.Kind.ENTRY, from, AT_ONCE));
            List<String> missing =
                    page.stream().filter(id -> !identities.wasThere(id)).toList();
            if (!missing.isEmpty()) {
                for (Missing one : database.inTransaction(handle -> missing(handle, missing))) {
                    tally.list(one.item());
                    tally.asks(one.asked());
                }
                tally.count(Sort.MISSING, missing.size());
            }
            after = page.isEmpty() ? after : page.getLast();
        } while (page.size() == AT_ONCE);
    }

    /** An entry that its source, which was to be complete, does not have, and who is asked. */
    private record Missing(Entry entry, String source, PersonId asked) {
        String sentence() {
            return DateWords.of(entry) + " is no longer in " + source
                    + ", which was to be complete; is it off? It stays until somebody says so";
        }

        Item item() {
            return new Item(Sort.ASKED, source, 0, Optional.of(entry.id().value()), sentence());
        }

        Asked question() {
            return new Asked(
                    entry.id(),
                    entry.matter(),
                    new Doubt(Doubt.Code.MISSING, "").word(),
                    sentence() + Doubt.Code.MISSING.remedy(entry.id()),
                    Json.object(),
                    asked);
        }
    }

    private List<Missing> missing(Handle handle, List<String> ids) {
        if (!load.options().dryRun()) {
            SourceStore.missing(handle, load.source(), SourceStore.Kind.ENTRY, ids);
        }
        return load.options().complete() ? asked(handle, ids) : List.of();
    }

    private List<Missing> asked(Handle handle, List<String> ids) {
        List<EntryId> targets =
                ids.stream().map(id -> EntryId.entered(load.source(), id)).toList();
        List<Entry> open = EntryStore.find(handle, targets).values().stream()
                .filter(entry -> entry.status().reminds() && isAhead(entry))
                .toList();
        Map<MatterId, Matter> matters =
                MatterStore.find(
                                handle,
                                open.stream().map(Entry::matter).distinct().toList())
                        .stream()
                        .collect(Collectors.toMap(Matter::id, matter -> matter));
        List<Missing> missing = open.stream()
                .flatMap(entry -> Optional.ofNullable(matters.get(entry.matter())).stream()
                        .filter(load::sees)
                        .map(matter ->
                                new Missing(entry, load.source(), load.askers().of(entry, matter))))
                .toList();
        if (!load.options().dryRun()) {
            QuestionStore.ask(handle, missing.stream().map(Missing::question).toList(), load.at());
        }
        return missing;
    }

    /** Many programs export only what is ahead: that the past is missing there says nothing. */
    private boolean isAhead(Entry entry) {
        return entry.when().dueAt().filter(load.at()::isBefore).isPresent();
    }

    /** The load as its audit record keeps it. */
    static Map<String, Object> detail(LoadReport report, List<Path> files) {
        Map<String, Object> detail = new HashMap<>();
        detail.put("source", report.source());
        detail.put(
                "files",
                files.stream().map(file -> String.valueOf(file.getFileName())).toList());
        for (Sort sort : Sort.values()) {
            detail.put(Words.of(sort), report.count(sort));
        }
        return detail;
    }
}
