package org.tickler.engine.escalate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerClock;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.Recipients;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;

/// Who hears next.
///
/// @param number of the step, from 1; past the ladder's own comes the firm's last resort, then nobody
/// @param tell whom; nobody where all have been told
/// @param skipped who would have come before and why they were passed over
record NextStep(int number, List<Person> tell, List<String> skipped) {
    NextStep {
        tell = List.copyOf(tell);
        skipped = List.copyOf(skipped);
    }

    /// The first step from the ask's next one on that finds somebody: not asked before, not away, not behind a
    /// wall, and reachable. The last resort is told even when away, and also where the ladder has lost steps.
    static NextStep of(Case about) {
        List<String> skipped = new ArrayList<>();
        int last = about.steps().size() + 1;
        int first = Math.min(about.root().clock().nextStep(), last);
        for (int step = first; step <= last; step++) {
            List<Person> tell = new ArrayList<>();
            for (Person person : named(about, step, skipped)) {
                Optional<String> obstacle = obstacle(about, person, step == last);
                obstacle.ifPresentOrElse(skipped::add, () -> tell.add(person));
            }
            if (!tell.isEmpty()) {
                return new NextStep(step, tell, skipped);
            }
        }
        return new NextStep(last + 1, List.of(), skipped);
    }

    /// When the step after this one is due; empty where nothing follows, or no answer was wanted in the first place.
    Optional<Instant> after(Case about) {
        List<SilenceStep> steps = about.steps();
        Optional<TimeSpan> wait = number < steps.size()
                ? Optional.of(steps.get(number).after())
                : number == steps.size() ? about.root().answerWithin() : Optional.empty();
        return about.root().answerWithin().isEmpty() && about.root().given().isEmpty()
                ? Optional.empty()
                : wait.map(span -> deadline(about, about.now(), span));
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
        Addressee tell = step <= about.steps().size()
                ? about.steps().get(step - 1).tell()
                : new Addressee.Named(about.book().firm().lastResort());
        Recipients found = Recipients.of(
                tell, about.entry(), about.matter(), about.people(), about.asked(), person -> about.now());
        found.gap().ifPresent(skipped::add);
        return found.people();
    }

    private static Optional<String> obstacle(Case about, Person person, boolean lastResort) {
        if (about.heard().contains(person.id())) {
            return Optional.of(person.id() + " has been asked already");
        }
        if (Sight.sees(person, about.matter(), about.day(person)) instanceof Sight.Refused refused) {
            return Optional.of(refused.why());
        }
        if (!lastResort && person.awayOn(about.day(person))) {
            return Optional.of(person.id() + " is away on " + about.day(person));
        }
        return Channels.usable(person, about.day(person)).isEmpty()
                ? Optional.of(Channels.unreachable(person, about.day(person)))
                : Optional.empty();
    }
}
