package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** The entries on all dockets, with the history of their dates. Nothing is deleted. */
public final class EntryStore {
    private static final String INSERT = """
            INSERT INTO entry (id, matter, kind, title, status, day, hour, starts, ends, zone, due_at, tzdb, court, event,
                service, party, owner, location, mode, notes, authority, effort, source, source_id, trigger, rule, occurrence,
                steps, revision, known_at, acted_by, acted_at)
            VALUES (:id, :matter, :kind, :title, :status, :day, :hour, :starts, :ends, :zone, :due, :tzdb, :court, :event,
                :service, :party, :owner, :location, :mode, :notes, :authority, :effort, :source, :sourceId, :trigger, :rule,
                :occurrence, CAST(:steps AS jsonb), :revision, :known, :actedBy, :actedAt)""";
    private static final String UPDATE = """
            UPDATE entry SET kind = :kind, title = :title, status = :status, day = :day, hour = :hour, starts = :starts,
                ends = :ends, zone = :zone, due_at = :due, tzdb = :tzdb, court = :court, event = :event,
                service = :service, party = :party, owner = :owner,
                owned_at = CASE WHEN owner IS DISTINCT FROM :owner THEN :changedAt ELSE owned_at END, location = :location, mode = :mode, notes = :notes,
                authority = :authority, effort = :effort, rule = :rule, occurrence = :occurrence, steps = CAST(:steps AS jsonb),
                revision = :revision, known_at = :known, acted_by = coalesce(:actedBy, acted_by),
                acted_at = coalesce(CAST(:actedAt AS timestamptz), acted_at)
            WHERE id = :id""";
    private static final String INSERT_REVISION = """
            INSERT INTO entry_revision (entry, revision, known_at, cause, by_whom, reason, day, hour, starts, ends, zone,
                location, mode, status)
            VALUES (:entry, :revision, :known, :cause, :by, :reason, :day, :hour, :starts, :ends, :zone, :location, :mode,
                :status)
            ON CONFLICT (entry, revision) DO NOTHING""";

    private EntryStore() {}

    public static Optional<Entry> find(Handle handle, EntryId id) {
        return handle.createQuery("SELECT * FROM entry WHERE id = :id")
                .bind("id", id.value())
                .map(EntryRows::entry)
                .findOne();
    }

    /** Those of {@code ids} that there are, by id. */
    public static Map<EntryId, Entry> find(Handle handle, Collection<EntryId> ids) {
        return handle
                .createQuery("SELECT * FROM entry WHERE id = ANY(:ids)")
                .bind("ids", TextArray.of(ids))
                .map(EntryRows::entry)
                .stream()
                .collect(Collectors.toMap(Entry::id, entry -> entry));
    }

    /** The last day for which each of the matters has a trial that is not off; matters without one are left out. */
    public static Map<MatterId, LocalDate> trials(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery("""
                        SELECT matter, max(day) AS last FROM entry
                        WHERE matter = ANY(:matters) AND kind = 'trial' AND day IS NOT NULL
                            AND status NOT IN ('cancelled', 'superseded', 'waived')
                        GROUP BY matter""")
                .bind("matters", TextArray.of(matters))
                .map((row, context) ->
                        Map.entry(new MatterId(row.getString("matter")), row.getObject("last", LocalDate.class)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The entries of these matters that others than {@code source} gave, that have a date and are not over. */
    public static Map<MatterId, List<Entry>> ofOtherSources(
            Handle handle, Collection<MatterId> matters, String source) {
        return handle
                .createQuery("""
                        SELECT * FROM entry
                        WHERE matter = ANY(:matters) AND source IS NOT NULL AND source <> :source AND day IS NOT NULL
                            AND status IN ('proposed', 'open', 'provisional', 'claimed')
                        ORDER BY id""")
                .bind("matters", TextArray.of(matters))
                .bind("source", source)
                .map(EntryRows::entry)
                .stream()
                .collect(Collectors.groupingBy(Entry::matter));
    }

    /** The entry that {@code source} calls {@code id}. */
    public static Optional<Entry> bySource(Handle handle, String source, String id) {
        return handle.createQuery("SELECT * FROM entry WHERE source = :source AND source_id = :id")
                .bind("source", source)
                .bind("id", id)
                .map(EntryRows::entry)
                .findOne();
    }

    /** All entries of a matter, over and cancelled ones too, by id. */
    public static List<Entry> ofMatter(Handle handle, MatterId matter) {
        return ofMatters(handle, List.of(matter)).getOrDefault(matter, List.of());
    }

    /** All entries of each matter that has any, by id. */
    public static Map<MatterId, List<Entry>> ofMatters(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery("SELECT * FROM entry WHERE matter = ANY(:matters) ORDER BY id")
                .bind("matters", TextArray.of(matters))
                .map(EntryRows::entry)
                .stream()
                .collect(Collectors.groupingBy(Entry::matter));
    }

    /** Up to {@code most} ids of entries that still remind, the next due first: what a person may have meant. */
    public static List<EntryId> openIds(Handle handle, Instant from, int most) {
        return handle.createQuery("""
                        SELECT id FROM entry WHERE status IN ('proposed', 'open', 'provisional', 'claimed')
                        ORDER BY due_at >= :from DESC, due_at LIMIT :most""")
                .bind("from", from)
                .bind("most", most)
                .map((row, context) -> new EntryId(row.getString("id")))
                .list();
    }

    /** Its revisions, the first one first. */
    public static List<StoredRevision> revisions(Handle handle, EntryId id) {
        return handle.createQuery("SELECT * FROM entry_revision WHERE entry = :id ORDER BY revision")
                .bind("id", id.value())
                .map(EntryRows::revision)
                .list();
    }

    /** The revisions of each of these entries, the first one first. */
    public static Map<EntryId, List<StoredRevision>> revisions(Handle handle, Collection<EntryId> ids) {
        Map<EntryId, List<StoredRevision>> revisions = new HashMap<>();
        handle.createQuery("SELECT * FROM entry_revision WHERE entry = ANY(:ids) ORDER BY entry, revision")
                .bind("ids", TextArray.of(ids))
                .map((row, context) -> revisions
                        .computeIfAbsent(new EntryId(row.getString("entry")), entry -> new ArrayList<>())
                        .add(EntryRows.revision(row, context)))
                .list();
        return revisions;
    }

    /** Of the entries of these matters that got another owner, since when that is known. */
    static Map<EntryId, Instant> owned(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery("SELECT id, owned_at FROM entry WHERE matter = ANY(:matters) AND owned_at IS NOT NULL")
                .bind("matters", TextArray.of(matters))
                .map((row, context) -> Map.entry(
                        new EntryId(row.getString("id")),
                        row.getObject("owned_at", OffsetDateTime.class).toInstant()))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The open entries that name {@code owner} as theirs, by id. */
    public static List<Entry> openOf(Handle handle, PersonId owner) {
        return handle.createQuery("""
                        SELECT * FROM entry WHERE owner = :owner
                            AND status NOT IN ('done', 'waived', 'cancelled', 'superseded')
                        ORDER BY matter, id""")
                .bind("owner", owner.value())
                .map(EntryRows::entry)
                .list();
    }

    /** Who last changed the entry by an act, and when; empty where only sources and rules did. */
    public static Optional<Acted> acted(Handle handle, EntryId id) {
        return handle.createQuery("SELECT acted_by, acted_at FROM entry WHERE id = :id AND acted_at IS NOT NULL")
                .bind("id", id.value())
                .map((row, context) -> new Acted(
                        row.getString("acted_by"),
                        row.getObject("acted_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    /** Adds entries with their first revisions; an id that is there already is an error. */
    public static void insert(Handle handle, Collection<Entry> entries, Change change) {
        run(handle, INSERT, entries, change);
        insertRevisions(handle, entries, change);
    }

    /**
     * Replaces what is stored of these entries; matter, source and trigger stay. A revision that is not in the history yet
     * is added to it. Where the change is a person's act, the row says so.
     */
    public static void update(Handle handle, Collection<Entry> entries, Change change) {
        run(handle, UPDATE, entries, change);
        insertRevisions(handle, entries, change);
    }

    /**
     * Computes again the due instants of these matters' entries that were computed with other time-zone data.
     *
     * @return how many there were
     */
    public static int resolveAgain(Handle handle, Collection<MatterId> matters) {
        String tzdb = Tzdb.version();
        List<Entry> entries = handle.createQuery("SELECT * FROM entry WHERE matter = ANY(:matters) AND tzdb <> :tzdb")
                .bind("matters", TextArray.of(matters))
                .bind("tzdb", tzdb)
                .map(EntryRows::entry)
                .list();
        for (Entry entry : entries) {
            handle.createUpdate("UPDATE entry SET due_at = :due, tzdb = :tzdb WHERE id = :id")
                    .bind("due", entry.when().dueAt().orElse(null))
                    .bind("tzdb", tzdb)
                    .bind("id", entry.id().value())
                    .execute();
        }
        return entries.size();
    }

    private static void run(Handle handle, String sql, Collection<Entry> entries, Change change) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        String tzdb = Tzdb.version();
        boolean act = change.cause().isAct();
        for (Entry entry : entries) {
            EntryRows.bind(batch, entry, tzdb);
            batch.bind("changedAt", change.at())
                    .bind("actedBy", act ? change.who() : null)
                    .bind("actedAt", act ? change.at() : null)
                    .add();
        }
        batch.execute();
        MatterStore.touch(handle, entries.stream().map(Entry::matter).collect(Collectors.toSet()));
    }

    private static void insertRevisions(Handle handle, Collection<Entry> entries, Change change) {
        if (entries.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(INSERT_REVISION);
        for (Entry entry : entries) {
            WhenColumns.bind(batch, entry.when());
            batch.bind("entry", entry.id().value())
                    .bind("revision", entry.revision().number())
                    .bind("known", entry.revision().knownAt())
                    .bind("cause", Words.of(change.cause()))
                    .bind("by", change.who())
                    .bind("reason", change.reason().orElse(null))
                    .bind("location", entry.details().location().orElse(null))
                    .bind("mode", entry.details().mode().orElse(null))
                    .bind("status", Words.of(entry.status()))
                    .add();
        }
        batch.execute();
    }

    /** A person's last act on an entry. */
    public record Acted(String by, Instant at) {}
}
