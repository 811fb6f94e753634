package org.tickler.daemon.virtual;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.HorizonStore;
import org.tickler.engine.trial.VirtualClock;
import org.tickler.engine.wake.Sweeps;

/** Leads a firm's clock from one thing that is to happen to the next, and wakes the steps there. */
public final class VirtualDays {
    private final Database database;
    private final VirtualClock clock;
    private final Sweeps sweeps;
    private final Witness witness;
    private final int rounds;

    /** @param rounds how often the steps are woken at one instant before something is wrong */
    public VirtualDays(Database database, VirtualClock clock, Sweeps sweeps, Witness witness, int rounds) {
        this.database = database;
        this.clock = clock;
        this.sweeps = sweeps;
        this.witness = witness;
        this.rounds = rounds;
    }

    /** Looks on, and does what others would do meanwhile. */
    public interface Witness {
        /** Which steps are woken; said before each. */
        Predicate<String> wakes();

        /** After each step. */
        void afterStep();

        /** After all of them. */
        void afterRound();
    }

    /**
     * Lives until {@code end}, inclusive of what is due at that instant.
     *
     * @throws Stuck if a step fails, or something stays due
     */
    public void until(Instant end) {
        for (Optional<Instant> next = settled(); next.isPresent() && next.get().isBefore(end); next = settled()) {
            clock.set(next.get());
        }
        clock.set(end);
        settled();
    }

    /** Wakes the steps until nothing is left to do now; says when something will be again. */
    public Optional<Instant> settled() {
        for (int round = 0; round < rounds; round++) {
            sweep();
            Optional<Instant> next = database.withHandle(HorizonStore::next);
            if (next.isEmpty() || next.get().isAfter(clock.instant())) {
                return next;
            }
        }
        throw new Stuck("at " + clock.instant() + " something stays due, however often it is swept");
    }

    private void sweep() {
        for (Sweeps.Step step : sweeps.steps()) {
            if (!witness.wakes().test(step.name())) {
                continue;
            }
            if (!sweeps.sweep(step.name())) {
                throw new Stuck("at " + clock.instant() + " step " + step.name() + " did not run to its end");
            }
            witness.afterStep();
        }
        witness.afterRound();
    }
}
