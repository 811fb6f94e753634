package org.tickler.rules.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Days;
import org.tickler.rules.check.Checks;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Proceeding;

/**
 * Takes hearings off the days on which an emergency closure keeps their court from sitting. One that was dated since the
 * closure is known stands: somebody knew.
 */
final class OffHearings {
    private static final Set<EntryKind> BEFORE_A_COURT =
            Set.of(EntryKind.HEARING, EntryKind.TRIAL, EntryKind.CONFERENCE);
    private static final Set<EntryStatus> TO_COME =
            Set.of(EntryStatus.PROPOSED, EntryStatus.OPEN, EntryStatus.PROVISIONAL);
    /** What a mode says that needs no building. */
    private static final List<String> FROM_AFAR = List.of("video", "phone", "remote");

    private final Docket stored;
    private final CalendarBook calendars;
    private final Instant activatedAt;
    private final Checks checks;
    private final List<Closures.Off> off = new ArrayList<>();
    private final List<Closures.Back> back = new ArrayList<>();
    private final Map<EntryId, EmergencyClosure> waiting = new HashMap<>();
    private final Docket docket;

    /** @param activatedAt since when the calendars are the active ones */
    OffHearings(Docket stored, CalendarBook calendars, Instant activatedAt, Checks checks) {
        this.stored = stored;
        this.calendars = calendars;
        this.activatedAt = activatedAt;
        this.checks = checks;
        stored.entries().stream().filter(OffHearings::isHearing).forEach(this::sort);
        this.docket = off.isEmpty() && stored.off().isEmpty() ? stored : sorted();
    }

    private void sort(Entry hearing) {
        if (TO_COME.contains(hearing.status())) {
            closures(hearing, hearing.when())
                    .filter(one -> one.knownAt().isAfter(hearing.revision().knownAt()))
                    .filter(one -> hearing.when()
                            .dueAt()
                            .filter(one.knownAt()::isBefore)
                            .isPresent())
                    .findFirst()
                    .ifPresent(one -> {
                        off.add(new Closures.Off(hearing, one));
                        waiting.put(hearing.id(), one);
                    });
        } else if (hearing.status() == EntryStatus.WAITING && stored.off().containsKey(hearing.id())) {
            When was = stored.off().get(hearing.id());
            closures(hearing, was)
                    .findFirst()
                    .ifPresentOrElse(
                            one -> waiting.put(hearing.id(), one), () -> back.add(new Closures.Back(hearing, was)));
        }
    }

    /** Hearings that cannot take place on their days, as they are stored. */
    List<Closures.Off> off() {
        return off;
    }

    /** Hearings that waited because of a closure that there is no more. */
    List<Closures.Back> back() {
        return back;
    }

    /** The docket on which the ones wait for a date, since the closure is known, and the others stand where they were. */
    Docket docket() {
        return docket;
    }

    private Docket sorted() {
        Map<EntryId, When> were = new HashMap<>(stored.off());
        off.forEach(one -> were.put(one.before().id(), one.before().when()));
        were.keySet().retainAll(waiting.keySet());
        return stored.with(
                        Stream.concat(
                                        off.stream().map(OffHearings::waiting),
                                        back.stream().map(this::again))
                                .toList(),
                        List.of())
                .withOff(were);
    }

    /** The {@link #docket()} as deadlines are counted on it: with hearings that are off on the days they were to be. */
    Docket asBefore() {
        if (docket.off().isEmpty()) {
            return docket;
        }
        return docket.with(
                docket.off().entrySet().stream()
                        .map(one -> {
                            Entry hearing = docket.find(one.getKey()).orElseThrow();
                            return hearing.withWhen(one.getValue(), hearing.revision())
                                    .after(Happening.CLOSURE_TAKEN_BACK, EntryStatus.OPEN);
                        })
                        .toList(),
                List.of());
    }

    private static Entry waiting(Closures.Off off) {
        Entry before = off.before();
        return before.withWhen(
                        new When.Waiting(before.when().zone()),
                        before.revision().next(off.closure().knownAt()))
                .after(Happening.COURT_CLOSED, EntryStatus.WAITING);
    }

    private Entry again(Closures.Back back) {
        Revision before = back.before().revision();
        Entry again = back.before().withWhen(back.was(), before.next(Scheduler.later(activatedAt, before.knownAt())));
        return again.after(
                Happening.CLOSURE_TAKEN_BACK,
                checks.isUnverified(again, stored) ? EntryStatus.PROPOSED : EntryStatus.OPEN);
    }

    /** The closure because of which {@code entry} waits for a date. */
    Optional<EmergencyClosure> waitsBecauseOf(Entry entry) {
        return Optional.ofNullable(waiting.get(entry.id()));
    }

    private Stream<EmergencyClosure> closures(Entry hearing, When when) {
        return when.date().stream()
                .flatMap(day -> court(hearing, day).stream()
                        .flatMap(court -> calendars.emergencies().stream()
                                .filter(one -> one.day().equals(day) && court.isOrStandsOver(one.calendar()))
                                .filter(one -> keepsFromSitting(one.closure().kind(), hearing))
                                .filter(one -> court.on(day) instanceof CourtDay.Closed closed
                                        && closed.why().contains(one.closure()))));
    }

    private Optional<CourtCalendar> court(Entry entry, LocalDate day) {
        return entry.details()
                .court()
                .or(() -> stored.matter().proceedingOn(day).map(Proceeding::court))
                .flatMap(calendars::find);
    }

    private static boolean keepsFromSitting(ClosureKind kind, Entry entry) {
        return switch (kind) {
            case HOLIDAY, OBSERVED_HOLIDAY, PROCLAIMED, CLERK_INACCESSIBLE -> true;
            case BUILDING_ONLY -> !isFromAfar(entry);
            case STATE_HOLIDAY -> false;
        };
    }

    private static boolean isFromAfar(Entry entry) {
        return entry.details().mode().stream()
                .map(mode -> mode.toLowerCase(Locale.ROOT))
                .anyMatch(mode -> FROM_AFAR.stream().anyMatch(mode::contains));
    }

    private static boolean isHearing(Entry entry) {
        return BEFORE_A_COURT.contains(entry.kind()) && entry.origin() instanceof Origin.Entered;
    }

    /** {@code us-nysd does not sit on Thu 2027-01-28: Snow storm (Notice of the Clerk)}. */
    static String why(EmergencyClosure closure) {
        return closure.calendar() + " does not sit on " + Days.words(closure.day()) + ": "
                + closure.closure().name() + " (" + closure.closure().authority() + ")";
    }
}
