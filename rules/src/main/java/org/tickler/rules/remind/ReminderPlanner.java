package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.remind.AnswerWanted.From;

/**
 * Plans the reminders of one matter's entries: who hears of which rung, when, and by which channel. Pure; the same
 * arguments always give the same plan.
 */
public final class ReminderPlanner {
    private final Matter matter;
    private final People people;
    private final SpanCounter counter;

    public ReminderPlanner(Matter matter, SpanCounter counter, People people) {
        this.matter = matter;
        this.people = people;
        this.counter = counter;
    }

    /**
     * The rungs of {@code ladder} for {@code entry}, which must have a date. What was past when it became known leaves no
     * gaps: nothing could be done about them.
     *
     * @param told who gets a notice that this entry was moved, and so needs no rung to say it again
     * @param owned since when it is known that the entry is its owner's, where that is later than the entry
     */
    public Planned rungs(Entry entry, Ladder ladder, Set<PersonId> told, Optional<Instant> owned) {
        Instant dueAt = entry.when().dueAt().orElseThrow();
        RungClock clock = clock(entry);
        Delivery delivery = new Delivery(entry, matter, ladder.rungs(), clock, counter, people);
        Instant known = later(later(entry.revision().knownAt(), ladder.knownAt()), matter.knownAt());
        List<String> gaps = new ArrayList<>();
        Owed owed = new Owed(entry, matter, people, clock, counter, new Owed.Since(known, owned));
        Map<PersonId, List<Draft>> drafts = drafts(entry, ladder, clock, owed, gaps);
        Planned planned = new Planned(List.of(), gaps);
        for (List<Draft> ofOne : drafts.values()) {
            for (BornLate.Judged judged : BornLate.judge(ofOne, dueAt)) {
                planned = planned.and(delivery.deliver(judged.draft(), judged.fate()));
            }
        }
        List<PlannedReminder> settled = new Overlaps(ladder, told).settle(planned.reminders());
        return new Planned(settled, dueAt.isBefore(known) ? List.of() : planned.gaps());
    }

    /**
     * To each of {@code told}, at once, on every channel that reaches him: the entry was moved, or cancelled. A changed
     * date is not left to one channel.
     *
     * @param purpose {@link Purpose#MOVED} or {@link Purpose#CANCELLED}
     */
    public Planned notices(Entry entry, Purpose purpose, Collection<PersonId> told) {
        return notices(entry, purpose, told, List.of());
    }

    /** The same, with what is to be said of the reason. */
    public Planned notices(Entry entry, Purpose purpose, Collection<PersonId> told, List<String> notes) {
        RungClock clock = clock(entry);
        Delivery delivery = new Delivery(entry, matter, List.of(), clock, counter, people);
        Planned planned = Planned.nothing();
        for (PersonId id : told.stream().sorted().toList()) {
            planned = planned.and(people.find(id)
                    .map(person -> delivery.deliver(
                            Notices.draft(entry, purpose, person, notes), Notices.fate(entry, purpose)))
                    .orElseGet(() -> Planned.gap(id + " was told of the former date and is no longer known")));
        }
        return planned;
    }

    /**
     * Who has to do with {@code entry} as soon as it is known as it stands: whom the rungs of its ladder name, its owner, and those of the firm who are on the
     * matter's team.
     */
    public Set<PersonId> everybody(Entry entry, Optional<Ladder> ladder) {
        Instant known = entry.revision().knownAt();
        Stream<Addressee> named =
                ladder.stream().flatMap(one -> one.rungs().stream()).flatMap(rung -> rung.to().stream());
        Stream<Person> meant = Stream.concat(named, Stream.of(new Addressee.Owner()))
                .flatMap(addressee ->
                        Recipients.of(addressee, entry, matter, people, Optional.empty(), person -> known)
                                .people()
                                .stream());
        Stream<Person> team = matter.team().members().stream()
                .flatMap(member ->
                        people.find(member.who()).filter(person -> member.holdsOn(person.dayAt(known))).stream())
                .filter(person -> person.kind() == PersonKind.STAFF);
        return Stream.concat(meant, team).map(Person::id).collect(Collectors.toUnmodifiableSet());
    }

    private Map<PersonId, List<Draft>> drafts(
            Entry entry, Ladder ladder, RungClock clock, Owed owed, List<String> gaps) {
        Map<PersonId, List<Draft>> drafts = new LinkedHashMap<>();
        for (Rung rung : ladder.rungs()) {
            boolean anyAnswers = rung.answer().isEmpty();
            for (Owed.To to : recipients(entry, ladder, rung, owed, gaps)) {
                Person person = to.person();
                switch (clock.moment(rung.at(), person.zone(), to.since())) {
                    case RungClock.Moment.Nowhere nowhere -> note(gaps, ladder, rung, nowhere.why());
                    case RungClock.Moment.At at -> {
                        boolean answers = wantsAnswer(rung, person, owed.day(rung.at(), to));
                        anyAnswers |= answers;
                        drafts.computeIfAbsent(person.id(), id -> new ArrayList<>())
                                .add(new Draft(Purpose.RUNG, ladder.id(), rung, person, answers, to.since(), at));
                    }
                }
            }
            if (!anyAnswers) {
                note(gaps, ladder, rung, "it wants an answer, and nobody whose answer counts is told");
            }
        }
        return drafts;
    }

    private Collection<Owed.To> recipients(Entry entry, Ladder ladder, Rung rung, Owed owed, List<String> gaps) {
        Map<PersonId, Owed.To> found = new LinkedHashMap<>();
        for (Addressee addressee : rung.to()) {
            List<Owed.To> meant = owed.of(addressee, rung.at());
            meant.forEach(to -> found.merge(
                    to.person().id(), to, (one, other) -> one.since().isAfter(other.since()) ? other : one));
            if (meant.isEmpty()) {
                note(gaps, ladder, rung, nobody(addressee, entry));
            }
        }
        return found.values();
    }

    private String nobody(Addressee addressee, Entry entry) {
        return Recipients.of(
                        addressee,
                        entry,
                        matter,
                        people,
                        Optional.empty(),
                        person -> entry.revision().knownAt())
                .gap()
                .orElse("nobody whom it means holds the role on its day");
    }

    private boolean wantsAnswer(Rung rung, Person person, LocalDate day) {
        return rung.answer()
                .map(answer -> switch (answer.from()) {
                    case From.Role role ->
                        people.inRole(role.name(), matter, day).contains(person);
                    case From.Any any -> true;
                    case From.Each each -> true;
                })
                .orElse(false);
    }

    private RungClock clock(Entry entry) {
        return new RungClock(entry, entry.courtIn(matter), counter);
    }

    private static void note(List<String> gaps, Ladder ladder, Rung rung, String why) {
        String sentence = "ladder " + ladder.id() + ", " + rung.id() + ": " + why;
        if (!gaps.contains(sentence)) {
            gaps.add(sentence);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
