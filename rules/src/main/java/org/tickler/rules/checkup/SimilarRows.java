package org.tickler.rules.checkup;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.tickler.rules.pack.CourtRule;

/**
 * Finds the row that may be a deadline, or that may say that it was met, although it is called otherwise; of several, the
 * sheet's first. One thread a time.
 */
final class SimilarRows {
    private static final long NEAR_DAYS = 7;

    private final List<MatterRow> rows;
    private final List<Titled> happened = new ArrayList<>();
    private final NavigableMap<LocalDate, List<Titled>> unsure = new TreeMap<>();
    private final Map<String, List<MatterRow>> doneByTitle = new HashMap<>();
    private final Map<String, Optional<String>> insteadByRule = new HashMap<>();

    /**
     * A row with a date.
     *
     * @param place in the sheet
     */
    private record Titled(int place, MatterRow row, Set<String> words) {}

    SimilarRows(List<MatterRow> rows) {
        this.rows = List.copyOf(rows);
        for (int place = 0; place < rows.size(); place++) {
            MatterRow row = rows.get(place);
            if (!row.isDated()) {
                continue;
            }
            String title = row.row().title();
            if (row.happened()) {
                happened.add(new Titled(place, row, TitleWords.of(title)));
            } else if (!row.isSure()) {
                unsure.computeIfAbsent(day(row), unseen -> new ArrayList<>())
                        .add(new Titled(place, row, TitleWords.ofAct(title)));
            }
        }
    }

    /** Why it is not sure that the act of {@code rule}, due on {@code day}, is not in the sheet; empty where it is. */
    Optional<String> to(CourtRule rule, MatterRow trigger, LocalDate day) {
        Optional<String> done = doneByTitle.computeIfAbsent(rule.act().title(), this::tellingOf).stream()
                .filter(row -> !day(row).isBefore(day(trigger)) && !row.equals(trigger))
                .findFirst()
                .map(row -> row.row().quoted() + " may be that it was done");
        return done.or(() -> insteadByRule.computeIfAbsent(rule.id(), this::instead))
                .or(() ->
                        unsureNear(day, rule.act().title()).map(row -> row.row().quoted() + " may be it"));
    }

    /** What happened and is called so that it may be the act. */
    private List<MatterRow> tellingOf(String act) {
        Set<String> words = TitleWords.of(act);
        return happened.stream()
                .filter(titled -> TitleWords.tellsOf(titled.words, words))
                .map(Titled::row)
                .toList();
    }

    /** Some acts have another time after something else happened: answer, answer-after-removal. */
    private Optional<String> instead(String rule) {
        return rows.stream()
                .filter(row -> row.rules().anyMatch(other -> other.name().startsWith(rule + "-after-")))
                .findFirst()
                .map(row -> row.row().quoted() + " may be in its place");
    }

    private Optional<MatterRow> unsureNear(LocalDate day, String act) {
        Set<String> words = TitleWords.ofAct(act);
        return unsure.subMap(day.minusDays(NEAR_DAYS), true, day.plusDays(NEAR_DAYS), true).values().stream()
                .flatMap(Collection::stream)
                .filter(titled -> day(titled.row).equals(day) && !titled.row.isAttended()
                        || TitleWords.share(titled.words, words))
                .min(Comparator.comparingInt(Titled::place))
                .map(Titled::row);
    }

    private static LocalDate day(MatterRow row) {
        return row.row().date().orElseThrow();
    }
}
