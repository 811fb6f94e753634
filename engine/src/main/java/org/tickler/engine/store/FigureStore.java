package org.tickler.engine.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** What is counted for an insurer, thing by thing: each belongs to what is counted, and counts or does not. It reads only. */
public final class FigureStore {
    private static final String MEANT = " AND (:all OR e.id = ANY(:entries))"
            + " AND e.matter <> ALL(:without) AND e.source IS DISTINCT FROM :drill";
    private static final String COURT = """

            FROM entry e WHERE e.kind IN ('filing', 'limitation', 'discovery') AND e.day >= :first AND e.day <= :last
                AND e.status NOT IN ('cancelled', 'waived', 'superseded')""" + MEANT;
    private static final String VERIFIED = """
            SELECT e.id, EXISTS (SELECT FROM instruction i WHERE i.entry = e.id AND i.what = 'verified' AND i.day = e.day
                AND NOT EXISTS (SELECT FROM instruction u WHERE u.entry = e.id AND u.what = 'undone' AND u.id > i.id))
                AS counts""" + COURT + " ORDER BY e.day, e.id";
    private static final String DONE_WITH_RECEIPT = """
            SELECT e.id, EXISTS (SELECT FROM receipt c WHERE c.entry = e.id AND c.verdict <> 'rejected') AS counts""" + COURT + " AND e.status = 'done' ORDER BY e.day, e.id";
    private static final String MISSED =
            """
            SELECT e.id, NOT EXISTS (SELECT FROM audit u WHERE u.entry = e.id
                AND u.act IN ('claimed', 'confirmed', 'receipted') AND u.at <= e.due_at
                AND NOT EXISTS (SELECT FROM audit l WHERE l.entry = e.id AND l.seq > u.seq AND l.at <= e.due_at
                    AND l.act IN ('rejected', 'reopened', 'undone'))) AS counts""" + COURT + " AND e.status <> 'stayed' AND e.due_at < :now ORDER BY e.day, e.id";
    private static final String PUT = """

            FROM ask k JOIN entry e ON e.id = k.entry WHERE k.answer_within IS NOT NULL AND k.first_sent_at >= :from
                AND k.first_sent_at < :to AND (CAST(:person AS text) IS NULL OR k.asked = :person)
                AND (EXISTS (SELECT FROM answer s WHERE s.ask = k.id)
                    OR EXISTS (SELECT FROM escalation x WHERE x.root = k.id)
                    OR k.state = 'escalated' OR k.state = 'open' AND k.silent_at <= :now)""" + MEANT;
    private static final String ANSWERED = """
            SELECT k.entry AS id, EXISTS (SELECT FROM answer s WHERE s.ask = k.id AND NOT s.late) AS counts""" + PUT + " ORDER BY k.first_sent_at, k.id";
    private static final String ESCALATED = """
            SELECT k.entry AS id, k.state = 'escalated' OR EXISTS (SELECT FROM escalation x WHERE x.root = k.id)
                AS counts""" + PUT + " ORDER BY k.first_sent_at, k.id";
    private static final String HANDS =
            " ('moved', 'corrected', 'ordered', 'extended', 'by-rule', 'cancelled', 'waived', 'undone')";
    private static final String BY_HAND = """
            SELECT e.id, EXISTS (SELECT FROM audit u WHERE u.entry = e.id AND u.at >= :from AND u.at < :to
                AND u.act IN""" + HANDS + """
            ) AS counts FROM entry e WHERE (e.day >= :first AND e.day <= :last OR EXISTS (SELECT FROM audit u
                WHERE u.entry = e.id AND u.at >= :from AND u.at < :to AND u.act IN""" + HANDS + "))" + MEANT + " ORDER BY e.id";
    private static final String CHANGES = """
            SELECT e.kind, u.act, count(*) AS number FROM audit u JOIN entry e ON e.id = u.entry
            WHERE u.at >= :from AND u.at < :to AND u.act IN""" + HANDS + MEANT + """

            GROUP BY e.kind, u.act ORDER BY e.kind, u.act""";
    private static final String DRILLS = """
            SELECT d.entry AS id, d.ended_at IS NOT NULL AND d.result ->> 'silent' = '0' AS counts
            FROM drill d JOIN entry e ON e.id = d.entry
            WHERE d.began_at >= :from AND d.began_at < :to AND e.matter <> ALL(:without) ORDER BY d.began_at""";
    private static final String PROOFS = """
            SELECT CAST(p.id AS text) AS id, p.gaps = 0 AS counts
            FROM proof p WHERE p.at >= :from AND p.at < :to ORDER BY p.id""";
    private static final String GAPS = """
            SELECT count(DISTINCT g.reminder) FROM proof_gap g JOIN proof p ON p.id = g.proof JOIN entry e ON e.id = g.entry
            WHERE p.at >= :from AND p.at < :to""" + MEANT;

    private FigureStore() {}

    /**
     * What is counted.
     *
     * @param entries those meant; empty: all of the firm's
     * @param without matters that are not counted
     * @param person whose asks are meant; empty: everybody's
     * @param from the first instant, inclusive; {@code to} the last one, exclusive
     * @param days the first and the last civil day
     * @param now what is due later is not counted as missed
     */
    public record Period(
            Optional<List<EntryId>> entries,
            List<MatterId> without,
            Optional<PersonId> person,
            Instant from,
            Instant to,
            Days days,
            Instant now) {}

    /** Civil days, both inclusive. */
    public record Days(LocalDate first, LocalDate last) {}

    /** One of those that are counted; {@code counts} whether it is of the part that is looked for. */
    public record Thing(String id, boolean counts) {}

    /** How often entries of a kind were changed by an act. */
    public record Changed(String kind, String act, int number) {}

    /** What a figure counts. */
    public enum Sort {
        VERIFIED(FigureStore.VERIFIED),
        ANSWERED(FigureStore.ANSWERED),
        DONE_WITH_RECEIPT(FigureStore.DONE_WITH_RECEIPT),
        CHANGED_BY_HAND(BY_HAND),
        ESCALATED(FigureStore.ESCALATED),
        MISSED(FigureStore.MISSED),
        DRILLS(FigureStore.DRILLS),
        PROOFS(FigureStore.PROOFS);

        private final String sql;

        Sort(String sql) {
            this.sql = sql;
        }
    }

    /** All that a figure counts, and which of it is of the part looked for. */
    public static List<Thing> things(Handle handle, Sort sort, Period period) {
        return bind(handle.createQuery(sort.sql), period)
                .map((row, context) -> new Thing(row.getString("id"), row.getBoolean("counts")))
                .list();
    }

    /** By kind and act, how often entries were changed by hand. */
    public static List<Changed> changes(Handle handle, Period period) {
        return bind(handle.createQuery(CHANGES), period)
                .map((row, context) -> new Changed(row.getString("kind"), row.getString("act"), row.getInt("number")))
                .list();
    }

    /** Of how many reminders the coverage proofs found that they were not told, or not planned. */
    public static int gaps(Handle handle, Period period) {
        return bind(handle.createQuery(GAPS), period).mapTo(Integer.class).one();
    }

    /** All that any of the figures needs. */
    private static Query bind(Query query, Period period) {
        query.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        return query.bind("all", period.entries().isEmpty())
                .bind("entries", TextArray.of(period.entries().orElse(List.of())))
                .bind("without", TextArray.of(period.without()))
                .bind("drill", Origin.Entered.DRILL)
                .bind("first", period.days().first())
                .bind("last", period.days().last())
                .bind("from", period.from())
                .bind("to", period.to())
                .bind("person", period.person().map(PersonId::value).orElse(null))
                .bind("now", period.now());
    }
}
