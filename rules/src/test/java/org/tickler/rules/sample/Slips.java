package org.tickler.rules.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.YamlReader;

/** Files as JSON, and all that one slip can make of them: how a schema and a reader are held together. */
public final class Slips {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Slips() {}

    /** What a YAML file says. */
    public static JsonNode json(String yaml) {
        return json(YamlReader.read(new SourceText("file.yaml", yaml), new Problems())
                .orElseThrow());
    }

    /** Every key left out, every key misspelt, every value put in another shape or replaced by one of {@code texts}. */
    public static void each(JsonNode node, List<String> texts, Consumer<JsonNode> take) {
        take.accept(JSON.nullNode());
        texts.forEach(text -> take.accept(JSON.textNode(text)));
        take.accept(JSON.arrayNode());
        take.accept(JSON.arrayNode().add(node.deepCopy()));
        take.accept(JSON.arrayNode().add(node.deepCopy()).add("yes"));
        take.accept(JSON.objectNode().put("x", "y"));
        if (node instanceof ObjectNode map) {
            map.fieldNames().forEachRemaining(key -> {
                take.accept(map.deepCopy().without(key));
                ObjectNode misspelt = map.deepCopy();
                misspelt.set(key + "x", misspelt.remove(key));
                take.accept(misspelt);
                each(map.get(key), texts, value -> take.accept(map.deepCopy().set(key, value)));
            });
        } else if (node instanceof ArrayNode list) {
            for (int index = 0; index < list.size(); index++) {
                int at = index;
                each(list.get(at), texts, value -> {
                    ArrayNode changed = list.deepCopy();
                    changed.set(at, value);
                    take.accept(changed);
                });
            }
        }
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case TextNode text -> text.isNothing() ? JSON.nullNode() : JSON.textNode(text.value());
            case ListNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case MapNode map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach(entry -> object.set(entry.key().value(), json(entry.value())));
                yield object;
            }
        };
    }
}
