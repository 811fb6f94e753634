package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** What looks wrong about entries, and who was asked. */
public final class QuestionStore {
    private QuestionStore() {}

    /**
     * A question to a person about an entry.
     *
     * @param code what it is about, such as {@code weekend}; an entry has one open question of a code at a time
     */
    public record Question(
            long id,
            EntryId entry,
            MatterId matter,
            String code,
            String sentence,
            JsonNode detail,
            PersonId asked,
            Instant askedAt) {}

    /** A question that is not stored yet. */
    public record Asked(
            EntryId entry, MatterId matter, String code, String sentence, JsonNode detail, PersonId asked) {}

    /**
     * Asks these questions. One of the same entry and code that is open stands as it is.
     *
     * @return how many are new
     */
    public static int ask(Handle handle, Collection<Asked> questions, Instant at) {
        if (questions.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO question (entry, matter, code, sentence, detail, asked, asked_at)
                SELECT :entry, :matter, :code, :sentence, CAST(:detail AS jsonb), :asked, :at
                WHERE NOT EXISTS (SELECT 1 FROM question WHERE entry = :entry AND code = :code AND settled_at IS NULL)""");
        for (Asked question : questions) {
            batch.bind("entry", question.entry().value())
                    .bind("matter", question.matter().value())
                    .bind("code", question.code())
                    .bind("sentence", question.sentence())
                    .bind("detail", Json.write(question.detail()))
                    .bind("asked", question.asked().value())
                    .bind("at", at)
                    .add();
        }
        int added = 0;
        for (int count : batch.execute()) {
            added += Math.max(count, 0);
        }
        return added;
    }

    /** The open questions about these entries, by entry and code. */
    public static List<Question> open(Handle handle, Collection<EntryId> entries) {
        return handle.createQuery(
                        "SELECT * FROM question WHERE entry = ANY(:entries) AND settled_at IS NULL ORDER BY entry, code")
                .bind("entries", TextArray.of(entries))
                .map(QuestionStore::question)
                .list();
    }

    /** The open questions of one code about entries of these matters, by entry. */
    public static List<Question> open(Handle handle, Collection<MatterId> matters, String code) {
        return handle.createQuery("""
                        SELECT * FROM question WHERE matter = ANY(:matters) AND code = :code AND settled_at IS NULL
                        ORDER BY entry""")
                .bind("matters", TextArray.of(matters))
                .bind("code", code)
                .map(QuestionStore::question)
                .list();
    }

    /** The open questions about entries of these matters, of these codes or of one that begins so, by entry. */
    public static List<Question> open(
            Handle handle, Collection<MatterId> matters, Collection<String> codes, String prefix) {
        return handle.createQuery("""
                        SELECT * FROM question
                        WHERE matter = ANY(:matters) AND settled_at IS NULL
                            AND (code = ANY(:codes) OR starts_with(code, :prefix))
                        ORDER BY entry""")
                .bind("matters", TextArray.of(matters))
                .bind("codes", TextArray.of(codes))
                .bind("prefix", prefix)
                .map(QuestionStore::question)
                .list();
    }

    /** The codes of open questions that begin so. */
    public static Set<String> openCodes(Handle handle, String prefix) {
        return handle
                .createQuery(
                        "SELECT DISTINCT code FROM question WHERE settled_at IS NULL AND starts_with(code, :prefix)")
                .bind("prefix", prefix)
                .mapTo(String.class)
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** All open questions, the latest first, at most {@code most}. */
    public static List<Question> open(Handle handle, int most) {
        return handle.createQuery(
                        "SELECT * FROM question WHERE settled_at IS NULL ORDER BY asked_at DESC, id LIMIT :most")
                .bind("most", most)
                .map(QuestionStore::question)
                .list();
    }

    /** The open questions to {@code person}, the oldest first. */
    public static List<Question> openTo(Handle handle, PersonId person) {
        return handle.createQuery(
                        "SELECT * FROM question WHERE asked = :person AND settled_at IS NULL ORDER BY asked_at, id")
                .bind("person", person.value())
                .map(QuestionStore::question)
                .list();
    }

    public static Optional<Question> find(Handle handle, long id) {
        return handle.createQuery("SELECT * FROM question WHERE id = :id AND settled_at IS NULL")
                .bind("id", id)
                .map(QuestionStore::question)
                .findOne();
    }

    /** Up to {@code most} open questions that nobody has been told of, by person. */
    public static List<Question> untold(Handle handle, int most) {
        return handle.createQuery("""
                        SELECT * FROM question WHERE settled_at IS NULL AND NOT told
                        ORDER BY asked, id LIMIT :most FOR UPDATE""")
                .bind("most", most)
                .map(QuestionStore::question)
                .list();
    }

    /** Puts a question to somebody else, who has not been told of it yet. */
    public static void ask(Handle handle, long id, PersonId other) {
        handle.createUpdate("UPDATE question SET asked = :other, told = false WHERE id = :id")
                .bind("other", other.value())
                .bind("id", id)
                .execute();
    }

    /** Says that these questions have been put into reminders. */
    public static void told(Handle handle, Collection<Long> ids) {
        handle.createUpdate("UPDATE question SET told = true WHERE id = ANY(:ids)")
                .bind("ids", ids.toArray(Long[]::new))
                .execute();
    }

    /**
     * Settles the open questions of one code about an entry.
     *
     * @param as what was decided, in words
     * @return how many were open
     */
    public static int settle(Handle handle, EntryId entry, String code, String who, String as, Instant at) {
        return handle.createUpdate("""
                        UPDATE question SET settled_at = :at, settled_by = :who, settled_as = :as
                        WHERE entry = :entry AND code = :code AND settled_at IS NULL""")
                .bind("at", at)
                .bind("who", who)
                .bind("as", as)
                .bind("entry", entry.value())
                .bind("code", code)
                .execute();
    }

    /**
     * Asks again what {@code who} settled on a matter at {@code settled}, because that was taken back. What was asked anew
     * since then is left as it is.
     *
     * @return how many are open again
     */
    public static int askAgain(Handle handle, MatterId matter, String who, Instant settled, Instant now) {
        return handle.createUpdate("""
                        INSERT INTO question (entry, matter, code, sentence, detail, asked, asked_at)
                        SELECT q.entry, q.matter, q.code, q.sentence, q.detail, q.asked, :now FROM question q
                        WHERE q.matter = :matter AND q.settled_by = :who AND q.settled_at = :settled AND NOT EXISTS (
                            SELECT FROM question o WHERE o.entry = q.entry AND o.code = q.code AND o.settled_at IS NULL)""")
                .bind("matter", matter.value())
                .bind("who", who)
                .bind("settled", settled)
                .bind("now", now)
                .execute();
    }

    private static Question question(ResultSet row, StatementContext context) throws SQLException {
        return new Question(
                row.getLong("id"),
                new EntryId(row.getString("entry")),
                new MatterId(row.getString("matter")),
                row.getString("code"),
                row.getString("sentence"),
                Json.read(row.getString("detail")),
                new PersonId(row.getString("asked")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
