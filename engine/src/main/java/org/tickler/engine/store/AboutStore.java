package org.tickler.engine.store;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

/** What reminders were about, for those who look at messages. Reads only. */
public final class AboutStore {
    private AboutStore() {}

    /**
     * One reminder of a message.
     *
     * @param about the entry and its matter; empty: an alarm of the engine itself
     * @param answer whether an answer is wanted
     */
    public record Told(ReminderId reminder, Optional<About> about, Purpose purpose, String why, boolean answer) {
        /** An entry as it stands, by id, matter and title. */
        public record About(String entry, String matter, String title) {}
    }

    /** In the order of their entries' dates. */
    public static List<Told> of(Handle handle, Collection<ReminderId> reminders) {
        return handle.createQuery("""
                        SELECT r.id, r.entry, r.matter, e.title, r.purpose, r.why, a.answer_within IS NOT NULL AS answer
                        FROM reminder r JOIN ask a ON a.id = r.ask LEFT JOIN entry e ON e.id = r.entry
                        WHERE r.id = ANY(:ids) ORDER BY e.day, e.starts, r.id""")
                .bind("ids", TextArray.of(reminders))
                .map((row, context) -> new Told(
                        new ReminderId(row.getString("id")),
                        about(row.getString("entry"), row.getString("matter"), row.getString("title")),
                        AskRows.word(Purpose.class, row.getString("purpose")),
                        row.getString("why"),
                        row.getBoolean("answer")))
                .list();
    }

    private static Optional<Told.About> about(@Nullable String entry, @Nullable String matter, @Nullable String title) {
        return entry == null || matter == null || title == null
                ? Optional.empty()
                : Optional.of(new Told.About(entry, matter, title));
    }
}
