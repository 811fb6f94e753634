package org.tickler.engine.store.embedded;

/// How an embedded server is run.
///
/// @param binaries which PostgreSQL
/// @param durable whether what was committed survives a power cut; only a test may say no
record EmbeddedOptions(Binaries binaries, boolean durable) {

    /// As every firm's server is run.
    static EmbeddedOptions shipped() {
        return new EmbeddedOptions(Binaries.onClassPath(), true);
    }
}
