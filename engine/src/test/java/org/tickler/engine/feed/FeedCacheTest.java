package org.tickler.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FeedHistoryStore;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.store.TokenRow;
import org.tickler.rules.firm.PersonId;

class FeedCacheTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final AtomicLong nanos = new AtomicLong();
    private FeedFixture firm;
    private FeedCache cache;

    @BeforeEach
    void storeTheSamples() {
        firm = new FeedFixture(tests);
        cache = new FeedCache(firm.database, firm.clock, nanos::get);
    }

    @AfterEach
    void stop() {
        cache.close();
    }

    @Test
    void givesAddressesThatHoldATokenNobodyCanReadBack() {
        var added = firm.addFull();

        String token = token(added);
        assertThat(token).matches("[A-Za-z0-9_-]{43}");
        assertThat(added.links().https()).isEqualTo(URI.create("https://tickler.firm.example/feeds/" + token + ".ics"));
        assertThat(added.links().webcal())
                .isEqualTo(URI.create("webcal://tickler.firm.example/feeds/" + token + ".ics"));
        assertThat(added.links().google().toString())
                .isEqualTo("https://calendar.google.com/calendar/r?cid=webcal%3A%2F%2Ftickler.firm.example%2Ffeeds%2F"
                        + token + ".ics");
        assertThat(firm.tokens.list().toString()).doesNotContain(token);
    }

    @Test
    void refusesAViewerNobodyKnowsAndAMatterThatIsNotTheirs() {
        assertThatThrownBy(() -> firm.add(new PersonId("jlim"), FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL))
                .isInstanceOf(FeedRefused.class)
                .hasMessageContaining("jlin");
        assertThatThrownBy(() -> firm.add(Samples.JLIN, FeedScope.Of.MATTER, "H-9999", FeedScope.Level.FULL))
                .isInstanceOf(FeedRefused.class);
    }

    @Test
    void servesTheSameBytesPlainAndPacked() throws IOException {
        var added = firm.addFull();
        byte[] bytes = firm.bytes(added);
        cache.refresh();

        Served served = here(token(added));
        assertThat(FeedFixture.read(served.plain())).isEqualTo(bytes);
        var unpacked = new GZIPInputStream(new ByteArrayInputStream(FeedFixture.read(served.packed())));
        assertThat(unpacked.readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void isAwayBeforeAFeedIsMadeAndUnknownWithoutAToken() {
        assertThat(cache.find("x", "")).isInstanceOf(FeedCache.Lookup.Away.class);
        var added = firm.addFull();
        cache.refresh();

        assertThat(cache.find(token(added), "")).isInstanceOf(FeedCache.Lookup.Away.class);
        assertThat(cache.find("x".repeat(43), "")).isInstanceOf(FeedCache.Lookup.Unknown.class);
        assertThat(cache.find("../secrets", "")).isInstanceOf(FeedCache.Lookup.Unknown.class);
    }

    @Test
    void servesTheLastGoodBytesForAMinuteWhenTheDatabaseIsAwayAndThenNothing() {
        Database second = Database.open(tests.address());
        var added = firm.addFull();
        byte[] bytes = firm.bytes(added);
        FeedCache away = new FeedCache(second, firm.clock, nanos::get);
        away.refresh();
        second.close();

        nanos.addAndGet(Duration.ofSeconds(59).toNanos());
        assertThatThrownBy(away::refresh).isInstanceOf(RuntimeException.class);
        assertThat(away.find(token(added), ""))
                .isInstanceOfSatisfying(
                        FeedCache.Lookup.Here.class,
                        here -> assertThat(FeedFixture.read(here.feed().plain()))
                                .isEqualTo(bytes));
        nanos.addAndGet(Duration.ofSeconds(2).toNanos());
        assertThat(away.find(token(added), "")).isInstanceOf(FeedCache.Lookup.Away.class);
        assertThat(away.find("x".repeat(43), "")).isInstanceOf(FeedCache.Lookup.Away.class);
        away.close();
    }

    @Test
    void remembersWhichRevisionWasShownAndFromWhenToWhenItWasFetched() {
        var added = firm.addFull();
        firm.bytes(added);
        cache.refresh();
        firm.clock.advance(Duration.ofMinutes(5));
        here(token(added));
        cache.refresh();
        firm.clock.advance(Duration.ofMinutes(70));
        cache.find(token(added), "Phone/2");
        cache.refresh();
        firm.change(
                Samples.hearing()
                        .withWhen(
                                Samples.hearing().when(),
                                Samples.hearing().revision().next(firm.clock.instant())),
                Change.Cause.MOVED);
        firm.bytes(added);
        cache.refresh();

        List<FeedHistoryStore.Shown> shown = firm.database.withHandle(
                handle -> FeedHistoryStore.ofEntry(handle, Samples.hearing().id()));
        assertThat(shown).hasSize(2);
        assertThat(shown.getFirst().revision()).isEqualTo(1);
        assertThat(shown.getFirst().until()).contains(firm.clock.instant());
        assertThat(shown.getFirst().fetched())
                .contains(new FeedHistoryStore.Fetched(
                        FeedFixture.NOW.plus(Duration.ofMinutes(5)),
                        FeedFixture.NOW.plus(Duration.ofMinutes(75)),
                        "Phone/2"));
        assertThat(shown.getLast().revision()).isEqualTo(2);
        assertThat(shown.getLast().until()).isEmpty();
        assertThat(shown.getLast().fetched()).isEmpty();
        List<FeedHistoryStore.Shown> unchanged = firm.database.withHandle(
                handle -> FeedHistoryStore.ofEntry(handle, Samples.filing().id()));
        assertThat(unchanged).as("what did not change is one row").hasSize(1);
    }

    @Test
    void followsARevocationWithinTwoSeconds() {
        var added = firm.addFull();
        firm.bytes(added);
        cache.start();
        await().until(() -> cache.find(token(added), "") instanceof FeedCache.Lookup.Here);

        assertThat(firm.tokens.revoke(added.token().id(), "command", FeedFixture.NOW))
                .isPresent();
        await().atMost(Duration.ofSeconds(2))
                .until(() -> cache.find(token(added), "") instanceof FeedCache.Lookup.Unknown);
        assertThat(firm.tokens.revoke(added.token().id(), "command", FeedFixture.NOW))
                .isEmpty();
    }

    @Test
    void remembersWhoUsedATokenLastAndNotEveryUse() {
        var added = firm.addFull();
        firm.bytes(added);
        cache.refresh();
        cache.find(token(added), "Google-Calendar-Importer");
        cache.refresh();
        firm.clock.advance(Duration.ofMinutes(5));
        cache.find(token(added), "Google-Calendar-Importer");
        cache.refresh();

        assertThat(firm.tokens.list().getFirst().used())
                .contains(new TokenRow.Use(FeedFixture.NOW, "Google-Calendar-Importer"));
    }

    private Served here(String token) {
        return ((FeedCache.Lookup.Here) cache.find(token, "")).feed();
    }

    private static String token(FeedTokens.Added added) {
        String address = added.links().https().getPath();
        return address.substring("/feeds/".length(), address.length() - ".ics".length());
    }
}
