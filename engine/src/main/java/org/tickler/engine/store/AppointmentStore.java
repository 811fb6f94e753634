package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is done at set times, by whichever process comes first. */
public final class AppointmentStore {
    private AppointmentStore() {}

    /** When it is to be done next; empty: nobody has set that. */
    public static Optional<Instant> find(Handle handle, String name) {
        return handle.createQuery("SELECT next_at FROM appointment WHERE name = :name")
                .bind("name", name)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Sets when it is to be done next; one that is set stays. */
    public static void ensure(Handle handle, String name, Instant at) {
        handle.createUpdate("INSERT INTO appointment (name, next_at) VALUES (:name, :at) ON CONFLICT DO NOTHING")
                .bind("name", name)
                .bind("at", at)
                .execute();
    }

    /** Sets when it is to be done next, whatever was set. */
    public static void set(Handle handle, String name, Instant at) {
        handle.createUpdate("""
                        INSERT INTO appointment (name, next_at) VALUES (:name, :at)
                        ON CONFLICT (name) DO UPDATE SET next_at = excluded.next_at
                        WHERE appointment.next_at <> excluded.next_at""").bind("name", name).bind("at", at).execute();
    }

    /**
     * Takes it, if it is due: nobody else does until {@code again}, when it is due once more unless it was set by then.
     *
     * @return whether it is the caller's to do
     */
    public static boolean take(Handle handle, String name, Instant now, Instant again) {
        return handle.createUpdate("UPDATE appointment SET next_at = :again WHERE name = :name AND next_at <= :now")
                        .bind("name", name)
                        .bind("now", now)
                        .bind("again", again)
                        .execute()
                == 1;
    }

    /** Of those whose names begin with {@code prefix}, only these are done from now on. */
    public static void keepOnly(Handle handle, String prefix, Collection<String> names) {
        handle.createUpdate("DELETE FROM appointment WHERE starts_with(name, :prefix) AND name <> ALL(:names)")
                .bind("prefix", prefix)
                .bind("names", TextArray.of(names))
                .execute();
    }

    /** It is not done any more. */
    public static void drop(Handle handle, String name) {
        handle.createUpdate("DELETE FROM appointment WHERE name = :name")
                .bind("name", name)
                .execute();
    }
}
