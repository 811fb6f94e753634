package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.tickler.calendars.LocalMoments;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Quiet;

/** Moves what would disturb a person in quiet hours. */
public final class QuietHours {
    private QuietHours() {}

    /**
     * When something that comes up at {@code at} is said to a person: then, or where that is in quiet hours at their end, if
     * that is before {@code before}.
     */
    public static Instant wait(Instant at, Person person, Instant before) {
        return shift(at, person, new Room(at, before)).at();
    }

    /**
     * What a shift must respect.
     *
     * @param earliest no shift goes before it: nothing was owed, or the thing had not happened
     * @param before a shift forward stays before it: the due time, or the next rung
     */
    record Room(Instant earliest, Instant before) {}

    /** Where a moment went, and why; {@code why} is empty where it stayed. */
    record Shift(Instant at, String why) {}

    /**
     * Forward to the end of the quiet hours where that is before {@code room.before()}; else back to their start, where
     * that is not before {@code room.earliest()}; else where it was, and the quiet hours are broken. Neither shift lands
     * on a day on which the person is away. A moment outside the quiet hours stays.
     */
    static Shift shift(Instant at, Person person, Room room) {
        LocalDateTime local = at.atZone(person.zone()).toLocalDateTime();
        if (person.quiet().isEmpty() || !person.quiet().get().covers(local.toLocalTime())) {
            return new Shift(at, "");
        }
        Quiet quiet = person.quiet().get();
        LocalDateTime end = next(local, quiet.to());
        Instant forward = LocalMoments.instant(end, person.zone());
        if (forward.isBefore(room.before()) && !person.awayOn(end.toLocalDate())) {
            return new Shift(forward, "held to " + quiet.to() + ", when the quiet hours of " + person.id() + " end");
        }
        LocalDateTime start = last(local, quiet.from());
        Instant back = LocalMoments.instant(start, person.zone());
        if (!back.isBefore(room.earliest()) && !person.awayOn(start.toLocalDate())) {
            return new Shift(
                    back, "sent at " + quiet.from() + " already, before the quiet hours of " + person.id() + " begin");
        }
        return new Shift(at, "sent within the quiet hours of " + person.id() + ": no moment outside them is in time");
    }

    private static LocalDateTime next(LocalDateTime local, LocalTime time) {
        LocalDate day = local.toLocalDate();
        return (local.toLocalTime().isBefore(time) ? day : day.plusDays(1)).atTime(time);
    }

    private static LocalDateTime last(LocalDateTime local, LocalTime time) {
        LocalDate day = local.toLocalDate();
        return (local.toLocalTime().isBefore(time) ? day.minusDays(1) : day).atTime(time);
    }
}
