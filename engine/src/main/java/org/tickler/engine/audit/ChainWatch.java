package org.tickler.engine.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the chain longer at each sweep, and walks along all of it at the first and then once a day. */
public final class ChainWatch {
    private static final Logger LOG = LoggerFactory.getLogger(ChainWatch.class);
    private static final Duration FROM_WALK_TO_WALK = Duration.ofDays(1);

    private final Chain chain;
    private final InstantSource clock;
    private @Nullable Instant walked;
    private volatile @Nullable Instant verified;

    public ChainWatch(Chain chain, InstantSource clock) {
        this.chain = chain;
        this.clock = clock;
    }

    /** One sweep; a chain that is found broken is logged as an error and stays unverified. */
    public synchronized void sweep() {
        chain.extend();
        Instant now = clock.instant();
        if (walked != null && now.isBefore(walked.plus(FROM_WALK_TO_WALK))) {
            return;
        }
        switch (chain.verify()) {
            case Chain.Verdict.Intact intact -> verified = now;
            case Chain.Verdict.Broken broken ->
                LOG.error("the audit was tampered with: at row {}, {}", broken.seq(), broken.why());
        }
        walked = now;
    }

    /** When all of the chain was last found to hold; empty: not since this process began. */
    public Optional<Instant> verified() {
        return Optional.ofNullable(verified);
    }
}
