package org.tickler.rules.remind;

import java.util.List;
import java.util.Optional;

/**
 * One step of a ladder.
 *
 * @param id unique in its ladder and stable while the rung's time is: {@code 7-days-before}, unless the file names it
 * @param answer empty: none wanted
 * @param ifSilent steps in order; empty where no answer is wanted
 * @param escalating when those steps are taken
 * @param template the name of words of its own; empty: those that all rungs have
 */
public record Rung(
        String id,
        RungTime at,
        List<Addressee> to,
        By by,
        Optional<AnswerWanted> answer,
        List<SilenceStep> ifSilent,
        Escalating escalating,
        Optional<String> template) {
    public Rung {
        to = List.copyOf(to);
        ifSilent = List.copyOf(ifSilent);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("rung " + id + " names nobody to tell");
        }
    }
}
