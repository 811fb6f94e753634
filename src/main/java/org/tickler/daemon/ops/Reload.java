package org.tickler.daemon.ops;

import java.util.List;

/** Reads the home again: validates all of it, then swaps it in, or keeps what was active. */
@FunctionalInterface
public interface Reload {
    /** The problems that kept it from being taken, a line each; empty: it is active. */
    List<String> run();
}
