package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.pack.CourtRule;

/** Finds the row that may be a deadline, or that may say that it was met, although it is called otherwise. */
final class SimilarRows {
    private static final long NEAR_DAYS = 7;

    private final List<MatterRow> rows;

    SimilarRows(List<MatterRow> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Why it is not sure that the act of {@code rule}, due on {@code day}, is not in the sheet; empty where it is. */
    Optional<String> to(CourtRule rule, MatterRow trigger, LocalDate day) {
        String title = rule.act().title();
        Optional<String> done = rows.stream()
                .filter(row -> !row.equals(trigger) && row.isDated() && row.happened())
                .filter(row -> !day(row).isBefore(day(trigger)))
                .filter(row -> TitleWords.tellsOf(row.row().title(), title))
                .findFirst()
                .map(row -> row.row().quoted() + " may be that it was done");
        return done.or(() -> inItsPlace(rule))
                .or(() -> rows.stream()
                        .filter(row -> row.isDated() && !row.isSure() && !row.happened())
                        .filter(row -> mayBe(row, title, day))
                        .findFirst()
                        .map(row -> row.row().quoted() + " may be it"));
    }

    /** Some acts have another time after something else happened: answer, answer-after-removal. */
    private Optional<String> inItsPlace(CourtRule rule) {
        return rows.stream()
                .filter(row -> row.rules().anyMatch(other -> other.name().startsWith(rule.id() + "-after-")))
                .findFirst()
                .map(row -> row.row().quoted() + " may be in its place");
    }

    private static boolean mayBe(MatterRow row, String title, LocalDate day) {
        long apart = Math.abs(ChronoUnit.DAYS.between(day(row), day));
        return apart == 0 && !row.isAttended()
                || apart <= NEAR_DAYS && TitleWords.share(row.row().title(), title);
    }

    private static LocalDate day(MatterRow row) {
        return row.row().date().orElseThrow();
    }
}
