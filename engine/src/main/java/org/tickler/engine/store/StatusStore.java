package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is counted to say how the engine stands. It reads only. */
public final class StatusStore {
    private StatusStore() {}

    /** The active book; empty before the first. */
    public static Optional<BookState> book(Handle handle) {
        return handle.createQuery("SELECT fingerprint, since, activated_by, applied_at FROM active_book")
                .map((row, context) -> new BookState(
                        row.getString("fingerprint"),
                        AskRows.instant(row, "since").orElseThrow(),
                        row.getString("activated_by"),
                        AskRows.instant(row, "applied_at").isPresent()))
                .findOne();
    }

    /** The processes that serve, seen since an instant, the oldest first. */
    public static List<Node> nodes(Handle handle, Instant since) {
        return handle.createQuery(
                        "SELECT id, started_at, seen_at, version, tzdb FROM node WHERE seen_at >= :since ORDER BY started_at, id")
                .bind("since", since)
                .map((row, context) -> new Node(
                        row.getString("id"),
                        AskRows.instant(row, "started_at").orElseThrow(),
                        AskRows.instant(row, "seen_at").orElseThrow(),
                        row.getString("version"),
                        row.getString("tzdb")))
                .list();
    }

    /** How many reminders stand in each state that any stands in. */
    public static Map<String, Integer> states(Handle handle) {
        return counted(
                handle, "SELECT state, count(*) FROM reminder WHERE NOT synthetic GROUP BY state ORDER BY state");
    }

    /** How many reminders are held by no hold, so for want of their channel, by channel. */
    public static Map<String, Integer> waitingForChannel(Handle handle) {
        return counted(handle, """
                SELECT r.channel, count(*) FROM reminder r LEFT JOIN hold h ON h.id = r.hold
                WHERE r.state = 'held' AND NOT r.synthetic AND (h.id IS NULL OR h.released_at IS NOT NULL)
                GROUP BY r.channel ORDER BY r.channel""");
    }

    /** Channels that are down as a whole, the oldest first. */
    public static List<Incident> incidents(Handle handle) {
        return handle.createQuery("SELECT channel, reason, began_at FROM incident WHERE ended_at IS NULL ORDER BY id")
                .map((row, context) -> new Incident(
                        row.getString("channel"),
                        row.getString("reason"),
                        AskRows.instant(row, "began_at").orElseThrow()))
                .list();
    }

    /** How much there is of each. */
    public static Facts facts(Handle handle) {
        return handle.createQuery("""
                        SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM matter) AS matters,
                            (SELECT count(*) FROM entry) AS entries,
                            (SELECT count(*) FROM question WHERE settled_at IS NULL) AS questions""")
                .map((row, context) -> new Facts(
                        row.getInt("people"), row.getInt("matters"), row.getInt("entries"), row.getInt("questions")))
                .one();
    }

    /** How many attempts came to which outcome, by {@code channel/outcome}; those under way are left out. */
    public static Map<String, Integer> attempts(Handle handle) {
        return counted(handle, """
                SELECT m.channel || '/' || a.outcome, count(*) FROM attempt a JOIN message m ON m.id = a.message
                WHERE a.outcome IS NOT NULL AND m.recipient <> '%s' GROUP BY 1 ORDER BY 1""".formatted(Synthetic.ID));
    }

    /** How what was asked of people stands: asks that want an answer and were put, those of escalations left out. */
    public static Answers answers(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) AS put, count(*) FILTER (WHERE state = 'answered') AS answered,
                            count(*) FILTER (WHERE state <> 'answered' AND passed_on) AS by_another
                        FROM (SELECT state, EXISTS (SELECT 1 FROM ask later WHERE later.entry = root.entry
                                AND later.revision = root.revision AND later.ladder = root.ladder
                                AND later.rung = root.rung AND later.step > 0 AND later.state = 'answered') AS passed_on
                            FROM ask root WHERE step = 0 AND answer_within IS NOT NULL
                                AND first_sent_at IS NOT NULL AND state <> 'closed') roots""")
                .map((row, context) -> new Answers(row.getInt("put"), row.getInt("answered"), row.getInt("by_another")))
                .one();
    }

    /** How many asks that want an answer were put and have none yet. */
    public static int asksOpen(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) FROM ask WHERE state IN ('open', 'escalated') AND answer_within IS NOT NULL
                            AND first_sent_at IS NOT NULL""").mapTo(Integer.class).one();
    }

    /** How many escalations there ever were. */
    public static int escalations(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM escalation")
                .mapTo(Integer.class)
                .one();
    }

    /** How many asks were answered, and how long that took from the first message that left. */
    public static Latency latency(Handle handle) {
        return handle.createQuery("""
                        SELECT count(*) AS answers,
                            coalesce(sum(extract(epoch FROM answered_at - first_sent_at)), 0) AS seconds
                        FROM ask WHERE answered_at >= first_sent_at""")
                .map((row, context) -> new Latency(
                        row.getInt("answers"), Duration.ofMillis(Math.round(row.getDouble("seconds") * 1_000))))
                .one();
    }

    private static Map<String, Integer> counted(Handle handle, String sql) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        handle.createQuery(sql)
                .map((row, context) -> counts.put(row.getString(1), row.getInt(2)))
                .list();
        return counts;
    }

    /** The active book; {@code applied}: whether every matter has been planned with it. */
    public record BookState(String fingerprint, Instant since, String by, boolean applied) {}

    /** A process that serves, and with what it computes. */
    public record Node(String id, Instant started, Instant seen, String version, String tzdb) {}

    /** A channel that is down. */
    public record Incident(String channel, String reason, Instant began) {}

    /** Of those put, how many the person asked has answered, and how many the next person has, after a silence. */
    public record Answers(int put, int answered, int byAnother) {
        /** How many wait for somebody. */
        public int open() {
            return put - answered - byAnother;
        }
    }

    /** How many answers there were, and how long all of them together took. */
    public record Latency(int answers, Duration total) {}

    /** How many there are. */
    public record Facts(int people, int matters, int entries, int questions) {}
}
