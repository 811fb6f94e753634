package org.tickler.engine.watch;

import java.util.Map;
import java.util.Optional;
import org.tickler.engine.store.HeartbeatStore.Beat;
import org.tickler.engine.store.ProofStore;

/**
 * What the watch last found.
 *
 * @param proof the last coverage proof; empty before the first
 * @param beat how the heartbeat stands; empty where no monitor was ever to be told
 * @param findings how many findings of guards are open, by what is missing
 * @param asks how many asks wait for an answer
 */
public record Watched(Optional<ProofStore.Last> proof, Optional<Beat> beat, Map<String, Integer> findings, int asks) {
    public Watched {
        findings = Map.copyOf(findings);
    }

    /** How many gaps the last proof found; none before the first. */
    public int gaps() {
        return proof.map(ProofStore.Last::gaps).orElse(0);
    }
}
