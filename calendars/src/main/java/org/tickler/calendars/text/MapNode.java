package org.tickler.calendars.text;

import java.util.ArrayList;
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

    /// The same map with a value at the end of a path of keys, in place of what was there; maps on the way are made
    /// where there are none.
    public MapNode with(List<String> path, Node value) {
        String key = path.getFirst();
        Node inner = value;
        if (path.size() > 1) {
            MapNode section = find(key)
                    .filter(MapNode.class::isInstance)
                    .map(MapNode.class::cast)
                    .orElseGet(() -> new MapNode(value.at(), List.of()));
            inner = section.with(path.subList(1, path.size()), value);
        }
        List<Entry> changed = new ArrayList<>(entries);
        changed.removeIf(entry -> entry.key().value().equals(key));
        changed.add(new Entry(new TextNode(value.at(), key, true), inner));
        return new MapNode(at, changed);
    }

    @Override
    public String kind() {
        return "a map of keys and values";
    }
}
