package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers that one reading gives to the disputed points it meets, in the order in which it meets them. A point that
 * is met again has the same answer. Each disputed day is a point of its own, unless days are taken alike: then those that
 * are passed in counting are one, and those on which the period may end another.
 */
final class Choices {
    private final List<Integer> given;
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> taken = new ArrayList<>();
    private final List<String> because = new ArrayList<>();
    private final Map<String, Integer> known = new HashMap<>();
    private final boolean alike;
    private boolean counted;

    /**
     * @param given which answers to take, by their places; the first where it gives none
     * @param alike whether days that are disputed for the same reason have one answer
     */
    Choices(List<Integer> given, boolean alike) {
        this.given = List.copyOf(given);
        this.alike = alike;
    }

    /** The answer to what is disputed of {@code day} for that reason. */
    <T> T pick(String reason, LocalDate day, Disputed<T> disputed) {
        return pick(alike ? reason + (counted ? " at the end" : "") : reason + " " + day, disputed);
    }

    /** From here on days are those on which the period may end. */
    void counted() {
        counted = true;
    }

    /** The answer to a point. */
    <T> T pick(String point, Disputed<T> disputed) {
        if (disputed.isSettled()) {
            return disputed.answers().getFirst().value();
        }
        int index = known.computeIfAbsent(point, met -> meet(disputed));
        return disputed.answers().get(index).value();
    }

    private int meet(Disputed<?> disputed) {
        int place = sizes.size();
        int index = place < given.size() ? given.get(place) : 0;
        sizes.add(disputed.answers().size());
        taken.add(index);
        because.add(disputed.answers().get(index).because());
        return index;
    }

    List<String> because() {
        return List.copyOf(because);
    }

    /** The readings that differ from this one in one point or more that it met after those that were given. */
    List<List<Integer>> others() {
        List<List<Integer>> others = new ArrayList<>();
        for (int place = given.size(); place < sizes.size(); place++) {
            for (int answer = 1; answer < sizes.get(place); answer++) {
                List<Integer> other = new ArrayList<>(taken.subList(0, place));
                other.add(answer);
                others.add(other);
            }
        }
        return others;
    }
}
