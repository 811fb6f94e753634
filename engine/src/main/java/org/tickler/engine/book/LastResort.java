package org.tickler.engine.book;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.remind.Channels;

/** Tells the firm's last-resort person of what no sweep can mend by itself. */
public final class LastResort {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);
    private static final int LONGEST_REASON = 300;

    private LastResort() {}

    /** Raises an alarm by every channel that reaches the person; the same {@code key} a second time changes nothing. */
    public static void tell(Handle handle, ActiveBook book, String key, String why, Instant now) {
        Optional<Person> found = reader(handle, book, now);
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

    /** The last-resort person; somebody else of the firm who is there, where that one's row cannot be read. */
    public static Optional<Person> reader(Handle handle, ActiveBook book, Instant now) {
        PersonId id = book.firm().lastResort();
        boolean unreadable =
                PersonStore.unreadable(handle).stream().anyMatch(row -> row.id().equals(id.value()));
        People people = PersonStore.readable(handle);
        return unreadable ? anybodyBut(handle, people, id, now) : people.find(id);
    }

    /** Somebody of the firm who is there and can be told, a supervising attorney first, and is not that one. */
    public static Optional<Person> anybodyBut(Handle handle, People people, PersonId one, Instant now) {
        return Stream.concat(people.inRole(RoleName.SUPERVISING_ATTORNEY).stream(), people.all().stream())
                .filter(person ->
                        person.kind() == PersonKind.STAFF && !person.id().equals(one))
                .filter(person -> !person.awayOn(person.dayAt(now)) && !person.goneOn(person.dayAt(now)))
                .filter(person -> !SuppressionStore.open(handle, person, person.dayAt(now))
                        .isEmpty())
                .findFirst();
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
