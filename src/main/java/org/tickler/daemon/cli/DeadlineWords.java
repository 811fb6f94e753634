package org.tickler.daemon.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.Reading;
import org.tickler.rules.pack.CourtDeadline;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Pack;

/** A deadline of court as people read it, and as programs do. */
final class DeadlineWords {
    private static final String INDENT = "  ";

    private final Pack pack;
    private final CourtDeadline deadline;
    private final CourtRule rule;

    DeadlineWords(Pack pack, CourtDeadline deadline) {
        this.pack = pack;
        this.deadline = deadline;
        this.rule = deadline.rule();
    }

    /** A block, and an empty line after it; {@code depth} links of a chain lie above it. */
    List<String> lines(int depth) {
        List<String> lines = new ArrayList<>();
        lines.add(rule.act().title() + " [" + rule.id() + "], "
                + Words.of(rule.act().kind()));
        List<String> body = new ArrayList<>();
        if (depth > 0) {
            body.add("follows from: " + pack.titleOf(deadline.trigger()).orElse(deadline.trigger()));
        }
        body.add(when());
        deadline.notBefore().ifPresent(day -> body.add("not before: " + Days.words(day)));
        body.add("duty: " + rule.act().duty().words());
        body.add("authority: " + rule.source().authority().cite() + ", " + compared());
        rule.source().authority().url().ifPresent(url -> body.add("text: " + url));
        rule.source()
                .overlaid()
                .ifPresent(overlay -> body.add("overlay: " + overlay.title() + " of " + overlay.version()
                        + overlay.inPlaceOf()
                                .map(cite -> ", in place of " + cite)
                                .orElse("")));
        body.add("the court may " + (rule.movement().enlarge() ? "enlarge it" : "not enlarge it")
                + rule.movement().enlargeCite().map(cite -> " (" + cite + ")").orElse(""));
        rule.act().silence().ifPresent(silence -> body.add("if missed: " + silence));
        body.addAll(readings());
        List<String> steps = derivation();
        if (!steps.isEmpty()) {
            body.add("derivation:");
            steps.forEach(step -> body.add(INDENT + step));
        }
        body.forEach(line -> lines.add(INDENT + line));
        List<String> shifted = new ArrayList<>();
        lines.forEach(line -> shifted.add(INDENT.repeat(depth) + line));
        shifted.add("");
        return shifted;
    }

    private String when() {
        return switch (deadline.outcome()) {
            case CourtDeadline.Dated dated ->
                (rule.counting().firstPermitted() ? "first permitted: " : "due: ")
                        + dated.due().earliest().due().words();
            case CourtDeadline.Waiting waiting ->
                "no date yet: waits for " + pack.titleOf(waiting.event()).orElse(waiting.event()) + " (--also "
                        + waiting.event() + "=DATE)";
            case CourtDeadline.Refused refused -> "no date: " + refused.why().message();
        };
    }

    private String compared() {
        return rule.source()
                .unchecked()
                .map(why -> "not compared with its text: " + why)
                .or(() ->
                        rule.source().authority().checked().map(day -> "compared with its text on " + Days.words(day)))
                .orElse("not compared with its text");
    }

    private List<String> readings() {
        if (!(deadline.outcome() instanceof CourtDeadline.Dated dated)
                || !dated.due().isDisputed()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of("readings:"));
        all(dated.due())
                .forEach((name, reading) -> lines.add(INDENT + name + ": "
                        + reading.due().words()
                        + (reading.because().isEmpty() ? "" : ", since " + String.join("; ", reading.because()))));
        return lines;
    }

    private static Map<String, Reading> all(Computation.Due due) {
        Map<String, Reading> readings = new LinkedHashMap<>();
        readings.put("earliest", due.earliest());
        readings.put("prevailing", due.prevailing());
        readings.put("latest", due.latest());
        return readings;
    }

    /** How the earliest reading was counted, without what {@link #readings()} says of the others. */
    private List<String> derivation() {
        return deadline.outcome() instanceof CourtDeadline.Dated dated
                ? dated.due().earliest().steps()
                : List.of();
    }

    /** The keys that others rely on. */
    Map<String, @Nullable Object> keys() {
        Map<String, @Nullable Object> keys = new LinkedHashMap<>();
        keys.put("rule", rule.id());
        keys.put("title", rule.act().title());
        keys.put(
                "due",
                deadline.outcome() instanceof CourtDeadline.Dated dated
                        ? dated.due().earliest().due().toString()
                        : null);
        keys.put("authority", rule.source().authority().cite());
        keys.put("readings", readingKeys());
        keys.put(
                "derivation",
                deadline.outcome() instanceof CourtDeadline.Dated dated
                        ? dated.due().steps()
                        : List.of());
        keys.put("pack", pack.id());
        keys.put("kind", Words.of(rule.act().kind()));
        keys.put("duty", Words.of(rule.act().duty()));
        keys.put("trigger", deadline.trigger());
        keys.put(
                "checked",
                rule.source().authority().checked().map(Object::toString).orElse(null));
        rule.source().authority().url().ifPresent(url -> keys.put("url", url));
        keys.put("enlarge", rule.movement().enlarge());
        rule.source().overlaid().ifPresent(overlay -> {
            keys.put("overlay", overlay.overlay());
            overlay.inPlaceOf().ifPresent(cite -> keys.put("in-place-of", cite));
        });
        if (rule.counting().firstPermitted()) {
            keys.put("bound", "earliest");
        }
        deadline.notBefore().ifPresent(day -> keys.put("not-before", day.toString()));
        rule.act().silence().ifPresent(silence -> keys.put("silence", silence));
        undated(keys);
        return keys;
    }

    /** Why there is no date, where there is none. */
    private void undated(Map<String, @Nullable Object> keys) {
        switch (deadline.outcome()) {
            case CourtDeadline.Dated dated -> {}
            case CourtDeadline.Waiting waiting -> keys.put("waiting-for", waiting.event());
            case CourtDeadline.Refused refused ->
                keys.put("error", refused.why().message());
        }
    }

    private List<Map<String, Object>> readingKeys() {
        List<Map<String, Object>> readings = new ArrayList<>();
        if (deadline.outcome() instanceof CourtDeadline.Dated dated) {
            all(dated.due()).forEach((name, reading) -> {
                Map<String, Object> keys = new LinkedHashMap<>();
                keys.put("reading", name);
                keys.put("due", reading.due().toString());
                keys.put("because", reading.because());
                readings.add(keys);
            });
        }
        return readings;
    }
}
