package org.tickler.engine.docket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsItem;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsProblem;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsStatus;
import org.tickler.calendars.ics.IcsTime;
import org.tickler.calendars.ics.IcsWindow;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryKind;

/**
 * Reads a docket from an .ics file. An event's matter stands in brackets in its title, categories or description, such as
 * {@code [H-2291]}: the first that is on file, else the first of all. Its kind is the first category, else the first word of
 * its title, that names one, else {@code other}. What the mapping fixes goes before both. A recurring series is read from
 * today on, two years far.
 */
final class IcsRows {
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]\\r\\n]{1,120})]");
    private static final int MOST_BRACKETS = 20;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}]+");
    private static final Pattern NO_TEXT = Pattern.compile("[\\p{Cntrl}\\x{80}-\\x{9f}&&[^\\n\\t]]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final int YEARS_AHEAD = 2;

    private final Path path;
    private final String file;
    private final Scope scope;
    private final Predicate<String> onFile;
    private final Consumer<ReadRow> sink;

    /**
     * How it is read.
     *
     * @param zone of hours that name none
     * @param today the day from which on series are read
     */
    record Scope(Mapping mapping, ZoneId zone, LocalDate today) {}

    /** @param onFile whether a matter has that id */
    IcsRows(Path path, Scope scope, Predicate<String> onFile, Consumer<ReadRow> sink) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.scope = scope;
        this.onFile = onFile;
        this.sink = sink;
    }

    void read() throws IOException {
        IcsWindow window = new IcsWindow(scope.today(), scope.today().plusYears(YEARS_AHEAD));
        IcsContent content;
        try (InputStream in = Files.newInputStream(path)) {
            content = IcsReader.read(in, scope.zone(), window, IcsLimits.usual());
        }
        for (IcsProblem problem : content.problems()) {
            sink.accept(
                    problem.kind() == IcsProblem.Kind.SUSPICIOUS
                            ? new ReadRow.Noted(file, problem.line(), problem.reason())
                            : new ReadRow.Refused(file, problem.line(), problem.reason()));
        }
        content.items().forEach(this::item);
    }

    private void item(IcsItem item) {
        int line = item.version().line();
        Optional<String> matter = matter(item);
        if (matter.isEmpty() && !scope.mapping().fixed().containsKey("matter")) {
            sink.accept(new ReadRow.Refused(
                    file,
                    line,
                    "\"" + cut(oneLine(item.words().summary()), 80)
                            + "\" names no matter; write its id in brackets into"
                            + " the title, such as [H-2291], or give a mapping that fixes the matter"));
            return;
        }
        sink.accept(new ReadRow.Row(new DocketRow(file, line, DateForm.ISO, fields(item, matter))));
    }

    private Map<String, String> fields(IcsItem item, Optional<String> matter) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.identity()
                .uid()
                .ifPresent(uid -> fields.put(
                        "id",
                        item.identity()
                                .instance()
                                .map(instance -> uid + " " + instance)
                                .orElse(uid)));
        matter.ifPresent(id -> fields.put("matter", id));
        fields.put("kind", Words.of(kind(item)));
        fields.put("title", title(item, matter));
        fields.put("location", oneLine(item.words().location()));
        fields.put("notes", notes(item));
        fields.put("status", item.status() == IcsStatus.CANCELLED ? "cancelled" : "");
        time(item.time(), fields);
        fields.putAll(scope.mapping().fixed());
        return fields;
    }

    private static void time(IcsTime time, Map<String, String> fields) {
        fields.put("date", time.date().toString());
        if (time instanceof IcsTime.Timed timed) {
            fields.put("time", minutes(timed.start().toLocalTime()));
            fields.put("zone", timed.start().getZone().getId());
            timed.end()
                    .filter(end -> end.isAfter(timed.start()))
                    .map(end -> end.withZoneSameInstant(timed.start().getZone()).toLocalDateTime())
                    .ifPresent(end -> fields.put("ends", end.toLocalDate() + " " + minutes(end.toLocalTime())));
        }
    }

    private Optional<String> matter(IcsItem item) {
        StringBuilder words = new StringBuilder(item.words().summary()).append('\n');
        item.categories().forEach(category -> words.append(category).append('\n'));
        List<String> named = BRACKETED
                .matcher(words.append(item.words().description()))
                .results()
                .limit(MOST_BRACKETS)
                .map(found -> found.group(1).strip())
                .toList();
        return named.stream().filter(onFile).findFirst().or(() -> named.stream().findFirst());
    }

    private static String title(IcsItem item, Optional<String> matter) {
        String whole = oneLine(item.words().summary());
        String bare =
                matter.map(id -> oneLine(whole.replace("[" + id + "]", " "))).orElse(whole);
        String title = bare.isEmpty() ? whole : bare;
        return cut(title.isEmpty() ? "(no title)" : title, Columns.LONGEST_TITLE);
    }

    private EntryKind kind(IcsItem item) {
        Mapping mapping = scope.mapping();
        return item.categories().stream()
                .flatMap(name -> named(mapping.word("kind", name.strip())).stream())
                .findFirst()
                .or(() -> WORD.matcher(item.words().summary())
                        .results()
                        .flatMap(word -> named(word.group()).stream())
                        .filter(kind -> kind != EntryKind.OTHER)
                        .findFirst())
                .orElse(EntryKind.OTHER);
    }

    private static Optional<EntryKind> named(String word) {
        return Words.find(EntryKind.class, word.toLowerCase(Locale.ROOT).replace(' ', '-'));
    }

    private static String minutes(LocalTime time) {
        return time.withSecond(0).withNano(0).toString();
    }

    private static String oneLine(String text) {
        return CONTROL.matcher(text).replaceAll(" ").strip().replaceAll(" {2,}", " ");
    }

    /** The description, after the last day of what takes several. */
    private static String notes(IcsItem item) {
        String until = item.time() instanceof IcsTime.AllDay day
                        && day.until().isAfter(day.from().plusDays(1))
                ? "Until " + Days.words(day.until().minusDays(1)) + ".\n"
                : "";
        String text = NO_TEXT.matcher(until + item.words().description())
                .replaceAll("")
                .strip();
        return cut(text, Columns.LONGEST_CELL);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }
}
