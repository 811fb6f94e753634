package org.tickler.engine.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.feed.FeedCache;
import org.tickler.engine.feed.FeedRefused;
import org.tickler.engine.feed.FeedTokens;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.HorizonStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Asked;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

/** What ends, and what goes on to others, when somebody leaves. Kim Cho stands in for John Lin. */
class DeparturesTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;
    private Departures departures;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
        departures = new Departures(firm.database(), firm.books(), firm.clock());
    }

    @Test
    void feedsOfWhoeverLeftDieAtOnceAndNoNewOneIsMade() {
        FeedTokens tokens = new FeedTokens(firm.database(), URI.create("https://tickler.firm.example"));
        FeedScope own = new FeedScope(FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL);
        String https = tokens.add(JLIN, own, "command", firm.clock().instant())
                .links()
                .https()
                .toString();
        String token = https.substring(https.lastIndexOf('/') + 1).replace(".ics", "");
        try (FeedCache cache = new FeedCache(firm.database(), firm.clock())) {
            cache.refresh();
            assertThat(cache.find(token, "")).isNotInstanceOf(FeedCache.Lookup.Unknown.class);
            firm.leaves(Samples.jlin());
            departures.sweep();
            cache.refresh();
            assertThat(cache.find(token, "")).isInstanceOf(FeedCache.Lookup.Unknown.class);
        }
        assertThat(tokens.list()).allMatch(row -> row.revokedAt().isPresent());
        assertThatThrownBy(() -> tokens.add(JLIN, own, "command", firm.clock().instant()))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("jlin has left");
    }

    @Test
    void answerLinksOfWhoeverLeftOpenNothingAndTakeNothing() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(firm.desk().look(ask, firm.clock().instant())).isPresent();
        firm.leaves(Samples.jlin());
        assertThat(firm.desk().look(ask, firm.clock().instant())).isEmpty();
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN)).isInstanceOf(Recorded.NoSuch.class);
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
    }

    @Test
    void whatWaitsForAnAnswerGoesOnToTheStandInAtOnce() {
        AskId ask = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.leaves(Samples.jlin());
        departures.sweep();
        assertThat(firm.step("patient", KCHO)).isPresent();
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.step("patient", MHARPER)).isEmpty();
        firm.pass(Duration.ofHours(2));
        assertThat(firm.step("patient", MHARPER)).isPresent();
    }

    @Test
    void whoeverWasSaidToBeGoneBeforeThatWasKeptBesideTheFactsIsSeenToAsWell() {
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.leaves(Samples.jlin());
        firm.database()
                .inTransaction(handle -> handle.createUpdate("UPDATE person SET leaves_at = NULL")
                        .execute());
        departures.sweep();
        assertThat(firm.step("patient", KCHO)).isPresent();
    }

    @Test
    void withoutAStandInTheNextPersonOfTheLadderIsTold() {
        firm.save(Samples.jlin(), Optional.empty(), List.of());
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.leaves(Samples.jlin());
        departures.sweep();
        assertThat(firm.step("patient", MHARPER)).isPresent();
    }

    @Test
    void questionsArePutToOthersAndTheDocketClerkHearsWhatNobodyHas() {
        firm.database()
                .inTransaction(handle -> QuestionStore.ask(
                        handle,
                        List.of(new Asked(
                                firm.hearing().id(),
                                Samples.ACME_V_BOLT,
                                "weekend",
                                "It is on a Sunday; is that right?",
                                Json.object(),
                                JLIN)),
                        firm.clock().instant()));
        firm.leaves(Samples.jlin());
        departures.sweep();
        List<Question> questions = firm.database().withHandle(handle -> QuestionStore.open(handle, 10));
        assertThat(questions).singleElement().extracting(Question::asked).isNotEqualTo(JLIN);
        assertThat(alarms())
                .singleElement()
                .asString()
                .contains(
                        "John Lin (jlin) has left",
                        "H-2291: nobody is lead-attorney when jlin is gone",
                        "tickler reassign --from jlin --to PERSON");
        departures.sweep();
        assertThat(alarms()).hasSize(1);
        assertThat(firm.acts()).contains("departed");
    }

    @Test
    void timeItselfBringsTheDayOnWhichSomebodyLeaves() {
        firm.database()
                .inTransaction(
                        handle -> PersonStore.save(handle, Samples.mharper().leaving(LocalDate.of(2026, 3, 11))));
        departures.sweep();
        assertThat(firm.acts()).doesNotContain("departed");
        assertThat(firm.database().withHandle(HorizonStore::next)).contains(Instant.parse("2026-03-11T04:00:00Z"));
        firm.clock().advance(Duration.ofHours(14));
        departures.sweep();
        assertThat(firm.acts()).contains("departed");
    }

    private List<String> alarms() {
        return firm.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT recipient || ': ' || why FROM reminder WHERE purpose = 'alarm' ORDER BY 1")
                        .mapTo(String.class)
                        .list());
    }
}
