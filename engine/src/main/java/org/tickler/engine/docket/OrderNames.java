package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;

/** Finds the entries of one matter that the dates of an order mean. */
final class OrderNames {
    private final MatterId matter;
    private final Docket docket;
    private final List<Entry> entries;
    private final String source;

    /** @param source where the dates are written */
    OrderNames(Docket docket, String source) {
        this.matter = docket.matter().id();
        this.docket = docket;
        this.entries = docket.entries().stream()
                .filter(entry -> !entry.status().isOver())
                .toList();
        this.source = source;
    }

    /**
     * The acts that enter these dates.
     *
     * @throws ActRefused if one names nothing, or several entries, or was entered already
     */
    List<Act> acts(List<OrderedDate> dates) {
        List<Act> acts = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        Set<OrderedDate> seen = new HashSet<>();
        for (OrderedDate date : dates) {
            try {
                if (!seen.add(date.at(""))) {
                    throw new ActRefused("\"" + date.name() + "\" is named twice on the same day; leave one line out");
                }
                acts.add(act(date));
            } catch (ActRefused e) {
                refused.add(date.place() + ": " + e.getMessage());
            }
        }
        if (!refused.isEmpty()) {
            throw new ActRefused(String.join("\n", refused));
        }
        return acts;
    }

    private Act act(OrderedDate ordered) {
        Optional<OrderedDate.New> added = ordered.added();
        if (added.isEmpty()) {
            Entry found = find(ordered.name());
            docket.standing(found.id())
                    .date()
                    .filter(set -> says(set, ordered) && found.status() != EntryStatus.PROVISIONAL)
                    .filter(set -> docket.standing(found.id()).isOf(found))
                    .ifPresent(set -> refuseAgain(set, found));
            return new Act.Order(found.id(), ordered.date(), source);
        }
        return new Act.OrderNew(added(ordered, added.get()), source);
    }

    /** Something new is found again under its kind and title, though it may have been moved since. */
    private Act.Add added(OrderedDate ordered, OrderedDate.New added) {
        entries.stream()
                .filter(entry -> entry.kind() == added.kind() && entry.title().equalsIgnoreCase(ordered.name()))
                .forEach(entry -> docket.said(entry.id()).stream()
                        .filter(said -> says(said, ordered))
                        .findFirst()
                        .ifPresent(said -> refuseAgain(said, entry)));
        return new Act.Add(
                UUID.randomUUID(),
                matter,
                added.kind(),
                ordered.name(),
                ordered.date(),
                Optional.empty(),
                added.event().map(Details.NONE::as).orElse(Details.NONE));
    }

    private boolean says(Instruction said, OrderedDate ordered) {
        return said.what() == What.ORDERED
                && said.terms().source().filter(source::equalsIgnoreCase).isPresent()
                && said.terms().day().equals(ordered.date().day());
    }

    private static void refuseAgain(Instruction said, Entry entry) {
        throw new ActRefused(DateWords.of(entry) + " was already entered by "
                + said.terms().source().orElseThrow() + " as "
                + said.terms().day().map(Days::words).orElseThrow() + "; leave this line out");
    }

    private Entry find(String name) {
        List<Entry> found = Stream.<Predicate<Entry>>of(
                        entry -> entry.id().value().equals(name),
                        entry -> rule(entry)
                                .filter(rule -> rule.equals(name) || rule.endsWith("/" + name))
                                .isPresent(),
                        entry -> entry.title().equalsIgnoreCase(name))
                .map(means -> entries.stream().filter(means).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElseThrow(() -> unknown(name));
        if (found.size() > 1) {
            throw new ActRefused("\"" + name + "\" means several entries of " + matter + "; name one by its id: "
                    + found.stream().map(OrderNames::words).collect(Collectors.joining("; ")));
        }
        return found.getFirst();
    }

    private ActRefused unknown(String name) {
        List<String> names = new ArrayList<>();
        entries.forEach(entry -> {
            names.add(entry.id().value());
            names.add(entry.title());
            rule(entry).ifPresent(rule -> {
                names.add(rule);
                names.add(rule.substring(rule.indexOf('/') + 1));
            });
        });
        return new ActRefused("nothing on " + matter + " is called \"" + name + "\"" + Nearest.hint(name, names)
                + "; name an entry's id, its rule or its title, or give a kind to enter something new");
    }

    private static Optional<String> rule(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived ? Optional.of(derived.rule()) : Optional.empty();
    }

    private static String words(Entry entry) {
        return DateWords.of(entry)
                + entry.details().party().map(party -> " (" + party + ")").orElse("");
    }
}
