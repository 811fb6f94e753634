package org.tickler.calendars.text;

/**
 * A finished node with what it weighs when its aliases are unfolded.
 *
 * @param size nodes in it, itself included
 * @param height maps and lists one inside the other, 0 for a text
 */
record BuiltNode(Node node, int size, int height) {

    static BuiltNode leaf(TextNode node) {
        return new BuiltNode(node, 1, 0);
    }
}
