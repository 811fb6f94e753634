package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.feed.FeedCache;
import org.tickler.engine.feed.FeedMaker;
import org.tickler.engine.feed.FeedTokens;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.embedded.EmbeddedPostgres;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;

/** A feed as a calendar program fetches it: over HTTP, from a real database. */
class FeedRouteTest {
    private static final Instant NOW = Instant.parse("2026-01-05T14:00:00Z");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final PersonId JLIN = new PersonId("jlin");

    @TempDir
    static Path home;

    private static EmbeddedPostgres server;
    private static Database database;
    private static FeedCache feeds;
    private static HttpPort port;
    private static FeedTokens tokens;
    private static URI feed;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void serveAFeed() throws IOException {
        server = EmbeddedPostgres.join(home.resolve("data"));
        database = Database.open(server.address());
        database.migrate();
        storeAFiling();
        InstantSource clock = InstantSource.fixed(NOW);
        feeds = new FeedCache(database, clock);
        port = HttpPort.open(
                new InetSocketAddress("127.0.0.1", 0), Set.of("127.0.0.1"), FeedRoute.on(new Routes(), feeds));
        tokens = new FeedTokens(database, port.uri());
        feed = add().links().https();
        new FeedMaker(database, clock).sweep();
        feeds.refresh();
    }

    @AfterAll
    static void stop() {
        port.close();
        feeds.close();
        database.close();
        server.close();
    }

    @Test
    void givesTheSameCalendarTwice() throws Exception {
        HttpResponse<byte[]> first = get();

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("content-type")).contains("text/calendar; charset=utf-8");
        assertThat(first.headers().firstValue("cache-control"))
                .hasValueSatisfying(value -> assertThat(value).contains("private"));
        assertThat(first.headers().firstValue("referrer-policy")).contains("no-referrer");
        assertThat(first.headers().firstValue("x-robots-tag")).isPresent();
        assertThat(new String(first.body(), StandardCharsets.UTF_8)).contains("BEGIN:VEVENT", "Opposition brief");
        assertThat(get().body()).isEqualTo(first.body());
    }

    @Test
    void answersNothingNewToWhoHasItAlready() throws Exception {
        HttpResponse<byte[]> first = get();
        String etag = first.headers().firstValue("etag").orElseThrow();
        String modified = first.headers().firstValue("last-modified").orElseThrow();

        assertThat(get("If-None-Match", etag).statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"other\", W/" + etag).statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get("If-Modified-Since", modified).statusCode()).isEqualTo(304);
        assertThat(get("If-Modified-Since", "Sun, 4 Jan 2026 00:00:00 GMT").statusCode())
                .isEqualTo(200);
    }

    @Test
    void packsItForWhoTakesIt() throws Exception {
        HttpResponse<byte[]> packed = get("Accept-Encoding", "gzip, deflate");

        assertThat(packed.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(get().body());
        assertThat(get("Accept-Encoding", "gzip;q=0").headers().firstValue("content-encoding"))
                .isEmpty();
    }

    @Test
    void saysHowLongItIsWithoutGivingIt() throws Exception {
        HttpResponse<byte[]> head = client.send(
                HttpRequest.newBuilder(feed)
                        .method("HEAD", BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofByteArray());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("content-length").orElseThrow())
                .isEqualTo(get().body().length);
    }

    @Test
    void tellsNobodyWhetherAnAddressWasRevokedOrNeverWas() throws Exception {
        FeedTokens.Added added = add();
        tokens.revoke(added.token().id(), "command", NOW);
        feeds.refresh();

        HttpResponse<byte[]> revoked = send(HttpRequest.newBuilder(added.links().https()));
        HttpResponse<byte[]> never =
                send(HttpRequest.newBuilder(port.uri().resolve("/feeds/" + "x".repeat(43) + ".ics")));
        assertThat(revoked.statusCode()).isEqualTo(404);
        assertThat(never.statusCode()).isEqualTo(404);
        assertThat(revoked.body()).isEqualTo(never.body());
    }

    @Test
    void slowsWhoGuessesAndNobodyWhoKnows() throws Exception {
        HttpRequest.Builder guess = HttpRequest.newBuilder(port.uri().resolve("/feeds/" + "y".repeat(43) + ".ics"))
                .header("X-Forwarded-For", "203.0.113.9");
        int status = 0;
        for (int guessed = 0; guessed < 70; guessed++) {
            status = send(guess).statusCode();
        }

        assertThat(status).isEqualTo(429);
        assertThat(get("X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(200);
    }

    @Test
    void asksForPatienceBeforeAFeedIsMade() throws Exception {
        FeedTokens.Added added = add();
        feeds.refresh();

        HttpResponse<byte[]> early = send(HttpRequest.newBuilder(added.links().https()));
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("retry-after")).isPresent();
    }

    private static FeedTokens.Added add() {
        return tokens.add(JLIN, new FeedScope(FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL), "command", NOW);
    }

    private HttpResponse<byte[]> get(String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(feed);
        return send(header.length == 0 ? request : request.headers(header));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static void storeAFiling() {
        MatterId matter = new MatterId("H-2291");
        database.inTransaction(handle -> {
            PersonStore.save(handle, jlin());
            MatterStore.save(handle, matter(matter));
            EntryStore.insert(
                    handle,
                    List.of(new Entry(
                            EntryId.entered("docket", "1"),
                            matter,
                            EntryKind.FILING,
                            "Opposition brief",
                            new When.AllDay(LocalDate.of(2026, 3, 20), Optional.empty(), NEW_YORK),
                            EntryStatus.OPEN,
                            Details.NONE,
                            new Origin.Entered("docket", "1"),
                            new Revision(1, NOW))),
                    Change.loaded("docket", NOW));
            return null;
        });
    }

    private static Person jlin() {
        return new Person(
                JLIN,
                "John Lin",
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.of("jlin@firm.example"), Optional.empty(), Set.of(), Map.of()),
                NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                NOW);
    }

    private static Matter matter(MatterId id) {
        return new Matter(
                id,
                "Acme Corp. v. Bolt LLC",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of(new RoleName("lead-attorney"), List.of(JLIN)),
                List.of(),
                List.of(),
                Confidentiality.FIRM,
                Set.of(),
                NOW);
    }
}
