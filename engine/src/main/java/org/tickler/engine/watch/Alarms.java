package org.tickler.engine.watch;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.IncidentStore;
import org.tickler.engine.store.IncidentStore.Incident;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;

/** Tells the last-resort person, once, of each thing that the engine cannot mend by itself. */
final class Alarms {
    private static final Logger LOG = LoggerFactory.getLogger(Alarms.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE, MMM d, h:mm a z", Locale.US);

    private final ActiveBook book;
    private final Optional<Person> lastResort;

    /** @param lastResort who is told; empty: nobody can be */
    Alarms(ActiveBook book, Optional<Person> lastResort) {
        this.book = book;
        this.lastResort = lastResort;
    }

    void raise(Handle handle, Health health, Instant now) {
        for (Incident incident : health.incidents()) {
            if (!incident.told()) {
                lastResort.ifPresentOrElse(
                        person -> raise(handle, incident, person, now),
                        () -> LOG.error(
                                "nobody can be told that {} is down: the last-resort person {} is not known",
                                incident.channel(),
                                book.firm().lastResort()));
            }
        }
    }

    private void raise(Handle handle, Incident incident, Person person, Instant now) {
        if (!IncidentStore.told(handle, incident.id())) {
            return;
        }
        FollowUpStore.Alarm alarm = new FollowUpStore.Alarm(
                "incident " + incident.id(),
                person.id(),
                person.zone(),
                book.fingerprint(),
                why(incident, person.zone()));
        FollowUpStore.alarm(handle, alarm, others(person, incident.channel()), now);
    }

    private static String why(Incident incident, ZoneId zone) {
        String name = incident.channel() == Channel.EMAIL ? "E-mail" : "SMS";
        return name + " is down since " + TIME.format(incident.began().atZone(zone)) + ": " + incident.reason()
                + ". Reminders wait for it, or go by other channels where they cannot wait.";
    }

    /** The channels that are not down; all where no other reaches the person, so that it goes out when they are up. */
    private static List<Channel> others(Person person, Channel down) {
        List<Channel> usable = person.reach().usable();
        List<Channel> others =
                usable.stream().filter(channel -> channel != down).toList();
        return others.isEmpty() ? usable : others;
    }
}
