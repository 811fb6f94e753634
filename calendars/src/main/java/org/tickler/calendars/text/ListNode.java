package org.tickler.calendars.text;

import java.util.List;

/** A YAML sequence. */
public record ListNode(Span at, List<Node> items) implements Node {

    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
