package org.tickler.calendars.text;

/**
 * A piece of a YAML file with the place it starts at. Immutable; an alias is the node of its anchor, at the
 * anchor's place.
 */
public sealed interface Node permits MapNode, ListNode, TextNode {

    Span at();

    /** What this is, in a person's words, for use in "expected …, found …". */
    String kind();
}
