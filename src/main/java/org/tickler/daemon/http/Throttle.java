package org.tickler.daemon.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// Bounds how much one caller may ask within a minute, so that guessing costs more than it can find, and what it
/// remembers of callers. Safe for many threads.
public final class Throttle {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private static final int MOST_CALLERS = 10_000;

    private final int most;
    private final LongSupplier nanos;
    private final AtomicReference<Window> window;

    /// @param most calls of one caller within a minute
    public Throttle(int most) {
        this(most, System::nanoTime);
    }

    Throttle(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.window = new AtomicReference<>(new Window(nanos.getAsLong(), new ConcurrentHashMap<>()));
    }

    /// Counts one call, and says whether it is within bounds. Beyond ten thousand callers a minute a new one is not.
    public boolean allows(String caller) {
        long now = nanos.getAsLong();
        Window current = window.get();
        if (now - current.began() >= MINUTE) {
            window.compareAndSet(current, new Window(now, new ConcurrentHashMap<>()));
            current = window.get();
        }
        AtomicInteger known = current.calls().get(caller);
        if (known == null && current.calls().size() >= MOST_CALLERS) {
            return false;
        }
        return current.calls()
                        .computeIfAbsent(caller, added -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }

    private record Window(long began, Map<String, AtomicInteger> calls) {}
}
