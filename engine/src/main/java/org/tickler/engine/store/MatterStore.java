package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Team;

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
     * Stores the matter; where the same facts are stored already they keep their known-at, and so they do where only its title,
     * its side or its team became others. Of the team each member has one of its own.
     *
     * @return whether anything changed
     */
    public static boolean save(Handle handle, Matter matter) {
        ObjectNode body = MatterJson.write(matter);
        boolean added = handle.createUpdate("""
                        INSERT INTO matter (id, body, known_at) VALUES (:id, CAST(:body AS jsonb), :known)
                        ON CONFLICT (id) DO NOTHING""")
                        .bind("id", matter.id().value())
                        .bind("body", Json.write(body))
                        .bind("known", matter.knownAt())
                        .execute()
                == 1;
        return added || update(handle, matter, body);
    }

    private static boolean update(Handle handle, Matter matter, ObjectNode body) {
        Matter before = lock(handle, List.of(matter.id())).getFirst();
        ObjectNode was = MatterJson.write(before);
        if (was.equals(body)) {
            return false;
        }
        boolean same = withoutTeam(was).equals(withoutTeam(body));
        handle.createUpdate("""
                        UPDATE matter SET body = CAST(:body AS jsonb), known_at = :known, team_known = CAST(:team AS jsonb),
                            changed = nextval('change_seq')
                        WHERE id = :id""")
                .bind("id", matter.id().value())
                .bind("body", Json.write(body))
                .bind("known", same ? before.knownAt() : matter.knownAt())
                .bind("team", Json.write(same ? teamKnown(before, matter) : Json.object()))
                .execute();
        return true;
    }

    private static ObjectNode withoutTeam(ObjectNode body) {
        return body.deepCopy().without(List.of("title", "side", "team"));
    }

    /** Since when those of the team are known who are not known as long as the matter's other facts. */
    private static ObjectNode teamKnown(Matter before, Matter matter) {
        Map<String, Optional<Instant>> known = new HashMap<>();
        before.team().members().forEach(member -> known.put(MatterJson.key(member), member.knownAt()));
        ObjectNode team = Json.object();
        for (Team.Member member : matter.team().members()) {
            String key = MatterJson.key(member);
            Optional<Instant> since = known.containsKey(key) ? known.get(key) : Optional.of(matter.knownAt());
            Json.put(team, key, since);
        }
        return team;
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
        return handle.createQuery("SELECT * FROM matter WHERE id = ANY(:ids) ORDER BY id" + locking)
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
        return save(handle, MatterJson.read(id, body, Json.object(), knownAt));
    }

    private static Matter matter(ResultSet row, StatementContext context) throws SQLException {
        return MatterJson.read(
                row.getString("id"),
                Json.read(row.getString("body")),
                Json.read(row.getString("team_known")),
                row.getObject("known_at", OffsetDateTime.class).toInstant());
    }
}
