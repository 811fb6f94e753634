package org.tickler.engine.book;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.WorkingHours;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.Json;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.lang.Known;

/** A {@link Book} as the column {@code book.content}. */
final class BookJson {
    private BookJson() {}

    /** What makes it this book and no other. */
    static ObjectNode identity(Book book) {
        ObjectNode content = Json.object();
        content.set("rules", files(book.rules()));
        content.set("calendars", files(book.calendars()));
        content.set("packs", files(book.packs()));
        content.set("laws", files(book.laws()));
        content.set("firm", write(book.firm()));
        return content;
    }

    static ObjectNode write(Book book) {
        ObjectNode content = identity(book);
        ObjectNode known = content.putObject("known");
        known.set("roles", names(book.known().roles()));
        known.set("people", names(book.known().people()));
        known.set("calendars", names(book.known().calendars()));
        known.set("templates", names(book.known().templates()));
        known.set("events", names(book.known().events()));
        return content;
    }

    static Book read(JsonNode content) {
        JsonNode known = content.path("known");
        return new Book(
                Json.list(content, "rules", BookJson::file),
                Json.list(content, "calendars", BookJson::file),
                Json.list(content, "packs", BookJson::file),
                Json.list(content, "laws", BookJson::file),
                firm(content.path("firm")),
                new Known(
                        names(known, "roles"),
                        names(known, "people"),
                        names(known, "calendars"),
                        names(known, "templates"),
                        names(known, "events")));
    }

    private static ObjectNode write(Firm firm) {
        ObjectNode body = Json.object();
        body.put("name", firm.name());
        body.put("zone", firm.zone().getId());
        ObjectNode hours = body.putObject("hours");
        firm.hours().week().forEach((day, spans) -> {
            ArrayNode ofDay = hours.putArray(Words.of(day));
            spans.forEach(span -> ofDay.addObject()
                    .put("opens", span.opens().toString())
                    .put("closes", span.closes().toString()));
        });
        Json.put(body, "calendar", firm.calendar());
        body.put("last-resort", firm.lastResort().value());
        return body;
    }

    private static Firm firm(JsonNode body) {
        Map<DayOfWeek, List<WorkingHours.Span>> week = new EnumMap<>(DayOfWeek.class);
        body.path("hours")
                .properties()
                .forEach(day -> week.put(
                        Words.find(DayOfWeek.class, day.getKey()).orElseThrow(),
                        Json.list(body.path("hours"), day.getKey(), BookJson::span)));
        return new Firm(
                Json.text(body, "name"),
                ZoneId.of(Json.text(body, "zone")),
                new WorkingHours(week),
                Json.find(body, "calendar").map(CalendarId::new),
                new PersonId(Json.text(body, "last-resort")));
    }

    private static WorkingHours.Span span(JsonNode span) {
        return new WorkingHours.Span(
                LocalTime.parse(Json.text(span, "opens")), LocalTime.parse(Json.text(span, "closes")));
    }

    private static ArrayNode files(List<SourceText> files) {
        ArrayNode list = Json.array();
        files.forEach(file -> list.addObject().put("file", file.file()).put("text", file.text()));
        return list;
    }

    private static SourceText file(JsonNode file) {
        return new SourceText(Json.text(file, "file"), Json.text(file, "text"));
    }

    private static ArrayNode names(Set<String> names) {
        return Json.array(new TreeSet<>(names));
    }

    private static Set<String> names(JsonNode known, String key) {
        return Set.copyOf(Json.list(known, key, JsonNode::asText));
    }
}
