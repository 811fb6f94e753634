package org.tickler.daemon.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.tickler.engine.store.StoreUnavailable;

class MetricsTest {
    @Test
    void asksAnAbsentDatabaseOnceAndNotForEveryFigure() {
        AtomicInteger asked = new AtomicInteger();
        Metrics metrics = new Metrics(
                () -> {
                    asked.incrementAndGet();
                    throw new StoreUnavailable("the database is away", "Start it");
                },
                InstantSource.fixed(Instant.parse("2026-01-05T14:00:00Z")));

        assertThat(metrics.text()).contains("reminders_due_unsent NaN", "holds_open NaN");
        assertThat(asked).hasValue(1);
    }
}
