package org.tickler.calendars.text;

import java.util.List;
import java.util.Optional;

/**
 * A YAML mapping, its entries in the order of the file. Keys are unique: of duplicates, which are reported, the
 * first stays.
 */
public record MapNode(Span at, List<Entry> entries) implements Node {

    public MapNode {
        entries = List.copyOf(entries);
    }

    /** One key and what it leads to. */
    public record Entry(TextNode key, Node value) {}

    /** The value under a key, or empty if the key is not there. */
    public Optional<Node> find(String key) {
        return entries.stream()
                .filter(entry -> entry.key().value().equals(key))
                .map(Entry::value)
                .findFirst();
    }

    @Override
    public String kind() {
        return "a map of keys and values";
    }
}
