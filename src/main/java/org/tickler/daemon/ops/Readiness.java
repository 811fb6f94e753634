package org.tickler.daemon.ops;

import java.util.List;

/** Whether the daemon does its work, and if not why. */
@FunctionalInterface
public interface Readiness {
    /** What stands in the way, a sentence each; empty: it is ready. */
    List<String> obstacles();
}
