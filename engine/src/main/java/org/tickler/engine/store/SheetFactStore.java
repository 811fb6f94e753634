package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

/** What sheets are made of. Reads only. */
public final class SheetFactStore {
    private SheetFactStore() {}

    /**
     * Entries that are not over, by date: those dated within the days, both inclusive, and those before them that are to be
     * done and were not.
     */
    public static List<Entry> live(Handle handle, LocalDate first, LocalDate last) {
        String[] kinds = List.of(EntryKind.values()).stream()
                .filter(EntryKind::isToBeDone)
                .map(Words::of)
                .toArray(String[]::new);
        return handle.createQuery("""
                        SELECT * FROM entry
                        WHERE day <= :last AND (day >= :first OR kind = ANY(:kinds))
                            AND status IN ('proposed', 'open', 'provisional', 'claimed')
                        ORDER BY day, starts NULLS FIRST, id""")
                .bind("first", first)
                .bind("last", last)
                .bind("kinds", kinds)
                .map(EntryRows::entry)
                .list();
    }

    /** Everything that is said to be done and has no receipt, by date. */
    public static List<Entry> claimed(Handle handle) {
        return handle.createQuery("SELECT * FROM entry WHERE status = 'claimed' ORDER BY day, id")
                .map(EntryRows::entry)
                .list();
    }

    /** Every entry with a date from {@code first} to {@code last}, both inclusive, that is not off, by date. */
    public static List<Entry> between(Handle handle, LocalDate first, LocalDate last) {
        return handle.createQuery("""
                        SELECT * FROM entry
                        WHERE day BETWEEN :first AND :last AND status NOT IN ('cancelled', 'superseded', 'waived')
                        ORDER BY day, starts NULLS FIRST, id""")
                .bind("first", first)
                .bind("last", last)
                .map(EntryRows::entry)
                .list();
    }

    /** An ask that waits for a reader's answer. */
    public record Waiting(AskId ask, EntryId entry, MatterId matter, Optional<Instant> silentAt) {}

    /** What was put to {@code person}, also in another's place, and waits for an answer; what escalates first comes first. */
    public static List<Waiting> waiting(Handle handle, PersonId person) {
        return handle.createQuery("""
                        SELECT a.id, a.entry, a.matter, a.silent_at FROM ask a
                        WHERE a.state IN ('open', 'escalated') AND a.answer_within IS NOT NULL AND a.answer IS NULL
                            AND a.entry IS NOT NULL AND a.first_sent_at IS NOT NULL
                            AND EXISTS (SELECT FROM reminder r WHERE r.ask = a.id AND r.recipient = :person
                                AND r.state IN ('sent', 'delivered'))
                        ORDER BY a.silent_at NULLS LAST, a.first_sent_at, a.id""")
                .bind("person", person.value())
                .map((row, context) -> new Waiting(
                        new AskId(row.getString("id")),
                        new EntryId(row.getString("entry")),
                        new MatterId(row.getString("matter")),
                        Optional.ofNullable(row.getObject("silent_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }
}
