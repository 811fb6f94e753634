package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;

/** The words of titles as they are compared: small letters, one form of each, without what people write around them. */
final class TitleWords {
    private static final Pattern BREAK = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern DOTS = Pattern.compile("(?<=\\p{L})\\.|['\u2019]");
    private static final Pattern DONE =
            Pattern.compile("(?i)\\b(served|filed|entered|received|sent|ordered|denied|discharged|issued)\\b");
    private static final Pattern MORE_TIME =
            Pattern.compile("(?i)\\b(extended|extension|enlarged|stip|stipulated|so ordered|per order|by order)\\b");
    private static final Set<String> SMALL =
            Set.of("a", "an", "the", "of", "to", "or", "and", "for", "on", "in", "by", "with", "form", "special");
    private static final Set<String> AROUND =
            Set.of("due", "deadline", "last", "day", "date", "file", "serve", "must", "our");
    private static final Map<String, String> FORMS = Map.ofEntries(
            Map.entry("served", "serve"),
            Map.entry("service", "serve"),
            Map.entry("serving", "serve"),
            Map.entry("filed", "file"),
            Map.entry("filing", "file"),
            Map.entry("files", "file"),
            Map.entry("entered", "enter"),
            Map.entry("entry", "enter"),
            Map.entry("received", "receive"),
            Map.entry("receipt", "receive"),
            Map.entry("requests", "request"),
            Map.entry("process", "complaint"),
            Map.entry("compl", "complaint"),
            Map.entry("conf", "conference"),
            Map.entry("hrg", "hearing"),
            Map.entry("mot", "motion"),
            Map.entry("opp", "opposition"),
            Map.entry("depo", "deposition"),
            Map.entry("rogs", "interrogatory"),
            Map.entry("svc", "serve"));
    private static final Set<String> EVERY = Set.of("motion", "notice", "answer", "trial", "court", "party", "hearing");
    private static final int LONG = 5;
    private static final int MOST_OF = 2;

    private TitleWords() {}

    /** Every word that says something. What is answered is also called responded to; an answer by itself is a pleading. */
    static Set<String> of(String title) {
        Set<String> words = new LinkedHashSet<>();
        for (String word :
                BREAK.split(DOTS.matcher(title.toLowerCase(Locale.ROOT)).replaceAll(""))) {
            if (!word.isEmpty() && !SMALL.contains(word)) {
                words.add(FORMS.getOrDefault(word, singular(word)));
            }
        }
        if (words.size() > 1 && words.remove("response")) {
            words.add("answer");
        }
        return words;
    }

    /** The words of something to do, without "last day to file", "due" and the like. */
    static Set<String> ofAct(String title) {
        Set<String> words = of(title);
        words.removeAll(AROUND);
        return words;
    }

    /** Whether the title says that something was done: "served", "filed". */
    static boolean tellsOfThePast(String title) {
        return DONE.matcher(title).find();
    }

    /** Whether the title says that somebody gave more time. */
    static boolean tellsOfMoreTime(String title) {
        return MORE_TIME.matcher(title).find();
    }

    /** How much two sets have in common: 1 for equal ones, 0 for nothing. */
    static double likeness(Set<String> one, Set<String> other) {
        long common = one.stream().filter(other::contains).count();
        long all = one.size() + other.size() - common;
        return all == 0 ? 0 : (double) common / all;
    }

    /** Whether most words of {@code one} are among those of {@code other} too: two or more. */
    static boolean tellsOf(Set<String> one, Set<String> other) {
        long common = other.stream().filter(one::contains).count();
        return common >= 2 && common * MOST_OF > one.size();
    }

    /** Whether two things to do have a word in common that is not one of every filing's. */
    static boolean share(Set<String> one, Set<String> other) {
        return other.stream().anyMatch(word -> word.length() >= LONG && !EVERY.contains(word) && one.contains(word));
    }

    /** Whether two titles are the same but for a slip in a long word; a number or a short word must be the same. */
    static boolean areNear(String one, String other) {
        List<String> ours = new ArrayList<>(ofAct(one));
        List<String> theirs = new ArrayList<>(ofAct(other));
        if (ours.isEmpty() || ours.size() != theirs.size()) {
            return false;
        }
        if (Set.copyOf(ours).equals(Set.copyOf(theirs))) {
            return true;
        }
        for (int at = 0; at < ours.size(); at++) {
            if (!isSlip(ours.get(at), theirs.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSlip(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        return one.length() >= LONG
                && other.length() >= LONG
                && one.chars().noneMatch(Character::isDigit)
                && Nearest.slips(one, other) <= 1;
    }

    private static String singular(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + "y";
        }
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
