package org.tickler.engine.answer;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.AnswerClock;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.StandIn;
import org.tickler.rules.remind.TimeSpan;

/// Who may take an ask over, and the handing over itself: the colleague is asked for the same rung, with the same time
/// to answer, from now on; whoever is silent then, it goes on along the rung's own chain.
///
/// @param rung all asks of it
/// @param reader who has the ask's reminders
/// @param passers who have passed it on so far, and so get it back as the escalation's news and not as an ask
record PassOn(
        ActiveBook book,
        AskRow ask,
        List<AskRow> rung,
        Entry entry,
        Matter matter,
        People people,
        PersonId reader,
        Set<PersonId> passers,
        Instant now) {
    PassOn {
        rung = List.copyOf(rung);
        passers = Set.copyOf(passers);
    }

    static PassOn of(Handle handle, ActiveBook book, AskRow ask, Entry entry, Matter matter, Instant now) {
        List<AskRow> rung = AskStore.ofRung(handle, ask);
        Set<PersonId> passers = new HashSet<>();
        AnswerStore.of(handle, rung.stream().map(AskRow::id).toList()).stream()
                .filter(row -> row.passed().isPresent())
                .forEach(row -> passers.add(row.saidFor()));
        PersonId reader = AskStore.reader(handle, ask.id()).orElse(ask.asked());
        return new PassOn(book, ask, rung, entry, matter, PersonStore.readable(handle), reader, passers, now);
    }

    /// Those who could take it, the matter's team first.
    List<Person> possible() {
        return people.all().stream()
                .filter(one -> one.kind() == PersonKind.STAFF)
                .filter(one -> obstacle(one).isEmpty())
                .sorted(Comparator.comparingInt(one -> matter.hasOnTeam(one.id(), day(one)) ? 0 : 1))
                .toList();
    }

    /// Why `to` cannot take it; empty: she can.
    Optional<String> obstacle(Person to) {
        LocalDate day = day(to);
        if (to.id().equals(ask.asked()) || to.id().equals(reader)) {
            return Optional.of(to.name() + " has it already");
        }
        if (to.kind() != PersonKind.STAFF) {
            return Optional.of(to.name() + " is not one of the staff");
        }
        if (to.goneOn(day)) {
            return Optional.of(to.name() + " has left");
        }
        if (Sight.sees(to, matter, day) instanceof Sight.Refused) {
            return Optional.of(to.name() + " may not see the matter");
        }
        if (passers.contains(to.id())) {
            return Optional.of(to.name() + " has passed it on before; say that you are not ready instead");
        }
        if (to.awayOn(day) && standIn(to).isEmpty()) {
            return Optional.of(to.name() + " is away, and nobody stands in");
        }
        return Channels.usable(standIn(to).orElse(to), day).isEmpty()
                ? Optional.of(Channels.unreachable(to, day))
                : Optional.empty();
    }

    /// Asks `to`, at once, and gives the escalations that led here the time anew.
    AskId put(Handle handle, Person to, AskRow.Given given) {
        TimeSpan within = ask.answerWithin().orElseThrow();
        int number = rung.stream()
                .mapToInt(AskRow::step)
                .filter(step -> step >= Ask.PASSED_ON && step < Ask.TOLD_BACK)
                .map(step -> step + 1)
                .max()
                .orElse(Ask.PASSED_ON);
        Ask next = new Ask(entry.id(), ask.revision(), ask.ladder(), ask.rung(), to.id(), number);
        Person takes = standIn(to).orElse(to);
        String why = name(given.by()) + " passed it on"
                + (takes.id().equals(to.id()) ? "" : " to " + to.name() + ", for whom you stand in");
        List<PlannedReminder> reminders = channels(handle, takes).stream()
                .map(channel -> new PlannedReminder(
                        next.on(channel),
                        next,
                        matter.id(),
                        Purpose.PASSED_ON,
                        takes.id(),
                        channel,
                        new Due(now, now.atZone(takes.zone()).toLocalDateTime(), takes.zone()),
                        now,
                        new Fate.Goes(),
                        Optional.of(within),
                        why))
                .toList();
        ScheduleStore.add(handle, reminders, Stamp.of(book.fingerprint(), now));
        for (AskRow root : roots(handle)) {
            EscalationStore.link(handle, root.id(), number, next.id(), why, now);
            AskState state = root.state() == AskState.ESCALATED ? AskState.ESCALATED : AskState.OPEN;
            AskStore.settle(handle, List.of(root.id()), state, "passed on to " + to.id());
            AskStore.wakeAt(handle, List.of(root.id()), silentAt(root, within, takes));
        }
        if (ask.step() != 0) {
            AskStore.settle(handle, List.of(ask.id()), AskState.ANSWERED, "passed on to " + to.id());
        }
        return next.id();
    }

    private List<AskRow> roots(Handle handle) {
        if (ask.step() == 0) {
            return List.of(ask);
        }
        Set<AskId> ids = Set.copyOf(EscalationStore.roots(handle, ask.id()));
        return rung.stream().filter(row -> ids.contains(row.id())).toList();
    }

    /// The end of the time to answer, and of what the ladder waits beyond it before its first step.
    private Instant silentAt(AskRow root, TimeSpan within, Person takes) {
        Instant silent = AnswerClock.deadline(now, within, book.firm(), book.calendars(), takes.zone());
        return root.clock().nextStep() > 1
                ? silent
                : book.rulebook().ladder(ask.ladder()).stream()
                        .flatMap(ladder -> ladder.rungs().stream())
                        .filter(one -> one.id().equals(ask.rung()))
                        .map(Rung::ifSilent)
                        .flatMap(steps -> steps.stream().limit(1))
                        .map(SilenceStep::after)
                        .map(after -> AnswerClock.deadline(silent, after, book.firm(), book.calendars(), takes.zone()))
                        .findFirst()
                        .orElse(silent);
    }

    private Optional<Person> standIn(Person to) {
        return to.awayOn(day(to)) ? StandIn.of(to, matter, people, person -> now) : Optional.empty();
    }

    /// Those not suppressed; all where all are, so that the failure is seen and leads on.
    private List<Channel> channels(Handle handle, Person person) {
        List<Channel> open = SuppressionStore.open(handle, person, day(person));
        return open.isEmpty() ? Channels.usable(person, day(person)) : open;
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }

    private LocalDate day(Person person) {
        return now.atZone(person.zone()).toLocalDate();
    }
}
