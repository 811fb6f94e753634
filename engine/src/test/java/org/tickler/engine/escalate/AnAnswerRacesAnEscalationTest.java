package org.tickler.engine.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.remind.AskId;

class AnAnswerRacesAnEscalationTest {
    private static final int RACES = Integer.getInteger("tickler.races", 10_000);
    /** So many of those whose silence is over are looked at, the longest first: where the sweeps are at work. */
    private static final int AT_THE_FRONT = 40;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    /** Two sweeps and two who answer, at the same asks: each has one outcome, and the audit tells which. */
    @Test
    void andHasOneOutcome() throws Exception {
        AskFixture firm = new AskFixture(tests.database());
        silent(firm);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> running = new ArrayList<>();
            running.add(threads.submit(sweeping(firm)));
            running.add(threads.submit(sweeping(firm)));
            running.add(threads.submit(answering(firm, new Random(20_261_122))));
            running.add(threads.submit(answering(firm, new Random(20_261_123))));
            for (Future<?> one : running) {
                one.get();
            }
        }
        Map<String, Integer> outcomes = outcomes();
        assertThat(outcomes).containsOnlyKeys("answered", "escalated", "escalated,answered");
        assertThat(outcomes.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(RACES);
        assertThat(outcomes.values()).as("each side wins many: %s", outcomes).allMatch(count -> count > RACES / 200);
        assertThat(rowsThatSayOtherwise()).isEmpty();
    }

    private Callable<Boolean> sweeping(AskFixture firm) {
        return () -> {
            while (!front(firm).isEmpty()) {
                firm.sweep();
            }
            return true;
        };
    }

    /** Answers what waited a moment ago, so that a sweep may have been quicker. */
    private Callable<Boolean> answering(AskFixture firm, Random random) {
        return () -> {
            List<AskId> waiting = front(firm);
            while (!waiting.isEmpty()) {
                for (int some = random.nextInt(3) + 1; some > 0; some--) {
                    firm.answer(waiting.get(random.nextInt(waiting.size())), Answer.HAVE_IT, JLIN);
                }
                waiting = front(firm);
            }
            return true;
        };
    }

    private List<AskId> front(AskFixture firm) {
        Instant now = firm.clock().instant();
        return tests.database().withHandle(handle -> AskStore.silent(handle, now, AT_THE_FRONT));
    }

    /** How many asks have which acts in the audit, in order. */
    private Map<String, Integer> outcomes() {
        Map<String, Integer> outcomes = new HashMap<>();
        tests.database()
                .withHandle(handle -> handle.createQuery("""
                                SELECT acts, count(*) AS many FROM (
                                    SELECT string_agg(act, ',' ORDER BY seq) AS acts FROM audit
                                    WHERE act IN ('answered', 'escalated') GROUP BY entry) each
                                GROUP BY acts""")
                        .map((row, context) -> outcomes.put(row.getString("acts"), row.getInt("many")))
                        .list());
        return outcomes;
    }

    /** The entries of which the rows do not say what the audit says. */
    private List<String> rowsThatSayOtherwise() {
        return tests.database()
                .withHandle(
                        handle -> handle.createQuery("""
                                WITH told AS (
                                    SELECT entry, string_agg(act, ',' ORDER BY seq) AS acts FROM audit
                                    WHERE act IN ('answered', 'escalated') GROUP BY entry),
                                steps AS (
                                    SELECT a.entry, string_agg(DISTINCT a.state || ' ' || r.state, ',') AS states
                                    FROM ask a JOIN reminder r ON r.ask = a.id WHERE a.step > 0 GROUP BY a.entry)
                                SELECT told.entry || ': ' || acts || ', but ' || root.state || ' ' || coalesce(states, 'no step')
                                FROM told JOIN ask root ON root.entry = told.entry AND root.step = 0
                                LEFT JOIN steps ON steps.entry = told.entry
                                WHERE NOT (CASE acts
                                    WHEN 'answered' THEN root.state = 'answered' AND root.silent_at IS NULL AND states IS NULL
                                    WHEN 'escalated' THEN root.state = 'escalated' AND root.answer IS NULL
                                        AND states = 'open planned'
                                    ELSE root.state = 'answered' AND root.silent_at IS NULL
                                        AND states = 'closed suppressed' END)""").mapTo(String.class).list());
    }

    /** As many hearings, of each of which the lead attorney was asked yesterday and has said nothing. */
    private void silent(AskFixture firm) {
        Instant now = firm.clock().instant();
        tests.database().inTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO entry (id, matter, kind, title, status, day, starts, ends, zone, due_at, tzdb, court,
                                owner, source, source_id, revision, known_at)
                            SELECT 'E-' || lpad(n::text, 10, '0'), matter, kind, title, status, day, starts, ends, zone, due_at,
                                tzdb, court, owner, source, 'race ' || n, revision, known_at
                            FROM entry, generate_series(1, :races) n WHERE id = :hearing""")
                    .bind("races", RACES)
                    .bind("hearing", firm.hearing().id().value())
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO ask (id, entry, matter, revision, purpose, ladder, rung, asked, step, answer_within,
                                first_sent_at, silent_at, planned_at)
                            SELECT 'A-' || lpad(n::text, 20, '0'), 'E-' || lpad(n::text, 10, '0'), :matter, 1, 'rung',
                                'hearings', 'lead', 'jlin', 0, '4 business hours', :sent,
                                CAST(:now AS timestamptz) - (:races - n) * interval '1 millisecond', :sent
                            FROM generate_series(1, :races) n""")
                    .bind("races", RACES)
                    .bind("matter", firm.hearing().matter().value())
                    .bind("sent", now.minus(Duration.ofDays(1)))
                    .bind("now", now)
                    .execute();
        });
    }
}
