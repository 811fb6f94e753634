package org.tickler.daemon.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.daemon.Complaint;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.pack.Pack;
import org.tickler.rules.pack.TriggerFacts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One trigger, and what else bears on the deadlines that it sets going. */
@Command
final class TriggerOptions {
    @Option(
            names = "--event",
            paramLabel = "EVENT",
            required = true,
            description = "What happened, as tickler events --pack lists it.")
    private String event;

    @Option(
            names = "--on",
            paramLabel = "DATE",
            required = true,
            description = "When: 2026-03-06, 2026-03-06T15:30, or on one of the days 2026-03-01..2026-03-05.")
    private String on;

    @Option(names = "--service", paramLabel = "METHOD", description = "How the paper was served, such as mail.")
    private @Nullable String service;

    @Option(
            names = "--court",
            paramLabel = "CALENDAR",
            description = "Whose days count, such as us-nysd; left out: the pack's or the overlay's own.")
    private @Nullable String court;

    @Option(names = "--fact", paramLabel = "FACT", description = "A fact of the pack that holds; may be repeated.")
    private List<String> facts = new ArrayList<>();

    @Option(
            names = "--also",
            paramLabel = "EVENT=DATE",
            description = "When another event was that bears on the dates; may be repeated.")
    private List<String> also = new ArrayList<>();

    /** The court as it was typed; empty: the pack's own calendar. */
    Optional<String> court() {
        return Optional.ofNullable(court);
    }

    /** The event, one that the pack knows. */
    String event(Pack pack) {
        return known(pack, "--event", event);
    }

    /** What was said of it, every name of it one that the pack, or the calendars, know. */
    TriggerFacts facts(Pack pack, CalendarBook calendars) {
        String[] ends = on.split("\\.\\.", 2);
        String[] moment = ends[0].split("[T ]", 2);
        LocalDate first = day(moment[0]);
        LocalDate last = ends.length == 2 ? day(ends[1]) : first;
        if (last.isBefore(first)) {
            throw Complaint.usage("--on: a range of days ends after it starts, but was " + on);
        }
        if (last.isAfter(first.plusDays(TriggerFacts.MOST_DAYS - 1L))) {
            throw Complaint.usage("--on: a range has at most " + TriggerFacts.MOST_DAYS + " days, but was " + on);
        }
        return new TriggerFacts(
                first,
                last,
                moment.length == 2 ? Optional.of(hour(moment[1])) : Optional.empty(),
                Optional.ofNullable(service).map(TriggerOptions::method),
                Optional.ofNullable(court).map(name -> court(pack, calendars, name)),
                holding(pack),
                others(pack));
    }

    private LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw badDate();
        }
    }

    private LocalTime hour(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw badDate();
        }
    }

    private Complaint badDate() {
        return Complaint.usage("--on: expected a date such as 2026-03-06, with an hour 2026-03-06T15:30, or a range"
                + " 2026-03-01..2026-03-05, but was \"" + on + "\"");
    }

    private static ServiceMethod method(String word) {
        return ServiceMethod.find(word)
                .orElseThrow(() -> PackOption.unknown(
                        "--service: no way of service is called \"" + word + "\"",
                        word,
                        "ways",
                        Stream.of(ServiceMethod.values())
                                .map(method -> method.name().toLowerCase(Locale.ROOT))
                                .toList()));
    }

    private static CalendarId court(Pack pack, CalendarBook calendars, String name) {
        return calendars.ids().stream()
                .filter(id -> id.value().equals(name))
                .filter(id -> serves(pack, calendars, id))
                .findFirst()
                .orElseThrow(() -> PackOption.unknown(
                        "--court: the pack " + pack.id() + " serves no court with the calendar \"" + name + "\"",
                        name,
                        "calendars",
                        calendars.ids().stream()
                                .filter(id -> serves(pack, calendars, id))
                                .map(CalendarId::value)
                                .toList()));
    }

    private static boolean serves(Pack pack, CalendarBook calendars, CalendarId id) {
        return calendars
                .find(id)
                .filter(calendar -> calendar.isOrStandsOver(pack.courts()))
                .isPresent();
    }

    private Set<String> holding(Pack pack) {
        for (String fact : facts) {
            if (!pack.facts().containsKey(fact)) {
                throw PackOption.unknown(
                        "--fact: the pack " + pack.id() + " knows no fact called \"" + fact + "\"",
                        fact,
                        "facts",
                        pack.facts().keySet());
            }
        }
        return Set.copyOf(facts);
    }

    private Map<String, LocalDate> others(Pack pack) {
        Map<String, LocalDate> others = new HashMap<>();
        for (String typed : also) {
            String[] parts = typed.split("=", 2);
            if (parts.length < 2) {
                throw Complaint.usage(
                        "--also: expected EVENT=DATE, such as removal=2026-03-10, but was \"" + typed + "\"");
            }
            others.put(known(pack, "--also", parts[0]), DateArgument.day("--also", parts[1]));
        }
        return others;
    }

    private static String known(Pack pack, String option, String name) {
        if (pack.titleOf(name).isPresent()) {
            return name;
        }
        SortedSet<String> names = new TreeSet<>(pack.events().keySet());
        pack.rules().forEach(rule -> names.add(rule.trigger()));
        throw PackOption.unknown(
                option + ": the pack " + pack.id() + " knows no event called \"" + name + "\"", name, "events", names);
    }
}
