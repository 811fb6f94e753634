package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.LocalMoments;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;

/**
 * Whom a rung means on the day that it speaks, and since when each of them has a right to it. Who takes a role over hears on
 * the first day, when the office opens, of what was said before; who gave it up keeps what was said until then.
 */
final class Owed {
    private final Entry entry;
    private final Matter matter;
    private final People people;
    private final RungClock clock;
    private final SpanCounter counter;
    private final Since since;

    /**
     * Since when the facts are known.
     *
     * @param known of the entry, the rules and the matter
     * @param owner of the entry's being its owner's; empty: as long as the entry
     */
    record Since(Instant known, Optional<Instant> owner) {}

    Owed(Entry entry, Matter matter, People people, RungClock clock, SpanCounter counter, Since since) {
        this.entry = entry;
        this.matter = matter;
        this.people = people;
        this.clock = clock;
        this.counter = counter;
        this.since = since;
    }

    /** One of them. */
    record To(Person person, Instant since) {}

    /** Those whom {@code addressee} means when {@code at} comes; empty where it means nobody. */
    List<To> of(Addressee addressee, RungTime at) {
        return switch (addressee) {
            case Addressee.Role role -> inRole(role.name(), at);
            case Addressee.Named named -> one(people.find(named.id()), since.known());
            case Addressee.DelegateOfAsked delegate -> List.of();
            case Addressee.Owner owner -> owner(at);
        };
    }

    /** The civil date on which {@code to} hears of what speaks at {@code at}. */
    LocalDate day(RungTime at, To to) {
        Instant speaks = clock.moment(at, to.person().zone(), to.since()) instanceof RungClock.Moment.At moment
                ? moment.due().at()
                : to.since();
        return to.person().dayAt(later(speaks, to.since()));
    }

    private List<To> owner(RungTime at) {
        Optional<String> owner = entry.details().owner();
        if (owner.isEmpty()) {
            return inRole(RoleName.LEAD_ATTORNEY, at);
        }
        Optional<Person> person = people.find(new PersonId(owner.get()));
        return person.isPresent()
                ? one(
                        person,
                        since.owner().map(known -> later(known, since.known())).orElse(since.known()))
                : inRole(new RoleName(owner.get()), at);
    }

    private List<To> inRole(RoleName role, RungTime at) {
        List<To> found = new ArrayList<>();
        boolean unknown = false;
        for (Team.Member member : matter.team().of(role)) {
            Optional<Person> person = people.find(member.who());
            unknown |= person.isEmpty();
            person.map(known -> new To(known, since(member, known)))
                    .filter(to -> member.holdsOn(day(at, to)))
                    .filter(to ->
                            found.stream().noneMatch(other -> other.person().equals(to.person())))
                    .ifPresent(found::add);
        }
        return found.isEmpty() && !unknown
                ? people.inRole(role).stream()
                        .map(person -> new To(person, later(since.known(), person.knownAt())))
                        .toList()
                : found;
    }

    private Instant since(Team.Member member, Person person) {
        Stream<Instant> begins = member.from().stream()
                .map(first -> LocalMoments.instant(first.atTime(counter.opening(first)), person.zone()));
        return Stream.concat(begins, member.knownAt().stream())
                .reduce(later(since.known(), person.knownAt()), Owed::later);
    }

    private static List<To> one(Optional<Person> person, Instant known) {
        return person.map(found -> new To(found, later(known, found.knownAt()))).stream()
                .toList();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
