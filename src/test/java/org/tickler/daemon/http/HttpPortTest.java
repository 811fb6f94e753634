package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpPortTest {
    private static final InetSocketAddress ANY = new InetSocketAddress("127.0.0.1", 0);
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpPort port;

    @BeforeEach
    void open() throws IOException {
        Routes routes = new Routes()
                .get("/feeds/{token}.ics", call -> Reply.of(200, "text/calendar; charset=utf-8", call.place("token")))
                .get("/who", call -> Reply.text(200, call.from()))
                .get("/broken", call -> {
                    throw new IllegalStateException("inner workings");
                })
                .post("/form", 32, call -> Reply.text(200, call.form().toString()));
        port = HttpPort.open(ANY, Set.of("127.0.0.1"), routes);
    }

    @AfterEach
    void close() {
        client.close();
        port.close();
    }

    @Test
    void findsTheRouteAndWhatStandsInItsPlaces() throws Exception {
        HttpResponse<String> reply = get("/feeds/abc.ics");
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("abc");
        assertThat(reply.headers().firstValue("content-type")).contains("text/calendar; charset=utf-8");
        assertThat(get("/feeds/a/b.ics").statusCode()).isEqualTo(404);
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() throws Exception {
        HttpResponse<String> reply = send(request("/feeds/abc.ics").method("HEAD", BodyPublishers.noBody()));
        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.headers().firstValue("content-length")).contains("3");
        assertThat(reply.body()).isEmpty();
    }

    @Test
    void namesTheMethodsThatAnAddressTakes() throws Exception {
        HttpResponse<String> reply = send(request("/form").DELETE());
        assertThat(reply.statusCode()).isEqualTo(405);
        assertThat(reply.headers().firstValue("allow")).contains("POST");
    }

    @Test
    void keepsEveryReplyOutOfCachesFramesAndSearchEngines() throws Exception {
        for (String path : new String[] {"/who", "/nothing", "/broken"}) {
            HttpResponse<String> reply = get(path);
            assertThat(reply.headers().firstValue("cache-control")).contains("no-store");
            assertThat(reply.headers().firstValue("referrer-policy")).contains("no-referrer");
            assertThat(reply.headers().firstValue("x-robots-tag")).contains("noindex, nofollow");
            assertThat(reply.headers().firstValue("content-security-policy").orElseThrow())
                    .startsWith("default-src 'none'");
            assertThat(reply.headers().firstValue("server")).isEmpty();
        }
    }

    @Test
    void readsAForm() throws Exception {
        assertThat(post("/form", "a=1&b=x+y%2Bz&broken=%zz").body()).isEqualTo("{a=1, b=x y+z}\n");
    }

    @Test
    void refusesABodyThatIsTooLong() throws Exception {
        assertThat(post("/form", "a".repeat(33)).statusCode()).isEqualTo(413);
        HttpResponse<String> chunked =
                send(request("/form").POST(BodyPublishers.fromPublisher(BodyPublishers.ofString("a".repeat(33)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @Test
    void tellsNothingOfTheInsideWhenARouteFails() throws Exception {
        HttpResponse<String> reply = get("/broken");
        assertThat(reply.statusCode()).isEqualTo(500);
        assertThat(reply.body()).doesNotContain("inner").doesNotContain("java");
    }

    @Test
    void tellsNothingOfTheInsideWhenTheRequestIsNoHttp() throws Exception {
        assertThat(spoken("GET /\u0001<x> HTTP/1.1\r\n\r\n"))
                .startsWith("HTTP/1.1 400")
                .doesNotContainIgnoringCase("jetty");
    }

    @Test
    void believesTrustedProxiesAboutWhoCallsAndNobodyElse() throws Exception {
        assertThat(send(request("/who").header("X-Forwarded-For", "203.0.113.9, 198.51.100.7, 127.0.0.1"))
                        .body())
                .isEqualTo("198.51.100.7\n");
        assertThat(Proxies.caller("192.0.2.1", "203.0.113.9", Set.of("127.0.0.1")))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void believesTheLineThatTheProxyAddedAndNotTheCallersOwn() throws Exception {
        assertThat(send(request("/who")
                                .header("X-Forwarded-For", "203.0.113.9")
                                .header("X-Forwarded-For", "198.51.100.7"))
                        .body())
                .isEqualTo("198.51.100.7\n");
    }

    @Test
    void knowsATrustedProxyHoweverItsAddressIsWritten() {
        Set<String> trusted = Set.of("::1", "2001:db8::5");
        assertThat(Proxies.caller("[0:0:0:0:0:0:0:1]", "203.0.113.9, 2001:DB8:0:0:0:0:0:5", trusted))
                .isEqualTo("203.0.113.9");
        assertThat(Proxies.caller("::ffff:127.0.0.1", "203.0.113.9", Set.of("127.0.0.1")))
                .isEqualTo("203.0.113.9");
        assertThat(Proxies.caller("::1", "not-an-address", trusted)).isEqualTo("not-an-address");
    }

    @Test
    void isNoProxyAndDoesNotStumbleOverARequestToBeOne() throws Exception {
        for (String target : new String[] {"OPTIONS *", "CONNECT a.example:25", "GET http://a.example"}) {
            assertThat(spoken(target + " HTTP/1.1\r\nHost: a.example\r\nConnection: close\r\n\r\n"))
                    .as(target)
                    .startsWith("HTTP/1.1 40");
        }
    }

    @Test
    void idleCallersKeepNobodyOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int opened = 0; opened < HttpPort.MOST_CONNECTIONS + 20; opened++) {
                idle.add(new Socket("127.0.0.1", port.uri().getPort()));
            }
            assertThat(get("/who").statusCode()).isEqualTo(200);
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void saysThatAPortIsTaken() {
        InetSocketAddress taken = new InetSocketAddress("127.0.0.1", port.uri().getPort());
        assertThatThrownBy(() -> HttpPort.open(taken, Set.of(), new Routes()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on");
    }

    /** What the port answers to words that no client library would send. */
    private String spoken(String words) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port.uri().getPort())) {
            socket.getOutputStream().write(words.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String form) throws Exception {
        return send(request(path).POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(port.uri() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
