package org.tickler.daemon.http;

/// What a route does.
@FunctionalInterface
public interface Answering {
    /// May block: every request has a virtual thread of its own. What it throws is logged and answered with 500, or
    /// with 503 and Retry-After where the database is away.
    Reply to(Call call);
}
