package org.tickler.engine.dispatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickler.engine.dispatch.Outcome;

/** Access tokens by XOAUTH2, from a token server on loopback. */
class MailTokensTest {
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> denial = new AtomicReference<>("");
    private final AtomicReference<Instant> now = new AtomicReference<>(Letters.NOW);
    private final InstantSource clock = now::get;
    private HttpServer tokens;
    private ScriptedServer mail;

    @BeforeEach
    void start() throws IOException {
        mail = new ScriptedServer(Map.of());
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            boolean denied = !denial.get().isEmpty();
            String body = denied ? denial.get() : "{\"access_token\":\"T" + asked.size() + "\",\"expires_in\":3600}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(denied ? 401 : 200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        tokens.start();
    }

    @AfterEach
    void stop() throws IOException {
        tokens.stop(0);
        mail.close();
    }

    @Test
    void logsInWithATokenHadForTheClientsCredentials() {
        assertThat(carry(Optional.empty())).isInstanceOf(Outcome.Accepted.class);
        assertThat(asked.getFirst())
                .contains("grant_type=client_credentials")
                .contains("client_id=tickler")
                .contains("client_secret=s%26cret")
                .contains("scope=https%3A%2F%2Foutlook.office365.com%2F.default");
        assertThat(logins()).containsExactly("user=tickler@firm.example\u0001auth=Bearer T1\u0001\u0001");
    }

    @Test
    void logsInWithATokenHadForARefreshToken() {
        assertThat(carry(Optional.of(() -> "long-lived"))).isInstanceOf(Outcome.Accepted.class);
        assertThat(asked.getFirst()).contains("grant_type=refresh_token").contains("refresh_token=long-lived");
    }

    @Test
    void usesATokenUntilFiveMinutesBeforeItEnds() {
        try (MailCarrier carrier = carrier(Optional.empty())) {
            carrier.carry(Letters.plain());
        }
        AccessTokens held = new AccessTokens(source(Optional.empty()), clock);
        assertThat(token(held)).isEqualTo("T2");
        now.set(Letters.NOW.plus(Duration.ofMinutes(54)));
        assertThat(token(held)).isEqualTo("T2");
        now.set(Letters.NOW.plus(Duration.ofMinutes(55)));
        assertThat(token(held)).isEqualTo("T3");
    }

    @Test
    void makesARefusedTokenAnewOnceAndThenBlamesTheSettings() {
        mail.answer("AUTH", "535 5.7.3 Authentication unsuccessful");
        assertThat(carry(Optional.empty())).isInstanceOf(Outcome.Misconfigured.class);
        assertThat(asked).hasSize(2);
    }

    @Test
    void blamesTheSettingsWhereTheTokenServerSaysNo() {
        denial.set("{\"error\":\"invalid_client\",\"error_description\":\"the secret has expired\"}");
        assertThat(carry(Optional.empty())).isInstanceOfSatisfying(Outcome.Misconfigured.class, wrong -> {
            assertThat(wrong.reason()).contains("invalid_client").contains("the secret has expired");
        });
    }

    @Test
    void triesAgainLaterWhereTheTokenServerIsAway() {
        tokens.stop(0);
        assertThat(carry(Optional.empty())).isInstanceOf(Outcome.Retry.class);
    }

    private Outcome carry(Optional<Supplier<String>> refresh) {
        try (MailCarrier carrier = carrier(refresh)) {
            return carrier.carry(Letters.plain());
        }
    }

    private MailCarrier carrier(Optional<Supplier<String>> refresh) {
        MailLogin login = new MailLogin.OAuth("tickler@firm.example", source(refresh));
        return new MailCarrier(Letters.settings(mail.port(), login), clock);
    }

    private MailLogin.TokenSource source(Optional<Supplier<String>> refresh) {
        return new MailLogin.TokenSource(
                URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                "tickler",
                () -> "s&cret",
                refresh,
                Optional.of("https://outlook.office365.com/.default"));
    }

    private static String token(AccessTokens held) {
        try {
            return held.token();
        } catch (IOException | AccessTokens.TokenRefused e) {
            throw new AssertionError(e);
        }
    }

    private List<String> logins() {
        return mail.heard.stream()
                .filter(line -> line.startsWith("AUTH XOAUTH2 "))
                .map(line -> new String(Base64.getDecoder().decode(line.substring(13)), StandardCharsets.UTF_8))
                .toList();
    }
}
