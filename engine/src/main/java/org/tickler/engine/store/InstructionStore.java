package org.tickler.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** What people said about entries: of their dates, and of their lives. Nothing is changed or removed. */
public final class InstructionStore {
    private InstructionStore() {}

    /** Adds these, about entries of {@code matter}, after all that are there. */
    public static void add(Handle handle, MatterId matter, List<Instruction> instructions) {
        if (instructions.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO instruction (entry, matter, what, day, hour, zone, source, reason, trigger_day, entry_day,
                    by_whom, at)
                VALUES (:entry, :matter, :what, :day, :hour, :zone, :source, :reason, :triggerDay, :entryDay, :by, :at)""");
        for (Instruction said : instructions) {
            Optional<When.AllDay> date = said.terms().date();
            batch.bind("entry", said.entry().value())
                    .bind("matter", matter.value())
                    .bind("what", Words.of(said.what()))
                    .bind("day", date.map(When.AllDay::day).orElse(null))
                    .bind("hour", date.flatMap(When.AllDay::hour).orElse(null))
                    .bind("zone", date.map(day -> day.zone().getId()).orElse(null))
                    .bind("source", said.terms().source().orElse(null))
                    .bind("reason", said.reason().orElse(null))
                    .bind("triggerDay", said.basis().trigger().orElse(null))
                    .bind("entryDay", said.basis().entry().orElse(null))
                    .bind("by", said.by().value())
                    .bind("at", said.at())
                    .add();
        }
        batch.execute();
    }

    /** What was said of entries of each matter, the first one first; matters of which nothing was said are left out. */
    public static Map<MatterId, List<Instruction>> ofMatters(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery("SELECT * FROM instruction WHERE matter = ANY(:matters) ORDER BY id")
                .bind("matters", TextArray.of(matters))
                .map((row, context) -> Map.entry(new MatterId(row.getString("matter")), instruction(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** What was said of one entry, the first one first. */
    public static List<Instruction> ofEntry(Handle handle, EntryId entry) {
        return handle.createQuery("SELECT * FROM instruction WHERE entry = :entry ORDER BY id")
                .bind("entry", entry.value())
                .map((row, context) -> instruction(row))
                .list();
    }

    private static Instruction instruction(ResultSet row) throws SQLException {
        LocalDate day = row.getObject("day", LocalDate.class);
        Optional<When.AllDay> date = day == null
                ? Optional.empty()
                : Optional.of(new When.AllDay(
                        day,
                        Optional.ofNullable(row.getObject("hour", LocalTime.class)),
                        ZoneId.of(row.getString("zone"))));
        return new Instruction(
                new EntryId(row.getString("entry")),
                PersonJson.word(Instruction.What.class, row.getString("what")),
                new Instruction.Terms(date, Optional.ofNullable(row.getString("source"))),
                new Instruction.Basis(
                        Optional.ofNullable(row.getObject("trigger_day", LocalDate.class)),
                        Optional.ofNullable(row.getObject("entry_day", LocalDate.class))),
                new PersonId(row.getString("by_whom")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("reason")));
    }
}
