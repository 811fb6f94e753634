package org.tickler.engine.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/// Who may answer an ask.
///
/// @param reader who has its reminders: the person asked, or who took it over
/// @param all the reader, the person asked where that is another, and those who answer for either; none of them
///     behind a wall
record Answerers(PersonId reader, List<Person> all) {
    Answerers {
        all = List.copyOf(all);
    }

    static Answerers of(Handle handle, AskRow ask, Matter matter, Instant now) {
        List<Person> everyone = PersonStore.readable(handle).all();
        PersonId reader = AskStore.reader(handle, ask.id()).orElse(ask.asked());
        List<Person> all = new ArrayList<>();
        everyone.stream().filter(one -> one.id().equals(reader)).forEach(all::add);
        everyone.stream()
                .filter(one -> !one.id().equals(reader))
                .filter(one -> one.id().equals(ask.asked())
                        || one.answersFor().contains(ask.asked())
                        || one.answersFor().contains(reader))
                .forEach(all::add);
        all.removeIf(one ->
                !Sight.sees(one, matter, now.atZone(one.zone()).toLocalDate()).allowed());
        return new Answerers(reader, all);
    }

    Optional<Person> find(PersonId id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    List<String> names() {
        return all.stream().map(Person::name).toList();
    }
}
