package org.tickler.rules.remind;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;

/** What no ladder plans: to those who were told of a date that no longer holds. */
final class Notices {
    private static final By EVERY_CHANNEL = new By(List.of(Channel.values()), true);

    private Notices() {}

    /**
     * Due as soon as the entry is known as it stands. When it was cancelled is not kept with the entry, so a cancellation
     * is due at the same instant, which is past: at once.
     */
    static Draft draft(Entry entry, Purpose purpose, Person person) {
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
        RungClock.Moment.At now = new RungClock.Moment.At(RungClock.due(known, person.zone()), List.of());
        return new Draft(purpose, word, rung, person, false, known, now);
    }
}
