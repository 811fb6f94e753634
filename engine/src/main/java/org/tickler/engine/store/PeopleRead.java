package org.tickler.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.config.JdbiConfig;
import org.tickler.engine.store.PersonStore.Unreadable;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;

/**
 * Everyone as they were read last from one database. They are asked for with each message and each answer, and seldom
 * change: as long as the table holds the same versions of the same rows, nobody is read again.
 */
public final class PeopleRead implements JdbiConfig<PeopleRead> {
    /** No two changes of a person have the same {@code changed}, and one by hand has a transaction of its own. */
    private static final String VERSIONS =
            "(SELECT coalesce(md5(string_agg(changed || ' ' || xmin, ',')), 'none') FROM person)";

    private final AtomicReference<AsOf> last =
            new AtomicReference<>(new AsOf("none", new People(List.of()), List.of()));

    /**
     * Everyone at some moment.
     *
     * @param versions of the rows then
     * @param people of whom the rows can be read, by id
     */
    record AsOf(String versions, People people, List<Unreadable> unreadable) {}

    /** Everyone as the handle sees them now. */
    static AsOf of(Handle handle) {
        AtomicReference<AsOf> last = handle.getConfig(PeopleRead.class).last;
        String versions =
                handle.createQuery("SELECT " + VERSIONS).mapTo(String.class).one();
        AsOf known = last.get();
        if (known.versions().equals(versions)) {
            return known;
        }
        AsOf read = read(handle);
        last.set(read);
        return read;
    }

    /** With the versions of the same moment, which may be later ones by now. */
    private static AsOf read(Handle handle) {
        List<Person> people = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        List<String> versions = handle.createQuery("SELECT p.*, " + VERSIONS + " AS versions FROM person p ORDER BY id")
                .map((row, context) -> {
                    try {
                        people.add(PersonStore.person(row));
                    } catch (RuntimeException e) {
                        unreadable.add(new Unreadable(
                                row.getString("id"), row.getString("body"), String.valueOf(e.getMessage())));
                    }
                    return row.getString("versions");
                })
                .list();
        return new AsOf(versions.isEmpty() ? "none" : versions.getFirst(), new People(people), List.copyOf(unreadable));
    }

    /** The same for all handles of one database. */
    @Override
    public PeopleRead createCopy() {
        return this;
    }
}
