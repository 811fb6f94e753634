package org.tickler.rules.checkup;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.rules.deadline.Sides;
import org.tickler.rules.pack.CourtRule;

/** Who is who, by whatever a sheet calls the parties. */
final class Parties {
    private static final List<String> ROLES =
            List.of("plaintiff", "defendant", "petitioner", "respondent", "appellant", "appellee", "claimant");
    private static final Map<String, String> SHORT = Map.of(
            "pl",
            "plaintiff",
            "plf",
            "plaintiff",
            "pltf",
            "plaintiff",
            "def",
            "defendant",
            "deft",
            "defendant",
            "dft",
            "defendant");

    /** What packs call the service of a complaint. */
    private static final Set<String> PROCESS = Set.of("complaint-served", "summons-served", "process-served");

    private Parties() {}

    /** The one part of a lawsuit that words name, such as "for the Defendant"; empty where they name none, or several. */
    static Optional<String> role(String words) {
        Set<String> named = Stream.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"))
                .map(word -> SHORT.getOrDefault(word, word.endsWith("s") ? word.substring(0, word.length() - 1) : word))
                .filter(ROLES::contains)
                .collect(Collectors.toSet());
        return named.size() == 1 ? Optional.of(named.iterator().next()) : Optional.empty();
    }

    /** The role that all of them name; empty where they name none, or several. */
    static Optional<String> only(Stream<String> words) {
        Set<String> roles = words.flatMap(one -> role(one).stream()).collect(Collectors.toSet());
        return roles.size() == 1 ? Optional.of(roles.iterator().next()) : Optional.empty();
    }

    /** Whether what {@code rule} requires after {@code trigger} is surely the other side's to do. */
    static boolean isTheirs(CourtRule rule, MatterRow trigger) {
        Optional<String> party = trigger.row().says().party().flatMap(Parties::role);
        return Sides.isTheirs(rule.act().duty(), trigger.side(), party.or(() -> served(rule)));
    }

    /** On whom the paper was served that sets the rule going: a summons or complaint is served on a defendant. */
    private static Optional<String> served(CourtRule rule) {
        return PROCESS.contains(rule.trigger()) ? Optional.of("defendant") : Optional.empty();
    }
}
