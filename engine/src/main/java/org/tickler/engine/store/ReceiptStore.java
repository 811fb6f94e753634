package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Proof that entries were done, or that what was filed was not taken. Nothing is changed or removed. */
public final class ReceiptStore {
    private ReceiptStore() {}

    /**
     * A receipt of an entry.
     *
     * @param verdict what whoever got it said of it: {@code submitted}, {@code accepted} or {@code rejected}
     * @param text its number, or what it says, such as {@code ECF 41}
     * @param file what is kept of it; empty: a text alone
     * @param road how it came
     */
    public record Row(
            EntryId entry,
            String verdict,
            Optional<String> text,
            Optional<KeptReceipt> file,
            PersonId by,
            Instant at,
            AnswerWay road) {
        /** Its text and the file's name, as people name it; empty where it has neither. */
        public Optional<String> words() {
            return text.map(said ->
                            file.map(kept -> said + " (" + kept.name() + ")").orElse(said))
                    .or(() -> file.map(KeptReceipt::name));
        }
    }

    /** Adds one, after all that are there. */
    public static void add(Handle handle, MatterId matter, Row receipt) {
        handle.createUpdate("""
                        INSERT INTO receipt (entry, matter, verdict, text, sha256, name, size, by_whom, at, road)
                        VALUES (:entry, :matter, :verdict, :text, :sha256, :name, :size, :by, :at, :road)""")
                .bind("entry", receipt.entry().value())
                .bind("matter", matter.value())
                .bind("verdict", receipt.verdict())
                .bind("text", receipt.text().orElse(null))
                .bind("sha256", receipt.file().map(KeptReceipt::sha256).orElse(null))
                .bind("name", receipt.file().map(KeptReceipt::name).orElse(null))
                .bind("size", receipt.file().map(KeptReceipt::size).orElse(null))
                .bind("by", receipt.by().value())
                .bind("at", receipt.at())
                .bind("road", Words.of(receipt.road()))
                .execute();
    }

    /** Those of an entry, the first one first. */
    public static List<Row> ofEntry(Handle handle, EntryId entry) {
        return handle.createQuery("SELECT * FROM receipt WHERE entry = :entry ORDER BY id")
                .bind("entry", entry.value())
                .map(ReceiptStore::row)
                .list();
    }

    static Row row(ResultSet row, StatementContext context) throws SQLException {
        String sha256 = row.getString("sha256");
        return new Row(
                new EntryId(row.getString("entry")),
                row.getString("verdict"),
                Optional.ofNullable(row.getString("text")),
                sha256 == null
                        ? Optional.empty()
                        : Optional.of(new KeptReceipt(sha256, row.getString("name"), row.getLong("size"))),
                new PersonId(row.getString("by_whom")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                PersonJson.word(AnswerWay.class, row.getString("road")));
    }
}
