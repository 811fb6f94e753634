package org.tickler.daemon.demo;

/** Somebody ended the demo before its end. */
final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    Stopped(int exitCode) {
        super("ended before its end");
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
