package org.tickler.rules.remind;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Told;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.RungTime.Side;

/** What no ladder plans: to those who were told of a date that no longer holds. */
final class Notices {
    /** So long a notice waits for the change to be taken back, unless a date is near. */
    static final Duration TIME_TO_UNDO = Duration.ofMinutes(10);

    private static final By EVERY_CHANNEL = new By(List.of(Channel.values()), true);
    private static final TimeSpan A_WORKING_DAY = new TimeSpan(1, Unit.BUSINESS_DAYS);

    private Notices() {}

    /**
     * How soon a notice goes.
     *
     * @param owed since when: as soon as the change is known, or after the time to undo it
     * @param wakes whether it goes through quiet hours
     * @param before what a shift out of quiet hours must not pass: the former date and the new one
     */
    record Pace(Instant owed, boolean wakes, Instant before) {
        /** At once, with no former date to think of. */
        static Pace atOnce(Entry entry) {
            return new Pace(
                    entry.revision().knownAt(), false, entry.when().dueAt().orElse(Instant.MAX));
        }
    }

    /**
     * How soon the person who was told {@code former} hears of {@code entry} as it stands: after the time to undo, or at
     * once where the former or the new date is today or on the next working day of the firm; at once and through quiet hours
     * where it is earlier than that person believes, or past already.
     */
    static Pace pace(Entry entry, Told former, SpanCounter counter) {
        Instant known = entry.revision().knownAt();
        Optional<When> now = entry.status().reminds() ? Optional.of(entry.when()) : Optional.empty();
        Optional<When> was =
                former.off() ? Optional.empty() : Optional.of(former.stated().when());
        Optional<Instant> newDue = now.flatMap(When::dueAt);
        Optional<Instant> oldDue = was.flatMap(When::dueAt);
        boolean earlier =
                newDue.isPresent() && oldDue.filter(newDue.get()::isBefore).isPresent();
        boolean past = newDue.filter(known::isAfter).isPresent();
        boolean near = Stream.of(now, was)
                .flatMap(Optional::stream)
                .flatMap(when -> when.date().stream())
                .anyMatch(date -> near(date, known, counter));
        Instant before = Stream.of(newDue, oldDue)
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
        boolean wakes = earlier || past;
        return new Pace(wakes || near ? known : known.plus(TIME_TO_UNDO), wakes, before);
    }

    private static boolean near(LocalDate date, Instant known, SpanCounter counter) {
        LocalDate today = known.atZone(counter.zone()).toLocalDate();
        LocalDate next =
                counter.days(today, A_WORKING_DAY, Side.AFTER, Optional.empty()).day();
        return !date.isBefore(today) && !date.isAfter(next);
    }

    /**
     * To one person, as soon as its pace allows; a cancellation makes a revision of its own.
     *
     * @param notes what is to be said of the reason
     */
    static Draft draft(Entry entry, Purpose purpose, Person person, Pace pace, List<String> notes) {
        String word = Words.of(purpose);
        Rung rung = new Rung(
                word,
                new RungTime.WhenKnown(),
                List.of(new Addressee.Named(person.id())),
                EVERY_CHANNEL,
                Optional.empty(),
                List.of(),
                Escalating.AROUND_THE_CLOCK,
                Optional.empty());
        RungClock.Moment.At at = new RungClock.Moment.At(RungClock.due(pace.owed(), person.zone()), notes);
        return new Draft(purpose, word, rung, person, false, pace.owed(), at, Optional.of(pace));
    }

    /** It goes, unless what was cancelled had passed already: nobody can miss it any more. A move is told in any case. */
    static Fate fate(Entry entry, Purpose purpose) {
        boolean past =
                entry.when().dueAt().filter(entry.revision().knownAt()::isAfter).isPresent();
        boolean off = purpose == Purpose.CANCELLED || purpose == Purpose.STAYED;
        return past && off
                ? new Fate.Suppressed("the entry was past when it was " + Words.of(purpose))
                : new Fate.Goes();
    }
}
