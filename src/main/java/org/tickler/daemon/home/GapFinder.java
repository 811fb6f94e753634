package org.tickler.daemon.home;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.Words;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.deadline.FirmDeadline;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SilenceStep;

/** Warns of what rules leave open: roles that nobody holds for a matter, kinds that no ladder names, words that no rung does. */
final class GapFinder {
    private final Rulebook rules;
    private final People people;
    private final Problems problems;

    GapFinder(Rulebook rules, People people, Problems problems) {
        this.rules = rules;
        this.people = people;
        this.problems = problems;
    }

    /** One warning for each open matter and role that finds nobody, where {@code place} says the matter stands. */
    void roles(List<Matter> matters, Function<MatterId, Span> place) {
        for (Matter matter : matters) {
            if (matter.closed().isEmpty()) {
                wanted(matter).forEach((role, rules) -> {
                    if (people.inRole(role, matter, LocalDate.MAX).isEmpty()) {
                        problems.warning(
                                place.apply(matter.id()),
                                HomeProblem.NOBODY_IN_ROLE,
                                matter.id() + ": nobody is " + role + ", whom " + String.join(" and ", rules)
                                        + " wants; add \"" + role
                                        + ": PERSON\" to its team, or give somebody the role");
                    }
                });
            }
        }
    }

    /** One warning for each claim of an open matter whose last day to sue is not known, or is in doubt. */
    void claims(List<Matter> matters, CalendarBook calendars, Function<MatterId, Span> place) {
        ClaimRules limitations = new ClaimRules(rules.limitations(), calendars);
        for (Matter matter : matters) {
            if (matter.closed().isEmpty()) {
                matter.claims()
                        .forEach(claim -> limitations
                                .choose(claim, matter)
                                .gap()
                                .ifPresent(why -> problems.warning(
                                        place.apply(matter.id()),
                                        HomeProblem.NO_LIMITATION,
                                        matter.id() + ": the last day to sue " + claim.against() + " (claim "
                                                + claim.id() + "): " + why)));
            }
        }
    }

    /** Which kinds of entry no ladder names, or only ladders that leave some matters out: a warning each at {@code place}. */
    void kinds(Span place) {
        List<String> unnamed = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            List<Match> naming = rules.ladders().stream()
                    .map(Ladder::match)
                    .filter(match -> names(match, kind))
                    .toList();
            if (naming.isEmpty()) {
                unnamed.add(Words.of(kind));
            } else if (naming.stream().noneMatch(GapFinder::everywhere)) {
                partly.add(Words.of(kind));
            }
        }
        warn(unnamed, "no ladder is for entries of kind ", "nobody is reminded of them", place);
        warn(partly, "only ladders with a narrower for: are for entries of kind ", "some remind nobody", place);
    }

    /** A warning at {@code place} for each role that a sheet tells and that nobody holds firm-wide, where it is not of matters. */
    void sheets(Span place) {
        for (SheetRule sheet : rules.habits().sheets()) {
            boolean ofMatters = sheet.of().filter(SheetRule.Of.MATTER::equals).isPresent();
            Stream<Addressee> to = sheet.to() instanceof SheetRule.Readers.Named named && !ofMatters
                    ? named.to().stream()
                    : Stream.empty();
            Stream.concat(to, sheet.ifSilent().stream().map(SilenceStep::tell))
                    .flatMap(GapFinder::role)
                    .filter(role -> people.inRole(role).isEmpty())
                    .distinct()
                    .forEach(role -> problems.warning(
                            place,
                            HomeProblem.NOBODY_IN_ROLE,
                            "nobody is " + role + " firm-wide, whom the sheet \"" + sheet.id()
                                    + "\" wants; give somebody the role, or name a person"));
        }
    }

    /** A warning for each of the files in {@code templates/} whose words nothing uses. */
    void words(Set<String> files) {
        Set<String> named = rules.ladders().stream()
                .flatMap(ladder -> ladder.rungs().stream())
                .flatMap(rung -> rung.template().stream())
                .collect(Collectors.toSet());
        for (String file : files) {
            Templates.ownName(file)
                    .filter(name -> !named.contains(name))
                    .ifPresent(name -> problems.warning(
                            Span.startOf("templates/" + file),
                            HomeProblem.UNUSED_TEMPLATE,
                            "no rung has \"template: " + name + "\", and nothing built in is called " + file
                                    + ", so that its words are never used; name it in a rung, or take it away"));
        }
    }

    /** A warning for each proceeding whose judge an overlay may mean and does not name, so that it holds there for nobody. */
    void judges(List<Matter> matters) {
        for (CourtLaw.UsedOverlay used : rules.law().overlays()) {
            Overlay overlay = used.overlay();
            Set<JudgeName> names = overlay.bench().names();
            matters.stream()
                    .filter(matter -> matter.closed().isEmpty())
                    .forEach(matter -> matter.proceedings().stream()
                            .flatMap(proceeding -> proceeding.judge().stream())
                            .distinct()
                            .filter(judge -> !names.contains(JudgeName.of(judge)))
                            .filter(judge -> names.stream().anyMatch(JudgeName.of(judge)::isNear))
                            .forEach(judge -> problems.warning(
                                    overlay.places().judge(),
                                    HomeProblem.NEAR_JUDGE,
                                    "judge: " + matter.id() + " is before \"" + judge
                                            + "\", and this overlay only for \""
                                            + String.join(
                                                    "\", \"", overlay.bench().judges())
                                            + "\"; if that is the same judge, list both names here")));
        }
    }

    private void warn(List<String> kinds, String what, String so, Span place) {
        if (!kinds.isEmpty()) {
            problems.warning(
                    place,
                    HomeProblem.NO_LADDER,
                    what + String.join(", ", kinds) + ", so that " + so
                            + "; add a ladder, or one with \"for: {}\" for all that is left");
        }
    }

    private static boolean names(Match match, EntryKind kind) {
        return match.kinds().isEmpty() || match.kinds().contains(kind);
    }

    private static boolean everywhere(Match match) {
        return Stream.<Set<?>>of(match.events(), match.courts(), match.practices(), match.phases(), match.matters())
                .allMatch(Set::isEmpty);
    }

    /** The roles that rules name for entries of {@code matter}, each with the rules that do. */
    private Map<RoleName, Set<String>> wanted(Matter matter) {
        Map<RoleName, Set<String>> wanted = new TreeMap<>();
        for (Ladder ladder : rules.ladders()) {
            if (fits(ladder.match(), matter)) {
                String name = "ladder \"" + ladder.id() + "\"";
                ladder.rungs().stream().flatMap(GapFinder::told).forEach(role -> add(wanted, role, name));
            }
        }
        for (FirmDeadline deadline : rules.deadlines()) {
            deadline.product()
                    .owner()
                    .filter(name -> people.find(new PersonId(name)).isEmpty())
                    .ifPresent(name -> add(wanted, new RoleName(name), "deadline \"" + deadline.id() + "\""));
        }
        return wanted;
    }

    private static void add(Map<RoleName, Set<String>> wanted, RoleName role, String rule) {
        wanted.computeIfAbsent(role, key -> new TreeSet<>()).add(rule);
    }

    private static boolean fits(Match match, Matter matter) {
        return (match.matters().isEmpty() || match.matters().contains(matter.id()))
                && allows(match.practices(), matter.practice())
                && allows(match.phases(), matter.phase());
    }

    private static boolean allows(Set<String> named, Optional<String> own) {
        return named.isEmpty() || own.filter(named::contains).isPresent();
    }

    private static Stream<RoleName> told(Rung rung) {
        return Stream.concat(rung.to().stream(), rung.ifSilent().stream().map(SilenceStep::tell))
                .flatMap(GapFinder::role);
    }

    private static Stream<RoleName> role(Addressee addressee) {
        return addressee instanceof Addressee.Role role ? Stream.of(role.name()) : Stream.empty();
    }
}
