package org.tickler.engine.dispatch.mail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Access tokens for XOAUTH2, each used until five minutes before it ends. Safe for many threads. */
public final class AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long USUAL_LIFE_SECONDS = 3600;

    private final MailLogin.TokenSource source;
    private final InstantSource clock;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ObjectMapper json = new ObjectMapper();
    private @Nullable Token held;
    private Optional<String> newerRefreshToken = Optional.empty();

    public AccessTokens(MailLogin.TokenSource source, InstantSource clock) {
        this.source = source;
        this.clock = clock;
    }

    /**
     * A token that is good now.
     *
     * @throws TokenRefused if the token server says no
     * @throws IOException if it cannot be reached or makes no sense
     */
    public synchronized String token() throws IOException, TokenRefused {
        Token now = held;
        if (now == null || !clock.instant().isBefore(now.until().minus(EARLY))) {
            now = fetch();
            held = now;
        }
        return now.value();
    }

    /** Forgets {@code refused}, which the mail server did not take, unless another thread has a newer one already. */
    public synchronized void spoil(String refused) {
        if (held != null && held.value().equals(refused)) {
            held = null;
        }
    }

    private Token fetch() throws IOException, TokenRefused {
        HttpRequest request = HttpRequest.newBuilder(source.tokenUrl())
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form()))
                .build();
        HttpResponse<String> response = send(request);
        JsonNode answer = json.readTree(response.body());
        String token = answer.path("access_token").asText("");
        if (token.isEmpty() && response.statusCode() / 100 == 4 && response.statusCode() != 429) {
            throw new TokenRefused(source.tokenUrl().getHost() + " gave no access token: "
                    + answer.path("error").asText("status " + response.statusCode()) + " "
                    + answer.path("error_description").asText(""));
        }
        if (token.isEmpty()) {
            throw new IOException(source.tokenUrl().getHost() + " answered " + response.statusCode());
        }
        String renewed = answer.path("refresh_token").asText("");
        if (!renewed.isEmpty()) {
            newerRefreshToken = Optional.of(renewed);
        }
        Instant until = clock.instant().plusSeconds(answer.path("expires_in").asLong(USUAL_LIFE_SECONDS));
        return new Token(token, until);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while asking for an access token", e);
        }
    }

    private String form() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", source.clientId());
        fields.put("client_secret", source.clientSecret().get());
        source.scope().ifPresent(scope -> fields.put("scope", scope));
        Optional<String> refresh =
                newerRefreshToken.or(() -> source.refreshToken().map(held -> held.get()));
        fields.put("grant_type", refresh.isPresent() ? "refresh_token" : "client_credentials");
        refresh.ifPresent(token -> fields.put("refresh_token", token));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Token(String value, Instant until) {}

    /** The token server knows us and says no: a matter of settings. */
    public static final class TokenRefused extends Exception {
        private static final long serialVersionUID = 1L;

        TokenRefused(String message) {
            super(message);
        }
    }
}
