package org.tickler.engine.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.store.WebhookStore;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

/** Events on their way to another program, which stands on a port of this machine. */
class WebhooksTest {
    private static final String SECRET = "a-secret-for-trials";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final List<Posted> posted = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger answering = new AtomicInteger(200);
    private AskFixture firm;
    private HttpServer program;

    private record Posted(Map<String, String> headers, String body) {
        JsonNode json() {
            return Json.read(body);
        }
    }

    @BeforeEach
    void open() throws IOException {
        firm = new AskFixture(tests.database());
        program = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        program.createContext("/hook", this::take);
        program.start();
    }

    @AfterEach
    void close() {
        program.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posted.add(new Posted(
                Map.of(
                        "signature", exchange.getRequestHeaders().getFirst("Tickler-Signature"),
                        "event", exchange.getRequestHeaders().getFirst("Tickler-Event"),
                        "delivery", exchange.getRequestHeaders().getFirst("Tickler-Delivery")),
                body));
        if (answering.get() == 302) {
            exchange.getResponseHeaders().add("Location", "/hook/elsewhere");
        }
        exchange.sendResponseHeaders(answering.get(), -1);
        exchange.close();
    }

    private Webhook hook(Set<WebhookEvent> events, Webhook.Detail detail) {
        return new Webhook(
                "intake",
                URI.create("http://127.0.0.1:" + program.getAddress().getPort() + "/hook"),
                () -> SECRET,
                events,
                detail == Webhook.Detail.FULL ? Optional.of(MHARPER) : Optional.empty(),
                detail);
    }

    private Webhooks hooks(Webhook... hooks) {
        return new Webhooks(tests.database(), firm.books(), firm.clock(), List.of(hooks));
    }

    private Webhooks hooks() {
        return hooks(hook(EnumSet.allOf(WebhookEvent.class), Webhook.Detail.IDS));
    }

    private void sweep(Webhooks hooks) {
        new Chain(tests.database()).extend();
        hooks.sweep();
    }

    private void answer() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
    }

    private Map<String, Integer> counts() {
        return tests.database().withHandle(WebhookStore::counts);
    }

    @Test
    void tellsOfAnAnswerWithIdsAloneAndASealThatHolds() throws Exception {
        Webhooks hooks = hooks();
        answer();
        sweep(hooks);

        assertThat(posted).hasSize(1);
        Posted one = posted.getFirst();
        assertThat(one.json().path("event").asText()).isEqualTo("answered");
        assertThat(one.json().path("who").asText()).isEqualTo("jlin");
        assertThat(one.json().path("matter").asText()).isEqualTo("H-2291");
        assertThat(one.json().path("kind").asText()).isEqualTo("hearing");
        assertThat(one.json().path("detail").path("answer").asText()).isEqualTo("have-it");
        assertThat(one.json().path("id").asText()).isEqualTo(one.headers().get("delivery"));
        assertThat(one.headers()).containsEntry("event", "answered");
        assertThat(one.body()).doesNotContain("Acme", "Hearing on");
        String[] seal = one.headers().get("signature").split("[=,]");
        assertThat(seal[1]).isEqualTo(Long.toString(firm.clock().instant().getEpochSecond()));
        assertThat(seal[3]).isEqualTo(hmac(seal[1] + "." + one.body()));
        assertThat(counts()).isEqualTo(Map.of("intake/delivered", 1));
        sweep(hooks);
        assertThat(posted).hasSize(1);
    }

    @Test
    void tellsOfNothingThatWasBeforeTheHookOrThatItDidNotAskFor() {
        answer();
        new Chain(tests.database()).extend();
        Webhooks hooks = hooks(hook(Set.of(WebhookEvent.MOVED), Webhook.Detail.IDS));
        sweep(hooks);
        firm.answer(firm.ask("told", JLIN, Channel.EMAIL), Answer.NOT_READY, JLIN);
        sweep(hooks);

        assertThat(posted).isEmpty();
    }

    @Test
    void tellsTitlesOnlyAsSomebodyMaySeeThem() {
        Webhooks hooks = hooks(hook(EnumSet.allOf(WebhookEvent.class), Webhook.Detail.FULL));
        answer();
        sweep(hooks);
        assertThat(posted.getFirst().json().path("title").asText()).isEqualTo("Hearing on motion to compel");
        assertThat(posted.getFirst().json().path("matter-title").asText()).isEqualTo("Acme Corp. v. Bolt LLC");

        firm.wallOff(MHARPER);
        firm.answer(firm.ask("any", RDIAZ, Channel.EMAIL), Answer.HAVE_IT, RDIAZ);
        sweep(hooks);
        assertThat(posted).hasSize(1);
    }

    @Test
    void comesBackWithTheSameIdAndBodyUntilItIsTaken() {
        Webhooks hooks = hooks();
        answering.set(500);
        answer();
        sweep(hooks);
        sweep(hooks);
        assertThat(posted).hasSize(1);
        firm.clock().advance(Duration.ofMinutes(1));
        sweep(hooks);
        assertThat(posted).hasSize(2);
        firm.clock().advance(Duration.ofMinutes(4));
        sweep(hooks);
        assertThat(posted).hasSize(2);
        answering.set(204);
        firm.clock().advance(Duration.ofMinutes(1));
        sweep(hooks);

        assertThat(posted).hasSize(3);
        assertThat(posted.stream().map(Posted::body).distinct()).hasSize(1);
        assertThat(posted.stream().map(one -> one.headers().get("delivery")).distinct())
                .hasSize(1);
        assertThat(posted.stream().map(one -> one.headers().get("signature")).distinct())
                .hasSize(3);
        assertThat(counts()).isEqualTo(Map.of("intake/delivered", 1));
    }

    @Test
    void followsNoRedirect() {
        Webhooks hooks = hooks();
        answering.set(302);
        answer();
        sweep(hooks);

        assertThat(posted).hasSize(1);
        assertThat(counts()).isEqualTo(Map.of("intake/waiting", 1));
    }

    @Test
    void givesUpAfterADayAndTellsTheLastResortOnce() {
        Webhooks hooks = hooks();
        program.stop(0);
        answer();
        firm.answer(firm.ask("any", RDIAZ, Channel.EMAIL), Answer.HAVE_IT, RDIAZ);
        for (int hour = 0; hour <= 26; hour++) {
            sweep(hooks);
            firm.clock().advance(Duration.ofHours(1));
        }

        assertThat(counts()).isEqualTo(Map.of("intake/failed", 2));
        List<String> alarms = tests.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT DISTINCT recipient || ': ' || why FROM reminder WHERE purpose = 'alarm'")
                        .mapTo(String.class)
                        .list());
        assertThat(alarms)
                .singleElement()
                .asString()
                .startsWith("rdiaz: The webhook intake has not taken an event for a day")
                .doesNotContain("127.0.0.1");
    }

    @Test
    void twoProcessesTellOfEachEventOnce() {
        Webhooks one = hooks();
        Webhooks other = hooks();
        for (int at = 0; at < 20; at++) {
            record("answered", Map.of());
        }
        new Chain(tests.database()).extend();
        Thread second = Thread.startVirtualThread(other::sweep);
        one.sweep();
        await().until(() -> !second.isAlive());
        one.sweep();

        assertThat(posted).hasSize(20);
        assertThat(posted.stream().map(each -> each.headers().get("delivery")).distinct())
                .hasSize(20);
    }

    @Test
    void takesADeadlineForMovedOnlyWhereItsDateIsAnother() {
        Webhooks hooks = hooks();
        record("derived", Map.of("date", "2026-03-20", "status", "open"));
        record("derived", Map.of("date", "2026-03-20", "date-before", "2026-03-20", "status", "stayed"));
        record("derived", Map.of("date", "2026-03-27", "date-before", "2026-03-20", "status", "open"));
        sweep(hooks);

        assertThat(posted).singleElement().satisfies(one -> {
            assertThat(one.json().path("event").asText()).isEqualTo("moved");
            assertThat(one.json().path("detail").path("date").asText()).isEqualTo("2026-03-27");
            assertThat(one.json().path("detail").path("date-before").asText()).isEqualTo("2026-03-20");
        });
    }

    private void record(String act, Map<String, Object> detail) {
        tests.database().inTransaction(handle -> {
            Audit.record(
                    handle,
                    AuditRecord.of(
                            firm.clock().instant(),
                            "tickler",
                            act,
                            firm.hearing().matter(),
                            firm.hearing().id(),
                            detail));
            return act;
        });
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
