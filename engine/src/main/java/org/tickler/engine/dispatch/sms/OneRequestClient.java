package org.tickler.engine.dispatch.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.twilio.http.NetworkHttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.Timeout;

/// Twilio's HTTP client with every repetition taken out of it. By itself it posts up to six times on a 503, and
/// Twilio has no key by which it could tell a repetition from a second message.
final class OneRequestClient extends NetworkHttpClient {

    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final int LAST_SUCCESS = 299;
    private static final ObjectMapper JSON = new ObjectMapper();

    OneRequestClient(TwilioAccount account, int connections) {
        super(builder(account, connections));
    }

    /// @throws TwilioRefusal for every answer that is not a success
    @Override
    public Response reliableRequest(Request request) {
        Response response = makeRequest(request);
        if (response.getStatusCode() > LAST_SUCCESS) {
            throw refusal(response);
        }
        return response;
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return reliableRequest(request);
    }

    private static HttpClientBuilder builder(TwilioAccount account, int connections) {
        PoolingHttpClientConnectionManager pool = PoolingHttpClientConnectionManagerBuilder.create()
                .setMaxConnPerRoute(connections)
                .setMaxConnTotal(connections)
                // Twilio's class gives every request a configuration of its own, without limits: these are the ones
                // kept.
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(account.patience()))
                        .build())
                .build();
        HttpClientBuilder builder = HttpClientBuilder.create()
                .setConnectionManager(pool)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                // A connection closed behind our back would make an outcome unknown that need not be.
                .setConnectionReuseStrategy((request, response, context) -> false);
        account.baseUrl().ifPresent(url -> builder.setRoutePlanner((host, context) -> route(url)));
        return builder;
    }

    private static HttpRoute route(URI url) {
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        return new HttpRoute(new HttpHost(url.getScheme(), url.getHost(), port), null, secure);
    }

    private static TwilioRefusal refusal(Response response) {
        JsonNode body = JSON.missingNode();
        try {
            String text = response.getContent();
            body = text == null ? body : JSON.readTree(text);
        } catch (IOException e) {
            body = JSON.missingNode(); // something between us and Twilio answered with a page of its own
        }
        return new TwilioRefusal(
                response.getStatusCode(),
                body.path("code").asInt(0),
                body.path("message").asText(""),
                retryAfter(response));
    }

    /// Twilio gives it in seconds.
    private static Optional<Duration> retryAfter(Response response) {
        return response.getHeaders() == null
                ? Optional.empty()
                : Arrays.stream(response.getHeaders())
                        .filter(header -> header.getName().equalsIgnoreCase("Retry-After"))
                        .map(header -> header.getValue().strip())
                        .filter(value -> value.matches("[0-9]{1,6}"))
                        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                        .findFirst();
    }
}
