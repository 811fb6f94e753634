package org.tickler.rules.firm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tickler.calendars.text.Nearest;

/**
 * What a judge is called, so that {@code Judge Doe}, {@code Hon. Doe} and {@code doe} are one name. Nothing is guessed beyond
 * that: {@code Jane Doe} and {@code Chief Judge Doe} are others.
 *
 * @param words in lower case, one space apart, without points and commas, and without the titles that they began with
 */
public record JudgeName(String words) {
    private static final Set<String> TITLES = Set.of("the", "hon", "honorable", "honourable", "judge", "justice");

    /** Of shorter names one slip makes another: Doe and Roe are two judges. */
    private static final int LONG_ENOUGH = 5;

    /** The name that is written so. */
    public static JudgeName of(String written) {
        List<String> words = new ArrayList<>(Arrays.asList(
                written.toLowerCase(Locale.ROOT).replaceAll("[.,]", " ").strip().split("\\s+")));
        while (words.size() > 1 && TITLES.contains(words.getFirst())) {
            words.removeFirst();
        }
        return new JudgeName(String.join(" ", words));
    }

    /** Whether it is another name that may be the same judge's: with the same last word, or, if it is not short, with few slips. */
    public boolean isNear(JudgeName other) {
        boolean fewSlips = words.length() >= LONG_ENOUGH
                && Nearest.to(words, List.of(other.words)).isPresent();
        return !equals(other) && (last().equals(other.last()) || fewSlips);
    }

    private String last() {
        return words.substring(words.lastIndexOf(' ') + 1);
    }
}
