package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;

/** The firm's matters. */
public final class MatterStore {
    private MatterStore() {}

    /** The ids of all matters, in order. */
    public static List<MatterId> ids(Handle handle) {
        return handle.createQuery("SELECT id FROM matter ORDER BY id")
                .map((row, context) -> new MatterId(row.getString("id")))
                .list();
    }

    public static Optional<Matter> find(Handle handle, MatterId id) {
        return find(handle, List.of(id)).stream().findFirst();
    }

    /** Those of {@code ids} that there are, by id. */
    public static List<Matter> find(Handle handle, Collection<MatterId> ids) {
        return select(handle, ids, "");
    }

    /** As {@link #find}, and nobody else can lock or change them until the transaction ends. Locks are taken by id. */
    public static List<Matter> lock(Handle handle, Collection<MatterId> ids) {
        return select(handle, ids, " FOR NO KEY UPDATE");
    }

    /**
     * Stores the matter; where the same facts are stored already they keep their known-at.
     *
     * @return whether anything changed
     */
    public static boolean save(Handle handle, Matter matter) {
        return handle.createUpdate("""
                INSERT INTO matter (id, body, known_at) VALUES (:id, CAST(:body AS jsonb), :known)
                ON CONFLICT (id) DO UPDATE
                SET body = excluded.body, known_at = excluded.known_at, changed = nextval('change_seq')
                WHERE matter.body <> excluded.body""")
                        .bind("id", matter.id().value())
                        .bind("body", Json.write(MatterJson.write(matter)))
                        .bind("known", matter.knownAt())
                        .execute()
                == 1;
    }

    /** Says that something on these matters changed: feeds are made anew behind it, and the bell rings. */
    public static void touch(Handle handle, Collection<MatterId> ids) {
        if (ids.isEmpty()) {
            return;
        }
        handle.createUpdate("UPDATE matter SET changed = nextval('change_seq') WHERE id = ANY(:ids)")
                .bind("ids", TextArray.of(ids))
                .execute();
        Bell.ring(handle);
    }

    private static List<Matter> select(Handle handle, Collection<MatterId> ids, String locking) {
        return handle.createQuery("SELECT id, body, known_at FROM matter WHERE id = ANY(:ids) ORDER BY id" + locking)
                .bind("ids", TextArray.of(ids))
                .map(MatterStore::matter)
                .list();
    }

    /** The matter's facts as they are kept, without id and known-at. */
    public static ObjectNode body(Matter matter) {
        return MatterJson.write(matter);
    }

    /** As {@link #save(Handle, Matter)}, of facts as {@link #body} gives them. */
    public static boolean save(Handle handle, String id, JsonNode body, Instant knownAt) {
        return save(handle, MatterJson.read(id, body, knownAt));
    }

    private static Matter matter(ResultSet row, StatementContext context) throws SQLException {
        return MatterJson.read(
                row.getString("id"),
                Json.read(row.getString("body")),
                row.getObject("known_at", OffsetDateTime.class).toInstant());
    }
}
