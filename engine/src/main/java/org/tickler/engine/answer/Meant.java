package org.tickler.engine.answer;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.CodeStore;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/// An ask that somebody who writes back may mean.
///
/// @param by who writes
/// @param reader whose code it is: the same, or somebody whom that person answers for
record Meant(Person by, PersonId reader, AskId ask) {

    /// By a code, the ask that it names, open or not: the writer's own first, else those of whom she answers for.
    static List<Meant> byCode(Handle handle, Person by, String code) {
        Optional<Meant> own = CodeStore.ask(handle, by.id(), code).map(ask -> new Meant(by, by.id(), ask));
        if (own.isPresent()) {
            return List.of(own.get());
        }
        List<Meant> others = new ArrayList<>();
        for (PersonId other : by.answersFor()) {
            CodeStore.ask(handle, other, code).ifPresent(ask -> others.add(new Meant(by, other, ask)));
        }
        return others;
    }

    /// Without a code, each that waits: the writer's own, and only where there is none those of the others.
    static List<Meant> waiting(Handle handle, Person by) {
        List<Meant> own = open(handle, by, by.id());
        return own.isEmpty()
                ? by.answersFor().stream()
                        .flatMap(other -> open(handle, by, other).stream())
                        .toList()
                : own;
    }

    private static List<Meant> open(Handle handle, Person by, PersonId reader) {
        return CodeStore.open(handle, reader).stream()
                .map(code -> new Meant(by, reader, code.ask()))
                .toList();
    }

    /// The codes by which these people can answer something that waits, their own first.
    static Set<String> codes(Handle handle, List<Person> people) {
        Set<String> codes = new LinkedHashSet<>();
        for (Person person : people) {
            waiting(handle, person)
                    .forEach(meant ->
                            CodeStore.find(handle, meant.reader(), meant.ask()).ifPresent(codes::add));
        }
        return codes;
    }
}
