package org.tickler.engine.watch.heartbeat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/**
 * Tells a monitor that all is well: a GET without a body, over TLS where the address says https, that follows no redirect and
 * gives up after ten seconds. The address is a secret between the firm and its monitor, and stands in no message.
 */
final class Ping implements AutoCloseable {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    private static final Duration TO_ANSWER = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(TO_CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI url;

    Ping(URI url) {
        this.url = url;
    }

    /** Empty where the monitor took it; else what was wrong, in words. */
    Optional<String> send() {
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(TO_ANSWER)
                .header("User-Agent", "Tickler")
                .GET()
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return status >= 200 && status < 300
                    ? Optional.empty()
                    : Optional.of("the monitor at " + url.getHost() + " answered with " + status
                            + (status >= 300 && status < 400 ? "; redirects are not followed" : ""));
        } catch (IOException e) {
            return Optional.of("the monitor at " + url.getHost() + " could not be reached ("
                    + e.getClass().getSimpleName() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("the daemon is stopping");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
