package org.tickler.calendars.text;

/**
 * A YAML scalar, exactly as typed (quotes and escapes undone).
 *
 * @param quoted whether it stood in quotes or in a block ({@code |}, {@code >}), which makes {@code ""} and {@code
 * "null"} texts
 */
public record TextNode(Span at, String value, boolean quoted) implements Node {

    /** Whether nothing was given: {@code key:}, {@code key: ~} or {@code key: null}, unquoted. */
    public boolean isNothing() {
        return !quoted && (value.isEmpty() || value.equals("~") || value.equals("null"));
    }

    @Override
    public String kind() {
        return isNothing() ? "nothing" : "\"" + shortened() + "\"";
    }

    private String shortened() {
        String line = value.replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= 60
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 57)) + "...";
    }
}
