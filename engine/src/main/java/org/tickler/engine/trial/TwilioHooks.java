package org.tickler.engine.trial;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Calls the firm's hooks as Twilio does: a form, sealed over the public address, whatever way it travels.
final class TwilioHooks implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final String authToken;
    private final URI via;
    private final HttpClient client;

    /// @param via where the public address is reached from here
    TwilioHooks(String authToken, URI via) {
        this.authToken = authToken;
        this.via = via;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /// Posts the fields and says what status came back.
    int post(URI publicAddress, SortedMap<String, String> fields) {
        return post(publicAddress, fields, seal(publicAddress.toString(), fields));
    }

    /// Posts the fields under a seal of the caller's choice.
    int post(URI publicAddress, SortedMap<String, String> fields, String seal) {
        HttpRequest request = HttpRequest.newBuilder(via.resolve(publicAddress.getRawPath()))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("X-Twilio-Signature", seal)
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
        try {
            return send(request);
        } catch (IOException e) {
            throw new IllegalStateException("the hook at " + request.uri() + " did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + request.uri(), e);
        }
    }

    /// Once more where the firm had just let go of a connection that was idle: what comes twice is taken once.
    private int send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (HttpTimeoutException | ConnectException e) {
            throw e;
        } catch (IOException e) {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    /// HMAC-SHA1 over the address and the fields in the order of their names.
    private String seal(String address, SortedMap<String, String> fields) {
        StringBuilder sealed = new StringBuilder(address);
        fields.forEach((name, value) -> sealed.append(name).append(value));
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(sealed.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA1", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
