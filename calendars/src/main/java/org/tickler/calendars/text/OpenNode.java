package org.tickler.calendars.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.Anchor;

/** A map or list whose end has not been met yet. */
final class OpenNode {

    private final Span at;
    private final boolean map;
    private final Optional<Anchor> anchor;
    private final List<MapNode.Entry> entries = new ArrayList<>();
    private final List<Node> items = new ArrayList<>();
    private final Map<String, Span> seen = new HashMap<>();
    private @Nullable TextNode pendingKey;
    private boolean pendingIsDuplicate;
    private int size = 1;
    private int height;

    OpenNode(Span at, boolean map, Optional<Anchor> anchor) {
        this.at = at;
        this.map = map;
        this.anchor = anchor;
    }

    Optional<Anchor> anchor() {
        return anchor;
    }

    boolean wantsKey() {
        return map && pendingKey == null;
    }

    /** Takes the key of the entry to come; answers where the same key stood before, if it did. */
    Optional<Span> key(TextNode key) {
        Optional<Span> first = Optional.ofNullable(seen.putIfAbsent(key.value(), key.at()));
        pendingKey = key;
        pendingIsDuplicate = first.isPresent();
        return first;
    }

    void add(BuiltNode child) {
        size += child.size();
        height = Math.max(height, child.height());
        TextNode key = pendingKey;
        if (key == null) {
            items.add(child.node());
        } else if (!pendingIsDuplicate) {
            entries.add(new MapNode.Entry(key, child.node()));
        }
        pendingKey = null;
    }

    BuiltNode build() {
        return new BuiltNode(map ? new MapNode(at, entries) : new ListNode(at, items), size, height + 1);
    }
}
