package org.tickler.engine.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// Finds the ask that somebody names who answers without a message at hand.
public final class AnswerFinder {

    private final Database database;

    public AnswerFinder(Database database) {
        this.database = database;
    }

    /// What may be meant.
    ///
    /// @param asks one where all is clear
    public record Found(List<AskRow> asks) {
        public Found {
            asks = List.copyOf(asks);
        }
    }

    /// The asks that `by` may mean: by an ask's id; by a reply code; or by an entry, each that waits.
    ///
    /// @param whose of whom; empty: the person's own, and where there is none those of others whom she answers for
    public Found find(String typed, PersonId by, Optional<PersonId> whose) {
        return database.withHandle(handle -> {
            if (typed.matches("A-[0-9a-z]{20}")) {
                return new Found(
                        AskStore.find(handle, new AskId(typed)).stream().toList());
            }
            Optional<Person> person = PersonStore.find(handle, by);
            if (person.isEmpty()) {
                return new Found(List.of());
            }
            return typed.startsWith("E-")
                    ? ofEntry(handle, new EntryId(typed), person.get(), whose)
                    : new Found(Meant.byCode(handle, person.get(), typed).stream()
                            .filter(meant -> whose.isEmpty() || meant.reader().equals(whose.get()))
                            .flatMap(meant -> AskStore.find(handle, meant.ask()).stream())
                            .toList());
        });
    }

    /// Whom somebody means by an id or a name; the reason where that is not one of the staff.
    public record Colleague(Optional<PersonId> id, String why) {}

    /// The colleague that somebody names.
    public Colleague colleague(String words) {
        People people = database.withHandle(PersonStore::all);
        Colleagues found = Colleagues.of(people, words);
        return found.found().size() == 1
                ? new Colleague(Optional.of(found.found().getFirst().id()), "")
                : new Colleague(Optional.empty(), found.why());
    }

    private static Found ofEntry(Handle handle, EntryId entry, Person by, Optional<PersonId> whose) {
        List<AskRow> own = asked(handle, entry, whose.orElse(by.id()));
        if (whose.isPresent() || !own.isEmpty()) {
            return new Found(latest(own));
        }
        List<AskRow> others = new ArrayList<>();
        for (PersonId other : Set.copyOf(by.answersFor())) {
            others.addAll(latest(asked(handle, entry, other)));
        }
        return new Found(others);
    }

    /// What waits for that person; where nothing does, what was answered last.
    private static List<AskRow> asked(Handle handle, EntryId entry, PersonId person) {
        List<AskRow> waiting = AskStore.waiting(handle, entry, person).stream()
                .filter(ask -> ask.answerWithin().isPresent())
                .toList();
        return waiting.isEmpty()
                ? AnswerStore.ofEntry(handle, entry).reversed().stream()
                        .filter(row -> row.saidFor().equals(person))
                        .flatMap(row -> AskStore.find(handle, row.ask()).stream())
                        .toList()
                : waiting;
    }

    /// Of several rungs of one entry the one that was put last.
    private static List<AskRow> latest(List<AskRow> asks) {
        return asks.stream().limit(1).toList();
    }
}
