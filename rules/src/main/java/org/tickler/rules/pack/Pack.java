package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.count.LawId;

/**
 * The rules of one court system.
 *
 * @param version the day of this text of the pack
 * @param law the law by which its periods are counted
 * @param courts the calendar it is for; it also serves those that stand over it
 * @param facts what selects rules: name and sentence
 * @param events what sets rules going: name and title
 */
public record Pack(
        String id,
        String title,
        LocalDate version,
        LawId law,
        CalendarId courts,
        SortedMap<String, String> facts,
        SortedMap<String, String> events,
        List<CourtRule> rules) {
    public Pack {
        facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
        events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
        rules = List.copyOf(rules);
    }

    /** The rules that {@code trigger} sets going on {@code day}, in the order of the file. */
    public List<CourtRule> triggeredBy(String trigger, LocalDate day) {
        return rules.stream()
                .filter(rule -> rule.trigger().equals(trigger)
                        && rule.source().validity().contains(day))
                .toList();
    }

    /** Whether {@code trigger} is an event, and none of the rules. */
    boolean isEvent(String trigger) {
        return rules.stream().noneMatch(rule -> rule.id().equals(trigger));
    }

    /** What an event or a rule is called; empty if the pack knows neither. */
    public Optional<String> titleOf(String trigger) {
        return Optional.ofNullable(events.get(trigger))
                .or(() -> rules.stream()
                        .filter(rule -> rule.id().equals(trigger))
                        .map(rule -> rule.act().title())
                        .reduce((earlier, later) -> later));
    }

    /** The same rules, for another calendar. */
    public Pack in(CalendarId other) {
        return new Pack(id, title, version, law, other, facts, events, rules);
    }

    /** How many of its rules nobody has compared with their text. */
    public int unchecked() {
        return (int) rules.stream().filter(rule -> !rule.isChecked()).count();
    }

    /** How many worked examples its rules have. */
    public int examples() {
        return rules.stream().mapToInt(rule -> rule.examples().size()).sum();
    }
}
