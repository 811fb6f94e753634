package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Fire drills: begun, and what came of them. */
public final class DrillStore {
    private DrillStore() {}

    /**
     * A drill.
     *
     * @param rule the rule's id
     * @param ends when its result is drawn up
     * @param result once it is over
     */
    public record Held(
            EntryId entry,
            MatterId matter,
            String rule,
            Instant began,
            String by,
            Instant ends,
            Optional<Instant> ended,
            Optional<JsonNode> result) {}

    /** How one person took it: when the first message left, and when which answer came. */
    public record Asked(
            PersonId person, int step, String rung, Instant sent, Optional<Instant> answered, Optional<PersonId> by) {}

    /** A drill began. */
    public static void begin(Handle handle, EntryId entry, String rule, String by, Instant began, Instant ends) {
        handle.createUpdate("""
                        INSERT INTO drill (entry, rule, began_at, by_whom, ends_at)
                        VALUES (:entry, :rule, :began, :by, :ends)""")
                .bind("entry", entry.value())
                .bind("rule", rule)
                .bind("began", began)
                .bind("by", by)
                .bind("ends", ends)
                .execute();
    }

    /** A drill is over; false where another process has seen to that. */
    public static boolean end(Handle handle, EntryId entry, JsonNode result, Instant at) {
        return handle.createUpdate("""
                        UPDATE drill SET ended_at = :at, result = CAST(:result AS jsonb)
                        WHERE entry = :entry AND ended_at IS NULL""")
                        .bind("entry", entry.value())
                        .bind("result", Json.write(result))
                        .bind("at", at)
                        .execute()
                == 1;
    }

    /** All of them, the last begun first. */
    public static List<Held> all(Handle handle) {
        return handle.createQuery(
                        "SELECT d.*, e.matter FROM drill d JOIN entry e ON e.id = d.entry ORDER BY began_at DESC, entry")
                .map((row, context) -> new Held(
                        new EntryId(row.getString("entry")),
                        new MatterId(row.getString("matter")),
                        row.getString("rule"),
                        AskRows.instant(row, "began_at").orElseThrow(),
                        row.getString("by_whom"),
                        AskRows.instant(row, "ends_at").orElseThrow(),
                        AskRows.instant(row, "ended_at"),
                        Optional.ofNullable(row.getString("result")).map(Json::read)))
                .list();
    }

    /** Who was asked to answer in a drill, in the order in which it was put to them. */
    public static List<Asked> asked(Handle handle, EntryId entry) {
        return handle.createQuery("""
                        SELECT * FROM ask WHERE entry = :entry AND answer_within IS NOT NULL AND first_sent_at IS NOT NULL
                        ORDER BY first_sent_at, step, asked""")
                .bind("entry", entry.value())
                .map((row, context) -> new Asked(
                        new PersonId(row.getString("asked")),
                        row.getInt("step"),
                        row.getString("rung"),
                        AskRows.instant(row, "first_sent_at").orElseThrow(),
                        AskRows.instant(row, "answered_at"),
                        Optional.ofNullable(row.getString("answered_by")).map(PersonId::new)))
                .list();
    }
}
