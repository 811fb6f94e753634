package org.tickler.engine.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.ReminderId;

/** Reminders from their time on: claimed by one process at a time, and settled by the one that holds the claim. */
public final class DueStore {
    /**
     * A group is what must leave together; who has the row of its leader has them all. The most urgent come first: alarms,
     * then what is due soonest. {@code IS TRUE} keeps the planner from joining the leaders one by one with all that is due,
     * which it likes to do while its statistics know of few.
     */
    private static final String CLAIM = """
            WITH due AS (
                SELECT r.id, r.state AS was, min(r.id) OVER (
                    PARTITION BY coalesce(r.message, r.recipient || ' ' || r.due_at)) AS leader
                FROM reminder r
                WHERE r.channel = :channel AND (r.state = 'planned' AND r.try_at <= :now
                    OR r.state = 'sending' AND r.lease_until <= :now)
            ), leaders AS (
                SELECT r.id FROM reminder r LEFT JOIN entry e ON e.id = r.entry
                WHERE r.id IN (SELECT leader FROM due) AND (r.state = 'planned' AND r.try_at <= :now
                    OR r.state = 'sending' AND r.lease_until <= :now)
                ORDER BY r.purpose <> 'alarm', e.due_at <= :now, e.due_at NULLS FIRST, r.due_at, r.id
                LIMIT :most FOR NO KEY UPDATE OF r SKIP LOCKED
            )
            UPDATE reminder r SET state = 'sending', state_reason = NULL, state_at = :now,
                lease_until = :until, fence = r.fence + 1
            FROM due
            WHERE r.id = due.id AND (due.leader IN (SELECT id FROM leaders)) IS TRUE AND (r.state = 'planned' AND r.try_at <= :now
                OR r.state = 'sending' AND r.lease_until <= :now)
            RETURNING r.id, due.was""";

    private DueStore() {}

    /**
     * Claims up to {@code most} messages' worth of what is due by a channel, also what another process claimed and did not
     * settle in time; the tries that such a process had under way have no known outcome from then on. A row that cannot be
     * read fails here, and its reason is in the claim.
     */
    public static Claim claim(Handle handle, Channel channel, Instant now, Duration lease, int most) {
        long taken = System.nanoTime();
        List<String> ids = new ArrayList<>();
        List<String> lost = new ArrayList<>();
        handle.createQuery(CLAIM)
                .bind("channel", Words.of(channel))
                .bind("now", now)
                .bind("until", now.plus(lease))
                .bind("most", most)
                .map((row, context) -> (row.getString("was").equals("sending") ? lost : ids).add(row.getString("id")))
                .list();
        if (!lost.isEmpty()) {
            AttemptStore.loseTrackOf(handle, lost, now);
        }
        ids.addAll(lost);
        DueRows.Read read = DueRows.byUrgency(handle, ids, now);
        setAside(handle, read.unreadable(), now);
        return new Claim(
                channel,
                now,
                lease,
                taken,
                read.reminders(),
                AttemptStore.unknown(handle, messages(read.reminders())),
                read.unreadable());
    }

    /** What no reminder can be made of failed: it leads on where it can, and stands in no other's way. */
    private static void setAside(Handle handle, Map<String, String> unreadable, Instant now) {
        unreadable.forEach((id, why) -> handle.createUpdate("""
                        UPDATE reminder SET state = 'failed', state_reason = 'set aside: ' || :why, state_at = :now,
                            lease_until = NULL WHERE id = :id""")
                .bind("id", id)
                .bind("why", why)
                .bind("now", now)
                .execute());
    }

    /** Keeps claims for longer; those that another process has taken over stay with it. */
    public static void renew(Handle handle, Collection<DueReminder> claimed, Instant until) {
        handle.createUpdate("""
                        UPDATE reminder r SET lease_until = :until
                        FROM unnest(:ids, :fences) AS c(id, fence)
                        WHERE r.id = c.id AND r.fence = c.fence AND r.state = 'sending'""")
                .bind("until", until)
                .bind("ids", ids(claimed))
                .bind("fences", fences(claimed))
                .execute();
    }

    /** Gives claims back untouched: what is claimed is due as before. */
    public static void release(Handle handle, Collection<DueReminder> claimed, Instant now) {
        handle.createUpdate("""
                        UPDATE reminder r SET state = 'planned', state_at = :now, lease_until = NULL
                        FROM unnest(:ids, :fences) AS c(id, fence)
                        WHERE r.id = c.id AND r.fence = c.fence AND r.state = 'sending'""")
                .bind("now", now)
                .bind("ids", ids(claimed))
                .bind("fences", fences(claimed))
                .execute();
    }

    /**
     * Settles claims that still hold.
     *
     * @return those settled; a claim that another process has taken over is not among them
     */
    public static Set<ReminderId> settle(Handle handle, Collection<Settlement> settlements, Instant now) {
        return handle
                .createQuery("""
                        UPDATE reminder r SET state = c.state, state_reason = c.reason, state_at = :now,
                            lease_until = NULL, try_at = coalesce(nullif(c.try_at, '')::timestamptz, r.try_at),
                            sent_at = CASE WHEN c.state = 'sent' THEN :now ELSE r.sent_at END
                        FROM unnest(:ids, :fences, :states, :reasons, :tries) AS c(id, fence, state, reason, try_at)
                        WHERE r.id = c.id AND r.fence = c.fence AND r.state = 'sending'
                        RETURNING r.id""")
                .bind("now", now)
                .bind("ids", texts(settlements, one -> one.id().value()))
                .bind("fences", settlements.stream().map(Settlement::fence).toArray(Long[]::new))
                .bind("states", texts(settlements, one -> Words.of(one.state())))
                .bind("reasons", texts(settlements, Settlement::reason))
                .bind(
                        "tries",
                        texts(
                                settlements,
                                one -> one.tryAt().map(Instant::toString).orElse("")))
                .map((row, context) -> new ReminderId(row.getString("id")))
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Says of asks that the first of their reminders left, and from when on their silence is too long; an ask that was put
     * before keeps what it has.
     *
     * @param silentAt empty where no answer is wanted
     */
    public static void put(Handle handle, Map<String, Optional<Instant>> silentAt, Instant now) {
        String[] asks = silentAt.keySet().toArray(String[]::new);
        String[] until = silentAt.values().stream()
                .map(at -> at.map(Instant::toString).orElse(""))
                .toArray(String[]::new);
        handle.createUpdate("""
                        UPDATE ask a SET first_sent_at = :now,
                            silent_at = CASE WHEN a.state = 'open' THEN nullif(c.silent, '')::timestamptz ELSE a.silent_at END
                        FROM unnest(:asks, :silent) AS c(ask, silent)
                        WHERE a.id = c.ask AND a.first_sent_at IS NULL""")
                .bind("now", now)
                .bind("asks", asks)
                .bind("silent", until)
                .execute();
    }

    /** What waited for a channel to be set up, and for no release, goes out: the number of reminders. */
    public static int unhold(Handle handle, Channel channel, Instant now) {
        return handle.createUpdate("""
                        UPDATE reminder SET state = 'planned', state_reason = NULL, state_at = :now
                        WHERE state = 'held' AND channel = :channel AND NOT EXISTS (
                            SELECT FROM hold h WHERE h.id = reminder.hold AND h.released_at IS NULL)""")
                .bind("now", now)
                .bind("channel", Words.of(channel))
                .execute();
    }

    /** The ids of messages that a reader had on an entry by a channel, the first first. */
    public static Map<EntryId, Map<PersonId, List<String>>> threads(
            Handle handle, Collection<EntryId> entries, Channel channel) {
        Map<EntryId, Map<PersonId, List<String>>> threads = new HashMap<>();
        handle.createQuery("""
                        SELECT entry, recipient, message FROM reminder
                        WHERE entry = ANY(:entries) AND channel = :channel AND message IS NOT NULL
                            AND state IN ('sent', 'delivered')
                        GROUP BY entry, recipient, message ORDER BY min(sent_at), message""")
                .bind("entries", TextArray.of(entries))
                .bind("channel", Words.of(channel))
                .map((row, context) -> threads.computeIfAbsent(
                                new EntryId(row.getString("entry")), entry -> new HashMap<>())
                        .computeIfAbsent(new PersonId(row.getString("recipient")), person -> new ArrayList<>())
                        .add(row.getString("message")))
                .list();
        return threads;
    }

    /** When the next reminder is to be tried; empty where none waits. */
    public static Optional<Instant> next(Handle handle) {
        return handle.createQuery("SELECT min(try_at) AS next FROM reminder WHERE state = 'planned'")
                .mapTo(Instant.class)
                .findOne();
    }

    private static List<String> messages(List<DueReminder> reminders) {
        return reminders.stream()
                .flatMap(reminder -> reminder.progress().message().stream())
                .distinct()
                .toList();
    }

    private static String[] ids(Collection<DueReminder> claimed) {
        return claimed.stream().map(reminder -> reminder.id().value()).toArray(String[]::new);
    }

    private static Long[] fences(Collection<DueReminder> claimed) {
        return claimed.stream().map(DueReminder::fence).toArray(Long[]::new);
    }

    private static <T> String[] texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
