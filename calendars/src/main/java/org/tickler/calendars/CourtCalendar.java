package org.tickler.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The days of one court. Immutable; made by {@link CalendarBook}. */
public final class CourtCalendar {

    private final CalendarId id;
    private final CalendarHeading heading;
    private final Coverage coverage;
    private final Map<LocalDate, List<Closure>> closures;

    CourtCalendar(CalendarId id, CalendarHeading heading, Coverage coverage, List<Layer> layers) {
        this.id = id;
        this.heading = heading;
        this.coverage = coverage;
        this.closures = unfold(coverage, layers);
    }

    private static Map<LocalDate, List<Closure>> unfold(Coverage coverage, List<Layer> layers) {
        Map<LocalDate, List<Closure>> days = new TreeMap<>();
        for (Layer layer : layers) {
            for (DatedClosure.Dated opened : within(coverage, layer.opens())) {
                days.remove(opened.date());
            }
            for (DatedClosure.Dated closed : within(coverage, layer.closures())) {
                List<Closure> there = days.computeIfAbsent(closed.date(), date -> new ArrayList<>());
                there.removeIf(closure -> closure.name().equals(closed.closure().name()));
                there.add(closed.closure());
            }
        }
        days.replaceAll((date, there) -> List.copyOf(there));
        return days;
    }

    private static List<DatedClosure.Dated> within(Coverage coverage, List<DatedClosure> closures) {
        List<DatedClosure.Dated> days = new ArrayList<>();
        for (int year = coverage.from().getYear() - 1; year <= coverage.to().getYear() + 1; year++) {
            for (DatedClosure closure : closures) {
                closure.in(year).stream()
                        .filter(day -> coverage.contains(day.date()))
                        .forEach(days::add);
            }
        }
        return days;
    }

    public CalendarId id() {
        return id;
    }

    /** The court's name as people write it. */
    public String title() {
        return heading.title();
    }

    /** The court's time zone; empty for a calendar that is only a base for others. */
    public Optional<ZoneId> zone() {
        return heading.zone();
    }

    /** When the clerk's counter closes, if the files say so. */
    public Optional<FilingHour> closingHour() {
        return heading.closingHour();
    }

    /** When a day ends for electronic filing, if the files say so. */
    public Optional<FilingHour> filingHour() {
        return heading.filingHour();
    }

    public Coverage coverage() {
        return coverage;
    }

    /** What the court does on a day: open or closed within {@link #coverage()}, unknown outside, weekends included. */
    public CourtDay on(LocalDate date) {
        if (!coverage.contains(date)) {
            return new CourtDay.Unknown("the calendar " + id + " vouches for " + coverage.from() + " to "
                    + coverage.to() + ", not for " + date);
        }
        List<CourtDay.Reason> why = new ArrayList<>();
        if (CourtDay.Weekend.isWeekend(date.getDayOfWeek())) {
            why.add(new CourtDay.Weekend(date.getDayOfWeek()));
        }
        why.addAll(closures.getOrDefault(date, List.of()));
        return why.isEmpty() ? new CourtDay.Open() : new CourtDay.Closed(why);
    }

    @Override
    public String toString() {
        return "CourtCalendar " + id;
    }
}
