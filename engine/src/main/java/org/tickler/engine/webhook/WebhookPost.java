package org.tickler.engine.webhook;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.tickler.engine.store.WebhookStore;

/** Posts one delivery once. Nothing that is answered is read, and no other address is gone to. */
final class WebhookPost implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int ABOVE_OK = 300;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came of it, in words fit for a status page. */
    record Answer(boolean taken, String reason) {}

    Answer post(Webhook hook, WebhookStore.Delivery delivery, Instant now) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .header("User-Agent", "Tickler")
                .header("Tickler-Event", delivery.event())
                .header("Tickler-Delivery", delivery.id())
                .header("Tickler-Signature", WebhookSeal.of(hook.secret().get(), delivery.body(), now))
                .POST(HttpRequest.BodyPublishers.ofString(delivery.body(), StandardCharsets.UTF_8))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return new Answer(status >= OK && status < ABOVE_OK, "answered " + status);
        } catch (IOException e) {
            // the message of some names the address, in which a firm may have put a secret
            return new Answer(false, "did not answer: " + e.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
