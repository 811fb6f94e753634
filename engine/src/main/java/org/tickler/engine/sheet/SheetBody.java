package org.tickler.engine.sheet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.store.Json;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.AskId;

/**
 * What a sheet says.
 *
 * @param title its name and day
 * @param summary in one line, with numbers and no names
 * @param made when it was made, in words
 * @param since from when on what happened is told; may be empty
 */
public record SheetBody(String title, String summary, String made, String since, List<SheetSection> sections) {
    public SheetBody {
        sections = List.copyOf(sections);
    }

    /** The same as somebody may see it who may not see every matter. */
    public SheetBody seen(Predicate<MatterId> sees) {
        return new SheetBody(
                title,
                summary,
                made,
                since,
                sections.stream().map(one -> one.seen(sees)).toList());
    }

    /** The same with a further section, where that has lines. */
    public SheetBody with(SheetSection more) {
        return more.count() == 0
                ? this
                : new SheetBody(
                        title,
                        summary,
                        made,
                        since,
                        Stream.concat(sections.stream(), Stream.of(more)).toList());
    }

    /** The matters that it tells of. */
    public Set<MatterId> matters() {
        return sections.stream()
                .flatMap(section -> Stream.concat(
                        section.matter().stream(), section.lines().stream().flatMap(line -> line.matter().stream())))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** As it is kept. */
    JsonNode write() {
        ObjectNode node = Json.object();
        node.put("title", title);
        node.put("summary", summary);
        node.put("made", made);
        node.put("since", since);
        ArrayNode list = node.putArray("sections");
        sections.forEach(section -> {
            ObjectNode one = list.addObject();
            Json.put(one, "matter", section.matter());
            one.put("title", section.title());
            one.put("brief", section.brief());
            ArrayNode lines = one.putArray("lines");
            section.lines().forEach(line -> lines.add(write(line)));
            one.put("more", section.more());
        });
        return node;
    }

    /** What was kept. */
    public static SheetBody read(JsonNode node) {
        return new SheetBody(
                Json.text(node, "title"),
                Json.text(node, "summary"),
                Json.text(node, "made"),
                Json.text(node, "since"),
                Json.list(
                        node,
                        "sections",
                        one -> new SheetSection(
                                Json.find(one, "matter").map(MatterId::new),
                                Json.text(one, "title"),
                                Json.text(one, "brief"),
                                Json.list(one, "lines", SheetBody::line),
                                one.path("more").asInt(),
                                0)));
    }

    private static ObjectNode write(SheetLine line) {
        ObjectNode node = Json.object();
        Json.put(node, "matter", line.matter());
        node.put("when", line.when());
        node.put("about", line.about());
        node.put("what", line.what());
        node.put("note", line.note());
        line.reply().ifPresent(reply -> node.put("ask", reply.ask().value()).put("code", reply.code()));
        return node;
    }

    private static SheetLine line(JsonNode node) {
        return new SheetLine(
                Json.find(node, "matter").map(MatterId::new),
                Json.text(node, "when"),
                Json.text(node, "about"),
                Json.text(node, "what"),
                Json.text(node, "note"),
                Json.find(node, "ask").map(ask -> new SheetLine.Reply(new AskId(ask), Json.text(node, "code"))));
    }
}
