package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.engine.store.Json;

/**
 * A person or matter after its source has spoken again, key by key, and role by role of a team: what the source did not change stays as it is stored,
 * what only the source changed follows it, what both changed stays and is said.
 */
record FactMerge(ObjectNode merged, List<String> conflicts) {
    /** What holds keys of its own, each of which a file or a person may change by itself. */
    private static final Set<String> MAPS = Set.of("team", "consent", "delegates");

    FactMerge {
        conflicts = List.copyOf(conflicts);
    }

    static FactMerge of(JsonNode before, JsonNode says, JsonNode stored) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode one : List.of(before, says, stored)) {
            one.fieldNames().forEachRemaining(keys::add);
        }
        ObjectNode merged = Json.object();
        List<String> conflicts = new ArrayList<>();
        for (String key : keys) {
            JsonNode was = before.path(key);
            JsonNode now = says.path(key);
            JsonNode here = stored.path(key);
            if (MAPS.contains(key)) {
                FactMerge inside = of(map(was), map(now), map(here));
                inside.conflicts().forEach(why -> conflicts.add(key + " " + why));
                if (!inside.merged().isEmpty() || !here.isMissingNode()) {
                    merged.set(key, inside.merged());
                }
                continue;
            }
            boolean apart = !was.equals(now) && !here.equals(was) && !here.equals(now);
            if (apart) {
                conflicts.add(key + " is " + shown(now) + " in the file now, but was set to " + shown(here)
                        + " here, which stays");
            }
            JsonNode kept = apart || was.equals(now) ? here : now;
            if (!(kept instanceof MissingNode)) {
                merged.set(key, kept);
            }
        }
        return new FactMerge(merged, conflicts);
    }

    private static JsonNode map(JsonNode value) {
        return value.isMissingNode() ? Json.object() : value;
    }

    private static String shown(JsonNode value) {
        return value.isMissingNode() ? "left out" : value.toString();
    }
}
