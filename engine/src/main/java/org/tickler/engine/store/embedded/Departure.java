package org.tickler.engine.store.embedded;

/// What a process does when it is told to end, by Ctrl-C or SIGTERM, while it is somewhere in its work.
final class Departure {

    private final Thread thread;

    private Departure(Thread thread) {
        this.thread = thread;
    }

    /// Has `leave` run at the end of the process, unless it is cancelled.
    static Departure prepare(Runnable leave) {
        Thread thread = Thread.ofPlatform().name("embedded-database-departure").unstarted(leave);
        Runtime.getRuntime().addShutdownHook(thread);
        return new Departure(thread);
    }

    /// It has left, or never joined. Does nothing where the process ends already.
    void cancel() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // the thread finds out by itself that nothing is left to do
        }
    }
}
