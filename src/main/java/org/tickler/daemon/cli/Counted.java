package org.tickler.daemon.cli;

/** Numbers of things, as people read them. */
final class Counted {
    private Counted() {}

    /** {@code 1 matter}, {@code 2 matters}, {@code 0 matters}; {@code 1 entry}, {@code 2 entries}. */
    static String of(long number, String one) {
        return number + " " + (number == 1 ? one : many(one));
    }

    private static String many(String one) {
        return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }
}
