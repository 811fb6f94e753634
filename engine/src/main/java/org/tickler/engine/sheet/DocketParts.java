package org.tickler.engine.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tickler.engine.dispatch.words.DateWords;
import org.tickler.engine.feed.DocketCalendar;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.SheetRow.Paper;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;

/** The second docket: what is attached to it, and the few words of its mail. */
final class DocketParts {
    static final int DAYS = 60;
    private static final int MOST = 10_000;

    private DocketParts() {}

    /** The mail itself says how much there is, and names nothing. */
    static List<SheetSection> sections(SheetCall call) {
        List<Entry> entries = entries(call);
        long matters = entries.stream().map(Entry::matter).distinct().count();
        long overdue =
                entries.stream().filter(entry -> entry.isOverdue(call.now())).count();
        return List.of(SheetSection.of(
                "What is attached",
                "",
                List.of(
                        SheetLine.of(
                                "docket.html: to be printed or read",
                                entries.size() + " entries on " + matters + " matters, " + overdue
                                        + " of them overdue"),
                        SheetLine.of("docket.ics: the same, to be opened by a calendar program", "")),
                2));
    }

    /** The printable page and the calendar file. */
    static List<Paper> papers(SheetCall call) {
        List<Entry> entries = entries(call);
        List<DocketCalendar.Shown> shown = entries.stream()
                .map(entry -> {
                    Matter matter = call.firm().matter(entry.matter()).orElseThrow();
                    FeedScope.Level level = call.tells(entry) ? FeedScope.Level.FULL : FeedScope.Level.MATTER_NUMBER;
                    return new DocketCalendar.Shown(entry, matter, level);
                })
                .toList();
        String name = call.firm().book().firm().name() + ": docket of " + call.day();
        return List.of(
                new Paper(
                        "docket-" + call.day() + ".html",
                        "text/html; charset=UTF-8",
                        page(call, entries).getBytes(StandardCharsets.UTF_8)),
                new Paper(
                        "docket-" + call.day() + ".ics",
                        "text/calendar; charset=UTF-8; method=PUBLISH",
                        DocketCalendar.bytes(name, call.zone(), call.now(), shown)));
    }

    private static List<Entry> entries(SheetCall call) {
        return call.live(entry -> entry.isOverdue(call.now())
                        || SheetCall.dated(call.day(), call.day().plusDays(DAYS))
                                .test(entry))
                .toList();
    }

    private static String page(SheetCall call, List<Entry> entries) {
        Map<String, List<Map<String, Object>>> days = new LinkedHashMap<>();
        for (Entry entry : entries.stream().limit(MOST).toList()) {
            boolean overdue = entry.isOverdue(call.now());
            String day = overdue ? "Overdue" : DateWords.day(entry.when().date().orElseThrow());
            String when = overdue ? SheetCall.when(entry) : DateWords.time(entry.when());
            days.computeIfAbsent(day, key -> new ArrayList<>()).add(fields(call, entry, when));
        }
        List<Map<String, Object>> sections = new ArrayList<>();
        days.forEach((day, lines) -> sections.add(Map.of("day", day, "lines", lines)));
        return SheetPages.docket(Map.of(
                "firm",
                call.firm().book().firm().name(),
                "title",
                "Docket, " + DateWords.day(call.day()) + " to "
                        + DateWords.day(call.day().plusDays(DAYS)),
                "made",
                SheetPages.moment(call.now(), call.zone()),
                "count",
                entries.size(),
                "missing",
                Math.max(0, entries.size() - MOST),
                "sections",
                sections));
    }

    private static Map<String, Object> fields(SheetCall call, Entry entry, String when) {
        SheetLine line =
                call.line(entry, call.tells(entry) ? entry.details().location().orElse("") : "");
        return Map.of("when", when, "about", line.about(), "what", line.what(), "note", line.note());
    }
}
