package org.tickler.engine.book;

import java.util.List;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;

/** A book whose files have errors. It does not become active; the one that is stays so. */
public final class BookRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    BookRefused(Problems problems) {
        super("the rules or calendars have errors and were not taken; those that were active stay so. Mend:\n"
                + problems);
        this.problems = problems.sorted();
    }

    /** Errors and warnings, by place. */
    public List<Problem> problems() {
        return problems;
    }
}
