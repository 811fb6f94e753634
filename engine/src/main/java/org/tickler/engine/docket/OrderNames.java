package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;

/** Finds the entries of one matter that the dates of an order mean. */
final class OrderNames {
    private final MatterId matter;
    private final List<Entry> entries;

    /** @param entries of the matter, in whatever status */
    OrderNames(MatterId matter, List<Entry> entries) {
        this.matter = matter;
        this.entries =
                entries.stream().filter(entry -> !entry.status().isOver()).toList();
    }

    /**
     * The acts that enter these dates.
     *
     * @param source where they are written
     * @throws ActRefused if one names nothing, or several entries
     */
    List<Act> acts(List<OrderedDate> dates, String source) {
        return dates.stream().map(date -> act(date, source)).toList();
    }

    private Act act(OrderedDate ordered, String source) {
        if (ordered.kind().isPresent()) {
            return new Act.OrderNew(
                    new Act.Add(
                            UUID.randomUUID(),
                            matter,
                            ordered.kind().get(),
                            ordered.name(),
                            ordered.date(),
                            Optional.empty(),
                            Details.NONE),
                    source);
        }
        return new Act.Order(find(ordered.name()).id(), ordered.date(), source);
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
