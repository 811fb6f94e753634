package org.tickler.engine.due;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.tickler.engine.store.Claim;
import org.tickler.rules.firm.Channel;

/** Claims what is due and hands it to dispatch, until all that was due is with it. */
public final class DueSweep {
    private final Claimer claimer;
    private final Consumer<Claim> dispatch;
    private volatile boolean stopping;

    /** What {@code dispatch} gets it sends, and comes back when all of it is settled. */
    public DueSweep(Claimer claimer, Consumer<Claim> dispatch) {
        this.claimer = claimer;
        this.dispatch = dispatch;
    }

    /**
     * Sweeps every channel, each on its own, so that a slow one holds up no other.
     *
     * @return how many reminders were claimed
     */
    public int run() {
        try (ExecutorService lanes = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> swept = new ArrayList<>();
            for (Channel channel : Channel.values()) {
                swept.add(lanes.submit(() -> run(channel)));
            }
            int claimed = 0;
            for (Future<Integer> one : swept) {
                claimed += one.get();
            }
            return claimed;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a channel could not be swept: " + e.getCause(), e);
        }
    }

    /** Sweeps one channel. Not to be called for the same channel by two threads at once. */
    public int run(Channel channel) {
        int claimed = 0;
        for (boolean more = true; more && !stopping; ) {
            Claim claim = claimer.claim(channel);
            claimed += claim.reminders().size();
            if (!claim.reminders().isEmpty()) {
                dispatch.accept(claim);
            }
            more = claimer.isFull(claim);
        }
        return claimed;
    }

    /** Claims nothing more from now on. */
    public void stop() {
        stopping = true;
    }
}
