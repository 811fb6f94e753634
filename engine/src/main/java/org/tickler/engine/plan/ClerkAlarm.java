package org.tickler.engine.plan;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.QuietHours;

/** Tells whoever keeps the docket, once, of what people must settle and no entry is asked about. */
public final class ClerkAlarm {
    private final Handle handle;
    private final ActiveBook book;
    private final People people;
    private final Instant now;

    public ClerkAlarm(Handle handle, ActiveBook book, People people, Instant now) {
        this.handle = handle;
        this.book = book;
        this.people = people;
        this.now = now;
    }

    /** Who hears of it: the docket clerk, else the last resort; empty where even that person is not known. */
    public Optional<Person> reader() {
        PersonId id = new Askers(people, book.firm(), now).ofFirm();
        return people.find(id);
    }

    /**
     * Raises it, due at once or when the reader's quiet hours end; the same again changes nothing.
     *
     * @param key what it is about
     * @param why in words
     */
    public void raise(String key, String why) {
        reader().ifPresent(person -> {
            List<Channel> usable = Channels.usable(person, person.dayAt(now));
            FollowUpStore.alarm(
                    handle,
                    new FollowUpStore.Alarm(key, person.id(), person.zone(), book.fingerprint(), why),
                    usable.isEmpty() ? usable : usable.subList(0, 1),
                    QuietHours.wait(now, person, Instant.MAX));
        });
    }
}
