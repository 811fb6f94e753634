package org.tickler.engine.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.ReminderId;

/** Asks and reminders as they are planned. What happens to them from their time on is in other stores. */
public final class ScheduleStore {
    private static final int LOT = 1000;
    private static final String INSERT_ASK = """
            INSERT INTO ask (id, entry, matter, revision, purpose, ladder, rung, asked, step, answer_within, planned_at)
            VALUES (:id, :entry, :matter, :revision, :purpose, :ladder, :rung, :asked, :step, :within, :at)
            ON CONFLICT (id) DO UPDATE SET answer_within = excluded.answer_within, purpose = excluded.purpose
            WHERE (ask.answer_within, ask.purpose) IS DISTINCT FROM (excluded.answer_within, excluded.purpose)
                AND ask.first_sent_at IS NULL""";
    private static final String INSERT = """
            INSERT INTO reminder (id, ask, entry, matter, revision, purpose, asked, recipient, channel, due_at, due_local,
                due_zone, tzdb, book, first_owed_at, entered_late, suppressed_as, why, state,
                state_reason, state_at, hold, try_at)
            VALUES (:id, :ask, :entry, :matter, :revision, :purpose, :asked, :recipient, :channel, :due, :dueLocal,
                :dueZone, :tzdb, :book, :owed, :late, :suppressed, :why, :state, :reason, :at, :hold, :due)
            ON CONFLICT (id) DO NOTHING""";
    /** A held one stays held, unless it is not to go out at all. A message is its reader's: who takes over gets another. */
    private static final String UPDATE = """
            UPDATE reminder SET message = CASE WHEN recipient = :recipient THEN message END,
                purpose = :purpose, recipient = :recipient, due_at = :due, due_local = :dueLocal, due_zone = :dueZone,
                tzdb = :tzdb, book = :book, first_owed_at = :owed, entered_late = :late,
                suppressed_as = :suppressed, why = :why,
                try_at = CASE WHEN due_at = :due THEN try_at ELSE :due END,
                state = CASE WHEN state = 'held' AND :state = 'planned' THEN state ELSE :state END,
                state_reason = CASE WHEN state = 'held' AND :state = 'planned' THEN state_reason ELSE :reason END,
                hold = CASE WHEN state = 'held' AND :state = 'planned' THEN hold ELSE :hold END,
                state_at = CASE WHEN state = :state OR state = 'held' AND :state = 'planned' THEN state_at ELSE :at END
            WHERE id = :id AND state IN ('planned', 'held', 'suppressed', 'withdrawn')""";

    private ScheduleStore() {}

    public static Optional<ReminderRow> find(Handle handle, ReminderId id) {
        return handle.createQuery(ReminderRows.SELECT + "WHERE r.id = :id AND r.matter IS NOT NULL")
                .bind("id", id.value())
                .map(ReminderRows::reminder)
                .findOne();
    }

    /** All reminders of each matter that has any, in whatever state, by due instant. */
    public static Map<MatterId, List<ReminderRow>> ofMatters(Handle handle, Collection<MatterId> matters) {
        return handle
                .createQuery(ReminderRows.SELECT + "WHERE r.matter = ANY(:matters) ORDER BY r.due_at, r.id")
                .bind("matters", TextArray.of(matters))
                .map(ReminderRows::reminder)
                .stream()
                .collect(Collectors.groupingBy(stored -> stored.planned().matter()));
    }

    /**
     * Keeps anyone from claiming what is planned or held on these matters until the transaction ends. What was claimed
     * before counts as told from then on, so nobody can be told of a date in the middle of its move and not hear of it.
     */
    public static void lockOpen(Handle handle, Collection<MatterId> matters) {
        handle.createQuery("""
                        SELECT id FROM reminder WHERE matter = ANY(:matters) AND state IN ('planned', 'held')
                        ORDER BY id FOR NO KEY UPDATE""")
                .bind("matters", TextArray.of(matters))
                .mapTo(String.class)
                .list();
    }

    /** Adds reminders and the asks they put. One whose id is there already is left as it is. */
    public static void add(Handle handle, Collection<PlannedReminder> reminders, Stamp stamp) {
        putAsks(handle, reminders, stamp);
        run(handle, INSERT, reminders, stamp);
    }

    /**
     * Makes stored reminders what is planned now: instant, recipient, words and fate. What has been claimed or sent is
     * left as it is; what was withdrawn or suppressed goes out again if its fate says so.
     *
     * @return how many rows changed
     */
    public static int replan(Handle handle, Collection<PlannedReminder> reminders, Stamp stamp) {
        putAsks(handle, reminders, stamp);
        return IntStream.of(run(handle, UPDATE, reminders, stamp)).sum();
    }

    /**
     * Withdraws reminders that are planned or held, each for its reason. Others are left as they are.
     *
     * @return how many were withdrawn
     */
    public static int withdraw(Handle handle, Map<ReminderId, String> reasons, Instant at) {
        if (reasons.isEmpty()) {
            return 0;
        }
        PreparedBatch batch = handle.prepareBatch("""
                UPDATE reminder SET state = 'withdrawn', state_reason = :reason, state_at = :at
                WHERE id = :id AND state IN ('planned', 'held')""");
        reasons.forEach((id, reason) -> batch.bind("id", id.value())
                .bind("reason", reason)
                .bind("at", at)
                .add());
        return IntStream.of(batch.execute()).sum();
    }

    private static void putAsks(Handle handle, Collection<PlannedReminder> reminders, Stamp stamp) {
        Map<AskId, PlannedReminder> asks = new LinkedHashMap<>();
        reminders.forEach(planned -> asks.putIfAbsent(planned.ask().id(), planned));
        inLots(handle, INSERT_ASK, asks.values(), (batch, planned) -> ReminderRows.bindAsk(batch, planned, stamp));
    }

    private static int[] run(Handle handle, String sql, Collection<PlannedReminder> reminders, Stamp stamp) {
        return inLots(handle, sql, reminders, (batch, planned) -> ReminderRows.bind(batch, planned, stamp));
    }

    /** A batch holds the values of all its rows, so that a mass change needs several. */
    private static int[] inLots(
            Handle handle,
            String sql,
            Collection<PlannedReminder> reminders,
            BiConsumer<PreparedBatch, PlannedReminder> bind) {
        List<PlannedReminder> all = List.copyOf(reminders);
        int[] counts = new int[all.size()];
        for (int from = 0; from < all.size(); from += LOT) {
            PreparedBatch batch = handle.prepareBatch(sql);
            for (PlannedReminder planned : all.subList(from, Math.min(from + LOT, all.size()))) {
                bind.accept(batch, planned);
                batch.add();
            }
            int[] lot = batch.execute();
            System.arraycopy(lot, 0, counts, from, lot.length);
        }
        return counts;
    }
}
