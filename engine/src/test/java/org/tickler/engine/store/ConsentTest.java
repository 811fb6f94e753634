package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.remind.Channels;

/** A consent is for an address: another number needs another consent. */
class ConsentTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final Instant MON_2026_03_02 = Instant.parse("2026-03-02T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void aNewNumberHasNoConsentAndPlanningTakesAnotherChannel() {
        said("+12125550105", "2026-01-05");
        assertThat(Channels.usable(said("+12125550106", "2026-01-05"), DAY)).containsExactly(Channel.EMAIL);
        assertThat(Channels.obstacle(Channel.SMS, stored(), DAY))
                .contains("sms has the client's consent for a former address only");
    }

    @Test
    void theFormerNumberHasItsConsentAgain() {
        said("+12125550105", "2026-01-05");
        said("+12125550106", "2026-01-05");
        assertThat(Channels.usable(said("+12125550105", "2026-01-05"), DAY)).contains(Channel.SMS);
    }

    @Test
    void consentGivenAnewHoldsForTheNewNumber() {
        said("+12125550105", "2026-01-05");
        said("+12125550106", "2026-01-05");
        assertThat(Channels.usable(said("+12125550106", "2026-03-01"), DAY)).contains(Channel.SMS);
    }

    @Test
    void consentOfTheDayOfTheChangeOrLaterHoldsForTheNewNumber() {
        said("+12125550105", "2026-03-02");
        assertThat(Channels.usable(said("+12125550106", "2026-03-02"), DAY)).contains(Channel.SMS);
    }

    @Test
    void anEarlierDateIsNoNewConsent() {
        said("+12125550105", "2026-01-05");
        assertThat(Channels.usable(said("+12125550106", "2026-01-02"), DAY)).doesNotContain(Channel.SMS);
    }

    private Person said(String mobile, String since) {
        Person acme = Samples.acme();
        Person said = new Person(
                acme.id(),
                acme.name(),
                acme.kind(),
                List.of(),
                new Reach(
                        acme.reach().email(),
                        Optional.of(mobile),
                        Set.of(),
                        Map.of(Channel.EMAIL, LocalDate.of(2026, 1, 5), Channel.SMS, LocalDate.parse(since))),
                acme.zone(),
                acme.quiet(),
                acme.leave(),
                acme.delegate(),
                acme.wants(),
                acme.left(),
                MON_2026_03_02);
        tests.database().inTransaction(handle -> PersonStore.save(handle, said));
        return stored();
    }

    private Person stored() {
        return tests.database()
                .withHandle(handle -> PersonStore.find(handle, Samples.ACME))
                .orElseThrow();
    }
}
