package org.tickler.rules.deadline;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Days;
import org.tickler.rules.deadline.DerivedEntry.Dated;
import org.tickler.rules.docket.ConfirmedClosure;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;

/**
 * Holds a deadline on its earlier date while closures that would make it later are not confirmed by a second person. What
 * makes it earlier, as a closure does to a period that is counted back, holds at once.
 */
final class ClosureHold {
    /** A count touches no day further than this from its trigger and its end: courts do not close longer. */
    private static final int BEYOND = 14;

    private static final Comparator<Dated> BY_TIME = Comparator.<Dated, LocalDate>comparing(
                    dated -> dated.day().orElse(LocalDate.MAX))
            .thenComparing(dated -> dated.hour().orElse(LocalTime.MAX));

    private final Docket docket;
    private final CalendarBook calendars;
    private final Set<EmergencyClosure> unconfirmed;
    private final List<EmergencyClosure> confirmed;
    private final Map<EntryId, Held> held = new HashMap<>();

    ClosureHold(Docket docket, CalendarBook calendars) {
        this.docket = docket;
        this.calendars = calendars;
        this.unconfirmed = Set.copyOf(ConfirmedClosure.unconfirmed(calendars, docket.confirmed()));
        this.confirmed = calendars.emergencies().stream()
                .filter(closure -> !unconfirmed.contains(closure))
                .toList();
    }

    private record Held(List<EmergencyClosure> by, String step) {}

    /**
     * How one deadline is counted.
     *
     * @param trigger what it is counted from
     * @param from the days from which it runs
     * @param zone the one in which its date is meant
     * @param bears whether a closure can have to do with it at all
     * @param count what comes of counting it with other calendars
     */
    record Counting(
            EntryId id,
            Entry trigger,
            Collection<LocalDate> from,
            ZoneId zone,
            Predicate<EmergencyClosure> bears,
            Function<CalendarBook, Dated> count) {}

    /**
     * The date that stands, and why, where a closure bears on it.
     *
     * @param whole what comes of counting it with all closures
     */
    Dated date(Dated whole, Counting counting) {
        if (whole.day().isEmpty()) {
            return whole;
        }
        Dated stands = calendars.emergencies().isEmpty() ? whole : held(whole, counting);
        return docket.off().containsKey(counting.trigger().id()) ? fromFormer(stands, counting.trigger()) : stands;
    }

    private Dated held(Dated whole, Counting counting) {
        List<EmergencyClosure> near = near(unconfirmed, counting, whole);
        Dated stands = near.isEmpty() ? whole : stands(counting, whole, near);
        return confirmedBy(counting, stands, whole);
    }

    /** What is counted from a hearing that is off keeps its date: nobody knows yet whether the next is later. */
    private static Dated fromFormer(Dated dated, Entry hearing) {
        return dated.with(
                Origin.Derived.UNCONFIRMED + hearing.title()
                        + " waits for a date, since its court does not sit on that day;"
                        + " until it has one, this is counted from the former",
                EntryStatus.PROVISIONAL);
    }

    /** Whether {@code day} is what comes of {@code counting} without any closure, so that only closures moved it. */
    boolean isWithout(LocalDate day, Counting counting) {
        return !calendars.emergencies().isEmpty()
                && counted(counting, Set.copyOf(calendars.emergencies())).day().equals(Optional.of(day));
    }

    /** The calendars as they are known for certain: without the closures that nobody has confirmed. */
    CalendarBook certain() {
        return docket.certain(calendars);
    }

    /** The closures that nobody has confirmed, by each of {@code derived} that they hold on an earlier date; no person set that. */
    Map<EntryId, List<EmergencyClosure>> heldOf(Collection<Entry> derived) {
        Map<EntryId, List<EmergencyClosure>> found = new HashMap<>();
        for (Entry entry : derived) {
            Optional.ofNullable(held.get(entry.id()))
                    .filter(hold -> entry.status().reminds())
                    .filter(hold -> entry.origin() instanceof Origin.Derived origin
                            && origin.steps().contains(hold.step())
                            && docket.standing(entry.id()).date().isEmpty())
                    .ifPresent(hold -> found.put(entry.id(), hold.by()));
        }
        return found;
    }

    private static List<EmergencyClosure> near(Collection<EmergencyClosure> closures, Counting counting, Dated whole) {
        List<LocalDate> days = Stream.concat(counting.from().stream(), whole.day().stream())
                .sorted()
                .toList();
        LocalDate first = days.getFirst().minusDays(BEYOND);
        LocalDate last = days.getLast().plusDays(BEYOND);
        return closures.stream()
                .filter(one -> one.closure().kind() != ClosureKind.BUILDING_ONLY)
                .filter(one -> !one.day().isBefore(first) && !one.day().isAfter(last))
                .filter(counting.bears())
                .sorted()
                .toList();
    }

    /** The earliest that comes of any of the closures being real: one may close the day to which another moves back. */
    private Dated stands(Counting counting, Dated whole, List<EmergencyClosure> near) {
        Dated without = counted(counting, unconfirmed);
        List<Dated> dates = new ArrayList<>(List.of(whole, without));
        List<EmergencyClosure> by = new ArrayList<>();
        for (EmergencyClosure one : near) {
            if (near.size() == 1) {
                by.add(one);
                continue;
            }
            Dated leftOut = counted(counting, Set.of(one));
            Dated alone = counted(counting, butFor(one));
            dates.add(leftOut);
            dates.add(alone);
            if (BY_TIME.compare(leftOut, whole) != 0 || BY_TIME.compare(alone, without) != 0) {
                by.add(one);
            }
        }
        Dated earliest = dates.stream().min(BY_TIME).orElseThrow();
        if (BY_TIME.compare(earliest, whole) == 0) {
            return whole;
        }
        String step = Origin.Derived.UNCONFIRMED + words(by) + " That would make it "
                + Days.words(whole.day().orElseThrow())
                + whole.hour().map(hour -> " " + hour).orElse("")
                + "; the earlier date stands until a second person confirms "
                + (by.size() == 1 ? "the closure" : "the closures");
        held.put(counting.id(), new Held(by, step));
        return earliest.with(step, EntryStatus.PROVISIONAL);
    }

    private Set<EmergencyClosure> butFor(EmergencyClosure one) {
        Set<EmergencyClosure> others = new HashSet<>(unconfirmed);
        others.remove(one);
        return others;
    }

    private Dated counted(Counting counting, Set<EmergencyClosure> without) {
        return counting.count().apply(calendars.without(without));
    }

    /** Says of a date to which a closure moved it who confirmed that. */
    private Dated confirmedBy(Counting counting, Dated stands, Dated whole) {
        Dated told = stands;
        for (EmergencyClosure one : near(confirmed, counting, whole)) {
            if (BY_TIME.compare(counted(counting, Set.of(one)), whole) != 0) {
                ConfirmedClosure by = docket.confirmation(one).orElseThrow();
                told = told.with(
                        words(List.of(one)) + " Confirmed by " + by.by() + " on "
                                + Days.words(by.at().atZone(counting.zone()).toLocalDate()) + ".",
                        told.status());
            }
        }
        return told;
    }

    /** {@code us-nysd is closed on Thu 2027-01-28: Snow storm (Notice of the Clerk).} */
    private static String words(List<EmergencyClosure> closures) {
        return closures.stream()
                        .map(one -> one.calendar() + " is closed on " + Days.words(one.day()) + ": "
                                + one.closure().name() + " (" + one.closure().authority() + ")")
                        .collect(Collectors.joining("; "))
                + ".";
    }
}
