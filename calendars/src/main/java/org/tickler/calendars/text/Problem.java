package org.tickler.calendars.text;

/**
 * One thing that is wrong with a file.
 *
 * @param sentence what it is, what was expected, what was found, what to do; one line
 */
public record Problem(Span at, Severity severity, ProblemCode code, String sentence) {

    public Problem {
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("sentence must say what is wrong, but was blank");
        }
    }

    /** {@code file:line:column: error[code]: sentence}, the form in which problems are printed everywhere. */
    @Override
    public String toString() {
        return at + ": " + severity.word() + "[" + code.code() + "]: " + sentence;
    }
}
