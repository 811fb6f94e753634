package org.tickler.engine.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

class AnAnswerRacesAnEscalationTest {
    private static final int RACES = Integer.getInteger("tickler.races", 200);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    /** Two sweeps and an answer at once, their starts spread by a seed: one outcome, and the audit tells which. */
    @Test
    void andHasOneOutcome() throws Exception {
        AskFixture firm = new AskFixture(tests.database());
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.clock().advance(Duration.ofHours(5));
        Random random = new Random(20_261_122);
        int answeredFirst = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (int race = 0; race < RACES; race++) {
                long before = again(firm, ask);
                CyclicBarrier start = new CyclicBarrier(3);
                List<Future<?>> running = new ArrayList<>();
                running.add(threads.submit(after(start, random.nextInt(3_000), firm::sweep)));
                running.add(threads.submit(after(start, random.nextInt(3_000), firm::sweep)));
                running.add(threads.submit(
                        after(start, random.nextInt(3_000), () -> firm.answer(ask, Answer.HAVE_IT, JLIN))));
                for (Future<?> one : running) {
                    one.get();
                }
                answeredFirst += check(firm, ask, before) ? 1 : 0;
            }
        }
        assertThat(answeredFirst).as("races that the answer won").isBetween(1, RACES - 1);
    }

    /** Whether the answer came first. Either way it stands in the end, and whoever was told meanwhile is told no more. */
    private static boolean check(AskFixture firm, AskId ask, long before) {
        AskRow row = firm.find(ask);
        assertThat(row.state()).isEqualTo(AskState.ANSWERED);
        assertThat(row.clock().silentAt()).isEmpty();
        if (firm.step("lead", KCHO).isEmpty()) {
            assertThat(firm.acts(before)).containsExactly("answered");
            assertThat(firm.reminders()).containsExactly("jlin email sent");
            return true;
        }
        assertThat(firm.acts(before)).containsExactly("escalated", "answered");
        assertThat(firm.step("lead", KCHO).orElseThrow().state()).isEqualTo(AskState.CLOSED);
        assertThat(firm.reminders()).containsExactly("jlin email sent", "kcho email suppressed", "kcho sms suppressed");
        return false;
    }

    private static Callable<Boolean> after(CyclicBarrier start, int micros, Runnable run) {
        return () -> {
            start.await();
            long until = System.nanoTime() + micros * 1_000L;
            while (System.nanoTime() < until) {
                Thread.onSpinWait();
            }
            run.run();
            return true;
        };
    }

    /** Puts the ask back to where nobody had answered; the audit keeps its rows, and says how far they go. */
    private long again(AskFixture firm, AskId ask) {
        return tests.database().inTransaction(handle -> {
            handle.execute("DELETE FROM escalation");
            handle.execute("DELETE FROM reminder WHERE ask <> ?", ask.value());
            handle.execute("DELETE FROM ask WHERE id <> ?", ask.value());
            handle.createUpdate("""
                            UPDATE ask SET state = 'open', answer = NULL, answered_by = NULL, answered_at = NULL,
                                answered_how = NULL, reason = NULL, next_step = 1, silent_at = :now WHERE id = :id""")
                    .bind("now", firm.clock().instant())
                    .bind("id", ask.value())
                    .execute();
            return handle.createQuery("SELECT max(seq) FROM audit")
                    .mapTo(Long.class)
                    .one();
        });
    }
}
