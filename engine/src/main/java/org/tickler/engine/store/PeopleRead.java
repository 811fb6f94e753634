package org.tickler.engine.store;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;

/**
 * Everyone as they were read last from one database. They are asked for with each message and each answer, and seldom
 * change: as long as the table holds the same versions of the same rows, nobody is read again.
 */
public final class PeopleRead implements JdbiConfig<PeopleRead> {
    /** Each change of a person counts up {@code changed}, and one by hand has a transaction of its own. */
    private static final String VERSIONS =
            "(SELECT count(*) || ' ' || coalesce(sum(changed) || ' ' || sum(xmin::text::bigint), '') FROM person)";

    private final AtomicReference<AsOf> last = new AtomicReference<>(new AsOf("none", new People(List.of())));

    private record AsOf(String versions, People people) {}

    private record Versioned(Person person, String versions) {}

    /** Everyone by id, as the handle sees them now. */
    static People of(Handle handle) {
        AtomicReference<AsOf> last = handle.getConfig(PeopleRead.class).last;
        String versions =
                handle.createQuery("SELECT " + VERSIONS).mapTo(String.class).one();
        AsOf known = last.get();
        if (known.versions().equals(versions)) {
            return known.people();
        }
        // with their versions of the same moment, which may be later ones by now
        List<Versioned> rows = handle.createQuery("SELECT p.*, " + VERSIONS + " AS versions FROM person p ORDER BY id")
                .map((row, context) -> new Versioned(PersonStore.person(row, context), row.getString("versions")))
                .list();
        People people = new People(rows.stream().map(Versioned::person).toList());
        last.set(new AsOf(rows.isEmpty() ? "none" : rows.getFirst().versions(), people));
        return people;
    }

    /** The same for all handles of one database. */
    @Override
    public PeopleRead createCopy() {
        return this;
    }
}
