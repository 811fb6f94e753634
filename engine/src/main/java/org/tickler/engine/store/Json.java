package org.tickler.engine.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** JSON as columns hold it. Every record is written and read key by key, so that a renamed field cannot lose data. */
public final class Json {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /** An empty object. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** An empty list. */
    public static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    /** The texts as a list, in their order. */
    public static ArrayNode array(Iterable<String> texts) {
        ArrayNode list = array();
        texts.forEach(list::add);
        return list;
    }

    /** Maps, lists, texts and numbers as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Throws IllegalArgumentException where {@code text} is no JSON. */
    public static JsonNode read(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("expected JSON, but found: " + e.getOriginalMessage(), e);
        }
    }

    /** On one line, keys in the order they were put. */
    public static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    /** On one line, keys sorted at every depth: equal values always give equal texts. */
    public static String canonical(JsonNode node) {
        return write(sorted(node));
    }

    /** The text under {@code key}; throws IllegalArgumentException where there is none. */
    public static String text(JsonNode node, String key) {
        return find(node, key).orElseThrow(() -> new IllegalArgumentException("expected " + key + " in " + node));
    }

    /** The text under {@code key}; empty where it is absent or null. */
    public static Optional<String> find(JsonNode node, String key) {
        return node.hasNonNull(key) ? Optional.of(node.path(key).asText()) : Optional.empty();
    }

    /** What {@code read} makes of each element under {@code key}; no elements where it is absent. */
    public static <T> List<T> list(JsonNode node, String key, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        node.path(key).forEach(element -> list.add(read.apply(element)));
        return List.copyOf(list);
    }

    /** Puts the value's text form; nothing where it is empty. */
    public static void put(ObjectNode node, String key, Optional<?> value) {
        value.ifPresent(present -> node.put(key, present.toString()));
    }

    /** The same tree with each of its texts and keys changed by {@code change}. */
    public static JsonNode mapped(JsonNode node, UnaryOperator<String> change) {
        if (node.isTextual()) {
            return TextNode.valueOf(change.apply(node.asText()));
        }
        if (node.isArray()) {
            ArrayNode list = array();
            node.forEach(element -> list.add(mapped(element, change)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode object = object();
        node.properties().forEach(field -> object.set(change.apply(field.getKey()), mapped(field.getValue(), change)));
        return object;
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = array();
            node.forEach(element -> list.add(sorted(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        TreeMap<String, JsonNode> fields = new TreeMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), sorted(field.getValue())));
        ObjectNode object = object();
        fields.forEach(object::set);
        return object;
    }
}
