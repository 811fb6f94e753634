package org.tickler.engine.dispatch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.store.Synthetic;

/**
 * The seventh stage: attempts are written down a few at a time, their letters carried over several connections at once,
 * and what came of them handed on while the next ones go. Every letter given in comes out once.
 */
final class Send {
    private static final Logger LOG = LoggerFactory.getLogger(Send.class);
    /** How many attempts are written down together. */
    private static final int AT_ONCE = 32;
    /** So few that little is in doubt if the process is lost, and enough that the disk is not what is waited for. */
    private static final int MOST_IN_DOUBT = 64;
    /** How long results wait for company before they are written down. */
    private static final Duration LINGER = Duration.ofMillis(10);
    /** A longer pause is not waited for: what remains is tried again later. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Lane lane;
    private final Lease lease;
    private final BooleanSupplier stopping;
    private final Begin begin;
    private final BlockingQueue<Optional<Ready>> begun = new ArrayBlockingQueue<>(AT_ONCE);
    private final BlockingQueue<Sent> sent = new LinkedBlockingQueue<>();
    private final Semaphore doubt = new Semaphore(MOST_IN_DOUBT);

    /** Writes attempts down, committed before it comes back; a message whose claim was lost is missing in the answer. */
    @FunctionalInterface
    interface Begin {
        Map<String, Long> attempts(List<Ready> letters);
    }

    /** @param stopping whether nothing new is to be begun */
    Send(Lane lane, Lease lease, BooleanSupplier stopping, Begin begin) {
        this.lane = lane;
        this.lease = lease;
        this.stopping = stopping;
        this.begin = begin;
    }

    /** Sends all, and hands on what came of them in small lots, on the calling thread. */
    void all(List<Ready> letters, Consumer<List<Sent>> results) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int connections = lane.carrier().connections();
            threads.execute(() -> feed(letters, connections));
            for (int number = 0; number < connections; number++) {
                threads.execute(this::carry);
            }
            for (int known = 0; known < letters.size(); ) {
                List<Sent> lot = lot(letters.size() - known);
                known += lot.size();
                results.accept(lot);
                doubt.release((int)
                        lot.stream().filter(one -> one.attempt().isPresent()).count());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What came of the next letters, a few together where they come soon after each other. */
    private List<Sent> lot(int outstanding) throws InterruptedException {
        List<Sent> lot = new ArrayList<>(List.of(sent.take()));
        while (lot.size() < Math.min(AT_ONCE, outstanding)) {
            Sent next = sent.poll(LINGER.toMillis(), TimeUnit.MILLISECONDS);
            if (next == null) {
                break;
            }
            lot.add(next);
        }
        return lot;
    }

    private void feed(List<Ready> letters, int connections) {
        Deque<Ready> waiting = new ArrayDeque<>(letters);
        try {
            while (!waiting.isEmpty()) {
                List<Ready> next = next(waiting);
                beginAll(next);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            waiting.forEach(letter -> sent.add(letter.untried("the dispatcher was interrupted")));
            for (int number = 0; number < connections; number++) {
                endOne();
            }
        }
    }

    /** As many as the throttle lets through, at least one; waits for it. */
    private List<Ready> next(Deque<Ready> waiting) throws InterruptedException {
        List<Ready> next = new ArrayList<>();
        while (!waiting.isEmpty() && next.size() < AT_ONCE) {
            Optional<String> obstacle = obstacle();
            Duration wait =
                    obstacle.isPresent() ? Duration.ZERO : lane.throttle().take();
            if (obstacle.isPresent() || wait.compareTo(LONGEST_PAUSE) > 0) {
                String why = obstacle.orElse("the other side wants no messages for " + wait.toSeconds() + " s");
                sent.add(waiting.removeFirst().untried(why));
            } else if (wait.isZero()) {
                next.add(waiting.removeFirst());
            } else if (next.isEmpty()) {
                Thread.sleep(wait);
            } else {
                return next;
            }
        }
        return next;
    }

    private void beginAll(List<Ready> letters) throws InterruptedException {
        if (letters.isEmpty()) {
            return;
        }
        doubt.acquire(letters.size());
        Map<String, Long> attempts;
        try {
            attempts = begin.attempts(letters);
        } catch (RuntimeException e) {
            LOG.warn("attempts could not be written down, so nothing is sent: {}", e.getMessage());
            letters.forEach(letter -> sent.add(letter.untried("the attempt could not be written down")));
            doubt.release(letters.size());
            return;
        }
        for (Ready letter : letters) {
            Long number = attempts.get(letter.letter().messageId());
            if (number == null) {
                sent.add(letter.untried("another process has taken it over"));
                doubt.release();
            } else {
                begun.put(Optional.of(letter.begun(number)));
            }
        }
    }

    private void carry() {
        try {
            for (Optional<Ready> next = begun.take(); next.isPresent(); next = begun.take()) {
                sent.add(carried(next.get()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Sent carried(Ready letter) throws InterruptedException {
        Duration pause = lane.throttle().paused();
        if (pause.compareTo(LONGEST_PAUSE) > 0) {
            return letter.untried("the other side wants no messages for " + pause.toSeconds() + " s");
        }
        Thread.sleep(pause);
        Optional<String> obstacle = obstacle();
        if (obstacle.isPresent()) {
            return letter.untried(obstacle.get());
        }
        Outcome outcome = outcome(letter);
        if (!Synthetic.is(letter.letter().reader().id())) {
            lane.learn(outcome);
        }
        return letter.tried(outcome);
    }

    private Outcome outcome(Ready letter) {
        try {
            return lane.carrier().carry(letter.letter());
        } catch (RuntimeException e) {
            LOG.error(
                    "carrying {} failed in a way that its carrier did not foresee",
                    letter.letter().messageId(),
                    e);
            return new Outcome.Unknown("it failed in an unforeseen way: " + e);
        }
    }

    private Optional<String> obstacle() {
        if (stopping.getAsBoolean()) {
            return Optional.of("the dispatcher is stopping");
        }
        if (!lease.holds()) {
            return Optional.of("the claim could not be kept");
        }
        return lane.down();
    }

    private void endOne() {
        try {
            begun.put(Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
