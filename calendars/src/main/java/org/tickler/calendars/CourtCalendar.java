package org.tickler.calendars;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The days of one court. Immutable; made by {@link CalendarBook}. */
public final class CourtCalendar {

    private final CalendarId id;
    private final CalendarHeading heading;
    private final Coverage coverage;
    private final List<Layer> layers;
    private final Optional<CourtCalendar> below;
    private volatile Map<Set<ClosureKind>, OpenDayTable> tables = Map.of();
    private volatile @Nullable Map<LocalDate, List<Closure>> unfolded;

    CourtCalendar(
            CalendarId id,
            CalendarHeading heading,
            Coverage coverage,
            List<Layer> layers,
            Optional<CourtCalendar> below) {
        this.id = id;
        this.heading = heading;
        this.coverage = coverage;
        this.layers = List.copyOf(layers);
        this.below = below;
    }

    /**
     * The closures of each day of the coverage that has any. Reckoned when first asked for, since of many calendars few
     * are; two threads that ask at once may both do it, and find the same.
     */
    Map<LocalDate, List<Closure>> closures() {
        Map<LocalDate, List<Closure>> days = unfolded;
        if (days == null) {
            days = Unfolding.of(coverage, layers);
            unfolded = days;
        }
        return days;
    }

    /**
     * The open days where closures of these kinds count. Made when first asked for, as {@link #closures()} is; where two
     * threads ask at once, one of two equal tables may be forgotten again.
     */
    OpenDayTable openDays(Set<ClosureKind> counted) {
        OpenDayTable known = tables.get(counted);
        if (known != null) {
            return known;
        }
        OpenDayTable made = OpenDayTable.of(coverage, closures(), counted);
        Map<Set<ClosureKind>, OpenDayTable> more = new HashMap<>(tables);
        more.put(Set.copyOf(counted), made);
        tables = Map.copyOf(more);
        return made;
    }

    public CalendarId id() {
        return id;
    }

    /** Whether this is the calendar of that name, or stands over it, directly or by way of others. */
    public boolean isOrStandsOver(CalendarId other) {
        return id.equals(other)
                || below.filter(base -> base.isOrStandsOver(other)).isPresent();
    }

    /** How many calendars lie from this one down to the one of that name, itself 0; empty where it does not stand over that. */
    public OptionalInt stepsDownTo(CalendarId other) {
        if (id.equals(other)) {
            return OptionalInt.of(0);
        }
        OptionalInt fromBelow = below.map(base -> base.stepsDownTo(other)).orElse(OptionalInt.empty());
        return fromBelow.isPresent() ? OptionalInt.of(fromBelow.getAsInt() + 1) : fromBelow;
    }

    /** Whether days of {@code other} are days of this one: it is this one, stands below it, or is that of its state. */
    public boolean dependsOn(CalendarId other) {
        return id.equals(other)
                || below.filter(base -> base.dependsOn(other)).isPresent()
                || layers.stream().flatMap(layer -> layer.state().stream()).anyMatch(state -> state.dependsOn(other));
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
            return new CourtDay.Unknown(unknown(date));
        }
        List<Closure> there = closures().getOrDefault(date, List.of());
        boolean weekend = CourtDay.Weekend.isWeekend(date);
        if (!weekend && there.isEmpty()) {
            return new CourtDay.Open();
        }
        List<CourtDay.Reason> why = new ArrayList<>(there);
        if (weekend) {
            why.addFirst(new CourtDay.Weekend(date.getDayOfWeek()));
        }
        return new CourtDay.Closed(why);
    }

    /** Why nothing is said of a day outside of the coverage. */
    String unknown(LocalDate date) {
        return "the calendar " + id + " vouches for " + coverage.days() + ", not for " + date;
    }

    @Override
    public String toString() {
        return "CourtCalendar " + id;
    }
}
