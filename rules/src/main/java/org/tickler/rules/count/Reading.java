package org.tickler.rules.count;

import java.util.List;

/**
 * One date that can be defended.
 *
 * @param steps how it was counted, a sentence each
 * @param because on which disputed points it rests, a clause each; empty where nothing was disputed
 */
public record Reading(DueMoment due, List<String> steps, List<String> because) {
    public Reading {
        steps = List.copyOf(steps);
        because = List.copyOf(because);
    }
}
