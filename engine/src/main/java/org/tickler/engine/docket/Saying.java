package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.MatterId;

/**
 * What a source says of one entry, understood but not yet seen beside its matter. It is kept as it is, so that the next
 * load can be compared with it.
 *
 * @param weekday as it was written beside the date; empty: none was
 */
record Saying(
        MatterId matter,
        EntryKind kind,
        String title,
        Optional<DayOfWeek> weekday,
        Said when,
        EntryStatus status,
        Details details) {

    /** Day, hour and end; where the zone is empty it is the court's, else the firm's. */
    record Said(
            Optional<LocalDate> day, Optional<LocalTime> time, Optional<LocalDateTime> ends, Optional<ZoneId> zone) {}

    ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("matter", matter.value());
        node.put("kind", Words.of(kind));
        node.put("title", title);
        Json.put(node, "weekday", weekday);
        Json.put(node, "date", when.day());
        Json.put(node, "time", when.time());
        Json.put(node, "ends", when.ends());
        Json.put(node, "zone", when.zone());
        node.put("status", Words.of(status));
        Json.put(node, "court", details.court());
        Json.put(node, "event", details.event());
        Json.put(node, "service", details.service());
        Json.put(node, "party", details.party());
        Json.put(node, "owner", details.owner());
        Json.put(node, "location", details.location());
        Json.put(node, "mode", details.mode());
        Json.put(node, "notes", details.notes());
        Json.put(node, "source", details.authority());
        Json.put(node, "effort", details.effort());
        return node;
    }

    static Saying read(JsonNode node) {
        return new Saying(
                new MatterId(Json.text(node, "matter")),
                Words.find(EntryKind.class, Json.text(node, "kind")).orElse(EntryKind.OTHER),
                Json.text(node, "title"),
                Json.find(node, "weekday").map(DayOfWeek::valueOf),
                new Said(
                        Json.find(node, "date").map(LocalDate::parse),
                        Json.find(node, "time").map(LocalTime::parse),
                        Json.find(node, "ends").map(LocalDateTime::parse),
                        Json.find(node, "zone").map(ZoneId::of)),
                Words.find(EntryStatus.class, Json.text(node, "status")).orElse(EntryStatus.OPEN),
                new Details(
                        Json.find(node, "court").map(CalendarId::new),
                        Json.find(node, "event"),
                        Json.find(node, "service"),
                        Json.find(node, "party"),
                        Json.find(node, "owner"),
                        Json.find(node, "location"),
                        Json.find(node, "mode"),
                        Json.find(node, "notes"),
                        Json.find(node, "source"),
                        Json.find(node, "effort").map(Effort::read)));
    }
}
