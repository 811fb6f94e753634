package org.tickler.daemon.api;

import java.util.Optional;
import org.tickler.daemon.http.Reply;
import org.tickler.engine.store.ApiScope;

/// One thing that can be asked of the API.
///
/// @param path below the API's own, each `{name}` standing for one piece of it
/// @param scope what a token must have; empty: no token is needed
/// @param longest how many bytes a body may have
record Operation(String method, String path, Optional<ApiScope> scope, int longest, Work work) {
    static final int SHORT = 1024 * 1024;
    static final int LONG = 5 * SHORT;

    /// What is done.
    @FunctionalInterface
    interface Work {
        Reply of(Visit visit);
    }

    static Operation get(String path, ApiScope scope, Work work) {
        return new Operation("GET", path, Optional.of(scope), 0, work);
    }

    static Operation post(String path, ApiScope scope, Work work) {
        return new Operation("POST", path, Optional.of(scope), SHORT, work);
    }
}
