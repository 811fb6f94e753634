package org.tickler.rules.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.EmergencyClosure;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
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

    private final Matter matter;
    private final CalendarBook calendars;

    OffHearings(Matter matter, CalendarBook calendars) {
        this.matter = matter;
        this.calendars = calendars;
    }

    /** The hearings on {@code docket} that cannot take place on their days. */
    List<Closures.Off> of(Docket docket) {
        List<Closures.Off> off = new ArrayList<>();
        if (!calendars.emergencies().isEmpty()) {
            docket.entries().stream()
                    .filter(OffHearings::isHearing)
                    .filter(entry -> TO_COME.contains(entry.status()))
                    .forEach(entry -> closureOf(entry).ifPresent(one -> off.add(new Closures.Off(entry, one))));
        }
        return off;
    }

    /** The docket on which they wait for a date, since the closure is known. */
    static Docket without(List<Closures.Off> off, Docket docket) {
        return off.isEmpty()
                ? docket
                : docket.with(off.stream().map(OffHearings::waiting).toList(), List.of());
    }

    private static Entry waiting(Closures.Off off) {
        Entry before = off.before();
        return before.withWhen(
                        new When.Waiting(before.when().zone()),
                        before.revision().next(off.closure().knownAt()))
                .withStatus(EntryStatus.WAITING);
    }

    /** The closure because of which {@code entry} waits for a date: its revision is known since the closure is. */
    Optional<EmergencyClosure> waitsBecauseOf(Entry entry) {
        return isHearing(entry) && entry.status() == EntryStatus.WAITING
                ? calendars.emergencies().stream()
                        .filter(one -> one.knownAt().equals(entry.revision().knownAt()))
                        .filter(one -> court(entry, one.day())
                                .filter(court -> court.isOrStandsOver(one.calendar()))
                                .isPresent())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<EmergencyClosure> closureOf(Entry entry) {
        return entry.when()
                .date()
                .flatMap(day -> court(entry, day)
                        .flatMap(court -> calendars.emergencies().stream()
                                .filter(one -> one.day().equals(day) && court.isOrStandsOver(one.calendar()))
                                .filter(one ->
                                        one.knownAt().isAfter(entry.revision().knownAt()))
                                .filter(one -> keepsFromSitting(one.closure().kind(), entry))
                                .filter(one -> court.on(day) instanceof CourtDay.Closed closed
                                        && closed.why().contains(one.closure()))
                                .findFirst()));
    }

    private Optional<CourtCalendar> court(Entry entry, LocalDate day) {
        return entry.details()
                .court()
                .or(() -> matter.proceedingOn(day).map(Proceeding::court))
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
