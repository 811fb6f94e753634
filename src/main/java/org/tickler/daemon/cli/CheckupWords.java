package org.tickler.daemon.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.checkup.Checkup;
import org.tickler.rules.checkup.Finding;
import org.tickler.rules.checkup.SheetRow;

/** What a checkup found, as people read it, and as programs do. */
final class CheckupWords {
    /** How the step begins that names law and calendar: the same for many dates, and said once of them. */
    private static final String COUNTED_UNDER = "Counted under ";

    private final Output output;
    private final Set<String> told = new HashSet<>();
    private final Set<String> said = new HashSet<>();
    private SheetRow.@Nullable Place place;

    CheckupWords(Output output) {
        this.output = output;
    }

    /** What was taken for what. */
    void note(String sentence) {
        output.say(sentence);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "note");
        keys.put("sentence", sentence);
        output.item(keys);
    }

    void tell(Checkup.Report report, int rows) {
        report.notes().forEach(this::note);
        String before = "";
        for (Finding finding : report.findings()) {
            String heading = weight(finding.weight()) + heading(finding.type());
            if (!heading.equals(before)) {
                output.say("");
                output.say(heading);
                before = heading;
            }
            lines(finding).forEach(output::say);
            output.item(keys(finding));
        }
        summary(report, rows);
    }

    private static String weight(Finding.Weight weight) {
        return switch (weight) {
            case DANGEROUS -> "DANGEROUS: ";
            case WRONG -> "WRONG: ";
            case NOTE -> "TO LOOK AT: ";
        };
    }

    private static String heading(Finding.Type type) {
        return switch (type) {
            case LATE -> "TOO LATE";
            case MISSING -> "MISSING";
            case EARLY -> "TOO EARLY";
            case WEEKDAY -> "WEEKDAY";
            case NO_SUCH_DATE -> "NO SUCH DATE";
            case UNREAD -> "NOT READ";
            case CLOSED -> "COURT CLOSED";
            case DUPLICATE -> "PROBABLY TWICE";
            case UNKNOWN -> "UNKNOWN";
            case NO_TRIGGER -> "NOT COMPARED";
            case UNKNOWN_RULE, UNKNOWN_EVENT, UNKNOWN_SERVICE, UNKNOWN_COURT ->
                Words.of(type).toUpperCase(Locale.ROOT).replace('-', ' ');
            case NO_LIMITATION -> "NO LIMITATION DATE";
            case WHICH_PACK -> "WHICH RULES";
            case NO_PACK -> "NO PACK";
            case NO_COURT -> "NO COURT";
            case NO_OWNER -> "NO OWNER";
            case NO_DATE -> "NO DATE";
        };
    }

    private List<String> lines(Finding finding) {
        List<String> lines = new ArrayList<>();
        List<String> head = new ArrayList<>();
        if (!finding.matter().isBlank()) {
            head.add(finding.matter());
        }
        if (!finding.title().isBlank()) {
            head.add(finding.title());
        }
        finding.dates().expected().ifPresent(due -> {
            finding.dates().found().ifPresent(found -> head.add("found " + Days.words(found)));
            head.add("expected " + Days.words(due));
        });
        head.add(finding.sentence());
        boolean derived = finding.counts() && !finding.derivation().isEmpty();
        lines.add(finding.place() + ": " + String.join(", ", head)
                + finding.authority()
                        .filter(cite -> !derived)
                        .map(cite -> " (" + cite + ")")
                        .orElse(""));
        if (derived) {
            steps(finding).forEach(step -> lines.add("  " + step));
        }
        return lines;
    }

    /** The derivation, but for what was just said of the row, and of the law. */
    private List<String> steps(Finding finding) {
        if (!finding.place().equals(place)) {
            said.clear();
            place = finding.place();
        }
        return finding.derivation().stream()
                .filter(step -> step.startsWith(COUNTED_UNDER) ? told.add(step) : said.add(step))
                .toList();
    }

    private static Map<String, @Nullable Object> keys(Finding finding) {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("type", Words.of(finding.type()));
        keys.put("weight", Words.of(finding.weight()));
        keys.put("file", finding.place().file());
        keys.put("line", finding.place().line());
        keys.put("matter", finding.matter());
        keys.put("title", finding.title());
        keys.put("found", finding.dates().found().map(LocalDate::toString).orElse(null));
        keys.put("expected", finding.dates().expected().map(LocalDate::toString).orElse(null));
        keys.put("authority", finding.authority().orElse(null));
        keys.put("sentence", finding.sentence());
        keys.put("derivation", finding.derivation());
        return keys;
    }

    private void summary(Checkup.Report report, int rows) {
        Map<Finding.Type, Integer> counts = new EnumMap<>(Finding.Type.class);
        report.findings().forEach(finding -> counts.merge(finding.type(), 1, Integer::sum));
        long dangerous = report.findings().stream()
                .filter(finding -> finding.weight() == Finding.Weight.DANGEROUS)
                .count();
        long wrong = report.findings().stream().filter(Finding::counts).count() - dangerous;
        long notes = report.findings().size() - dangerous - wrong;
        List<String> words = new ArrayList<>();
        counts.forEach((type, count) -> words.add(count + " " + Words.of(type)));
        output.say("");
        output.say(Counted.of(rows, "row") + " of " + Counted.of(report.matters(), "matter") + "; " + report.compared()
                + " dates compared with a rule, " + report.agreeing() + " agree");
        output.say(dangerous + " dangerous, " + wrong + " wrong, " + notes + " to look at"
                + (words.isEmpty() ? "" : ": " + String.join(", ", words)));
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "summary");
        keys.put("rows", rows);
        keys.put("matters", report.matters());
        keys.put("compared", report.compared());
        keys.put("agreeing", report.agreeing());
        keys.put("dangerous", dangerous);
        keys.put("wrong", wrong);
        keys.put("notes", notes);
        counts.forEach((type, count) -> keys.put(Words.of(type), count));
        output.item(keys);
    }
}
