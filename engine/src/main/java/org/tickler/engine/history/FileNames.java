package org.tickler.engine.history;

/** Names of files that every system takes. */
final class FileNames {
    private static final int LONGEST = 60;

    private FileNames() {}

    /** Letters, digits, dots, hyphens and underscores, at most 60, and no dot in front; {@code file} where nothing is left. */
    static String plain(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        String bounded = plain.substring(Math.max(0, plain.length() - LONGEST)).replaceAll("^[.-]+", "");
        return bounded.isEmpty() ? "file" : bounded;
    }
}
