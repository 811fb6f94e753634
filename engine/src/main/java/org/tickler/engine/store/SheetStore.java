package org.tickler.engine.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.TimeSpan;

/** Sheets as they were made, and when the next ones are to be. What one said is never changed. */
public final class SheetStore {
    private SheetStore() {}

    /**
     * Whom a sheet is put to, and when.
     *
     * @param asked who is to read, or to sign it
     * @param reader who gets it: the same, or who stands in
     * @param step 0 for the rule's own reader, then of its escalation
     * @param within how soon it is to be signed; empty: nobody need
     */
    public record Put(
            PersonId asked,
            PersonId reader,
            ZoneId zone,
            int step,
            Optional<TimeSpan> within,
            Channel channel,
            Instant due,
            String why) {}

    /**
     * Puts a sheet to a reader, once: an ask without an entry, and its reminder.
     *
     * @return false where it was put before; nothing is done then
     */
    public static boolean put(Handle handle, SheetRow sheet, Put put, String book) {
        boolean first = handle.createUpdate("""
                        INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, answer_within, planned_at)
                        VALUES (:id, 1, :purpose, :purpose, :rung, :asked, :step, :within, :at) ON CONFLICT DO NOTHING""")
                        .bind("id", sheet.ask().value())
                        .bind("purpose", Words.of(Purpose.SHEET))
                        .bind("rung", sheet.list() + " " + sheet.day())
                        .bind("asked", put.asked().value())
                        .bind("step", put.step())
                        .bind("within", put.within().map(TimeSpan::toString).orElse(null))
                        .bind("at", sheet.madeAt())
                        .execute()
                == 1;
        if (first) {
            keep(handle, sheet);
            remind(handle, sheet, put, book);
        }
        return first;
    }

    private static void keep(Handle handle, SheetRow sheet) {
        handle.createUpdate("""
                        INSERT INTO sheet (ask, rule, part, kind, day, to_name, to_address, made_at, hash, body)
                        VALUES (:ask, :rule, :part, :kind, :day, :name, :address, :at, :hash, CAST(:body AS json))""")
                .bind("ask", sheet.ask().value())
                .bind("rule", sheet.rule())
                .bind("part", sheet.part())
                .bind("kind", Words.of(sheet.kind()))
                .bind("day", sheet.day())
                .bind("name", sheet.outside().map(SheetRule.MailAddress::name).orElse(null))
                .bind(
                        "address",
                        sheet.outside().map(SheetRule.MailAddress::email).orElse(null))
                .bind("at", sheet.madeAt())
                .bind("hash", sheet.hash())
                .bind("body", Json.write(sheet.body()))
                .execute();
        for (int place = 0; place < sheet.papers().size(); place++) {
            SheetRow.Paper paper = sheet.papers().get(place);
            String hash = hash(paper.bytes());
            handle.createUpdate("INSERT INTO paper (hash, bytes) VALUES (:hash, :bytes) ON CONFLICT DO NOTHING")
                    .bind("hash", hash)
                    .bind("bytes", packed(paper.bytes()))
                    .execute();
            handle.createUpdate("""
                            INSERT INTO sheet_paper (ask, place, name, type, paper)
                            VALUES (:ask, :place, :name, :type, :hash)""")
                    .bind("ask", sheet.ask().value())
                    .bind("place", place)
                    .bind("name", paper.name())
                    .bind("type", paper.type())
                    .bind("hash", hash)
                    .execute();
        }
    }

    private static void remind(Handle handle, SheetRow sheet, Put put, String book) {
        handle.createUpdate("""
                        INSERT INTO reminder (id, ask, revision, purpose, asked, recipient, channel, due_at, due_local,
                            due_zone, tzdb, book, first_owed_at, why, state, state_at, try_at)
                        VALUES (:id, :ask, 1, :purpose, :asked, :reader, :channel, :due, :local, :zone, :tzdb, :book, :due,
                            :why, 'planned', :at, :due) ON CONFLICT DO NOTHING""")
                .bind("id", ReminderId.of(sheet.ask(), put.channel()).value())
                .bind("ask", sheet.ask().value())
                .bind("purpose", Words.of(Purpose.SHEET))
                .bind("asked", put.asked().value())
                .bind("reader", put.reader().value())
                .bind("channel", Words.of(put.channel()))
                .bind("due", put.due())
                .bind("local", LocalDateTime.ofInstant(put.due(), put.zone()))
                .bind("zone", put.zone())
                .bind("tzdb", Tzdb.version())
                .bind("book", book)
                .bind("why", put.why())
                .bind("at", sheet.madeAt())
                .execute();
    }

    /** Those of {@code asks} by which a sheet was put already. */
    public static Set<AskId> existing(Handle handle, Collection<AskId> asks) {
        return handle
                .createQuery("SELECT ask FROM sheet WHERE ask = ANY(:asks)")
                .bind("asks", TextArray.of(asks))
                .map((row, context) -> new AskId(row.getString("ask")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The sheet that an ask puts, with what is attached to it; empty where it puts none. */
    public static Optional<SheetRow> find(Handle handle, AskId ask) {
        return Optional.ofNullable(find(handle, List.of(ask)).get(ask));
    }

    /** The sheets that these asks put, with what is attached to them. */
    public static Map<AskId, SheetRow> find(Handle handle, Collection<AskId> asks) {
        Map<AskId, SheetRow> found = new HashMap<>();
        handle.createQuery("SELECT * FROM sheet WHERE ask = ANY(:asks) ORDER BY ask")
                .bind("asks", TextArray.of(asks))
                .map(SheetStore::sheet)
                .list()
                .forEach(sheet -> found.put(sheet.ask(), withPapers(handle, sheet)));
        return found;
    }

    /** The asks by which the same list was put to anybody, by id. */
    public static List<AskId> same(Handle handle, SheetRow sheet) {
        return handle.createQuery(
                        "SELECT ask FROM sheet WHERE rule = :rule AND part = :part AND day = :day ORDER BY ask")
                .bind("rule", sheet.rule())
                .bind("part", sheet.part())
                .bind("day", sheet.day())
                .map((row, context) -> new AskId(row.getString("ask")))
                .list();
    }

    /**
     * When the last sheet of a rule before {@code day} was made for {@code asked}, whose sheet it was from the first; where
     * that one never had any, for anybody. Empty where there was none.
     */
    public static Optional<Instant> madeBefore(Handle handle, String rule, LocalDate day, PersonId asked) {
        return handle.createQuery("""
                        SELECT coalesce(max(s.made_at) FILTER (WHERE a.asked = :asked), max(s.made_at))
                        FROM sheet s JOIN ask a ON a.id = s.ask
                        WHERE s.rule = :rule AND s.day < :day AND a.step = 0""")
                .bind("rule", rule)
                .bind("day", day)
                .bind("asked", asked.value())
                .mapTo(Instant.class)
                .findOne();
    }

    /** When the next sheet of a rule is to be made, as was said last; empty where nothing was. */
    public static Optional<Instant> turn(Handle handle, String rule) {
        return handle.createQuery("SELECT next_at FROM sheet_turn WHERE rule = :rule")
                .bind("rule", rule)
                .mapTo(Instant.class)
                .findOne();
    }

    /** Says when the next sheet of each rule is to be made; rules that are not among them have none. */
    public static void turns(Handle handle, Map<String, Instant> next) {
        handle.createUpdate("DELETE FROM sheet_turn WHERE NOT (rule = ANY(:rules))")
                .bind("rules", TextArray.of(next.keySet()))
                .execute();
        next.forEach((rule, at) ->
                handle.createUpdate("""
                        INSERT INTO sheet_turn (rule, next_at) VALUES (:rule, :at)
                        ON CONFLICT (rule) DO UPDATE SET next_at = excluded.next_at
                        WHERE sheet_turn.next_at <> excluded.next_at""").bind("rule", rule).bind("at", at).execute());
    }

    private static SheetRow sheet(ResultSet row, StatementContext context) throws SQLException {
        String address = row.getString("to_address");
        return new SheetRow(
                new AskId(row.getString("ask")),
                row.getString("rule"),
                row.getString("part"),
                AskRows.word(SheetRule.Kind.class, row.getString("kind")),
                row.getObject("day", LocalDate.class),
                address == null
                        ? Optional.empty()
                        : Optional.of(new SheetRule.MailAddress(row.getString("to_name"), address)),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                Json.read(row.getString("body")),
                List.of());
    }

    private static SheetRow withPapers(Handle handle, SheetRow sheet) {
        List<SheetRow.Paper> papers = handle.createQuery("""
                        SELECT s.name, s.type, p.bytes FROM sheet_paper s JOIN paper p ON p.hash = s.paper
                        WHERE s.ask = :ask ORDER BY s.place""")
                .bind("ask", sheet.ask().value())
                .map((row, context) -> new SheetRow.Paper(
                        row.getString("name"), row.getString("type"), unpacked(row.getBytes("bytes"))))
                .list();
        return new SheetRow(
                sheet.ask(),
                sheet.rule(),
                sheet.part(),
                sheet.kind(),
                sheet.day(),
                sheet.outside(),
                sheet.madeAt(),
                sheet.body(),
                papers);
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] unpacked(byte[] bytes) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
