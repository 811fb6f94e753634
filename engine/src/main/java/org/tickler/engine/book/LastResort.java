package org.tickler.engine.book;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Channels;

/** Tells the firm's last-resort person of what no sweep can mend by itself. */
public final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final int LONGEST_REASON = 300;

    private LastResort() {}

    /** Raises an alarm by every channel that reaches the person; the same {@code key} a second time changes nothing. */
    public static void tell(Handle handle, ActiveBook book, String key, String why, Instant now) {
        Optional<Person> found = PersonStore.find(handle, book.firm().lastResort());
        if (found.isEmpty()) {
            LOG.error(
                    "nobody can be told, since the last-resort person {} is not known: {}",
                    book.firm().lastResort(),
                    why);
            return;
        }
        Person person = found.get();
        FollowUpStore.alarm(
                handle,
                new FollowUpStore.Alarm(key, person.id(), person.zone(), book.fingerprint(), why),
                Channels.usable(person, now.atZone(person.zone()).toLocalDate()),
                now);
    }

    /**
     * Says of reminders that were set aside that nobody was told by them.
     *
     * @param what could not be read
     * @param why by the reminder's id
     */
    public static void ofSetAside(
            Handle handle, Optional<ActiveBook> book, String what, Map<String, String> why, Instant now) {
        why.forEach((id, reason) -> {
            LOG.error("the reminder {} is set aside, since {} cannot be read: {}", id, what, reason);
            book.ifPresent(active -> tell(
                    handle,
                    active,
                    "reminder " + id,
                    "A reminder was set aside, since " + what + " could not be read in the database: " + reason
                            + ". Its reader was not told by it. tickler status counts it as failed, under " + id,
                    now));
        });
    }

    /** A failure in one line that a column takes. */
    public static String reason(Throwable failure) {
        String said = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.substring(0, Math.min(line.length(), LONGEST_REASON));
    }
}
