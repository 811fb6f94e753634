package org.tickler.engine.watch;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Fingerprint;

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
            LastResort.tell(handle, book, key, why(row), now);
        }
    }

    private static String why(PersonStore.Unreadable row) {
        return "The row of " + row.id() + " in the table person cannot be read: " + row.why()
                + ". Nothing reaches " + row.id()
                + " until it can: what was due failed, and leads on. Others are told what is"
                + " planned and may answer, but nothing is planned anew. Put the row right, or change in people.yaml what"
                + " cannot be read of that person, and reload";
    }
}
