package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import org.junit.jupiter.api.Test;
import org.tickler.rules.sample.SampleFirm;

/** Ladders for the phase that a matter is in. */
class PhaseTest {
    private static SampleFirm during(String phase) {
        return firm().on(filing("2026-03-10").owner("pat")).with(person("pat")).rules("""
                        ladders:
                          - id: in-discovery
                            for: {phase: %s}
                            rungs: [{at: 1 day before, to: pat, by: email}]
                        """.formatted(phase));
    }

    @Test
    void tellsOfAMatterInThatPhase() {
        assertThat(during("discovery").phase("discovery").going())
                .containsExactly("Mon 2026-03-09 09:00 pat email 1-day-before");
    }

    @Test
    void aMatterWhosePhaseNobodyHasMappedIsToldNothing() {
        assertThat(during("discovery").lines()).isEmpty();
        assertThat(during("discovery").phase("closing").lines()).isEmpty();
    }
}
