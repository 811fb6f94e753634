package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.remind.AskId;

/** STOP is heeded, and nobody is left without an answer because of it. */
class OptOutsTest {
    private static final String LIN = "+12125550102";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
    }

    @Test
    void theNextPersonIsToldAtOnceWhereNoOtherChannelIsLeft() {
        firm.save(Samples.jlin(), new Reach(Optional.empty(), Optional.of(LIN), Set.of(), Map.of()));
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        stop(Samples.jlin(), LIN);
        firm.sweep();
        assertThat(firm.step("lead", MHARPER)).isPresent();
        assertThat(firm.find(ask).reason().orElseThrow())
                .startsWith("John Lin could not be reached: John Lin replied STOP");
        assertThat(firm.reminders()).contains("jlin sms failed");
    }

    @Test
    void theOtherChannelIsTakenWhereThereIsOne() {
        firm.ask("lead", JLIN, Channel.SMS);
        stop(Samples.jlin(), LIN);
        firm.sweep();
        assertThat(firm.step("lead", KCHO)).isEmpty();
        assertThat(firm.reminders()).contains("jlin email planned", "jlin sms sent");
    }

    @Test
    void theFirmIsToldThatAClientCannotBeReachedAnyMore() {
        Person client = Samples.acme();
        firm.save(client, new Reach(Optional.empty(), Optional.of("+12125550150"), Set.of(), Map.of()));
        stop(client, "+12125550150");
        assertThat(firm.words(RDIAZ))
                .containsExactly("alarm: Acme Corp. replied STOP: no text message will be sent to that number until it"
                        + " replies START. No other channel is left: nothing that Tickler sends reaches Acme Corp. any"
                        + " more");
    }

    private void stop(Person person, String number) {
        Person stored = tests.database()
                .withHandle(handle -> PersonStore.find(handle, person.id()))
                .orElseThrow();
        tests.database().inTransaction(handle -> {
            new OptOuts(firm.books())
                    .stop(handle, number, List.of(stored), firm.clock().instant());
            return stored;
        });
    }
}
