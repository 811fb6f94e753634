package org.tickler.calendars.ics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The guard before anything is understood: counts, cuts the file into events, and keeps of each only the properties
 * that are read. A VTIMEZONE goes no further than this, for ical4j keeps zones for the whole process and runs out of
 * them.
 */
final class PreScan {

    private static final int DEEPEST = 8;
    private static final Set<String> READ = Set.of(
            "UID",
            "RECURRENCE-ID",
            "SEQUENCE",
            "DTSTART",
            "DTEND",
            "DURATION",
            "SUMMARY",
            "DESCRIPTION",
            "LOCATION",
            "STATUS",
            "CATEGORIES",
            "LAST-MODIFIED",
            "URL",
            "RRULE",
            "RDATE",
            "EXDATE",
            "EXRULE",
            "X-MICROSOFT-CDO-ALLDAYEVENT");
    private static final Set<String> WORDS = Set.of("SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES", "URL");

    private record Open(String name, int line) {}

    private final IcsLimits limits;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final List<Scan.RawEvent> events = new ArrayList<>();
    private final Map<String, String> zoneLocations = new HashMap<>();
    private List<ContentLine> event = new ArrayList<>();
    private String zone = "";
    private boolean refused;
    private boolean withdrawn;
    private int components;
    private int zones;
    private int lastLine;

    PreScan(IcsLimits limits, Problems problems) {
        this.limits = limits;
        this.problems = problems;
    }

    /**
     * The first look at the bytes from the given one on; throws RefusedValueException where the whole file is
     * refused.
     */
    Scan scan(byte[] bytes, int from) {
        new Unfolder(limits, this::line).unfold(bytes, from);
        if (components == 0) {
            throw new RefusedValueException(1, "expected BEGIN:VCALENDAR, found none; is this an .ics file?");
        }
        for (Open left : open) {
            unended(left, "the end of the file, which may be cut off");
        }
        return new Scan(events, zoneLocations);
    }

    private void line(Unfolder.Line line) {
        lastLine = line.number();
        if (line.text().isBlank()) {
            return;
        }
        Optional<ContentLine> parsed = ContentLine.parse(line.number(), line.text());
        if (components == 0 && !isBeginOfCalendar(parsed)) {
            throw new RefusedValueException(
                    line.number(),
                    "expected BEGIN:VCALENDAR as the first line, found '" + Excerpt.of(line.text())
                            + "'; is this an .ics file?");
        }
        if (parsed.isEmpty()) {
            noProperty(line);
            return;
        }
        ContentLine content = parsed.get();
        switch (content.name()) {
            case "BEGIN" -> begin(content);
            case "END" -> end(content);
            default -> property(content, line);
        }
    }

    private static boolean isBeginOfCalendar(Optional<ContentLine> line) {
        return line.isPresent()
                && line.get().name().equals("BEGIN")
                && component(line.get()).equals("VCALENDAR");
    }

    private void noProperty(Unfolder.Line line) {
        if (inside("VEVENT")) {
            problems.suspect(
                    line.number(),
                    "expected NAME:value, found '" + Excerpt.of(line.text()) + "'; the line is left out");
        }
    }

    private void begin(ContentLine content) {
        String name = component(content);
        if (++components > limits.components()) {
            throw new RefusedValueException(
                    content.line(), "expected at most " + limits.components() + " components, found more");
        }
        if (name.equals("VTIMEZONE") && ++zones > limits.zones()) {
            throw new RefusedValueException(
                    content.line(), "expected at most " + limits.zones() + " VTIMEZONEs, found more");
        }
        if (open.size() >= DEEPEST) {
            throw new RefusedValueException(
                    content.line(), "expected components at most " + DEEPEST + " deep, found deeper ones");
        }
        if (name.equals("VCALENDAR") || name.equals("VEVENT")) {
            closeUpTo(name.equals("VEVENT") ? "VEVENT" : "VCALENDAR", content);
        }
        if (name.equals("VCALENDAR")) {
            withdrawn = false;
        }
        if (name.equals("VTODO") || name.equals("VJOURNAL")) {
            problems.refuseItem(content.line(), "expected events (VEVENT), found a " + name + "; it is not read");
        }
        open.push(new Open(name, content.line()));
        if (name.equals("VEVENT")) {
            event = new ArrayList<>();
            refused = false;
        }
    }

    /** A second calendar inside a calendar, or event inside an event, means that the END of the first is missing. */
    private void closeUpTo(String name, ContentLine found) {
        while (open.stream().anyMatch(component -> component.name().equals(name))) {
            unended(open.pop(), "BEGIN:" + component(found) + " on line " + found.line());
        }
    }

    private void end(ContentLine content) {
        String name = component(content);
        if (open.stream().noneMatch(component -> component.name().equals(name))) {
            strayEnd(content, name);
            return;
        }
        while (!open.element().name().equals(name)) {
            unended(open.pop(), "END:" + name + " on line " + content.line());
        }
        Open done = open.pop();
        if (name.equals("VEVENT") && !refused) {
            events.add(new Scan.RawEvent(done.line(), withdrawn, List.copyOf(event)));
        }
    }

    private void strayEnd(ContentLine content, String name) {
        if (inside("VEVENT") && !refused) {
            refused = true;
            problems.refuseItem(
                    content.line(), "expected END:VEVENT, found END:" + Excerpt.of(name) + "; the event is not read");
        } else {
            problems.suspect(content.line(), "found END:" + Excerpt.of(name) + " without its BEGIN");
        }
    }

    private void unended(Open component, String found) {
        String reason =
                "expected END:" + Excerpt.of(component.name()) + " for line " + component.line() + ", found " + found;
        if (component.name().equals("VEVENT")) {
            problems.refuseItem(component.line(), reason + "; the event is not read");
        } else {
            problems.suspect(Math.min(component.line(), lastLine), reason);
        }
    }

    private void property(ContentLine content, Unfolder.Line line) {
        String component = open.isEmpty() ? "" : open.element().name();
        switch (component) {
            case "VCALENDAR" -> ofCalendar(content);
            case "VTIMEZONE" -> ofZone(content);
            case "VEVENT" -> ofEvent(content, line);
            default -> {}
        }
    }

    private void ofCalendar(ContentLine content) {
        if (content.name().equals("METHOD")) {
            withdrawn = content.value().strip().equalsIgnoreCase("CANCEL");
        }
        if (content.name().equals("VERSION") && content.value().strip().equals("1.0")) {
            throw new RefusedValueException(
                    content.line(),
                    "expected iCalendar (VERSION:2.0), found vCalendar 1.0; export the calendar as iCalendar");
        }
    }

    private void ofZone(ContentLine content) {
        if (content.name().equals("TZID")) {
            zone = content.value().strip();
        } else if (content.name().equals("X-LIC-LOCATION")) {
            zoneLocations.putIfAbsent(zone, content.value().strip());
        }
    }

    private void ofEvent(ContentLine content, Unfolder.Line line) {
        if (!READ.contains(content.name())) {
            return;
        }
        if (line.cut() && !WORDS.contains(content.name())) {
            refused = true;
            problems.refuseItem(
                    line.number(),
                    content.name() + " is longer than " + limits.lineOctets() + " octets; the event is not read");
        } else if (line.cut()) {
            problems.suspect(line.number(), content.name() + " is cut after " + limits.lineOctets() + " octets");
        }
        if (!line.readable()) {
            problems.suspect(line.number(), content.name() + " is not UTF-8; what cannot be read is shown as \uFFFD");
        }
        event.add(content);
    }

    private boolean inside(String name) {
        return !open.isEmpty() && open.element().name().equals(name);
    }

    private static String component(ContentLine content) {
        return content.value().strip().toUpperCase(Locale.ROOT);
    }
}
