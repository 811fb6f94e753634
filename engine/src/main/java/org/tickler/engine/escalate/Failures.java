package org.tickler.engine.escalate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.FollowUpStore.Line;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.AskId;

/// Follows up reminders that failed: the person's next channel, then the next person, at once.
final class Failures {

    private Failures() {}

    /// What came of one failed reminder; empty where another process had it already.
    static Optional<String> follow(Handle handle, ActiveBook book, Line failed, Instant now) {
        List<AskId> involved = new ArrayList<>(EscalationStore.roots(handle, failed.ask()));
        involved.add(failed.ask());
        List<AskRow> locked = AskStore.lock(handle, involved);
        if (!FollowUpStore.claim(handle, failed.id())) {
            return Optional.empty();
        }
        AskRow ask = locked.stream()
                .filter(row -> row.id().equals(failed.ask()))
                .findFirst()
                .orElseThrow();
        String outcome =
                ask.waits() ? led(handle, book, failed, ask, locked, now) : "the ask is " + Words.of(ask.state());
        Audit.record(
                handle,
                new AuditRecord(
                        now,
                        "tickler",
                        "failure-followed-up",
                        ask.matter(),
                        ask.entry(),
                        Optional.of(failed.recipient()),
                        Map.of(
                                "reminder", failed.id().value(),
                                "ask", ask.id().value(),
                                "channel", Words.of(failed.channel()),
                                "failed", failed.reason(),
                                "then", outcome)));
        return Optional.of(outcome);
    }

    private static String led(
            Handle handle, ActiveBook book, Line failed, AskRow ask, List<AskRow> locked, Instant now) {
        List<Line> lines = FollowUpStore.ofAsk(handle, ask.id());
        Optional<Line> stands = lines.stream().filter(Line::stands).findFirst();
        if (stands.isPresent()) {
            return "by " + Words.of(stands.get().channel()) + " it is "
                    + Words.of(stands.get().state());
        }
        if (ask.step() == 0 && EscalationStore.inHand(handle, ask.id())) {
            return "somebody has it";
        }
        Optional<Channel> channel = nextChannel(handle, failed, ask, lines, now);
        if (channel.isPresent()) {
            Person person = PersonStore.find(handle, failed.recipient()).orElseThrow();
            String why = "by " + Words.of(channel.get()) + ", because " + Words.of(failed.channel()) + " failed: "
                    + failed.reason();
            FollowUpStore.onChannel(handle, failed.id(), channel.get(), why, now, person.zone());
            return why;
        }
        return nextPerson(handle, book, failed, ask, locked, now);
    }

    private static Optional<Channel> nextChannel(
            Handle handle, Line failed, AskRow ask, List<Line> lines, Instant now) {
        Optional<Person> found = PersonStore.find(handle, failed.recipient());
        boolean thisChannelAlone = QuietChannelStore.asks(handle, ask.id());
        if (found.isEmpty() || thisChannelAlone || walled(handle, ask, found.get(), now)) {
            return Optional.empty();
        }
        Person person = found.get();
        List<Channel> taken = lines.stream()
                .filter(line -> line.state() != ReminderState.WITHDRAWN)
                .map(Line::channel)
                .toList();
        return SuppressionStore.open(handle, person, now.atZone(person.zone()).toLocalDate()).stream()
                .filter(channel -> !taken.contains(channel))
                .findFirst();
    }

    private static boolean walled(Handle handle, AskRow ask, Person person, Instant now) {
        return ask.matter()
                .flatMap(id -> MatterStore.find(handle, id))
                .filter(matter -> !Sight.sees(
                                person, matter, now.atZone(person.zone()).toLocalDate())
                        .allowed())
                .isPresent();
    }

    /// Nobody is told twice over: where somebody else of the same step has it, that is enough.
    private static String nextPerson(
            Handle handle, ActiveBook book, Line failed, AskRow ask, List<AskRow> locked, Instant now) {
        FollowUpStore.claimAll(handle, ask.id());
        if (SheetDesk.isHere(ask)) {
            return SheetChain.failed(handle, book, ask, failed, now);
        }
        List<String> outcomes = new ArrayList<>();
        for (AskRow root : ask.step() == 0 ? List.of(ask) : locked) {
            Optional<Case> about = Case.of(handle, book, root, now);
            if (root.step() != 0 || about.isEmpty() || !root.waits()) {
                continue;
            }
            if (about.get().moot()) {
                outcomes.add("the entry needs no answer any more");
            } else if (EscalationStore.inHand(handle, root.id())) {
                outcomes.add("somebody has it");
            } else if (othersHaveIt(handle, root, ask)) {
                outcomes.add("others of the same step have it");
            } else {
                String name = about.get()
                        .people()
                        .find(failed.recipient())
                        .map(Person::name)
                        .orElse("somebody");
                String reason = name + " could not be reached: " + failed.reason();
                Advance.step(handle, about.get(), reason);
                outcomes.add("the next person is told");
            }
        }
        return outcomes.isEmpty() ? "nobody else can be told" : String.join("; ", outcomes);
    }

    private static boolean othersHaveIt(Handle handle, AskRow root, AskRow failed) {
        return failed.step() != 0
                && EscalationStore.steps(handle, List.of(root.id())).stream()
                        .filter(step -> !step.equals(failed.id()))
                        .flatMap(step -> AskStore.find(handle, step).stream())
                        .filter(row -> row.step() == failed.step())
                        .anyMatch(row ->
                                FollowUpStore.ofAsk(handle, row.id()).stream().anyMatch(Line::stands));
    }
}
