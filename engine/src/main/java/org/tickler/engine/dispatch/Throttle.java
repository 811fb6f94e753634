package org.tickler.engine.dispatch;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The sixth stage: no more messages a minute than the other side bears, and none while it has asked for a pause. A bucket
 * holds ten seconds' worth, so that a burst is let through and no minute exceeds its share by more. Safe for many threads.
 */
final class Throttle {
    private static final double SECONDS_IN_BUCKET = 10;

    private final Optional<Integer> perMinute;
    private double tokens;
    private long filled = System.nanoTime();
    private long pausedUntil = filled;

    /** @param perMinute empty: as many as it takes */
    Throttle(Optional<Integer> perMinute) {
        this.perMinute = perMinute;
        this.tokens = capacity();
    }

    /** How long from now the next message must wait; zero: it may leave, and is counted as having left. */
    synchronized Duration take() {
        long now = System.nanoTime();
        if (pausedUntil - now > 0) {
            return Duration.ofNanos(pausedUntil - now);
        }
        if (perMinute.isEmpty()) {
            return Duration.ZERO;
        }
        double perSecond = perMinute.get() / 60.0;
        tokens = Math.min(capacity(), tokens + (now - filled) / 1e9 * perSecond);
        filled = now;
        if (tokens >= 1) {
            tokens--;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) ((1 - tokens) / perSecond * TimeUnit.SECONDS.toNanos(1)) + 1);
    }

    /** How long the other side still wants no message; zero: it takes them. */
    synchronized Duration paused() {
        return Duration.ofNanos(Math.max(0, pausedUntil - System.nanoTime()));
    }

    /** The other side wants no message for so long. */
    synchronized void pause(Duration length) {
        pausedUntil = Math.max(pausedUntil, System.nanoTime() + length.toNanos());
    }

    private double capacity() {
        return perMinute
                .map(limit -> Math.max(1, limit / 60.0 * SECONDS_IN_BUCKET))
                .orElse(1.0);
    }
}
