package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ConflictsTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @BeforeEach
    void twoPeople() {
        for (String id : List.of("jlin", "mharper")) {
            tests.database()
                    .inTransaction(handle ->
                            handle.execute("INSERT INTO person (id, body, known_at) VALUES (?, '{}', ?)", id, NOON));
        }
    }

    @Test
    void bothOfTwoThatDeadlockGetTheirWorkDone() throws Exception {
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger tries = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var done = threads.invokeAll(List.of(
                    inOrder("jlin", "mharper", bothHoldOne, tries), inOrder("mharper", "jlin", bothHoldOne, tries)));
            assertThat(done).allSatisfy(one -> assertThat(one.get()).isTrue());
        }

        assertThat(tries.get()).isGreaterThan(2);
        assertThat(touches("jlin")).isEqualTo(2);
        assertThat(touches("mharper")).isEqualTo(2);
    }

    @Test
    void givesUpAfterSixTriesWithTheLastRefusal() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> Conflicts.retried(() -> {
                    throw new SQLException("conflict " + tries.incrementAndGet(), "40001");
                }))
                .isInstanceOf(SQLException.class)
                .hasMessage("conflict 6");
    }

    @Test
    void anyOtherFailureIsThrownAtOnce() {
        AtomicInteger tries = new AtomicInteger();

        assertThatThrownBy(() -> Conflicts.retried(() -> {
                    throw new SQLException("unique " + tries.incrementAndGet(), "23505");
                }))
                .hasMessage("unique 1");
    }

    /// Touches two people in one transaction; on the first try of each, both have touched one before either goes on.
    private Callable<Boolean> inOrder(String first, String second, CyclicBarrier bothHoldOne, AtomicInteger tries) {
        AtomicInteger mine = new AtomicInteger();
        return () -> tests.database().inTransaction(handle -> {
            tries.incrementAndGet();
            touch(handle, first);
            if (mine.incrementAndGet() == 1) {
                bothHoldOne.await();
            }
            touch(handle, second);
            return true;
        });
    }

    private static void touch(Handle handle, String id) {
        handle.execute(
                "UPDATE person SET body = jsonb_set(body, '{n}', to_jsonb(coalesce((body->>'n')::int, 0) + 1))"
                        + " WHERE id = ?",
                id);
    }

    private int touches(String id) {
        return tests.database()
                .withHandle(handle -> handle.createQuery("SELECT (body->>'n')::int FROM person WHERE id = :id")
                        .bind("id", id)
                        .mapTo(int.class)
                        .one());
    }
}
