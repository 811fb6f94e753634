package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.calendars.text.Words;

/** What each source said last time of each of its rows, so that an unchanged row never undoes a person's act. */
public final class SourceStore {
    private SourceStore() {}

    /** What a row of a source is about. */
    public enum Kind {
        ENTRY,
        PERSON,
        MATTER
    }

    /**
     * A row of a source.
     *
     * @param id what the source calls it
     * @param target the id of what it made here
     */
    public record Said(String id, String target, JsonNode said) {}

    /** What {@code source} said last of each of {@code ids}; those it never spoke of are left out. */
    public static Map<String, Said> find(Handle handle, String source, Kind kind, Collection<String> ids) {
        return handle
                .createQuery("""
                        SELECT id, target, said FROM source_row
                        WHERE source = :source AND kind = :kind AND id = ANY(:ids)""")
                .bind("source", source)
                .bind("kind", Words.of(kind))
                .bind("ids", TextArray.of(ids))
                .map((row, context) ->
                        new Said(row.getString("id"), row.getString("target"), Json.read(row.getString("said"))))
                .stream()
                .collect(Collectors.toMap(Said::id, said -> said));
    }

    /** Keeps what {@code source} says now, in place of what it said before. */
    public static void put(Handle handle, String source, Kind kind, Collection<Said> rows, Instant at) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                INSERT INTO source_row (source, kind, id, target, said, seen_at)
                VALUES (:source, :kind, :id, :target, CAST(:said AS jsonb), :at)
                ON CONFLICT (source, kind, id) DO UPDATE
                SET target = excluded.target, said = excluded.said, seen_at = excluded.seen_at, missing = 0""");
        for (Said row : rows) {
            batch.bind("source", source)
                    .bind("kind", Words.of(kind))
                    .bind("id", row.id())
                    .bind("target", row.target())
                    .bind("said", Json.write(row.said()))
                    .bind("at", at)
                    .add();
        }
        batch.execute();
    }

    /**
     * Says that these rows are there again.
     *
     * @return the targets of those that had been missing
     */
    public static List<String> thereAgain(Handle handle, String source, Kind kind, Collection<String> ids) {
        return handle.createQuery("""
                        UPDATE source_row SET missing = 0
                        WHERE source = :source AND kind = :kind AND id = ANY(:ids) AND missing > 0
                        RETURNING target""")
                .bind("source", source)
                .bind("kind", Words.of(kind))
                .bind("ids", TextArray.of(ids))
                .mapTo(String.class)
                .list();
    }

    /** Up to {@code most} ids of rows of {@code source} after the id {@code after}, in order. */
    public static List<String> idsAfter(Handle handle, String source, Kind kind, String after, int most) {
        return handle.createQuery("""
                        SELECT id FROM source_row
                        WHERE source = :source AND kind = :kind AND id > :after ORDER BY id LIMIT :most""")
                .bind("source", source)
                .bind("kind", Words.of(kind))
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list();
    }

    /** Counts one more load in which these rows were not there. */
    public static void missing(Handle handle, String source, Kind kind, Collection<String> ids) {
        handle.createUpdate("""
                        UPDATE source_row SET missing = missing + 1
                        WHERE source = :source AND kind = :kind AND id = ANY(:ids)""")
                .bind("source", source)
                .bind("kind", Words.of(kind))
                .bind("ids", TextArray.of(ids))
                .execute();
    }
}
