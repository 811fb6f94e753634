package org.tickler.rules.lang;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tickler.rules.check.Checks;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.matteract.MatterActRule;
import org.tickler.rules.remind.SheetRule;

/**
 * What the house does beside reminding of single entries, as its rule files state it, in the order of the files.
 *
 * @param checks which entries two people must look at, and what makes one done
 * @param matterActs what acts on whole matters suspend and open
 * @param sheets the pages that it sends by the clock
 * @param watches what it looks for that may be missing
 * @param drills when it climbs a ladder for practice
 */
public record Habits(
        Checks checks,
        List<MatterActRule> matterActs,
        List<SheetRule> sheets,
        List<Guard> watches,
        List<Drill> drills) {
    /** None at all. */
    public static final Habits NONE = new Habits(Checks.NONE, List.of(), List.of(), List.of(), List.of());

    public Habits {
        matterActs = List.copyOf(matterActs);
        sheets = List.copyOf(sheets);
        watches = List.copyOf(watches);
        drills = List.copyOf(drills);
    }

    public Optional<SheetRule> sheet(String id) {
        return sheets.stream().filter(sheet -> sheet.id().equals(id)).findFirst();
    }

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return Stream.of(
                        checks.all().stream().map(Canonical::of),
                        matterActs.stream().map(Canonical::of),
                        sheets.stream().map(Canonical::of),
                        watches.stream().map(Canonical::of),
                        drills.stream().map(Canonical::of))
                .flatMap(Function.identity());
    }

    /** The same, each known since when {@code former} had it in the same form, else since {@code at}. */
    Habits since(Instant at, Habits former) {
        return with(sheets.stream()
                .map(sheet -> sheet.knownSince(former.sheet(sheet.id())
                        .filter(old -> Canonical.of(old).equals(Canonical.of(sheet)))
                        .map(SheetRule::knownAt)
                        .orElse(at)))
                .toList());
    }

    /** Since when each is known, by {@code sheet:} and its id. */
    Map<String, Instant> knownSince() {
        Map<String, Instant> known = new LinkedHashMap<>();
        sheets.forEach(sheet -> known.put(key(sheet), sheet.knownAt()));
        return known;
    }

    /** The same, known since what {@code known} says of each key. */
    Habits restored(Function<String, Instant> known) {
        return with(sheets.stream()
                .map(sheet -> sheet.knownSince(known.apply(key(sheet))))
                .toList());
    }

    private Habits with(List<SheetRule> others) {
        return new Habits(checks, matterActs, others, watches, drills);
    }

    private static String key(SheetRule sheet) {
        return "sheet:" + sheet.id();
    }
}
