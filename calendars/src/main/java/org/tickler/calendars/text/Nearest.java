package org.tickler.calendars.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /**
     * The candidate with the fewest slips (a letter left out, put in, changed, or swapped with its neighbour) from
     * {@code word}, upper and lower case being the same; of equally near ones the first in alphabetical order.
     * Empty if none is near: more than one slip in three letters, or {@code word} is longer than 64 characters.
     */
    public static Optional<String> to(String word, Collection<String> candidates) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String wanted = word.toLowerCase(Locale.ROOT);
        int allowed = Math.max(1, wanted.length() / 3);
        record Scored(String name, int slips) {}
        return candidates.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= allowed)
                .map(name -> new Scored(name, slips(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(scored -> scored.slips <= allowed && scored.slips < scored.name.length())
                .min(Comparator.comparingInt(Scored::slips).thenComparing(Scored::name))
                .map(Scored::name);
    }

    /** {@code ; did you mean "name"?} for the end of a sentence, or the empty text if nothing is near. */
    public static String hint(String word, Collection<String> candidates) {
        return to(word, candidates)
                .map(name -> "; did you mean \"" + name + "\"?")
                .orElse("");
    }

    /**
     * The number of slips between two words: the Damerau-Levenshtein distance in which no letter is touched twice.
     * Symmetric; 0 only for equal words.
     */
    public static int slips(String from, String to) {
        int[] beforeLast = new int[to.length() + 1];
        int[] last = new int[to.length() + 1];
        int[] now = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            last[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            now[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int changed = last[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                int fewest = Math.min(changed, 1 + Math.min(last[column], now[column - 1]));
                now[column] = swapped(from, row, to, column) ? Math.min(fewest, beforeLast[column - 2] + 1) : fewest;
            }
            int[] spare = beforeLast;
            beforeLast = last;
            last = now;
            now = spare;
        }
        return last[to.length()];
    }

    private static boolean swapped(String from, int row, String to, int column) {
        return row > 1
                && column > 1
                && from.charAt(row - 1) == to.charAt(column - 2)
                && from.charAt(row - 2) == to.charAt(column - 1);
    }
}
