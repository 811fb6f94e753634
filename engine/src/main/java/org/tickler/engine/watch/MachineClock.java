package org.tickler.engine.watch;

import java.time.InstantSource;

/** The clock of this machine. Nothing is timed by it: it is read only to see how far it is off. */
public final class MachineClock {
    private MachineClock() {}

    public static InstantSource get() {
        return InstantSource.system();
    }
}
