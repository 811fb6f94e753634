package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.ReminderId;

/** The coverage proofs and what they found missing. Nothing of them is changed or removed. */
public final class ProofStore {
    private ProofStore() {}

    /**
     * A coverage proof.
     *
     * @param by {@code tickler}, or who asked for it
     * @param span what it looked at
     * @param explained how many reminders were not told and need not have been, by the reason that was verified
     * @param undated how many changes of facts there were of which nothing says when they were made
     * @param hash of all that was expected and what was found of it, 64 hexadecimal digits
     */
    public record Proof(
            Instant at,
            String by,
            Span span,
            Counts counts,
            Map<String, Integer> explained,
            List<Gap> gaps,
            int undated,
            String hash) {
        public Proof {
            explained = Map.copyOf(explained);
            gaps = List.copyOf(gaps);
        }
    }

    /** What was due from {@code since} to {@code until}, exclusive, had to be told, and what is due up to {@code ahead} planned. */
    public record Span(Instant since, Instant until, Instant ahead) {}

    /** How many reminders were owed, how many of those were told, and how many of those to come are planned as they must be. */
    public record Counts(int owed, int told, int planned) {}

    /** A reminder that was not told, or is not planned, and should be. */
    public record Gap(
            MatterId matter,
            EntryId entry,
            ReminderId reminder,
            PersonId person,
            Channel channel,
            Instant due,
            String sentence) {}

    /** A proof, in short. */
    public record Last(long number, Instant at, int gaps) {}

    /** Keeps a proof, and says its number. */
    public static long add(Handle handle, Proof proof) {
        long number = handle.createQuery("""
                        INSERT INTO proof (at, by_whom, since, until, ahead, owed, told, explained, planned, gaps, undated, hash)
                        VALUES (:at, :by, :since, :until, :ahead, :owed, :told, CAST(:explained AS jsonb), :planned, :gaps,
                            :undated, :hash)
                        RETURNING id""")
                .bind("at", proof.at())
                .bind("by", proof.by())
                .bind("since", proof.span().since())
                .bind("until", proof.span().until())
                .bind("ahead", proof.span().ahead())
                .bind("owed", proof.counts().owed())
                .bind("told", proof.counts().told())
                .bind("explained", Json.write(Json.tree(new TreeMap<>(proof.explained()))))
                .bind("planned", proof.counts().planned())
                .bind("gaps", proof.gaps().size())
                .bind("undated", proof.undated())
                .bind("hash", proof.hash())
                .mapTo(Long.class)
                .one();
        addGaps(handle, number, proof.gaps());
        return number;
    }

    private static void addGaps(Handle handle, long proof, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO proof_gap (proof, number, matter, entry, reminder, person, channel, due_at, sentence)
                VALUES (:proof, :number, :matter, :entry, :reminder, :person, :channel, :due, :sentence)""");
        int number = 0;
        for (Gap gap : gaps) {
            number++;
            batch.bind("proof", proof)
                    .bind("number", number)
                    .bind("matter", gap.matter().value())
                    .bind("entry", gap.entry().value())
                    .bind("reminder", gap.reminder().value())
                    .bind("person", gap.person().value())
                    .bind("channel", Words.of(gap.channel()))
                    .bind("due", gap.due())
                    .bind("sentence", gap.sentence())
                    .add();
        }
        batch.execute();
    }

    /** The last proof; empty before the first. */
    public static Optional<Last> last(Handle handle) {
        return handle.createQuery("SELECT id, at, gaps FROM proof ORDER BY id DESC LIMIT 1")
                .map((row, context) ->
                        new Last(row.getLong("id"), AskRows.instant(row, "at").orElseThrow(), row.getInt("gaps")))
                .findOne();
    }

    /** A proof by its number, with its gaps in their order. */
    public static Optional<Proof> find(Handle handle, long number) {
        List<Gap> gaps = handle.createQuery("SELECT * FROM proof_gap WHERE proof = :proof ORDER BY number")
                .bind("proof", number)
                .map((row, context) -> gap(row))
                .list();
        return handle.createQuery("SELECT * FROM proof WHERE id = :id")
                .bind("id", number)
                .map((row, context) -> proof(row, gaps))
                .findOne();
    }

    private static Gap gap(ResultSet row) throws SQLException {
        return new Gap(
                new MatterId(row.getString("matter")),
                new EntryId(row.getString("entry")),
                new ReminderId(row.getString("reminder")),
                new PersonId(row.getString("person")),
                AskRows.word(Channel.class, row.getString("channel")),
                AskRows.instant(row, "due_at").orElseThrow(),
                row.getString("sentence"));
    }

    private static Proof proof(ResultSet row, Collection<Gap> gaps) throws SQLException {
        JsonNode explained = Json.read(row.getString("explained"));
        Map<String, Integer> counts = new TreeMap<>();
        explained
                .properties()
                .forEach(one -> counts.put(one.getKey(), one.getValue().asInt()));
        return new Proof(
                AskRows.instant(row, "at").orElseThrow(),
                row.getString("by_whom"),
                new Span(
                        AskRows.instant(row, "since").orElseThrow(),
                        AskRows.instant(row, "until").orElseThrow(),
                        AskRows.instant(row, "ahead").orElseThrow()),
                new Counts(row.getInt("owed"), row.getInt("told"), row.getInt("planned")),
                counts,
                List.copyOf(gaps),
                row.getInt("undated"),
                row.getString("hash"));
    }
}
