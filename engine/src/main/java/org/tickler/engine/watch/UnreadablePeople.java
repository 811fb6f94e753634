package org.tickler.engine.watch;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.watch.guard.Responsible;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Person;

/**
 * Tells, once, of a person whose row cannot be read: everybody else is told as ever, and that one of nothing. Where it is the
 * last resort's own row, a supervising attorney hears, or another of the staff.
 */
final class UnreadablePeople {
    private static final Logger LOG = LoggerFactory.getLogger(UnreadablePeople.class);

    private UnreadablePeople() {}

    static void tell(Handle handle, ActiveBook book, Instant now) {
        for (PersonStore.Unreadable row : PersonStore.unreadable(handle)) {
            String key = "person " + row.id() + " " + Fingerprint.of(row.text()).shortCode();
            if (FollowUpStore.isRaised(handle, key)) {
                continue;
            }
            LOG.error("the person {} cannot be read: {}", row.id(), row.why());
            Responsible responsible = new Responsible(handle, PersonStore.all(handle), book, now);
            Optional<Person> told = PersonStore.find(handle, book.firm().lastResort())
                    .filter(person -> !responsible.channels(person).isEmpty())
                    .or(() -> responsible.anybodyBut(book.firm().lastResort()));
            told.ifPresent(person -> FollowUpStore.alarm(
                    handle,
                    new FollowUpStore.Alarm(key, person.id(), person.zone(), book.fingerprint(), why(row)),
                    responsible.channels(person),
                    now));
        }
    }

    private static String why(PersonStore.Unreadable row) {
        return "The row of " + row.id() + " in the table person cannot be read: " + row.why()
                + ". Nothing reaches " + row.id() + " until it can; what was due failed and leads on, and matters are"
                + " planned anew no more. Change that person in people.yaml and reload, or put the row right; all others"
                + " are told as ever";
    }
}
