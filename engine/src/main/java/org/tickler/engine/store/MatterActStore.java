package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.MatterAct.Reach;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Acts on whole matters, step by step. Nothing is changed or removed. */
public final class MatterActStore {
    private MatterActStore() {}

    /** What happened to an act. */
    public enum Kind {
        /** It waits for a second person; nothing moves. */
        ASKED,
        /** It took effect at once. */
        DONE,
        /** A second person confirmed it: it took effect. */
        CONFIRMED,
        /** It was asked for, and is not wanted any more. */
        WITHDRAWN,
        /** It fell through, was lifted, or the matter was opened again. */
        ENDED,
        /** It was taken back as a slip. */
        UNDONE
    }

    /**
     * One step of an act.
     *
     * @param act the number of the act; 0 where this step begins one and is not stored yet
     * @param task the task of the second person who is asked; empty: none is
     */
    public record Step(
            long act,
            MatterId matter,
            Sort sort,
            Kind kind,
            Reach reach,
            Optional<EntryId> task,
            Optional<String> reason,
            PersonId by,
            Instant at) {
        /** What happened next to the same act. */
        public Step next(Kind then, Reach now, Optional<String> why, PersonId who, Instant when) {
            return new Step(act, matter, sort, then, now, task, why, who, when);
        }
    }

    /** The steps of these matters' acts, the first one first. */
    public static List<Step> steps(Handle handle, Collection<MatterId> matters) {
        return handle.createQuery("SELECT * FROM matter_act WHERE matter = ANY(:matters) ORDER BY id")
                .bind("matters", TextArray.of(matters))
                .map(MatterActStore::step)
                .list();
    }

    /** The acts that wait for a second person, the first one first. */
    public static List<Step> asked(Handle handle) {
        return handle.createQuery("""
                        SELECT * FROM matter_act asked WHERE step = 'asked'
                            AND NOT EXISTS (SELECT FROM matter_act later WHERE later.first = asked.id) ORDER BY id""").map(MatterActStore::step).list();
    }

    /** The acts of each matter that took effect, the first one first; matters without any are left out. */
    public static Map<MatterId, List<MatterAct>> acts(Handle handle, Collection<MatterId> matters) {
        List<Step> steps = steps(handle, matters);
        if (steps.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Step>> byAct =
                steps.stream().collect(Collectors.groupingBy(Step::act, LinkedHashMap::new, Collectors.toList()));
        Map<Long, Map<EntryId, EntryStatus>> stayed = stayed(handle, byAct.keySet());
        Map<MatterId, List<MatterAct>> acts = new HashMap<>();
        byAct.forEach((act, all) -> act(all, stayed.getOrDefault(act, Map.of()))
                .ifPresent(one -> acts.computeIfAbsent(all.getFirst().matter(), id -> new ArrayList<>())
                        .add(one)));
        return acts;
    }

    private static Optional<MatterAct> act(List<Step> steps, Map<EntryId, EntryStatus> stayed) {
        Step first = steps.getFirst();
        return steps.stream()
                .filter(step -> step.kind() == Kind.DONE || step.kind() == Kind.CONFIRMED)
                .findFirst()
                .map(effect -> new MatterAct(
                        effect.act(),
                        effect.sort(),
                        effect.reach(),
                        new MatterAct.Said(
                                first.by(),
                                effect.kind() == Kind.CONFIRMED ? Optional.of(effect.by()) : Optional.empty(),
                                first.reason(),
                                effect.at()),
                        stayed,
                        steps.stream()
                                .filter(step -> step.kind() == Kind.ENDED || step.kind() == Kind.UNDONE)
                                .map(Step::at)
                                .findFirst()));
    }

    private static Map<Long, Map<EntryId, EntryStatus>> stayed(Handle handle, Set<Long> acts) {
        Map<Long, Map<EntryId, EntryStatus>> stayed = new HashMap<>();
        handle.createQuery(
                        "SELECT act, entry, status_before FROM matter_act_entry WHERE act = ANY(:acts) AND fate = 'stayed'")
                .bind("acts", acts.toArray(Long[]::new))
                .map((row, context) -> stayed.computeIfAbsent(row.getLong("act"), act -> new HashMap<>())
                        .put(
                                new EntryId(row.getString("entry")),
                                PersonJson.word(EntryStatus.class, row.getString("status_before"))))
                .list();
        return stayed;
    }

    /** What an act put on the docket. */
    public static List<EntryId> opened(Handle handle, long act) {
        return handle.createQuery(
                        "SELECT entry FROM matter_act_entry WHERE act = :act AND fate = 'opened' ORDER BY entry")
                .bind("act", act)
                .map((row, context) -> new EntryId(row.getString("entry")))
                .list();
    }

    /**
     * Adds a step.
     *
     * @return the number of its act
     */
    public static long add(Handle handle, Step step) {
        long id = handle.createQuery("""
                        INSERT INTO matter_act (first, matter, act, step, court, on_day, rule, kinds, task, reason, by_whom, at)
                        VALUES (:first, :matter, :act, :step, :court, :on, :rule, CAST(:kinds AS jsonb), :task, :reason, :by,
                            :at)
                        RETURNING id""")
                .bind("first", step.act() == 0 ? null : step.act())
                .bind("matter", step.matter().value())
                .bind("act", Words.of(step.sort()))
                .bind("step", Words.of(step.kind()))
                .bind("court", step.reach().court().map(CalendarId::value).orElse(null))
                .bind("on", step.reach().on())
                .bind("rule", step.reach().rule())
                .bind(
                        "kinds",
                        Json.write(Json.array(step.reach().kinds().stream()
                                .map(Words::of)
                                .sorted()
                                .toList())))
                .bind("task", step.task().map(EntryId::value).orElse(null))
                .bind("reason", step.reason().orElse(null))
                .bind("by", step.by().value())
                .bind("at", step.at())
                .mapTo(Long.class)
                .one();
        return step.act() == 0 ? id : step.act();
    }

    /** Keeps what an act stays, with the status that each had. One that it stayed before keeps what was kept then. */
    public static void stay(Handle handle, long act, Map<EntryId, EntryStatus> entries, Instant at) {
        Map<EntryId, Optional<EntryStatus>> rows = new LinkedHashMap<>();
        entries.forEach((entry, status) -> rows.put(entry, Optional.of(status)));
        put(handle, act, "stayed", rows, at);
    }

    /** Keeps what an act put on the docket. */
    public static void open(Handle handle, long act, Collection<EntryId> entries, Instant at) {
        Map<EntryId, Optional<EntryStatus>> rows = new LinkedHashMap<>();
        entries.forEach(entry -> rows.put(entry, Optional.empty()));
        put(handle, act, "opened", rows, at);
    }

    private static void put(
            Handle handle, long act, String fate, Map<EntryId, Optional<EntryStatus>> entries, Instant at) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO matter_act_entry (act, entry, fate, status_before, at)
                VALUES (:act, :entry, :fate, :before, :at) ON CONFLICT (act, entry) DO NOTHING""");
        entries.forEach((entry, before) -> batch.bind("act", act)
                .bind("entry", entry.value())
                .bind("fate", fate)
                .bind("before", before.map(Words::of).orElse(null))
                .bind("at", at)
                .add());
        batch.execute();
    }

    private static Step step(ResultSet row, StatementContext context) throws SQLException {
        long first = row.getLong("first");
        JsonNode kinds = Json.object().set("kinds", Json.read(row.getString("kinds")));
        Set<EntryKind> suspended = EnumSet.noneOf(EntryKind.class);
        suspended.addAll(Json.list(kinds, "kinds", kind -> PersonJson.word(EntryKind.class, kind.asText())));
        return new Step(
                first == 0 ? row.getLong("id") : first,
                new MatterId(row.getString("matter")),
                PersonJson.word(Sort.class, row.getString("act")),
                PersonJson.word(Kind.class, row.getString("step")),
                new Reach(
                        Optional.ofNullable(row.getString("court")).map(CalendarId::new),
                        row.getObject("on_day", LocalDate.class),
                        row.getString("rule"),
                        suspended),
                Optional.ofNullable(row.getString("task")).map(EntryId::new),
                Optional.ofNullable(row.getString("reason")),
                new PersonId(row.getString("by_whom")),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
