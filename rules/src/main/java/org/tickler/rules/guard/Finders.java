package org.tickler.rules.guard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.Recipients;

/**
 * Finds what is not there.
 *
 * @param today in the firm's zone
 * @param dead channels of people that do not work, each with the reason
 */
public record Finders(
        CourtLaw law,
        CalendarBook calendars,
        People people,
        LocalDate today,
        Map<PersonId, Map<Channel, String>> dead) {
    private static final Set<EntryStatus> OFF =
            Set.of(EntryStatus.CANCELLED, EntryStatus.SUPERSEDED, EntryStatus.WAIVED);

    public Finders {
        dead = Map.copyOf(dead);
    }

    /** What is missing of one matter and its entries, as they are stored. Nothing of a closed one is looked for. */
    public List<Finding> of(Guard guard, Matter matter, List<Entry> entries) {
        if (matter.closed().filter(day -> !day.isAfter(today)).isPresent()
                || !guard.scope().covers(matter)) {
            return List.of();
        }
        return switch (guard.watch()) {
            case NO_LIMITATION -> limitation(matter, entries);
            case NO_OPEN_ENTRY -> openEntry(matter, entries);
            case NO_OWNER ->
                toCome(entries).flatMap(entry -> owner(matter, entry).stream()).toList();
            case NO_SECOND_CHECKER -> secondChecker(matter);
            case NO_REACHABLE_PERSON -> reachablePerson(matter);
            case NO_PACK -> pack(matter);
            case PAST_COVERAGE ->
                toCome(entries)
                        .flatMap(entry -> coverage(matter, entry).stream())
                        .toList();
            case NO_CHANNEL -> List.of();
        };
    }

    /** What is missing of the people of the firm, whatever the matter. */
    public List<Finding> ofPeople(Guard guard) {
        if (guard.watch() != Lack.NO_CHANNEL) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Person person : people.all()) {
            if (person.kind() == PersonKind.STAFF && !person.goneOn(today)) {
                channel(person).ifPresent(findings::add);
            }
        }
        return findings;
    }

    private static List<Finding> limitation(Matter matter, List<Entry> entries) {
        return entries.stream().anyMatch(entry -> entry.kind() == EntryKind.LIMITATION && !OFF.contains(entry.status()))
                ? List.of()
                : List.of(Finding.ofMatter(
                        Lack.NO_LIMITATION,
                        matter.id(),
                        matter.id() + " has no last day to sue",
                        "enter it with tickler add --kind limitation, or its claim in matters.yaml"));
    }

    private List<Finding> openEntry(Matter matter, List<Entry> entries) {
        return entries.stream().anyMatch(this::isAhead)
                ? List.of()
                : List.of(Finding.ofMatter(
                        Lack.NO_OPEN_ENTRY,
                        matter.id(),
                        matter.id() + " is open and has no next step",
                        "enter what comes next with tickler add, or close the matter"));
    }

    private boolean isAhead(Entry entry) {
        return entry.kind() != EntryKind.EVENT
                && !entry.isDrill()
                && !entry.status().isOver()
                && entry.when().date().map(day -> !day.isBefore(today)).orElse(true);
    }

    private Stream<Entry> toCome(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.status().reminds() && entry.kind() != EntryKind.EVENT && !entry.isDrill())
                .filter(entry ->
                        entry.when().date().filter(day -> !day.isBefore(today)).isPresent());
    }

    private Optional<Finding> owner(Matter matter, Entry entry) {
        boolean owned =
                Recipients.of(new Addressee.Owner(), entry, matter, people, Optional.empty(), this::noon)
                        .people()
                        .stream()
                        .anyMatch(person -> !person.goneOn(today));
        return owned
                ? Optional.empty()
                : Optional.of(Finding.ofEntry(
                        Lack.NO_OWNER,
                        matter.id(),
                        entry.id(),
                        words(entry) + " on " + matter.id() + " has no owner who is with the firm",
                        "tickler correct " + entry.id() + " --owner PERSON"));
    }

    private Instant noon(Person person) {
        return LocalMoments.instant(today.atTime(LocalTime.NOON), person.zone());
    }

    private List<Finding> secondChecker(Matter matter) {
        List<Person> staff = people.all().stream()
                .filter(person -> person.kind() == PersonKind.STAFF)
                .filter(person -> Sight.sees(person, matter, today).allowed())
                .toList();
        return staff.size() > 1
                ? List.of()
                : List.of(Finding.ofMatter(
                        Lack.NO_SECOND_CHECKER,
                        matter.id(),
                        "of " + matter.id() + " no second person can verify a date: "
                                + (staff.isEmpty()
                                        ? "nobody"
                                        : "only " + staff.getFirst().id())
                                + " of the staff may see it",
                        "put a second person on its team"));
    }

    private List<Finding> reachablePerson(Matter matter) {
        boolean reachable = matter.team().on(today).stream()
                .flatMap(member -> people.find(member.who()).stream())
                .filter(person -> person.kind() == PersonKind.STAFF && !person.goneOn(today))
                .anyMatch(person -> !working(person).isEmpty());
        return reachable
                ? List.of()
                : List.of(Finding.ofMatter(
                        Lack.NO_REACHABLE_PERSON,
                        matter.id(),
                        "nobody of the staff on the team of " + matter.id() + " can be reached",
                        "name somebody in its team who has an e-mail address or a mobile number"));
    }

    private List<Finding> pack(Matter matter) {
        return matter.proceedings().stream()
                .filter(proceeding -> proceeding.runsOn(today))
                .filter(proceeding -> calendars
                        .find(proceeding.court())
                        .map(court -> !hasPack(court, proceeding))
                        .orElse(true))
                .map(
                        proceeding -> Finding.ofMatter(
                                Lack.NO_PACK,
                                matter.id(),
                                "no pack of rules in use is for the court of " + matter.id() + ", " + proceeding.court()
                                        + ": none of its deadlines is derived",
                                "name its pack under use: in the rules (tickler events lists them), or enter its deadlines by hand"))
                .toList();
    }

    private boolean hasPack(CourtCalendar court, Proceeding proceeding) {
        return !law.packsIn(court, proceeding.judge().map(JudgeName::of)).isEmpty();
    }

    private Optional<Finding> coverage(Matter matter, Entry entry) {
        LocalDate day = entry.when().date().orElseThrow();
        return entry.courtIn(matter)
                .flatMap(calendars::find)
                .filter(court -> court.on(day) instanceof CourtDay.Unknown)
                .map(court -> Finding.ofEntry(
                        Lack.PAST_COVERAGE,
                        matter.id(),
                        entry.id(),
                        words(entry) + " on " + matter.id() + " is on " + Days.words(day)
                                + ", for which the calendar of " + court.id() + " does not vouch",
                        "see whether that court sits on that day, and add the year to its calendar"));
    }

    private Optional<Finding> channel(Person person) {
        if (!working(person).isEmpty() && reasons(person).isEmpty()) {
            return Optional.empty();
        }
        String why = reasons(person).isEmpty()
                ? "has no channel by which a message could reach them"
                : String.join("; ", reasons(person)) + (working(person).isEmpty() ? "; no other channel is left" : "");
        return Optional.of(Finding.ofPerson(
                Lack.NO_CHANNEL,
                person.id(),
                person.name() + " (" + person.id() + "): " + why,
                "ask them, and set the address right in people.yaml"));
    }

    private List<String> reasons(Person person) {
        Map<Channel, String> reasons = dead.getOrDefault(person.id(), Map.of());
        return person.reach().usable().stream()
                .filter(reasons::containsKey)
                .map(channel -> Words.of(channel) + " does not work: " + reasons.get(channel))
                .toList();
    }

    private List<Channel> working(Person person) {
        Set<Channel> not = dead.getOrDefault(person.id(), Map.of()).keySet();
        return person.reach().usable().stream()
                .filter(channel -> !not.contains(channel))
                .toList();
    }

    private static String words(Entry entry) {
        return "\"" + entry.title() + "\" [" + entry.id() + "]";
    }
}
