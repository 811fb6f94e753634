package org.tickler.engine.watch.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.guard.Guard;
import org.tickler.rules.remind.QuietHours;

/**
 * Tells people of findings, as one message each: of those that are new, and of those that are open and were told a week ago.
 * Nobody is told of a matter that they may not see; where nobody who is meant may, the last resort is told, or else somebody
 * of the firm who may.
 */
final class Telling {
    /** One message takes so many lines. */
    private static final int LINES = 20;

    private final Handle handle;
    private final ActiveBook book;
    private final Instant now;
    private final People people;
    private final Responsible responsible;

    Telling(Handle handle, ActiveBook book, Instant now) {
        this.handle = handle;
        this.book = book;
        this.now = now;
        this.people = PersonStore.all(handle);
        this.responsible = new Responsible(handle, people, book, now);
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
                Set<Person> readers = readers(one);
                readers.forEach(reader -> lines.computeIfAbsent(reader.id(), id -> new ArrayList<>())
                        .add(one));
                if (readers.isEmpty()) {
                    nobody(one);
                }
                GuardStore.told(handle, one.open().number(), now);
            }
        }
        lines.forEach(this::tell);
    }

    /** Without a word of the matter. */
    private void nobody(News news) {
        people.find(book.firm().lastResort())
                .ifPresent(person -> responsible.channels(person).stream()
                        .findFirst()
                        .ifPresent(channel -> alarm(
                                person,
                                channel,
                                "finding " + news.open().number(),
                                "A guard found something missing in a matter that you may not see, and nobody who may"
                                        + " can be reached; the audit has it under finding "
                                        + news.open().number() + ".")));
    }

    private LocalDate day(Instant at) {
        return at.atZone(book.firm().zone()).toLocalDate();
    }

    private void tell(PersonId id, List<News> news) {
        Person reader = people.find(id).orElseThrow();
        Optional<Channel> channel = responsible.channels(reader).stream().findFirst();
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
        return responsible.of(one.guard(), one.open().finding().matter().flatMap(id -> MatterStore.find(handle, id)));
    }
}
