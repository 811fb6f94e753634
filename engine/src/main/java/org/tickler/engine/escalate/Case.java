package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Escalating;
import org.tickler.rules.remind.Ladder;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.SilenceStep;
import org.tickler.rules.remind.StandIn;
import org.tickler.rules.remind.StepClock;

/// An ask that is to be passed on, with all that decides to whom.
///
/// @param root the rung's own ask, whose chain it is
/// @param heard who has it already: the person asked, who reads for that person, and everyone asked further along
record Case(ActiveBook book, AskRow root, Entry entry, Matter matter, People people, Set<PersonId> heard, Instant now) {

    /// Empty where the ask is about no entry, as an alarm is.
    static Optional<Case> of(Handle handle, ActiveBook book, AskRow root, Instant now) {
        Optional<Entry> entry = root.entry().flatMap(id -> EntryStore.find(handle, id));
        Optional<Matter> matter = root.matter().flatMap(id -> MatterStore.find(handle, id));
        if (entry.isEmpty() || matter.isEmpty()) {
            return Optional.empty();
        }
        Set<PersonId> heard = new HashSet<>();
        heard.add(AskStore.reader(handle, root.id()).orElse(root.asked()));
        heard.add(root.asked());
        for (AskId step : EscalationStore.steps(handle, List.of(root.id()))) {
            AskStore.find(handle, step).map(AskRow::asked).ifPresent(heard::add);
        }
        return Optional.of(new Case(book, root, entry.get(), matter.get(), PersonStore.readable(handle), heard, now));
    }

    /// What the ladder says for silence; nothing where the ask is no rung of a ladder, or the ladder is gone.
    List<SilenceStep> steps() {
        return rung().map(Rung::ifSilent).orElse(List.of());
    }

    private Optional<Ladder> ladder() {
        return book.rulebook().ladder(root.ladder());
    }

    private Optional<Rung> rung() {
        return ladder().flatMap(ladder -> ladder.rung(root.rung()));
    }

    /// How much work the entry takes; empty where nobody says.
    private Optional<Effort> effort() {
        return ladder().map(ladder -> ladder.effort(entry))
                .orElse(entry.details().effort());
    }

    /// When a step is due that the rule wants at `at`, waiting since `from`.
    Instant due(Instant at, Instant from) {
        Escalating hours = rung().map(Rung::escalating).orElse(Escalating.AROUND_THE_CLOCK);
        return clock().due(at, from, hours, entry, effort());
    }

    /// Until when it is of use that somebody takes the entry in hand; empty where that is past.
    Optional<Instant> useful() {
        return clock().lastUseful(entry, effort())
                .filter(now::isBefore)
                .or(() -> entry.when().dueAt())
                .filter(now::isBefore);
    }

    /// `6 hours of work, 7 left`; empty where nobody says how much work it is, or it is due.
    Optional<String> work() {
        boolean ahead = entry.when().dueAt().filter(now::isBefore).isPresent();
        return ahead ? clock().beside(entry, effort(), now) : Optional.empty();
    }

    private StepClock clock() {
        return new StepClock(book.firm(), book.calendars());
    }

    /// Whoever takes over from a person who is away now.
    Optional<Person> standIn(Person away) {
        return StandIn.of(away, matter, people, person -> now);
    }

    /// Whoever is to call a person whom no message reaches.
    Optional<Person> caller(Person unreachable) {
        return StandIn.caller(unreachable, matter, people, book.firm().lastResort(), now);
    }

    /// Whether nobody needs to hear of this ask any more: the entry was moved, or no longer calls for what was asked.
    /// That it was moved or cancelled itself is news to whoever was told of its date.
    boolean moot() {
        boolean changed = entry.revision().number() > root.revision();
        return changed
                || switch (root.purpose()) {
                    case RUNG, ESCALATION, CALL, REJECTED, PASSED_ON ->
                        !entry.status().reminds();
                    case QUESTION -> isOver(entry.status());
                    case MOVED, CANCELLED, STAYED, RESUMED, WRITTEN_BACK, ALARM, SHEET -> false;
                };
    }

    private static boolean isOver(EntryStatus status) {
        return switch (status) {
            case DONE, WAIVED, CANCELLED, SUPERSEDED -> true;
            case WAITING, PROPOSED, OPEN, PROVISIONAL, STAYED, CLAIMED -> false;
        };
    }

    Optional<Person> asked() {
        return people.find(root.asked());
    }

    /// How the person asked is called.
    String name() {
        return asked().map(Person::name).orElse(root.asked().value());
    }

    LocalDate day(Person person) {
        return now.atZone(person.zone()).toLocalDate();
    }
}
