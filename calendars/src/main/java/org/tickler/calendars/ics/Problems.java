package org.tickler.calendars.ics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects problems while a file is read; of thousands, only the first are kept, and that is said. */
final class Problems {

    private static final int MOST = 1_000;

    private final List<IcsProblem> found = new ArrayList<>();
    private int leftOut;

    void refuseItem(int line, String reason) {
        add(new IcsProblem(line, IcsProblem.Kind.ITEM_REFUSED, reason));
    }

    void suspect(int line, String reason) {
        add(new IcsProblem(line, IcsProblem.Kind.SUSPICIOUS, reason));
    }

    private void add(IcsProblem problem) {
        if (found.size() < MOST) {
            found.add(problem);
        } else {
            leftOut++;
        }
    }

    /** In the order of lines. */
    List<IcsProblem> all() {
        List<IcsProblem> all = new ArrayList<>(found);
        all.sort(Comparator.comparingInt(IcsProblem::line));
        if (leftOut > 0) {
            int last = all.get(all.size() - 1).line();
            all.add(new IcsProblem(last, IcsProblem.Kind.ITEM_REFUSED, leftOut + " more problems are not listed"));
        }
        return all;
    }
}
