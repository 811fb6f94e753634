package org.tickler.rules.count;

import java.util.List;

/**
 * A point of law: settled, or with several answers that can be defended.
 *
 * @param answers never empty; the first prevails
 */
public record Disputed<T>(List<Answer<T>> answers) {
    public Disputed {
        answers = List.copyOf(answers);
        if (answers.isEmpty()) {
            throw new IllegalArgumentException("a point of law needs an answer, but had none");
        }
    }

    /**
     * One answer.
     *
     * @param because why it can be defended, as a clause; empty where nobody doubts it
     */
    public record Answer<T>(T value, String because) {}

    /** A point that nobody disputes. */
    public static <T> Disputed<T> settled(T value) {
        return new Disputed<>(List.of(new Answer<>(value, "")));
    }

    /** Whether there is only one answer. */
    public boolean isSettled() {
        return answers.size() == 1;
    }
}
