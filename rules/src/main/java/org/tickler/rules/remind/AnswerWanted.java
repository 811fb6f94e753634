package org.tickler.rules.remind;

import org.tickler.rules.firm.RoleName;

/**
 * That a rung wants an answer.
 *
 * @param from whose answer stops the clock
 * @param within how long after the first of its reminders left
 */
public record AnswerWanted(From from, TimeSpan within) {
    /** Whose answer counts. */
    public sealed interface From {
        /** Everyone who holds the role. */
        record Role(RoleName name) implements From {}

        /** The first of those told. */
        record Any() implements From {}

        /** Each of those told, for himself. */
        record Each() implements From {}
    }
}
