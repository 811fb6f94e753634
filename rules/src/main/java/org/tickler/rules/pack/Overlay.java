package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Span;
import org.tickler.rules.count.Authority;
import org.tickler.rules.firm.JudgeName;

/**
 * What a court or a judge has of its own on a pack: rules in place of the pack's, rules beside them, and rules of the pack
 * that do not hold there.
 *
 * @param over the id of the pack
 * @param facts its own, beside the pack's
 * @param events its own, beside the pack's
 */
public record Overlay(
        String id,
        String title,
        LocalDate version,
        String over,
        Bench bench,
        SortedMap<String, String> facts,
        SortedMap<String, String> events,
        List<Rule> rules,
        List<Absence> without,
        Places places) {
    public Overlay {
        facts = new TreeMap<>(facts);
        events = new TreeMap<>(events);
        rules = List.copyOf(rules);
        without = List.copyOf(without);
    }

    /**
     * Before whom it holds.
     *
     * @param courts calendars; it also holds where one stands over them
     * @param judges the names of one judge, as matters may have them; empty: it is the court's
     */
    public record Bench(List<CalendarId> courts, List<String> judges) {
        public Bench {
            courts = List.copyOf(courts);
            judges = List.copyOf(judges);
        }

        /** Whether it holds in {@code court} before a judge who has any of these names. */
        public boolean sits(CourtCalendar court, Collection<JudgeName> judge) {
            return courts.stream().anyMatch(court::isOrStandsOver)
                    && (judges.isEmpty() || names().stream().anyMatch(judge::contains));
        }

        /** The names of its judge; none of a court's. */
        public Set<JudgeName> names() {
            return judges.stream().map(JudgeName::of).collect(Collectors.toUnmodifiableSet());
        }
    }

    /**
     * One of its rules.
     *
     * @param replaces whether it stands in place of those of the same id under it
     */
    public record Rule(CourtRule rule, boolean replaces) {}

    /** That a rule does not hold there, on these days, and where that is written. */
    public record Absence(String rule, Authority authority, Validity validity, Span at) {}

    /** Where its file says what it stands on, which courts it is for, and which judge. */
    public record Places(Span over, Span courts, Span judge) {}

    /** The ids of all rules that it replaces, adds or leaves out. */
    public Set<String> touched() {
        return Stream.concat(
                        rules.stream().map(rule -> rule.rule().id()),
                        without.stream().map(Absence::rule))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The rules as they stand in {@link #on}: those of this overlay. */
    public List<CourtRule> ownOf(Pack laid) {
        return laid.rules().stream()
                .filter(rule -> rule.source()
                        .overlaid()
                        .filter(overlay -> overlay.overlay().equals(id))
                        .isPresent())
                .toList();
    }

    /**
     * The pack with this overlay on it. A rule that is replaced or left out still holds on the days on which what is said
     * instead is no law.
     *
     * @param below the pack, or what other overlays have made of it
     */
    public Pack on(Pack below) {
        List<CourtRule> all = new ArrayList<>();
        Set<Rule> waiting = new LinkedHashSet<>(rules);
        for (CourtRule rule : below.rules()) {
            for (Rule own : rules) {
                if (own.replaces() && own.rule().id().equals(rule.id()) && waiting.remove(own)) {
                    all.add(laid(own, below));
                }
            }
            all.addAll(left(rule));
        }
        waiting.forEach(own -> all.add(laid(own, below)));
        SortedMap<String, String> allFacts = new TreeMap<>(below.facts());
        allFacts.putAll(facts);
        SortedMap<String, String> allEvents = new TreeMap<>(below.events());
        allEvents.putAll(events);
        return new Pack(
                below.id(), below.title(), below.version(), below.law(), below.courts(), allFacts, allEvents, all);
    }

    private CourtRule laid(Rule own, Pack below) {
        CourtRule.Source source = own.rule().source();
        return own.rule().from(source.of(new CourtRule.Overlaid(id, title, version, replacedBy(own, below))));
    }

    /** What is left of a rule under it: its text on the days of which nothing else is said. */
    private List<CourtRule> left(CourtRule rule) {
        List<Validity> days = List.of(rule.source().validity());
        for (Validity instead : instead(rule.id())) {
            days = days.stream().flatMap(span -> span.without(instead).stream()).toList();
        }
        return days.equals(List.of(rule.source().validity()))
                ? List.of(rule)
                : days.stream().map(span -> rule.from(rule.source().on(span))).toList();
    }

    private List<Validity> instead(String id) {
        return Stream.concat(
                        rules.stream()
                                .filter(rule ->
                                        rule.replaces() && rule.rule().id().equals(id))
                                .map(rule -> rule.rule().source().validity()),
                        without.stream()
                                .filter(absence -> absence.rule().equals(id))
                                .map(Absence::validity))
                .toList();
    }

    /** The citations of the texts that a rule takes the place of. */
    private static Optional<String> replacedBy(Rule rule, Pack below) {
        Validity days = rule.rule().source().validity();
        return Optional.of(below.rules().stream()
                        .filter(other -> rule.replaces()
                                && other.id().equals(rule.rule().id())
                                && other.source().validity().overlaps(days))
                        .map(other -> other.source().authority().cite())
                        .distinct()
                        .collect(Collectors.joining(" and ")))
                .filter(cites -> !cites.isEmpty());
    }
}
