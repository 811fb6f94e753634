package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.lang.LadderChoice;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.Recipients;

/// Tells of a filing that was not taken: at once, to the entry's owner and to everybody whom its ladder tells on
/// silence, on every channel that reaches them.
public final class Rejection {

    private Rejection() {}

    /// Where it happened.
    public record Place(ActiveBook book, Entry entry, Matter matter, People people) {}

    /// What happened.
    ///
    /// @param why in words
    /// @param number how many times now
    /// @param by who entered it, and so need not be told
    public record News(String why, long number, PersonId by) {}

    /// Puts the reminders of it, due at `now`. Nobody hears across a wall; where nobody can be told the last resort
    /// hears that something is there.
    public static void tell(Handle handle, Place place, News news, Instant now) {
        Map<PersonId, Person> told = new LinkedHashMap<>();
        addressees(place)
                .flatMap(word -> Recipients.of(
                        word, place.entry(), place.matter(), place.people(), owner(place, now), person -> now)
                        .people()
                        .stream())
                .filter(person -> !person.id().equals(news.by()) && canBeTold(person, place.matter(), now))
                .forEach(person -> told.putIfAbsent(person.id(), person));
        if (told.isEmpty()) {
            lastResort(handle, place, news, now, told);
        }
        List<PlannedReminder> reminders = new ArrayList<>();
        told.values().forEach(person -> reminders.addAll(reminders(place, news, person, now)));
        ScheduleStore.add(handle, reminders, Stamp.of(place.book().fingerprint(), now));
        Audit.record(
                handle,
                AuditRecord.of(
                        now,
                        "tickler",
                        "rejection-told",
                        place.matter().id(),
                        place.entry().id(),
                        Map.of(
                                "told",
                                told.keySet().stream().map(PersonId::value).toList(),
                                "why",
                                news.why())));
    }

    private static Stream<Addressee> addressees(Place place) {
        Stream<Addressee> silence = switch (place.book().rulebook().ladderFor(place.entry(), place.matter())) {
            case LadderChoice.Chosen chosen ->
                chosen.ladder().rungs().stream()
                        .flatMap(rung -> rung.ifSilent().stream())
                        .map(step -> step.tell());
            case LadderChoice.None none -> Stream.empty();
            case LadderChoice.Tie tie -> Stream.empty();
        };
        return Stream.concat(Stream.of(new Addressee.Owner()), silence);
    }

    private static Optional<Person> owner(Place place, Instant now) {
        return Recipients.of(
                        new Addressee.Owner(),
                        place.entry(),
                        place.matter(),
                        place.people(),
                        Optional.empty(),
                        person -> now)
                .people()
                .stream()
                .findFirst();
    }

    private static boolean canBeTold(Person person, Matter matter, Instant now) {
        LocalDate day = day(person, now);
        return Sight.sees(person, matter, day).allowed()
                && !Channels.usable(person, day).isEmpty();
    }

    private static void lastResort(Handle handle, Place place, News news, Instant now, Map<PersonId, Person> told) {
        PersonId id = place.book().firm().lastResort();
        Optional<Person> last = place.people().find(id);
        Optional<Person> sees = last.filter(person -> canBeTold(person, place.matter(), now));
        if (sees.isPresent()) {
            told.put(id, sees.get());
            return;
        }
        ZoneId zone = last.map(Person::zone).orElse(place.book().firm().zone());
        FollowUpStore.alarm(
                handle,
                new FollowUpStore.Alarm(
                        "rejected " + place.entry().id() + " " + news.number(),
                        id,
                        zone,
                        place.book().fingerprint(),
                        "A filing was rejected, and nobody could be told of it. The audit has it under entry "
                                + place.entry().id()),
                last.map(person -> Channels.usable(person, day(person, now))).orElse(List.of()),
                now);
    }

    private static List<PlannedReminder> reminders(Place place, News news, Person person, Instant now) {
        String word = Words.of(Purpose.REJECTED);
        Ask ask = new Ask(
                place.entry().id(),
                place.entry().revision().number(),
                word,
                word + " " + news.number(),
                person.id(),
                0);
        return Channels.usable(person, day(person, now)).stream()
                .map(channel -> new PlannedReminder(
                        ask.on(channel),
                        ask,
                        place.matter().id(),
                        Purpose.REJECTED,
                        person.id(),
                        channel,
                        new Due(now, now.atZone(person.zone()).toLocalDateTime(), person.zone()),
                        now,
                        new Fate.Goes(),
                        Optional.empty(),
                        news.why()))
                .toList();
    }

    private static LocalDate day(Person person, Instant now) {
        return now.atZone(person.zone()).toLocalDate();
    }
}
