package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.remind.AskId;

/** The chains of escalation: which ask's silence or failure led to which further ask. */
public final class EscalationStore {

    private EscalationStore() {}

    /** Writes down that {@code root} led to {@code ask} as its step. Once is enough. */
    public static void link(Handle handle, AskId root, int step, AskId ask, String why, Instant at) {
        handle.createUpdate("""
                        INSERT INTO escalation (root, step, ask, why, at) VALUES (:root, :step, :ask, :why, :at)
                        ON CONFLICT DO NOTHING""")
                .bind("root", root.value())
                .bind("step", step)
                .bind("ask", ask.value())
                .bind("why", why)
                .bind("at", at)
                .execute();
    }

    /** Whose chains {@code ask} is a step of, by id; none where it is a rung's own. */
    public static List<AskId> roots(Handle handle, AskId ask) {
        return handle.createQuery("SELECT root FROM escalation WHERE ask = :ask ORDER BY root")
                .bind("ask", ask.value())
                .map((row, context) -> new AskId(row.getString("root")))
                .list();
    }

    /** The asks that these led to, by id. */
    public static List<AskId> steps(Handle handle, Collection<AskId> roots) {
        return handle.createQuery("SELECT DISTINCT ask FROM escalation WHERE root = ANY(:roots) ORDER BY ask")
                .bind("roots", TextArray.of(roots))
                .map((row, context) -> new AskId(row.getString("ask")))
                .list();
    }

    /** Whether somebody along the chain of {@code root} has it, or did it: then it leads to nobody else. */
    public static boolean inHand(Handle handle, AskId root) {
        return handle.createQuery("""
                        SELECT count(*) FROM ask WHERE answer IN ('have-it', 'done')
                            AND (id = :root OR id IN (SELECT ask FROM escalation WHERE root = :root))""")
                        .bind("root", root.value())
                        .mapTo(Integer.class)
                        .one()
                > 0;
    }
}
