package org.tickler.engine.watch.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.GuardStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.QuietHours;

/**
 * Tells people of findings, as one message each: of those that are new, and of those that are open and were told a week ago.
 * Nobody is told of a matter that they may not see; where nobody else can be told, the last resort is.
 */
final class Telling {
    /** One message takes so many lines. */
    private static final int LINES = 20;

    private final Handle handle;
    private final ActiveBook book;
    private final Instant now;
    private final People people;

    Telling(Handle handle, ActiveBook book, Instant now) {
        this.handle = handle;
        this.book = book;
        this.now = now;
        this.people = PersonStore.all(handle);
    }

    /** What a guard found, and how it stands. */
    record News(Guard guard, GuardStore.Open open) {}

    void tell(List<News> found) {
        Map<PersonId, List<News>> lines = new LinkedHashMap<>();
        for (News one : found) {
            // by the calendar: one that looks at the same hour each week does not wait for two, whatever clocks do
            boolean fresh = one.open()
                    .told()
                    .map(at -> !day(at).plusWeeks(1).isAfter(day(now)))
                    .orElse(true);
            if (fresh) {
                readers(one)
                        .forEach(reader -> lines.computeIfAbsent(reader.id(), id -> new ArrayList<>())
                                .add(one));
                GuardStore.told(handle, one.open().number(), now);
            }
        }
        lines.forEach(this::tell);
    }

    private LocalDate day(Instant at) {
        return at.atZone(book.firm().zone()).toLocalDate();
    }

    private void tell(PersonId id, List<News> news) {
        Person reader = people.find(id).orElseThrow();
        Optional<Channel> channel = reader.reach().usable().stream().findFirst();
        if (channel.isEmpty()) {
            return;
        }
        int listed = news.size() > LINES ? LINES - 1 : news.size();
        for (News one : news.subList(0, listed)) {
            alarm(
                    reader,
                    channel.get(),
                    "finding " + one.open().number(),
                    one.open().finding().sentence() + ". Remedy: "
                            + one.open().finding().remedy() + ".");
        }
        if (news.size() > listed) {
            alarm(
                    reader,
                    channel.get(),
                    "findings",
                    "And " + (news.size() - listed) + " more findings; tickler guards lists them all.");
        }
    }

    private void alarm(Person reader, Channel channel, String key, String why) {
        FollowUpStore.Alarm alarm = new FollowUpStore.Alarm(
                key + " to " + reader.id() + " at " + now, reader.id(), reader.zone(), book.fingerprint(), why);
        FollowUpStore.alarm(handle, alarm, List.of(channel), QuietHours.wait(now, reader, Instant.MAX));
    }

    private Set<Person> readers(News one) {
        Optional<Matter> matter = one.open().finding().matter().flatMap(id -> MatterStore.find(handle, id));
        Set<Person> readers = new LinkedHashSet<>();
        for (Addressee addressee : one.guard().to()) {
            meant(addressee, matter).stream()
                    .filter(person -> mayHear(person, matter))
                    .forEach(readers::add);
        }
        if (readers.isEmpty()) {
            people.find(book.firm().lastResort())
                    .filter(person -> mayHear(person, matter))
                    .ifPresent(readers::add);
        }
        return readers;
    }

    private List<Person> meant(Addressee addressee, Optional<Matter> matter) {
        return switch (addressee) {
            case Addressee.Role role ->
                matter.map(one -> people.inRole(role.name(), one, person -> person.dayAt(now)))
                        .orElseGet(() -> people.inRole(role.name()));
            case Addressee.Named named -> people.find(named.id()).stream().toList();
            case Addressee.Owner owner -> List.of();
            case Addressee.DelegateOfAsked delegate -> List.of();
        };
    }

    private boolean mayHear(Person person, Optional<Matter> matter) {
        LocalDate day = now.atZone(person.zone()).toLocalDate();
        return !person.goneOn(day)
                && !person.reach().usable().isEmpty()
                && matter.map(one -> Sight.sees(person, one, day).allowed()).orElse(true);
    }
}
