package org.tickler.engine.docket;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsItem;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsProblem;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsStatus;
import org.tickler.calendars.ics.IcsTime;
import org.tickler.calendars.ics.IcsWindow;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryKind;

/**
 * Reads a docket from an .ics file. An event's matter is the first id in brackets in its title, categories or description,
 * such as {@code [H-2291]}; its kind is the first category, else the first word of its title, that names one, else
 * {@code other}. What the mapping fixes goes before both.
 */
final class IcsRows {
    private static final Pattern BRACKETED = Pattern.compile("\\[([^\\[\\]\\r\\n]{1,120})]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final int DAYS_BACK = 30;
    private static final int YEARS_AHEAD = 2;

    private final Path path;
    private final String file;
    private final LoadContext load;
    private final Consumer<ReadRow> sink;

    IcsRows(Path path, LoadContext load, Consumer<ReadRow> sink) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.load = load;
        this.sink = sink;
    }

    void read() throws IOException {
        LocalDate today = load.at().atZone(load.book().firm().zone()).toLocalDate();
        IcsWindow window = new IcsWindow(today.minusDays(DAYS_BACK), today.plusYears(YEARS_AHEAD));
        IcsContent content;
        try (InputStream in = Files.newInputStream(path)) {
            content = IcsReader.read(in, load.book().firm().zone(), window, IcsLimits.usual());
        }
        for (IcsProblem problem : content.problems()) {
            sink.accept(
                    problem.kind() == IcsProblem.Kind.SUSPICIOUS
                            ? new ReadRow.Noted(file, problem.line(), problem.reason())
                            : new ReadRow.Refused(file, problem.line(), problem.reason()));
        }
        for (IcsItem item : content.items()) {
            sink.accept(new ReadRow.Row(
                    new DocketRow(file, item.version().line(), DateForm.ISO, fields(item))));
        }
    }

    private Map<String, String> fields(IcsItem item) {
        Map<String, String> fields = new LinkedHashMap<>();
        item.identity().uid().ifPresent(uid -> fields.put(
                "id", item.identity().instance().map(instance -> uid + " " + instance).orElse(uid)));
        String summary = oneLine(item.words().summary());
        matter(item).ifPresent(matter -> fields.put("matter", matter));
        fields.put("kind", Words.of(kind(item)));
        fields.put("title", cut(summary.isEmpty() ? "(no title)" : summary));
        switch (item.time()) {
            case IcsTime.AllDay day -> fields.put("date", day.from().toString());
            case IcsTime.Timed timed -> {
                fields.put("date", timed.start().toLocalDate().toString());
                fields.put("time", minutes(timed.start().toLocalTime()));
                fields.put("zone", timed.start().getZone().getId());
                timed.end()
                        .filter(end -> end.isAfter(timed.start()))
                        .map(end -> end.withZoneSameInstant(timed.start().getZone()).toLocalDateTime())
                        .ifPresent(end -> fields.put("ends", end.toLocalDate() + " " + minutes(end.toLocalTime())));
            }
        }
        fields.put("location", oneLine(item.words().location()));
        fields.put("notes", notes(item.words().description()));
        fields.put("status", item.status() == IcsStatus.CANCELLED ? "cancelled" : "");
        fields.putAll(load.options().mapping().fixed());
        return fields;
    }

    private static Optional<String> matter(IcsItem item) {
        StringBuilder words = new StringBuilder(item.words().summary()).append('\n');
        item.categories().forEach(category -> words.append(category).append('\n'));
        Matcher found = BRACKETED.matcher(words.append(item.words().description()));
        return found.find() ? Optional.of(found.group(1).strip()) : Optional.empty();
    }

    private static EntryKind kind(IcsItem item) {
        Optional<EntryKind> category = item.categories().stream()
                .flatMap(name -> named(name.strip().replace(' ', '-')).stream())
                .findFirst();
        return category.or(() -> {
                    Matcher words = WORD.matcher(item.words().summary());
                    return words.results()
                            .flatMap(word -> named(word.group()).stream())
                            .filter(kind -> kind != EntryKind.OTHER)
                            .findFirst();
                })
                .orElse(EntryKind.OTHER);
    }

    private static Optional<EntryKind> named(String word) {
        return Words.find(EntryKind.class, word.toLowerCase(Locale.ROOT));
    }

    private static String minutes(LocalTime time) {
        return time.withSecond(0).withNano(0).toString();
    }

    private static String oneLine(String text) {
        return List.of(text.strip().split("\\p{Cntrl}+")).stream()
                .map(String::strip)
                .reduce("", (one, other) -> one.isEmpty() ? other : other.isEmpty() ? one : one + " " + other);
    }

    private static String notes(String text) {
        String clean = text.strip().replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", "");
        return clean.length() <= Columns.LONGEST_CELL ? clean : clean.substring(0, Columns.LONGEST_CELL);
    }

    private static String cut(String title) {
        return title.length() <= Columns.LONGEST_TITLE ? title : title.substring(0, Columns.LONGEST_TITLE);
    }
}
