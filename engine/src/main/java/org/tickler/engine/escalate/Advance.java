package org.tickler.engine.escalate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Days;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.StandIn;
import org.tickler.rules.remind.TimeSpan;

/// Takes an escalation one step on.
final class Advance {

    private Advance() {}

    /// Tells whoever comes next, for the reason given, and sets when the step after that is due. The root must be
    /// locked.
    static void step(Handle handle, Case about, String reason) {
        NextStep next = NextStep.of(about);
        tellBack(handle, about, next, reason);
        if (next.tell().isEmpty()) {
            end(handle, about, next, reason);
            return;
        }
        List<String> told = new ArrayList<>();
        for (NextStep.Tell tell : next.tell()) {
            Ask ask = tell(handle, about, next.number(), tell, reason);
            EscalationStore.link(handle, about.root().id(), next.number(), ask.id(), reason, about.now());
            told.add(tell.person().id()
                    + tell.call().map(call -> ", to call " + call.id()).orElse(""));
        }
        AskStore.escalate(handle, about.root().id(), reason, next.number() + 1, next.after(about));
        audit(
                handle,
                about,
                "escalated",
                Map.of(
                        "ask", about.root().id().value(),
                        "step", next.number(),
                        "told", told,
                        "passed-over", next.skipped(),
                        "why", reason));
    }

    /// Those who passed it on, and now hear that it was not taken, may answer after all.
    private static void tellBack(Handle handle, Case about, NextStep next, String reason) {
        List<Person> back = Handover.toTell(handle, about).stream()
                .filter(person ->
                        next.tell().stream().noneMatch(one -> one.person().equals(person)))
                .toList();
        int step = Ask.TOLD_BACK + next.number();
        for (Person person : back) {
            Ask ask = tell(handle, about, step, new NextStep.Tell(person, Optional.empty()), reason);
            EscalationStore.link(handle, about.root().id(), step, ask.id(), reason, about.now());
            audit(
                    handle,
                    about,
                    "told-back",
                    Map.of("ask", about.root().id().value(), "told", person.id().value(), "why", reason));
        }
    }

    /// Everybody has been told. Where walls stand in the way of all, or of the last resort, that person hears that
    /// something is there, and nothing of what it is.
    private static void end(Handle handle, Case about, NextStep next, String reason) {
        AskStore.escalate(
                handle, about.root().id(), reason + "; nobody is left to tell", next.number(), Optional.empty());
        audit(
                handle,
                about,
                "escalation-ended",
                Map.of("ask", about.root().id().value(), "passed-over", next.skipped(), "why", reason));
        boolean nobody =
                EscalationStore.steps(handle, List.of(about.root().id())).isEmpty();
        if (nobody || !about.heard().contains(about.book().firm().lastResort())) {
            alarm(handle, about);
        }
    }

    private static void alarm(Handle handle, Case about) {
        LastResort.tell(
                handle,
                about.book(),
                "nobody-to-tell " + about.root().id(),
                "A reminder found no answer, and nobody else could be told of it. The audit has it under ask "
                        + about.root().id(),
                about.now());
    }

    /// Whom no message reaches is asked all the same, and read by the person who calls.
    static Ask tell(Handle handle, Case about, int step, NextStep.Tell tell, String reason) {
        Ask ask = ask(handle, about, step, tell.call().orElse(tell.person()));
        String why = why(handle, about, tell, reason);
        List<PlannedReminder> reminders = channels(handle, about, tell.person()).stream()
                .map(channel -> reminder(about, ask, tell, channel, why))
                .toList();
        ScheduleStore.add(handle, reminders, Stamp.of(about.book().fingerprint(), about.now()));
        return ask;
    }

    private static String why(Handle handle, Case about, NextStep.Tell tell, String reason) {
        List<String> sentences = new ArrayList<>();
        tell.call()
                .ifPresent(person -> sentences.add("Call " + person.name()
                        + about.useful()
                                .map(at -> " by "
                                        + Days.words(
                                                at.atZone(tell.person().zone()).toLocalDateTime()))
                                .orElse("")));
        sentences.add(reason);
        about.work().ifPresent(sentences::add);
        if (isNotice(about)) {
            FollowUpStore.why(handle, about.root().id()).ifPresent(sentences::add);
        }
        return String.join("; ", sentences);
    }

    private static boolean isNotice(Case about) {
        return switch (about.root().purpose()) {
            case RUNG, ESCALATION, CALL, PASSED_ON -> false;
            case MOVED, CANCELLED, STAYED, RESUMED, REJECTED, QUESTION, WRITTEN_BACK, ALARM, SHEET -> true;
        };
    }

    /// Several silent asks of a rung share the ask of the person whom they lead to. Once that is settled, a new one
    /// follows: its number is the next that no step of this ladder has.
    private static Ask ask(Handle handle, Case about, int step, Person person) {
        AskRow root = about.root();
        int lap = NextStep.last(about);
        Ask ask = new Ask(about.entry().id(), root.revision(), root.ladder(), root.rung(), person.id(), step);
        while (AskStore.find(handle, ask.id()).filter(found -> !found.waits()).isPresent()) {
            ask = new Ask(ask.entry(), ask.revision(), ask.ladder(), ask.rung(), person.id(), ask.step() + lap);
        }
        return ask;
    }

    /// Those not suppressed; all where all are, so that the failure is seen and leads on.
    private static List<Channel> channels(Handle handle, Case about, Person person) {
        List<Channel> open = SuppressionStore.open(handle, person, about.day(person));
        return open.isEmpty() ? Channels.usable(person, about.day(person)) : open;
    }

    private static PlannedReminder reminder(Case about, Ask ask, NextStep.Tell tell, Channel channel, String reason) {
        Instant now = about.now();
        Person person = tell.person();
        Purpose passedOn = tell.call().isPresent() ? Purpose.CALL : Purpose.ESCALATION;
        Optional<TimeSpan> answer = tell.call().isPresent()
                ? about.root().answerWithin().or(() -> Optional.of(StandIn.TIME_TO_CALL))
                : about.root().answerWithin();
        return new PlannedReminder(
                ask.on(channel),
                ask,
                about.matter().id(),
                isNotice(about) ? about.root().purpose() : passedOn,
                person.id(),
                channel,
                new Due(now, now.atZone(person.zone()).toLocalDateTime(), person.zone()),
                now,
                new Fate.Goes(),
                answer,
                reason);
    }

    static void audit(Handle handle, Case about, String act, Map<String, Object> detail) {
        Audit.record(
                handle,
                new AuditRecord(
                        about.now(),
                        "tickler",
                        act,
                        Optional.of(about.matter().id()),
                        Optional.of(about.entry().id()),
                        Optional.of(about.root().asked()),
                        detail));
    }
}
