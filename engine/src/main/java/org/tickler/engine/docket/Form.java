package org.tickler.engine.docket;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The columns that a reader looks for in a file.
 *
 * @param needed without one of these a file cannot be read
 * @param alsoCalled for our columns: what others call them, the likeliest first; small letters, no points and signs
 */
record Form(List<String> columns, List<String> needed, Map<String, List<String>> alsoCalled) {
    /** What other programs and other firms call our columns, most telling first. */
    private static final String ALSO_CALLED = """
            matter: matter no, matter number, matter id, file no, file number, file, case no, case number, \
            case id, case, client matter, matter name, case name, docket no, docket number, cause no, index no
            title: description, subject, deadline, task, item, summary, event description, event title, \
            event name, name, activity, action, event
            kind: type, event type, category, entry type, deadline type, item type
            date: due date, due, due on, deadline date, date due, deadline, event date, start date, start, \
            calendar date, when
            time: start time, hour, event time, due time
            court: court name, jurisdiction, venue, court calendar
            event: trigger, trigger event
            service: service method, method of service, served by, how served, service type
            party: party name, on behalf of
            side: our side, client side, client role, representing, we represent, acting for
            judge: judge name, judicial officer, assigned judge, presiding judge
            owner: attorney, responsible attorney, responsible, assigned to, assignee, assigned, lawyer, \
            atty, handler
            status: state, completed
            rule: rule id, court rule, tickler rule
            """;

    /** Our own form. */
    static final Form DOCKET = new Form(Columns.ALL, List.of("matter", "kind", "title", "date"), Map.of());

    /** Whatever sheet somebody keeps by hand. */
    static final Form ANY_SHEET = new Form(withRule(), List.of("matter", "date"), synonyms());

    Form {
        columns = List.copyOf(columns);
        needed = List.copyOf(needed);
        alsoCalled = Map.copyOf(alsoCalled);
    }

    /**
     * Which of a file's names is which of our columns. A name of our own is that column; what is left goes by the table, a
     * name to one column only, but for an "event" that is the only title there is.
     */
    Map<String, String> resolve(Collection<String> names, Mapping mapping) {
        Map<String, String> byPlain = new LinkedHashMap<>();
        names.forEach(name -> byPlain.putIfAbsent(plain(name), name));
        Map<String, String> found = new LinkedHashMap<>();
        for (String column : columns) {
            String called = mapping.columns().getOrDefault(column, column);
            Optional.ofNullable(byPlain.get(plain(called))).ifPresent(name -> found.put(column, name));
        }
        for (String column : columns) {
            if (!found.containsKey(column)) {
                alsoCalled.getOrDefault(column, List.of()).stream()
                        .map(byPlain::get)
                        .filter(name -> name != null
                                && (!found.containsValue(name) || plain(name).equals("event")))
                        .findFirst()
                        .ifPresent(name -> found.put(column, name));
            }
        }
        return found;
    }

    /** What was taken for what by the table, as a sentence; empty where nothing was. */
    Optional<String> taken(Map<String, String> resolved) {
        List<String> words = new ArrayList<>();
        resolved.forEach((column, name) -> {
            if (!alsoCalled.isEmpty() && !plain(name).equals(column)) {
                words.add("\"" + name.strip() + "\" for " + column);
            }
        });
        return words.isEmpty() ? Optional.empty() : Optional.of("columns: took " + String.join(", ", words));
    }

    /** Whether names of the table are looked for. */
    boolean isGenerous() {
        return !alsoCalled.isEmpty();
    }

    private String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return alsoCalled.isEmpty()
                ? lower
                : lower.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }

    private static List<String> withRule() {
        List<String> columns = new ArrayList<>(Columns.ALL);
        columns.add("rule");
        columns.add("side");
        columns.add("judge");
        return columns;
    }

    private static Map<String, List<String>> synonyms() {
        Map<String, List<String>> table = new LinkedHashMap<>();
        ALSO_CALLED.lines().forEach(line -> {
            int colon = line.indexOf(':');
            table.put(
                    line.substring(0, colon), List.of(line.substring(colon + 2).split(", ")));
        });
        return table;
    }
}
