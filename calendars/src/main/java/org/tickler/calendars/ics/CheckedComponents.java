package org.tickler.calendars.ics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The part of the check that sees unfolded lines: which component stands in which, and what each must have. */
final class CheckedComponents {

    private static final List<String> ONCE_IN_EVENT = List.of("UID", "DTSTAMP", "DTSTART");
    private static final List<String> ONCE_IN_CALENDAR = List.of("VERSION", "PRODID");
    private static final int DEEPEST = 4;

    /** A component that has begun: its properties by name, and how often each came. */
    private record Open(String name, int line, Map<String, String> values, Map<String, Integer> counts) {}

    private final LineReport report;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Set<String> identities = new HashSet<>();
    private int calendars;

    CheckedComponents(LineReport report) {
        this.report = report;
    }

    /** Takes one reason to refuse a line. */
    interface LineReport {
        void at(int line, String reason);
    }

    void contentLine(int line, String text) {
        int colon = valueAt(text);
        String head = colon < 0 ? text : text.substring(0, colon);
        String name = head.split(";", 2)[0].toUpperCase(Locale.ROOT);
        if (colon < 0 || !isName(name)) {
            report.at(line, "expected NAME:value, found '" + Excerpt.of(text) + "'");
            return;
        }
        String value = text.substring(colon + 1);
        switch (name) {
            case "BEGIN" -> begin(line, value.toUpperCase(Locale.ROOT));
            case "END" -> finish(line, value.toUpperCase(Locale.ROOT));
            default -> property(line, name, value);
        }
    }

    /** To be called after the last line. */
    void end(int line) {
        for (Open left : open) {
            report.at(line, "BEGIN:" + left.name() + " of line " + left.line() + " has no END");
        }
        if (calendars != 1) {
            report.at(line, "expected one VCALENDAR, found " + calendars);
        }
    }

    private void begin(int line, String name) {
        boolean calendar = name.equals("VCALENDAR");
        if (calendar != open.isEmpty()) {
            report.at(line, "BEGIN:" + name + " stands " + (calendar ? "inside another component" : "in no calendar"));
        }
        if (name.equals("VEVENT") && !open.isEmpty() && !open.peek().name().equals("VCALENDAR")) {
            report.at(line, "BEGIN:VEVENT stands inside " + open.peek().name());
        }
        calendars += calendar ? 1 : 0;
        if (open.size() >= DEEPEST) {
            report.at(line, "components nested deeper than " + DEEPEST);
        }
        open.push(new Open(name, line, new HashMap<>(), new HashMap<>()));
    }

    private void finish(int line, String name) {
        if (open.isEmpty() || !open.peek().name().equals(name)) {
            String expected = open.isEmpty() ? "nothing" : "END:" + open.peek().name();
            report.at(line, "expected " + expected + ", found END:" + Excerpt.of(name));
            return;
        }
        Open done = open.pop();
        switch (name) {
            case "VEVENT" -> event(done);
            case "VCALENDAR" -> requireOnce(done, ONCE_IN_CALENDAR);
            default -> {}
        }
    }

    private void property(int line, String name, String value) {
        if (open.isEmpty()) {
            report.at(line, name + " stands in no calendar");
            return;
        }
        open.peek().values().putIfAbsent(name, value);
        open.peek().counts().merge(name, 1, Integer::sum);
    }

    private void event(Open event) {
        requireOnce(event, ONCE_IN_EVENT);
        String uid = event.values().getOrDefault("UID", "");
        String instance = event.values().getOrDefault("RECURRENCE-ID", "");
        if (event.values().containsKey("UID") && !identities.add(uid + '\n' + instance)) {
            report.at(event.line(), "UID '" + Excerpt.of(uid) + "' stands twice in the feed");
        }
        String start = event.values().getOrDefault("DTSTART", "");
        String end = event.values().getOrDefault("DTEND", "");
        // both are written in one form, in which the order of text is the order of time
        if (!end.isEmpty() && end.compareTo(start) <= 0) {
            report.at(event.line(), "DTEND " + Excerpt.of(end) + " is not after DTSTART " + Excerpt.of(start));
        }
    }

    private void requireOnce(Open component, List<String> names) {
        for (String name : names) {
            int count = component.counts().getOrDefault(name, 0);
            if (count != 1) {
                report.at(component.line(), component.name() + " needs one " + name + ", found " + count);
            }
        }
    }

    /** Where the colon before the value stands, past quoted parameters; -1 where there is none. */
    private static int valueAt(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ':' && !quoted) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-');
    }
}
