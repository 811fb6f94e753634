package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.sheet.SheetAsk;
import org.tickler.engine.sheet.SheetBody;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
import org.tickler.engine.watch.guard.Responsible;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.remind.AnswerClock;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Channels;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.TimeSpan;

/// Passes on a list that nobody signed, or that did not arrive: the next person gets the same list. What need not be
/// signed and did not arrive is told to the last resort.
final class SheetChain {
    private final Handle handle;
    private final ActiveBook book;
    private final AskRow root;
    private final SheetRow sheet;
    private final People people;
    private final Instant now;

    private SheetChain(Handle handle, ActiveBook book, AskRow root, SheetRow sheet, Instant now) {
        this.handle = handle;
        this.book = book;
        this.root = root;
        this.sheet = sheet;
        this.people = PersonStore.all(handle);
        this.now = now;
    }

    /// Takes a list a step on whose silence has lasted too long, or whose reader would not sign. The root must be
    /// locked. False where the first step has a time of its own that is not over.
    static boolean pass(Handle handle, ActiveBook book, AskRow root, Instant now) {
        SheetRow sheet = SheetStore.find(handle, root.id()).orElseThrow();
        SheetChain chain = new SheetChain(handle, book, root, sheet, now);
        Optional<Instant> first = chain.firstStep();
        if (first.isPresent() && first.get().isAfter(now)) {
            AskStore.wakeAt(handle, List.of(root.id()), first.get());
            return false;
        }
        SheetAsk asks = SheetAsk.of(sheet, root.asked());
        boolean refused =
                root.given().filter(given -> given.answer() == Answer.NOT_READY).isPresent();
        chain.step(
                refused
                        ? chain.name(root.asked()) + " " + asks.refused()
                        : chain.name(root.asked()) + " " + asks.silent()
                                + root.answerWithin()
                                        .map(within -> " within " + within)
                                        .orElse(""));
        return true;
    }

    /// Follows up a sheet that could not be delivered by any channel, and says what came of it.
    static String failed(Handle handle, ActiveBook book, AskRow ask, FollowUpStore.Line line, Instant now) {
        SheetRow sheet = SheetStore.find(handle, ask.id()).orElseThrow();
        List<AskId> roots = ask.step() == 0 ? List.of(ask.id()) : EscalationStore.roots(handle, ask.id());
        if (ask.answerWithin().isEmpty()) {
            return new SheetChain(handle, book, ask, sheet, now).alarm(line);
        }
        AskStore.lock(handle, roots).stream().filter(AskRow::waits).forEach(root -> {
            SheetChain chain = new SheetChain(handle, book, root, sheet, now);
            chain.step(chain.name(line.recipient()) + " could not be reached: " + line.reason());
        });
        return "the next person is told";
    }

    private void step(String reason) {
        List<SilenceStep> steps = steps();
        int last = steps.size() + 1;
        Set<PersonId> heard = heard();
        List<String> skipped = new ArrayList<>();
        for (int number = Math.min(root.clock().nextStep(), last); number <= last; number++) {
            List<Person> tell = new ArrayList<>();
            for (Person person : named(steps, number)) {
                Optional<String> obstacle = obstacle(person, number == last, heard);
                obstacle.ifPresentOrElse(skipped::add, () -> tell.add(person));
            }
            if (!tell.isEmpty()) {
                int step = number;
                tell.forEach(person -> tell(person, step, reason));
                AskStore.escalate(handle, root.id(), reason, number + 1, after(steps, number));
                audit("escalated", Map.of("step", number, "told", ids(tell), "passed-over", skipped, "why", reason));
                return;
            }
        }
        AskStore.escalate(handle, root.id(), reason + "; nobody is left to tell", last + 1, Optional.empty());
        audit("escalation-ended", Map.of("passed-over", skipped, "why", reason));
        if (!heard.contains(book.firm().lastResort())) {
            alarm(reason);
        } else if (SheetDesk.channelAsked(sheet).isPresent() && heard.equals(Set.of(root.asked()))) {
            tellOfQuiet(reason);
        }
    }

    /// Nobody but the owner of a quiet channel was there to be asked: then that person is told by the other
    /// channels, or, where there is none, somebody else of the firm.
    private void tellOfQuiet(String reason) {
        Responsible responsible = new Responsible(handle, people, book, now);
        Channel quiet = SheetDesk.channelAsked(sheet).orElseThrow();
        Optional<Person> owner = people.find(root.asked());
        List<Channel> others = owner.map(responsible::channels).orElse(List.of()).stream()
                .filter(channel -> channel != quiet)
                .toList();
        if (owner.isPresent() && !others.isEmpty()) {
            alarm(owner.get(), others, reason);
        } else {
            responsible.anybodyBut(root.asked()).ifPresent(other -> alarm(other, responsible.channels(other), reason));
        }
    }

    private void tell(Person person, int step, String reason) {
        AskId id = AskId.sheet(sheet.list(), sheet.day(), person.id().value(), step);
        SheetRow copy = forStep(id);
        Channels.usable(person, day(person)).stream()
                .findFirst()
                .ifPresent(channel -> SheetStore.put(
                        handle,
                        copy,
                        new SheetStore.Put(
                                person.id(),
                                person.id(),
                                person.zone(),
                                step,
                                root.answerWithin(),
                                channel,
                                now,
                                reason),
                        book.fingerprint()));
        EscalationStore.link(handle, root.id(), step, id, reason, now);
    }

    /// The list as somebody else than its first reader gets it; a mailbox outside the firm is no person.
    private SheetRow forStep(AskId id) {
        return people.find(root.asked())
                .map(owner -> SheetDesk.forStep(sheet, owner, id, now))
                .orElseGet(() -> sheet.to(id, now));
    }

    private List<SilenceStep> steps() {
        return book.rulebook()
                .habits()
                .sheet(sheet.rule())
                .map(SheetRule::ifSilent)
                .orElse(List.of());
    }

    /// Who has the list already.
    private Set<PersonId> heard() {
        Set<PersonId> heard = new HashSet<>();
        for (AskId ask : SheetStore.same(handle, sheet)) {
            AskStore.find(handle, ask).map(AskRow::asked).ifPresent(heard::add);
            AskStore.reader(handle, ask).ifPresent(heard::add);
        }
        return heard;
    }

    private List<Person> named(List<SilenceStep> steps, int number) {
        Addressee tell = number <= steps.size()
                ? steps.get(number - 1).tell()
                : new Addressee.Named(book.firm().lastResort());
        return switch (tell) {
            case Addressee.Role role -> people.inRole(role.name());
            case Addressee.Named one -> people.find(one.id()).stream().toList();
            case Addressee.DelegateOfAsked delegate ->
                people.find(root.asked()).flatMap(Person::delegate).flatMap(people::find).stream()
                        .toList();
            case Addressee.Owner owner -> List.of();
        };
    }

    private Optional<String> obstacle(Person person, boolean lastResort, Set<PersonId> heard) {
        if (heard.contains(person.id())) {
            return Optional.of(person.id() + " has been asked already");
        }
        if (!lastResort && person.awayOn(day(person))) {
            return Optional.of(person.id() + " is away on " + day(person));
        }
        return Channels.usable(person, day(person)).isEmpty()
                ? Optional.of(Channels.unreachable(person, day(person)))
                : Optional.empty();
    }

    private Optional<Instant> after(List<SilenceStep> steps, int number) {
        Optional<TimeSpan> wait = number < steps.size()
                ? Optional.of(steps.get(number).after())
                : number == steps.size() ? root.answerWithin() : Optional.empty();
        return wait.map(span -> deadline(now, span));
    }

    private Optional<Instant> firstStep() {
        boolean first = root.clock().nextStep() == 1 && root.given().isEmpty();
        Optional<TimeSpan> wait = steps().stream().findFirst().map(SilenceStep::after);
        if (!first || wait.isEmpty() || wait.get().count() == 0) {
            return Optional.empty();
        }
        return root.clock()
                .firstSentAt()
                .flatMap(sent -> root.answerWithin().map(within -> deadline(sent, within)))
                .map(silent -> deadline(silent, wait.get()));
    }

    private Instant deadline(Instant from, TimeSpan span) {
        ZoneId zone =
                people.find(root.asked()).map(Person::zone).orElse(book.firm().zone());
        return AnswerClock.deadline(from, span, book.firm(), book.calendars(), zone);
    }

    private String alarm(FollowUpStore.Line line) {
        String to = sheet.outside().map(SheetRule.MailAddress::email).orElseGet(() -> name(line.recipient()));
        return alarm(to + " could not be reached: " + line.reason());
    }

    private String alarm(String reason) {
        people.find(book.firm().lastResort()).ifPresent(last -> alarm(last, Channels.usable(last, day(last)), reason));
        return "the last resort is told";
    }

    /// One alarm for each sheet and day, however many of its readers could not be reached.
    private void alarm(Person to, List<Channel> channels, String reason) {
        String title = SheetBody.read(forStep(root.id()).body()).title();
        FollowUpStore.alarm(
                handle,
                new FollowUpStore.Alarm(
                        "sheet " + sheet.list() + " " + sheet.day(),
                        to.id(),
                        to.zone(),
                        book.fingerprint(),
                        title + (title.endsWith("?") ? " " : ": ") + reason + ". The audit has it under ask "
                                + root.id()),
                channels,
                now);
    }

    private String name(PersonId id) {
        return people.find(id).map(Person::name).orElse(id.value());
    }

    private LocalDate day(Person person) {
        return now.atZone(person.zone()).toLocalDate();
    }

    private static List<String> ids(List<Person> people) {
        return people.stream().map(person -> person.id().value()).toList();
    }

    private void audit(String act, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("ask", root.id().value());
        detail.put("rule", sheet.rule());
        detail.put("hash", sheet.hash());
        Audit.record(
                handle,
                new AuditRecord(
                        now, "tickler", act, Optional.empty(), Optional.empty(), Optional.of(root.asked()), detail));
    }
}
