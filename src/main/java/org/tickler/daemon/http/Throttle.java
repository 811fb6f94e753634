package org.tickler.daemon.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;

/// Bounds how much one address may ask within a minute, so that guessing costs more than it can find. Safe for many
/// threads.
final class Throttle {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final int most;
    private final LongSupplier nanos;
    private final AtomicReference<Window> window;

    Throttle(int most) {
        this(most, System::nanoTime);
    }

    Throttle(int most, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        this.window = new AtomicReference<>(new Window(nanos.getAsLong(), new ConcurrentHashMap<>()));
    }

    /// Counts one call of an address, and says whether it is within bounds.
    boolean allows(String address) {
        long now = nanos.getAsLong();
        Window current = window.get();
        if (now - current.began() >= MINUTE) {
            window.compareAndSet(current, new Window(now, new ConcurrentHashMap<>()));
            current = window.get();
        }
        return current.calls()
                        .computeIfAbsent(address, added -> new AtomicInteger())
                        .incrementAndGet()
                <= most;
    }

    private record Window(long began, Map<String, AtomicInteger> calls) {}
}
