package org.tickler.calendars.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects the problems of one reading, so that all of them can be shown at once. Not safe for use by several
 * threads.
 */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Problem problem) {
        found.add(problem);
    }

    public void error(Span at, ProblemCode code, String sentence) {
        add(new Problem(at, Severity.ERROR, code, sentence));
    }

    public void warning(Span at, ProblemCode code, String sentence) {
        add(new Problem(at, Severity.WARNING, code, sentence));
    }

    public boolean hasErrors() {
        return found.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Everything collected so far, ordered by file, line and column; at one place, in the order of finding. A copy. */
    public List<Problem> sorted() {
        return found.stream().sorted(Comparator.comparing(Problem::at)).toList();
    }

    /** One problem a line, sorted, as they are printed. */
    @Override
    public String toString() {
        return String.join("\n", sorted().stream().map(Problem::toString).toList());
    }
}
