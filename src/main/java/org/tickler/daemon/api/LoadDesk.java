package org.tickler.daemon.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Nearest;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadProgress;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonKind;

/// Takes dockets, as files of one source.
final class LoadDesk {
    private static final String NOT_TO_BE_SEEN = "what this row is about is not to be seen by whoever loads";
    private static final Map<String, String> ENDINGS = new LinkedHashMap<>(Map.of(
            "text/csv", "csv",
            "text/tab-separated-values", "tsv",
            "application/json", "json",
            "application/x-ndjson", "jsonl",
            "text/calendar", "ics"));

    private LoadDesk() {}

    static List<Operation> operations() {
        return List.of(new Operation("POST", "/loads", Optional.of(ApiScope.LOAD), Operation.LONG, LoadDesk::load));
    }

    private static Reply load(Visit visit) {
        Query query = visit.query("source", "mapping", "complete", "dry-run");
        if (visit.person().kind() != PersonKind.STAFF) {
            throw Refusal.of(403, "not-staff", "Only staff load dockets; this token is bound to somebody else.");
        }
        String ending = Optional.ofNullable(ENDINGS.get(Body.mediaType(visit.call())))
                .orElseThrow(() -> Refusal.of(
                        415,
                        "unknown-type",
                        "Content-Type says how the docket is written: " + String.join(", ", ENDINGS.keySet()) + "."));
        if (visit.call().body().indexOf('\uFFFD') >= 0) {
            throw Refusal.bad("The body is not UTF-8 throughout; save it as UTF-8 and send it again.");
        }
        LoadOptions options = options(visit, query);
        return options.dryRun()
                ? loaded(visit, options, ending)
                : Repeats.noted(visit, () -> loaded(visit, options, ending));
    }

    private static LoadOptions options(Visit visit, Query query) {
        Optional<Mapping> mapping =
                query.find("mapping").map(name -> mapping(visit.house().mappings(), name));
        Optional<String> source = query.find("source");
        if (mapping.isEmpty() && source.isEmpty()) {
            throw Refusal.bad("source: say whose rows these are, such as source=docket; rows are compared with what the"
                    + " same source said before.");
        }
        return new LoadOptions(
                source,
                mapping.orElse(Mapping.NONE),
                query.flag("complete"),
                query.flag("dry-run"),
                visit.who().value(),
                Optional.of(visit.who()));
    }

    private static Mapping mapping(List<Mapping> mappings, String name) {
        List<String> names = mappings.stream().map(Mapping::name).toList();
        return mappings.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.bad("mapping: tickler.yaml has no mapping \"" + name + "\""
                        + Nearest.hint(name, names) + "; it has " + names + "."));
    }

    private static Reply loaded(Visit visit, LoadOptions options, String ending) {
        try {
            Path folder = Files.createTempDirectory("tickler-load-");
            Path file = folder.resolve("docket." + ending);
            try {
                Files.writeString(file, visit.call().body());
                return shown(visit, visit.house().engine().load(List.of(file), options, LoadProgress.SILENT));
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a docket could not be put down to be read", e);
        }
    }

    /// The report as `load --json` writes it, its rows as a list; of matters that are not the caller's to see no word.
    private static Reply shown(Visit visit, LoadReport report) {
        List<JsonNode> lines =
                new ArrayList<>(report.jsonLines().stream().map(Json::read).toList());
        ObjectNode whole = (ObjectNode) lines.removeLast();
        Set<EntryId> hidden = visit.lookup()
                .hidden(report.items().stream()
                        .flatMap(item -> item.entry().stream())
                        .map(EntryId::new)
                        .collect(Collectors.toSet()));
        ArrayNode rows = whole.putArray("rows");
        for (JsonNode line : lines) {
            boolean told = Json.find(line, "entry")
                    .filter(id -> hidden.contains(new EntryId(id)))
                    .isEmpty();
            rows.add(
                    told
                            ? line
                            : ((ObjectNode) line).put("reason", NOT_TO_BE_SEEN).without("entry"));
        }
        return Shape.text(200, Json.write(whole));
    }
}
