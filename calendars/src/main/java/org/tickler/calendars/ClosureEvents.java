package org.tickler.calendars;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.holiday.OneOff;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsItem;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsProblem;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsTime;
import org.tickler.calendars.ics.IcsWindow;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.Words;

/** Reads a court's closures from an .ics file that is named after its calendar, each event a closure. */
final class ClosureEvents {

    private static final String ENDING = ".ics";
    private static final Set<ClosureKind> KINDS = EnumSet.of(
            ClosureKind.HOLIDAY, ClosureKind.PROCLAIMED, ClosureKind.CLERK_INACCESSIBLE, ClosureKind.BUILDING_ONLY);
    private static final long MOST_DAYS = 366;
    private static final IcsWindow ALWAYS = new IcsWindow(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

    private final SourceText source;
    private final Problems problems;
    private final List<DatedClosure> closures = new ArrayList<>();
    private final List<CalendarFile.SingleDay> singleDays = new ArrayList<>();

    private ClosureEvents(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
    }

    /** Whether a file of that name is one of events. */
    static boolean isNamedIn(String file) {
        return file.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** What the file adds to the calendar; with errors recorded if not every event can be used. */
    static Optional<CalendarFile> read(SourceText source, Problems problems) {
        return new ClosureEvents(source, problems).read();
    }

    private Optional<CalendarFile> read() {
        IcsContent content =
                IcsReader.read(source.text().getBytes(StandardCharsets.UTF_8), ZoneOffset.UTC, ALWAYS, limits());
        Set<Integer> recurring = new HashSet<>();
        for (IcsItem item : content.items()) {
            if (item.identity().instance().isEmpty()) {
                event(item);
            } else if (recurring.add(item.version().line())) {
                error(
                        item.version().line(),
                        "a closure does not come back, found a recurring event; write one event for each day, or the"
                                + " rule as a calendar file (on: July 4)");
            }
        }
        for (IcsProblem problem : content.problems()) {
            if (!recurring.contains(problem.line())) {
                error(problem.line(), problem.reason());
            }
        }
        Layer layer = new Layer(Optional.empty(), List.of(), closures);
        return id().map(id -> new CalendarFile(id, Span.startOf(source.file()), Optional.empty(), layer, singleDays));
    }

    /** A recurring event is only to be found, so one instance or a few will do. */
    private static IcsLimits limits() {
        IcsLimits usual = IcsLimits.usual();
        return new IcsLimits(
                usual.bytes(),
                usual.lines(),
                usual.components(),
                usual.zones(),
                usual.lineOctets(),
                10,
                usual.instances());
    }

    private Optional<CalendarId> id() {
        String file = source.file().substring(source.file().lastIndexOf('/') + 1);
        try {
            return Optional.of(new CalendarId(file.substring(0, file.length() - ENDING.length())));
        } catch (IllegalArgumentException e) {
            problems.error(
                    Span.startOf(source.file()),
                    CalendarProblem.BAD_CALENDAR_ID,
                    e.getMessage() + "; name the file after the calendar that it closes, as in us-nysd.ics");
            return Optional.empty();
        }
    }

    private void event(IcsItem item) {
        int line = item.version().line();
        if (item.cancelled()) {
            return;
        }
        String name = oneLine(item.words().summary());
        if (name.isEmpty()) {
            error(line, "nothing says what the day is called; add SUMMARY, as in SUMMARY:Snow storm");
        }
        Optional<ClosureKind> kind = kind(item);
        Optional<String> authority = authority(item);
        List<LocalDate> days = days(item);
        if (!name.isEmpty() && kind.isPresent() && authority.isPresent()) {
            Closure closure = new Closure(name, kind.get(), authority.get());
            for (LocalDate day : days) {
                closures.add(new DatedClosure(closure, new OneOff(day), Validity.ALWAYS, List.of()));
                singleDays.add(new CalendarFile.SingleDay(day, place(line)));
            }
        }
    }

    private Optional<ClosureKind> kind(IcsItem item) {
        List<String> valid = KINDS.stream().map(Words::of).toList();
        List<String> words = item.categories().stream()
                .map(category -> category.strip().toLowerCase(Locale.ROOT))
                .toList();
        List<String> named = words.stream().filter(valid::contains).distinct().toList();
        if (named.size() == 1) {
            return Words.find(ClosureKind.class, named.getFirst());
        }
        String found = words.isEmpty() ? "none" : "\"" + String.join(", ", words) + "\"";
        error(
                item.version().line(),
                "CATEGORIES says the kind of closure: expected one of " + String.join(", ", valid) + "; found " + found
                        + (words.size() == 1 ? Nearest.hint(words.getFirst(), valid) : ""));
        return Optional.empty();
    }

    private Optional<String> authority(IcsItem item) {
        Optional<String> said = Optional.of(oneLine(item.words().description()))
                .filter(text -> !text.isEmpty())
                .or(() -> item.words().url().map(Object::toString));
        if (said.isEmpty()) {
            problems.error(
                    place(item.version().line()),
                    CalendarProblem.MISSING_AUTHORITY,
                    "nothing says on whose authority; add DESCRIPTION with the statute, order or notice, or URL with its"
                            + " address, as in DESCRIPTION:Standing Order 27-1");
        }
        return said;
    }

    private List<LocalDate> days(IcsItem item) {
        int line = item.version().line();
        if (!(item.time() instanceof IcsTime.AllDay whole)) {
            error(line, "a closure takes whole days, found a time of day; make it an all-day event");
            return List.of();
        }
        if (whole.from().plusDays(MOST_DAYS).isBefore(whole.until())) {
            error(
                    line,
                    "a closure takes at most " + MOST_DAYS + " days, found " + whole.from() + " to "
                            + whole.until().minusDays(1) + "; check its end");
            return List.of();
        }
        List<LocalDate> days = whole.from().datesUntil(whole.until()).toList();
        if (days.stream().allMatch(CourtDay.Weekend::isWeekend)) {
            problems.warning(
                    place(line),
                    CalendarProblem.WEEKEND,
                    whole.from() + " is a " + new CourtDay.Weekend(whole.from().getDayOfWeek()).name()
                            + ", when the court is closed anyway; check the date");
        }
        return days;
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private Span place(int line) {
        return new Span(source.file(), line, 1);
    }

    private void error(int line, String sentence) {
        problems.error(place(line), CalendarProblem.BAD_EVENT, sentence);
    }
}
