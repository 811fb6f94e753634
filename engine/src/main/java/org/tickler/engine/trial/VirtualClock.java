package org.tickler.engine.trial;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is set. It never goes back. Safe for many threads. */
public final class VirtualClock implements InstantSource {
    private final AtomicReference<Face> face;

    /** What it shows: {@code base}, and what {@code since} measured from then on. */
    private record Face(Instant base, long since, boolean runs) {
        Instant now() {
            return runs ? base.plusNanos(System.nanoTime() - since) : base;
        }
    }

    public VirtualClock(Instant start) {
        this.face = new AtomicReference<>(new Face(start, 0, false));
    }

    @Override
    public Instant instant() {
        return face.get().now();
    }

    /** Sets it; a time that is over already is refused with IllegalArgumentException. */
    public void set(Instant next) {
        Instant now = instant();
        if (next.isBefore(now)) {
            throw new IllegalArgumentException("a clock never goes back: it shows " + now + ", and was set to " + next);
        }
        face.set(new Face(next, 0, false));
    }

    /** From now on it runs, second by second, from where it stands. */
    public void run() {
        face.set(new Face(instant(), System.nanoTime(), true));
    }
}
