package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.When;

/** A {@link When} as the detail of a question keeps it. */
final class WhenJson {
    private WhenJson() {}

    static ObjectNode write(When when) {
        ObjectNode node = Json.object();
        node.put("zone", when.zone().getId());
        switch (when) {
            case When.AllDay day -> {
                node.put("day", day.day().toString());
                Json.put(node, "hour", day.hour());
            }
            case When.Timed timed -> {
                node.put("start", timed.start().toString());
                Json.put(node, "end", timed.end());
            }
            case When.Waiting waiting -> {}
        }
        return node;
    }

    static When read(JsonNode node) {
        ZoneId zone = ZoneId.of(Json.text(node, "zone"));
        Optional<When> timed = Json.find(node, "start")
                .map(start -> new When.Timed(
                        LocalDateTime.parse(start), Json.find(node, "end").map(LocalDateTime::parse), zone));
        return timed.or(() -> Json.find(node, "day")
                        .map(day -> new When.AllDay(
                                LocalDate.parse(day), Json.find(node, "hour").map(LocalTime::parse), zone)))
                .orElseGet(() -> new When.Waiting(zone));
    }
}
