package org.tickler.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests set. Safe for many threads. */
public final class SettableClock implements InstantSource {
    private volatile Instant now;

    public SettableClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void set(Instant at) {
        now = at;
    }

    public synchronized void advance(Duration by) {
        now = now.plus(by);
    }
}
