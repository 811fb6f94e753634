package org.tickler.rules.remind;

import java.time.Instant;
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
    private final StandIn standIn;
    private final MorningSheets mornings;

    /** Where the firm has no morning sheets. */
    public ReminderPlanner(Matter matter, SpanCounter counter, People people) {
        this(matter, counter, people, new MorningSheets(List.of(), new SheetClock(counter)));
    }

    /** @param mornings the sheets into which reminders are folded that need no answer */
    public ReminderPlanner(Matter matter, SpanCounter counter, People people, MorningSheets mornings) {
        this.mornings = mornings;
        this.matter = matter;
        this.people = people;
        this.counter = counter;
        this.standIn = new StandIn(matter, people);
    }

    /**
     * The rungs of {@code ladder} for {@code entry}, which must have a date. What was past when it became known leaves no
     * gaps: nothing could be done about them.
     *
     * @param told who gets a notice that this entry was moved, and so needs no rung to say it again
     */
    public Planned rungs(Entry entry, Ladder ladder, Set<PersonId> told) {
        Instant dueAt = entry.when().dueAt().orElseThrow();
        RungClock clock = clock(entry);
        Delivery delivery =
                new Delivery(entry, matter, ladder.rungs(), clock, counter, new Delivery.Readers(standIn, mornings));
        Instant known = later(later(entry.revision().knownAt(), ladder.knownAt()), matter.knownAt());
        List<String> gaps = new ArrayList<>();
        Map<PersonId, List<Draft>> drafts = drafts(entry, ladder, clock, known, gaps);
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
        Delivery delivery =
                new Delivery(entry, matter, List.of(), clock, counter, new Delivery.Readers(standIn, mornings));
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
     * Who has to do with {@code entry}: whom the rungs of its ladder name, its owner, and those of the firm who are on the
     * matter's team.
     */
    public Set<PersonId> everybody(Entry entry, Optional<Ladder> ladder) {
        Stream<Addressee> named =
                ladder.stream().flatMap(one -> one.rungs().stream()).flatMap(rung -> rung.to().stream());
        Stream<Person> meant = Stream.concat(named, Stream.of(new Addressee.Owner()))
                .flatMap(addressee ->
                        Recipients.of(addressee, entry, matter, people, Optional.empty()).people().stream());
        Stream<Person> team = matter.team().values().stream()
                .flatMap(List::stream)
                .flatMap(id -> people.find(id).stream())
                .filter(person -> person.kind() == PersonKind.STAFF);
        return Stream.concat(meant, team).map(Person::id).collect(Collectors.toUnmodifiableSet());
    }

    private Map<PersonId, List<Draft>> drafts(
            Entry entry, Ladder ladder, RungClock clock, Instant known, List<String> gaps) {
        Map<PersonId, List<Draft>> drafts = new LinkedHashMap<>();
        for (Rung rung : ladder.rungs()) {
            boolean anyAnswers = rung.answer().isEmpty();
            for (Person person : recipients(entry, ladder, rung, gaps)) {
                Instant owed = later(known, person.knownAt());
                switch (clock.moment(rung.at(), person.zone(), owed)) {
                    case RungClock.Moment.Nowhere nowhere -> note(gaps, ladder, rung, nowhere.why());
                    case RungClock.Moment.At at -> {
                        boolean answers = wantsAnswer(rung, person);
                        anyAnswers |= answers;
                        drafts.computeIfAbsent(person.id(), id -> new ArrayList<>())
                                .add(new Draft(Purpose.RUNG, ladder.id(), rung, person, answers, owed, at));
                    }
                }
            }
            if (!anyAnswers) {
                note(gaps, ladder, rung, "it wants an answer, and nobody whose answer counts is told");
            }
        }
        return drafts;
    }

    private Collection<Person> recipients(Entry entry, Ladder ladder, Rung rung, List<String> gaps) {
        Map<PersonId, Person> found = new LinkedHashMap<>();
        for (Addressee addressee : rung.to()) {
            Recipients recipients = Recipients.of(addressee, entry, matter, people, Optional.empty());
            recipients.people().forEach(person -> found.putIfAbsent(person.id(), person));
            recipients.gap().ifPresent(why -> note(gaps, ladder, rung, why));
        }
        return found.values();
    }

    private boolean wantsAnswer(Rung rung, Person person) {
        return rung.answer()
                .map(answer -> switch (answer.from()) {
                    case From.Role role -> people.inRole(role.name(), matter).contains(person);
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
