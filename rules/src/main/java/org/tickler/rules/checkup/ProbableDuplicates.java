package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.checkup.MatterRow.Reference;

/** Finds rows of one matter that are probably one: the same rule or event or nearly the same title, within three days. */
final class ProbableDuplicates {
    private static final long NEAR_DAYS = 3;
    /** Neighbours that a row is held against: of a heap of rows on one day the first are enough. */
    private static final int MOST_NEIGHBOURS = 50;

    private final Consumer<Finding> sink;

    ProbableDuplicates(Consumer<Finding> sink) {
        this.sink = sink;
    }

    void find(List<MatterRow> rows) {
        List<MatterRow> dated = rows.stream()
                .filter(MatterRow::isDated)
                .sorted(Comparator.comparing(row -> row.row().date().orElseThrow()))
                .toList();
        for (int at = 0; at < dated.size(); at++) {
            MatterRow row = dated.get(at);
            for (int before = at - 1; before >= Math.max(0, at - MOST_NEIGHBOURS); before--) {
                MatterRow other = dated.get(before);
                if (daysBetween(other, row) > NEAR_DAYS) {
                    break;
                }
                if (areAlike(row, other)) {
                    tell(row, other);
                    break;
                }
            }
        }
    }

    private void tell(MatterRow row, MatterRow other) {
        long apart = daysBetween(other, row);
        String when = apart == 0 ? "on the same day" : apart == 1 ? "a day earlier" : apart + " days earlier";
        sink.accept(Finding.about(
                row.row(),
                Finding.Type.DUPLICATE,
                Weight.NOTE,
                "probably the same as " + other.row().quoted() + ", " + when));
    }

    private static boolean areAlike(MatterRow one, MatterRow other) {
        if (!one.row().maybeSameParty(other.row())
                || one.row().says().party().isPresent()
                        != other.row().says().party().isPresent()) {
            return false;
        }
        List<String> names = sureNames(one);
        List<String> theirs = sureNames(other);
        if (!names.isEmpty() && !theirs.isEmpty()) {
            return names.stream().anyMatch(theirs::contains);
        }
        boolean sameKind = one.row().kind().isEmpty()
                || other.row().kind().isEmpty()
                || one.row().kind().equals(other.row().kind());
        return sameKind && TitleWords.areNear(one.row().title(), other.row().title());
    }

    private static List<String> sureNames(MatterRow row) {
        return row.names().stream().filter(Reference::sure).map(Reference::id).toList();
    }

    private static long daysBetween(MatterRow earlier, MatterRow later) {
        LocalDate from = earlier.row().date().orElseThrow();
        return ChronoUnit.DAYS.between(from, later.row().date().orElseThrow());
    }
}
