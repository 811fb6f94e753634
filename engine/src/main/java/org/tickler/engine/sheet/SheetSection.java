package org.tickler.engine.sheet;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickler.rules.firm.MatterId;

/**
 * A part of a sheet.
 *
 * @param matter that its title names; empty: it names none
 * @param brief its name in the sheet's summary, after a number: {@code overdue}; empty: it is not in the summary
 * @param lines those shown; where there are none the sheet says so
 * @param more how many there are that are not shown
 * @param hidden how many its reader may not see
 */
public record SheetSection(
        Optional<MatterId> matter, String title, String brief, List<SheetLine> lines, int more, int hidden) {
    public SheetSection {
        lines = List.copyOf(lines);
    }

    private static final String NOT_OPEN = "A matter that is not open to you";

    /** The first {@code most} of these lines, and how many more there are. */
    public static SheetSection of(String title, String brief, List<SheetLine> all, int most) {
        return of(Optional.empty(), title, brief, all, most);
    }

    /** As above, of a matter that the title names. */
    static SheetSection of(Optional<MatterId> matter, String title, String brief, List<SheetLine> all, int most) {
        int shown = Math.min(all.size(), most);
        return new SheetSection(matter, title, brief, all.subList(0, shown), all.size() - shown, 0);
    }

    /** All lines, shown or not. */
    public int count() {
        return lines.size() + more + hidden;
    }

    /** The same without the lines of matters that may not be seen, and without the title that names such a one. */
    SheetSection seen(Predicate<MatterId> sees) {
        if (matter.filter(id -> !sees.test(id)).isPresent()) {
            return new SheetSection(Optional.empty(), NOT_OPEN, brief, List.of(), 0, count());
        }
        List<SheetLine> seen = lines.stream()
                .filter(line -> line.matter().map(sees::test).orElse(true))
                .toList();
        return new SheetSection(matter, title, brief, seen, more, hidden + lines.size() - seen.size());
    }
}
