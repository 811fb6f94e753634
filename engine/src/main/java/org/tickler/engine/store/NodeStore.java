package org.tickler.engine.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The processes that serve the firm, and what is overdue. */
public final class NodeStore {
    private NodeStore() {}

    /** Says that a process is there; a second time, that it still is. */
    public static void seen(Handle handle, Node node, Instant now) {
        handle.createUpdate("""
                        INSERT INTO node (id, started_at, seen_at, version, tzdb) VALUES (:id, :now, :now, :version, :tzdb)
                        ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at""")
                .bind("id", node.id())
                .bind("version", node.version())
                .bind("tzdb", node.tzdb())
                .bind("now", now)
                .execute();
    }

    /** Says that a process has ended in order. */
    public static void gone(Handle handle, String id) {
        handle.createUpdate("DELETE FROM node WHERE id = :id").bind("id", id).execute();
    }

    /** What should have left by now and lies with nobody: planned and due, or claimed by a process whose time is up. */
    public static Overdue overdue(Handle handle, Instant now) {
        return handle.createQuery("""
                        SELECT count(*) AS reminders, count(*) FILTER (WHERE state = 'sending') AS abandoned,
                            min(CASE WHEN state = 'planned' THEN try_at ELSE lease_until END) AS oldest
                        FROM reminder
                        WHERE NOT synthetic AND (state = 'planned' AND try_at <= :now OR state = 'sending' AND lease_until <= :now)""")
                .bind("now", now)
                .map((row, context) -> new Overdue(
                        row.getInt("reminders"),
                        row.getInt("abandoned"),
                        Optional.ofNullable(row.getObject("oldest", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .one();
    }

    /** A process, and with what it computes. */
    public record Node(String id, String version, String tzdb) {}

    /**
     * What lies with nobody.
     *
     * @param abandoned how many of the reminders had been claimed
     * @param oldest since when the oldest of them waits
     */
    public record Overdue(int reminders, int abandoned, Optional<Instant> oldest) {}
}
