package org.tickler.daemon.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.daemon.http.HttpPort;
import org.tickler.daemon.http.Routes;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Engine;
import org.tickler.engine.Samples;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.store.ApiScope;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.Json;
import org.tickler.engine.token.ApiTokens;
import org.tickler.rules.firm.PersonId;

/** The sample firm with its API open on a port of this machine, and a client. */
final class ApiFirm implements AutoCloseable {
    final AskFixture firm;
    final Engine engine;
    final ApiTokens tokens;
    private final HttpPort port;
    private final HttpClient client = HttpClient.newHttpClient();

    ApiFirm(Database database) throws IOException {
        firm = new AskFixture(database);
        engine = new Engine(database, firm.clock(), new HoldLimits(100, 20, Duration.ofHours(24)));
        tokens = new ApiTokens(database);
        House house = new House(
                engine,
                database,
                firm.desk(),
                firm.clock(),
                Samples.NEW_YORK,
                List.of(),
                () -> Map.of(
                        "firm", "Harper & Lin LLP", "at", engine.now().toString(), "running", true, "due_unsent", 0));
        Routes routes = new Routes();
        new Api(house).addTo(routes);
        port = HttpPort.open(new InetSocketAddress("127.0.0.1", 0), Set.of("127.0.0.1"), routes);
    }

    ApiTokens.Added added(PersonId who, ApiScope... scopes) {
        return tokens.add(
                new ApiTokens.Wanted(who, "trial", Set.of(scopes), Optional.empty()),
                "rdiaz",
                firm.clock().instant());
    }

    String token(PersonId who, ApiScope... scopes) {
        return added(who, scopes).secret();
    }

    /** A token that may do everything. */
    String token(PersonId who) {
        return token(who, ApiScope.values());
    }

    HttpResponse<String> get(String path, String token, String... headers) throws IOException, InterruptedException {
        return send(request(path, token, headers));
    }

    HttpResponse<String> post(String path, String token, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, token, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path, String token, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(port.uri() + path)).header("Authorization", "Bearer " + token);
        return headers.length == 0 ? request : request.headers(headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body());
    }

    @Override
    public void close() {
        client.close();
        port.close();
    }
}
