package org.tickler.engine.history;

/** Names of files that every system takes. */
final class FileNames {
    private static final int LONGEST = 60;
    private static final int LONGEST_TYPE = 8;

    private FileNames() {}

    /**
     * A file of the folder, named after what it is of: {@code name} behind {@code mark}. One that looks as if it held a token is
     * named by the mark alone, since a name that {@link Redaction} changed on a page would lead nowhere.
     */
    static String marked(String mark, String name) {
        String marked = mark + "-" + plain(name);
        int dot = marked.lastIndexOf('.');
        String type = dot > mark.length() ? marked.substring(dot) : "";
        boolean token = Redaction.touches(marked) || Redaction.touches(name);
        return token ? mark + (type.length() > LONGEST_TYPE ? "" : type) : marked;
    }

    /** Letters, digits, dots, hyphens and underscores, at most 60, and no dot in front; {@code file} where nothing is left. */
    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        String bounded = plain.substring(Math.max(0, plain.length() - LONGEST)).replaceAll("^[.-]+", "");
        return bounded.isEmpty() ? "file" : bounded;
    }
}
