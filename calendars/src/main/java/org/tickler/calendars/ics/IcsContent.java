package org.tickler.calendars.ics;

import java.util.List;

/** What a file says: the events that could be read, in the order of their lines, and why others could not. */
public record IcsContent(List<IcsItem> items, List<IcsProblem> problems) {

    public IcsContent {
        items = List.copyOf(items);
        problems = List.copyOf(problems);
    }

    /** Whether nothing was read because of what the file as a whole is. */
    public boolean refused() {
        return problems.stream().anyMatch(problem -> problem.kind() == IcsProblem.Kind.FILE_REFUSED);
    }
}
