package org.tickler.engine.docket;

import java.time.Instant;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.plan.Askers;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Sight;

/**
 * What is the same for all rows of a load.
 *
 * @param at the one instant at which everything of the load becomes known
 */
record LoadContext(ActiveBook book, People people, LoadOptions options, Instant at) {
    String source() {
        return options.sourceName();
    }

    /** Whether a matter is there for whoever loads. */
    boolean sees(Matter matter) {
        return options.viewer()
                .map(id -> people.find(id)
                        .filter(person ->
                                Sight.sees(person, matter, person.dayAt(at)).allowed())
                        .isPresent())
                .orElse(true);
    }

    Resolver resolver() {
        return new Resolver(book, source(), at);
    }

    Doubts doubts() {
        return new Doubts(book, people, at);
    }

    Askers askers() {
        return new Askers(people, book.firm(), at);
    }
}
