package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerClock;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.Recipients;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.StandIn;
import org.tickler.rules.remind.TimeSpan;

/// Who hears next.
///
/// @param number of the step, from 1; past the ladder's own come the docket clerk and the firm's last resort, then
/// nobody
/// @param tell whom; nobody where all have been told
/// @param skipped who would have come before and why they were passed over
record NextStep(int number, List<Tell> tell, List<String> skipped) {
    /// The two that no rule names: the docket clerk, then the last resort, who cannot be unset.
    static final int BUILT_IN = 2;

    NextStep {
        tell = List.copyOf(tell);
        skipped = List.copyOf(skipped);
    }

    /// Somebody who hears.
    ///
    /// @param call whom that person is to call, because no message reaches the one; empty: nobody
    record Tell(Person person, Optional<Person> call) {}

    /// The first step from the ask's next one on that finds somebody: not asked before, and not behind a wall. For
    /// whoever is away the delegate stands in; whom no message reaches somebody is to call. The last resort is told
    /// even when away, and also where the ladder has lost steps.
    static NextStep of(Case about) {
        List<String> skipped = new ArrayList<>();
        int last = last(about);
        int first = Math.min(about.root().clock().nextStep(), last);
        for (int step = first; step <= last; step++) {
            Map<PersonId, Tell> tell = new LinkedHashMap<>();
            for (Person person : named(about, step, skipped)) {
                tell(about, person, step == last, skipped)
                        .ifPresent(one ->
                                tell.putIfAbsent(one.call().orElse(one.person()).id(), one));
            }
            if (!tell.isEmpty()) {
                return new NextStep(step, List.copyOf(tell.values()), skipped);
            }
        }
        return new NextStep(last + 1, List.of(), skipped);
    }

    static int last(Case about) {
        return about.steps().size() + BUILT_IN;
    }

    /// When the step after this one is due; empty where nothing follows, or no answer was wanted in the first place.
    Optional<Instant> after(Case about) {
        List<SilenceStep> steps = about.steps();
        Optional<TimeSpan> answer = about.root()
                .answerWithin()
                .or(() -> tell.stream().anyMatch(one -> one.call().isPresent())
                        ? Optional.of(StandIn.TIME_TO_CALL)
                        : Optional.empty());
        Optional<TimeSpan> wait = number < steps.size()
                ? Optional.of(steps.get(number).after())
                : number < last(about) && !lastResortKnows(about) ? answer : Optional.empty();
        return answer.isEmpty() && about.root().given().isEmpty()
                ? Optional.empty()
                : wait.map(span -> about.due(deadline(about, about.now(), span), about.now()));
    }

    private boolean lastResortKnows(Case about) {
        PersonId last = about.book().firm().lastResort();
        return number == last(about) - 1
                && (about.heard().contains(last)
                        || tell.stream()
                                .anyMatch(one -> one.call().isEmpty()
                                        && one.person().id().equals(last)));
    }

    /// The instant `span` after `from`, for the person asked.
    static Instant deadline(Case about, Instant from, TimeSpan span) {
        return AnswerClock.deadline(
                from,
                span,
                about.book().firm(),
                about.book().calendars(),
                about.asked().map(Person::zone).orElse(about.book().firm().zone()));
    }

    private static List<Person> named(Case about, int step, List<String> skipped) {
        if (step == last(about) - 1) {
            return about.people().inRole(RoleName.DOCKET_CLERK, about.matter(), about::day);
        }
        Addressee tell = step <= about.steps().size()
                ? about.steps().get(step - 1).tell()
                : new Addressee.Named(about.book().firm().lastResort());
        Recipients found = Recipients.of(
                tell, about.entry(), about.matter(), about.people(), about.asked(), person -> about.now());
        found.gap().ifPresent(skipped::add);
        return found.people();
    }

    /// Who hears in place of `person`, or the person; empty: nobody, and `skipped` says why.
    private static Optional<Tell> tell(Case about, Person person, boolean lastResort, List<String> skipped) {
        if (isPassedOver(about, person, skipped)) {
            return Optional.empty();
        }
        LocalDate today = about.day(person);
        if (!lastResort && person.awayOn(today)) {
            Optional<Person> standIn = about.standIn(person);
            skipped.add(person.id()
                    + (person.goneOn(today) ? " has left" : " is away on " + today)
                    + standIn.map(one -> ": " + one.id() + " stands in").orElse(""));
            return standIn.filter(one -> !isPassedOver(about, one, skipped))
                    .map(one -> new Tell(one, Optional.empty()));
        }
        if (!Channels.usable(person, today).isEmpty()) {
            return Optional.of(new Tell(person, Optional.empty()));
        }
        skipped.add(Channels.unreachable(person, today));
        return about.caller(person).map(caller -> new Tell(caller, Optional.of(person)));
    }

    private static boolean isPassedOver(Case about, Person person, List<String> skipped) {
        if (about.heard().contains(person.id())) {
            skipped.add(person.id() + " has been asked already");
            return true;
        }
        if (Sight.sees(person, about.matter(), about.day(person)) instanceof Sight.Refused refused) {
            skipped.add(refused.why());
            return true;
        }
        return false;
    }
}
