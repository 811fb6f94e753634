package org.tickler.daemon.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts, for each caller's address, how often it asked for what is not there; so that guessing is slow. Whoever asks
/// for what is there is never slowed.
final class Misses {
    private static final int MOST_ADDRESSES = 10_000;

    private final int allowed;
    private final long spanNanos;
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private volatile long since = System.nanoTime();

    /// @param allowed how many in each span
    Misses(int allowed, Duration span) {
        this.allowed = allowed;
        this.spanNanos = span.toNanos();
    }

    void count(String address) {
        if (counts.size() < MOST_ADDRESSES) {
            counts.computeIfAbsent(address, first -> new AtomicInteger()).incrementAndGet();
        }
    }

    boolean tooMany(String address) {
        if (counts.isEmpty()) {
            return false;
        }
        if (System.nanoTime() - since > spanNanos) {
            counts.clear();
            since = System.nanoTime();
        }
        AtomicInteger count = counts.get(address);
        return count != null && count.get() >= allowed;
    }
}
