package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.remind.AnswerWanted.From;
import org.tickler.rules.remind.PlannedReminder.Due;

/**
 * Plans the reminders of one matter's entries: who hears of which rung, when, and by which channel. Pure; the same
 * arguments always give the same plan.
 */
public final class ReminderPlanner {
    private final Matter matter;
    private final People people;
    private final SpanCounter counter;
    private final MorningSheets mornings;

    /** Where the firm has no morning sheets. */
    public ReminderPlanner(Matter matter, SpanCounter counter, People people) {
        this(matter, counter, people, new MorningSheets(List.of(), new SheetClock(counter)));
    }

    /** @param mornings the sheets into which reminders are folded that need no answer */
    public ReminderPlanner(Matter matter, SpanCounter counter, People people, MorningSheets mornings) {
        this.matter = matter;
        this.people = people;
        this.counter = counter;
        this.mornings = mornings;
    }

    /**
     * The rungs of {@code ladder} for {@code entry}, which must have a date. What was past when it became known leaves no
     * gaps: nothing could be done about them.
     *
     * @param told what people were told last before the entry came to stand as it does. Who was told otherwise gets a notice,
     *     and no rung that only says it again, nor any before the notice; who was told the same is not told it again
     * @param owned since when it is known that the entry is its owner's, where that is later than the entry
     */
    public Planned rungs(Entry entry, Ladder ladder, Map<PersonId, Told> told, Optional<Instant> owned) {
        Instant dueAt = entry.when().dueAt().orElseThrow();
        Former former = Former.of(entry, told, counter);
        RungClock clock = clock(entry);
        Delivery delivery = new Delivery(
                entry,
                matter,
                ladder.rungs(),
                clock,
                counter,
                new Delivery.Readers(people, mornings, ladder.effort(entry)));
        Instant known = later(later(entry.revision().knownAt(), ladder.knownAt()), matter.knownAt());
        List<String> gaps = new ArrayList<>();
        Owed owed = new Owed(entry, matter, people, clock, counter, new Owed.Since(known, owned));
        Map<PersonId, List<Draft>> drafts = drafts(entry, ladder, new Times(clock, owed, former), gaps);
        Planned planned = new Planned(List.of(), gaps);
        for (Map.Entry<PersonId, List<Draft>> ofOne : drafts.entrySet()) {
            for (BornLate.Judged judged : BornLate.judge(ofOne.getValue(), dueAt, former.isNoticed(ofOne.getKey()))) {
                planned = planned.and(delivery.deliver(judged.draft(), judged.fate()));
            }
        }
        List<PlannedReminder> settled = new Overlaps(ladder, former).settle(planned.reminders());
        return new Planned(settled, dueAt.isBefore(known) ? List.of() : planned.gaps());
    }

    /**
     * To each of {@code told} who was told something else, on every channel that reaches the person: the entry was moved, or
     * cancelled, or is off for now, or on again. A changed date is not left to one channel.
     *
     * @param purpose {@link Purpose#MOVED}, {@link Purpose#CANCELLED}, {@link Purpose#STAYED} or {@link Purpose#RESUMED}
     */
    public Planned notices(Entry entry, Purpose purpose, Map<PersonId, Told> told) {
        return notices(entry, purpose, told, List.of());
    }

    /** The same, with what is to be said of the reason. */
    public Planned notices(Entry entry, Purpose purpose, Map<PersonId, Told> told, List<String> notes) {
        Planned planned = Planned.nothing();
        for (PersonId id : told.keySet().stream().sorted().toList()) {
            Told last = Objects.requireNonNull(told.get(id));
            boolean off = purpose == Purpose.CANCELLED || purpose == Purpose.STAYED;
            boolean news = off ? !last.off() : !last.agreesWith(entry);
            if (news) {
                planned = planned.and(notice(entry, purpose, id, Notices.pace(entry, last, counter), notes));
            }
        }
        return planned;
    }

    /** To each of {@code people}, at once: the entry is off its day, for the reason in {@code notes}. */
    public Planned notices(Entry entry, Collection<PersonId> everybody, List<String> notes) {
        Planned planned = Planned.nothing();
        for (PersonId id : everybody.stream().sorted().toList()) {
            planned = planned.and(notice(entry, Purpose.MOVED, id, Notices.Pace.atOnce(entry), notes));
        }
        return planned;
    }

    private Planned notice(Entry entry, Purpose purpose, PersonId id, Notices.Pace pace, List<String> notes) {
        Delivery delivery = new Delivery(
                entry,
                matter,
                List.of(),
                clock(entry),
                counter,
                new Delivery.Readers(people, mornings, Optional.empty()));
        return people.find(id)
                .map(person -> delivery.deliver(
                        Notices.draft(entry, purpose, person, pace, notes), Notices.fate(entry, purpose)))
                .orElseGet(() -> Planned.gap(id + " was told of the former date and is no longer known"));
    }

    /**
     * Who has to do with {@code entry} as soon as it is known as it stands: whom the rungs of its ladder name, its owner, and
     * those of the firm who are on the matter's team.
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

    /** When rungs speak, to whom and since when they are owed, and what of them is news. */
    private record Times(RungClock clock, Owed owed, Former former) {}

    private Map<PersonId, List<Draft>> drafts(Entry entry, Ladder ladder, Times times, List<String> gaps) {
        Map<PersonId, List<Draft>> drafts = new LinkedHashMap<>();
        for (Rung rung : ladder.rungs()) {
            boolean anyAnswers = rung.answer().isEmpty();
            for (Owed.To to : recipients(entry, ladder, rung, times.owed(), gaps)) {
                Person person = to.person();
                Instant owed = later(to.since(), times.former().noticeAt(person.id()));
                switch (times.clock().moment(rung.at(), person.zone(), owed)) {
                    case RungClock.Moment.Nowhere nowhere -> note(gaps, ladder, rung, nowhere.why());
                    case RungClock.Moment.At at -> {
                        boolean answers = wantsAnswer(rung, person, times.owed().day(rung.at(), to));
                        anyAnswers |= answers;
                        if (answers) {
                            tooLateForTheWork(entry, ladder, rung, at.due(), gaps);
                        }
                        drafts.computeIfAbsent(person.id(), id -> new ArrayList<>())
                                .add(new Draft(
                                        Purpose.RUNG, ladder.id(), rung, person, answers, owed, at, Optional.empty()));
                    }
                }
            }
            if (!anyAnswers) {
                note(gaps, ladder, rung, "it wants an answer, and nobody whose answer counts is told");
            }
        }
        return drafts;
    }

    private void tooLateForTheWork(Entry entry, Ladder ladder, Rung rung, Due due, List<String> gaps) {
        StepClock steps = new StepClock(counter);
        Optional<Effort> effort = ladder.effort(entry);
        boolean before = entry.when().dueAt().filter(due.at()::isBefore).isPresent();
        if (before && steps.lastUseful(entry, effort).filter(due.at()::isAfter).isPresent()) {
            steps.beside(entry, effort, due.at())
                    .ifPresent(left -> note(
                            gaps,
                            ladder,
                            rung,
                            "it asks on " + Days.words(due.local()) + ", too late for the work: " + left
                                    + "; let it speak earlier"));
        }
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
