package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickler.rules.checkup.MatterRow.Reference;

/**
 * Tells which of several packs that serve one court are a matter's: by the letters of its docket number, by what its court is
 * called, else by what only one of them knows.
 */
final class PackChoice {
    /** A federal docket number has the kind of case in it: 1:26-cv-01042. */
    private static final Pattern DOCKET = Pattern.compile("(?:^|\\D)\\d{2,4}-(cv|cr|bk|ap)-\\d");

    private static final Map<String, String> BY_DOCKET =
            Map.of("cv", "us-frcp", "cr", "us-frcrp", "bk", "us-frbp", "ap", "us-frbp");
    private static final String BANKRUPTCY = "us-frbp";

    /** Each governs proceedings of its own (Fed. R. Civ. P. 1, Fed. R. Crim. P. 1(a), Fed. R. Bankr. P. 1001). */
    private static final Set<String> INSTEAD_OF_EACH_OTHER = Set.of("us-frcp", "us-frcrp", "us-frbp");

    /** From a judgment under the first an appeal is taken under the second (Fed. R. App. P. 4(a)). */
    private static final Map<String, String> APPEALS = Map.of("us-frcp", "us-frap");

    private static final String JUDGMENT = "judgment-entered";

    /** The rules of courts of appeal, whose words are a trial court's too: one row says nothing. */
    private static final Set<String> ON_APPEAL = Set.of("us-frap", "us-scotus");

    private static final int ENOUGH_ROWS = 2;

    private PackChoice() {}

    /** The packs that are the matter's, of those that its rows name; empty where nothing tells. */
    static Set<String> of(List<MatterRow> rows) {
        Map<String, Integer> alone = votes(rows, named -> named.size() == 1);
        Set<String> ours = new HashSet<>(alone.keySet());
        ours.removeIf(pack -> ON_APPEAL.contains(pack) && alone.getOrDefault(pack, 0) < ENOUGH_ROWS);
        told(rows)
                .or(() -> most(rivals(ours), alone))
                .or(() -> most(rivals(ours), votes(rows, named -> true)))
                .ifPresent(only -> {
                    ours.removeAll(INSTEAD_OF_EACH_OTHER);
                    ours.add(only);
                });
        return ours;
    }

    private static Set<String> rivals(Set<String> ours) {
        return ours.stream().filter(INSTEAD_OF_EACH_OTHER::contains).collect(Collectors.toSet());
    }

    /** The pack that a docket number or a court's name tells. */
    private static Optional<String> told(List<MatterRow> rows) {
        Matcher docket = DOCKET.matcher(rows.getFirst().row().matter().toLowerCase(Locale.ROOT));
        if (docket.find()) {
            return Optional.ofNullable(BY_DOCKET.get(docket.group(1)));
        }
        boolean bankruptcy =
                rows.stream().flatMap(row -> row.row().says().court().stream()).anyMatch(CourtNames::isOfBankruptcy);
        return bankruptcy ? Optional.of(BANKRUPTCY) : Optional.empty();
    }

    /** How many rows surely name something of each pack. */
    private static Map<String, Integer> votes(List<MatterRow> rows, Predicate<Set<String>> counts) {
        Map<String, Integer> votes = new HashMap<>();
        for (MatterRow row : rows) {
            Set<String> named = row.names().stream()
                    .filter(Reference::sure)
                    .map(reference -> reference.pack().id())
                    .collect(Collectors.toSet());
            if (counts.test(named)) {
                named.forEach(pack -> votes.merge(pack, 1, Integer::sum));
            }
        }
        return votes;
    }

    /** The one with more votes than any other; empty where several have as many. */
    private static Optional<String> most(Set<String> packs, Map<String, Integer> votes) {
        int best = packs.stream()
                .mapToInt(pack -> votes.getOrDefault(pack, 0))
                .max()
                .orElse(0);
        List<String> first = new ArrayList<>(packs);
        first.removeIf(pack -> votes.getOrDefault(pack, 0) < best);
        return first.size() == 1 ? Optional.of(first.getFirst()) : Optional.empty();
    }

    /** Whether it is the judgment from which an appeal is taken, or what follows from that. */
    private static boolean isAppeal(Reference reference, Set<String> ours) {
        boolean follows = reference.pack().rules().stream()
                .anyMatch(rule ->
                        rule.id().equals(reference.name()) && rule.trigger().equals(JUDGMENT));
        return ours.stream().anyMatch(pack -> reference.pack().id().equals(APPEALS.get(pack)))
                && (follows || reference.name().equals(JUDGMENT));
    }

    /**
     * What a row names, once the matter's packs are known: what is surely theirs, else what is probably theirs, else, unsure,
     * whatever it names.
     */
    static List<Reference> settled(List<Reference> names, Set<String> ours) {
        Predicate<Reference> isOurs =
                reference -> ours.contains(reference.pack().id()) || isAppeal(reference, ours);
        List<Reference> sure =
                names.stream().filter(isOurs).filter(Reference::sure).toList();
        if (!sure.isEmpty()) {
            return sure;
        }
        List<Reference> probable = names.stream().filter(isOurs).toList();
        return (probable.isEmpty() ? names : probable)
                .stream()
                        .map(reference -> new Reference(reference.pack(), reference.name(), reference.rule(), false))
                        .toList();
    }
}
