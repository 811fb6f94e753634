package org.tickler.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.TestDatabase;

class ClockSkewTest {
    private static final Instant NOW = Instant.parse("2026-03-05T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(NOW);
    private final SettableClock machine = new SettableClock(NOW);

    @Test
    void tellsTheLastResortOnceADayThatTheClockOfAMachineIsOff() {
        PlanFixture firm = new PlanFixture(tests);
        Samples.store(firm.database());
        ClockSkew skew = new ClockSkew(firm.database(), firm.books(), clock, machine, "one");
        machine.advance(Duration.ofSeconds(29));
        skew.sweep();
        assertThat(PostOffice.count(firm.database(), "reminder")).isZero();

        machine.set(NOW.minus(Duration.ofMinutes(10)));
        skew.sweep();
        skew.sweep();

        assertThat(skew.offset()).isEqualTo(Duration.ofMinutes(-10));
        assertThat(PostOffice.texts(firm.database(), "SELECT recipient || ' ' || channel FROM reminder ORDER BY 1"))
                .containsExactly("rdiaz email", "rdiaz sms");
        assertThat(PostOffice.texts(firm.database(), "SELECT why FROM reminder").getFirst())
                .startsWith("The clock of the machine that runs Tickler as one is 600 s behind the database's");

        clock.advance(Duration.ofDays(1));
        skew.sweep();
        assertThat(PostOffice.count(firm.database(), "reminder")).isEqualTo(4);
    }
}
