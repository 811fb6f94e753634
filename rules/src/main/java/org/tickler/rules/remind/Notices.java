package org.tickler.rules.remind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.PlannedReminder.Fate;

/** What no ladder plans: to those who were told of a date that no longer holds. */
final class Notices {
    private static final By EVERY_CHANNEL = new By(List.of(Channel.values()), true);

    private Notices() {}

    /**
     * Due as soon as the entry is known as it stands; a cancellation makes a revision of its own.
     *
     * @param notes what is to be said of the reason
     */
    static Draft draft(Entry entry, Purpose purpose, Person person, List<String> notes) {
        String word = Words.of(purpose);
        Instant known = entry.revision().knownAt();
        Rung rung = new Rung(
                word,
                new RungTime.WhenKnown(),
                List.of(new Addressee.Named(person.id())),
                EVERY_CHANNEL,
                Optional.empty(),
                List.of(),
                Optional.empty());
        RungClock.Moment.At now = new RungClock.Moment.At(RungClock.due(known, person.zone()), notes);
        return new Draft(purpose, word, rung, person, false, known, now);
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
