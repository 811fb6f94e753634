package org.tickler.engine.trial;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.tickler.engine.trial.TwilioFault.AcceptsAndFails;
import org.tickler.engine.trial.TwilioFault.Hangs;
import org.tickler.engine.trial.TwilioFault.LosesReply;
import org.tickler.engine.trial.TwilioFault.Refuses;

/// Twilio in small, on this machine: it speaks the wire of the real one, keeps what it accepted, hands it to
/// [Phone]s, and reports to the firm's hooks under its seal. Faults can be laid in its way. Safe for many threads.
public final class Twilio implements AutoCloseable {

    private static final String API = "/2010-04-01/Accounts/";

    private final String sid;
    private final String authToken;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch ending = new CountDownLatch(1);
    private final ConcurrentLinkedQueue<TwilioFault> faults = new ConcurrentLinkedQueue<>();
    private final List<Map<String, String>> posts = new CopyOnWriteArrayList<>();
    private final TwilioExchange exchange;

    private Twilio(String sid, String authToken, InstantSource clock, HttpServer server) {
        this.sid = sid;
        this.authToken = authToken;
        this.server = server;
        this.exchange = new TwilioExchange(authToken, clock);
    }

    /// Starts it on a free port of this machine.
    public static Twilio start(String accountSid, String authToken, InstantSource clock) {
        return start(accountSid, authToken, clock, 0);
    }

    /// Starts it on a given port of this machine.
    public static Twilio start(String accountSid, String authToken, InstantSource clock, int port) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            Twilio twilio = new Twilio(accountSid, authToken, clock, server);
            server.createContext(API, twilio::answer);
            server.setExecutor(twilio.threads);
            server.start();
            return twilio;
        } catch (IOException e) {
            throw new IllegalStateException("the trial Twilio cannot listen on port " + port + " of this machine", e);
        }
    }

    /// What `sms.base-url` is to be.
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The phone with this number; the same one each time.
    public Phone phone(String number) {
        return exchange.phone(number);
    }

    /// The firm's hooks: its public address, and where that is reached from here. Without them nothing is reported.
    public Twilio hooks(String firmNumber, URI publicUrl, URI via) {
        exchange.connect(firmNumber, publicUrl, via);
        return this;
    }

    /// Lays faults in the way of the next messages, one each.
    public void next(TwilioFault... ahead) {
        faults.addAll(List.of(ahead));
    }

    /// Every request to send a message, refused ones too, in the order in which they came.
    public List<Map<String, String>> posts() {
        return List.copyOf(posts);
    }

    /// Every message accepted, in order, each with its latest status.
    public List<TwilioText> texts() {
        return exchange.texts();
    }

    /// From now on nothing is reported by itself; what would have been waits for [#report].
    public void keepQuiet() {
        exchange.keepQuiet();
    }

    /// Says how a message ended, without reporting it: who wants to know must ask.
    public void settle(String messageSid, String status, int error) {
        exchange.settle(messageSid, status, error);
    }

    /// Reports a status of a message to the firm's hook, and says what the hook answered.
    public int report(String messageSid, String status, int error) {
        return exchange.report(messageSid, status, error);
    }

    /// As a stranger would: the fields are a message from `number`, the seal is not Twilio's.
    public int forge(String number, String text) {
        return exchange.forge(number, text);
    }

    private void answer(HttpExchange request) throws IOException {
        try (request) {
            String path = request.getRequestURI().getPath();
            String body = new String(request.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            if (!authorised(request)) {
                write(request, 401, TwilioJson.error(401, 20003, "Authenticate"));
            } else if (path.equals(API + sid + "/Messages.json")
                    && request.getRequestMethod().equals("POST")) {
                send(request, Form.read(body));
            } else if (path.equals(API + sid + "/Messages.json")) {
                write(
                        request,
                        200,
                        TwilioJson.list(
                                sid, exchange.to(Form.read(query(request)).get("To"))));
            } else if (path.equals(API + sid + ".json")) {
                write(request, 200, TwilioJson.account(sid));
            } else {
                one(request, path);
            }
        }
    }

    private void one(HttpExchange request, String path) throws IOException {
        Optional<TwilioText> text = exchange.find(path.replaceAll(".*/|\\.json$", ""));
        if (text.isPresent()) {
            write(request, 200, TwilioJson.message(sid, text.get()));
        } else {
            write(request, 404, TwilioJson.error(404, 20404, "The requested resource was not found"));
        }
    }

    private void send(HttpExchange request, Map<String, String> fields) throws IOException {
        posts.add(fields);
        switch (faults.poll()) {
            case null -> accept(request, fields);
            case Refuses refuses -> {
                refuses.retryAfter()
                        .ifPresent(
                                seconds -> request.getResponseHeaders().set("Retry-After", Integer.toString(seconds)));
                write(request, refuses.status(), TwilioJson.error(refuses.status(), refuses.code(), "laid in the way"));
            }
            case LosesReply loses -> exchange.accept(fields);
            case AcceptsAndFails fails -> {
                exchange.accept(fields);
                write(request, fails.status(), TwilioJson.error(fails.status(), 0, "broke after accepting"));
            }
            case Hangs hangs -> untilTheEnd();
        }
    }

    private void accept(HttpExchange request, Map<String, String> fields) throws IOException {
        int refused = exchange.refusal(fields.getOrDefault("To", ""));
        if (refused != 0) {
            write(request, 400, TwilioJson.error(400, refused, "cannot be sent to " + fields.get("To")));
        } else {
            TwilioText text = exchange.accept(fields);
            write(request, 201, TwilioJson.message(sid, text));
        }
    }

    private void untilTheEnd() {
        try {
            ending.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean authorised(HttpExchange request) {
        String expected =
                "Basic " + Base64.getEncoder().encodeToString((sid + ":" + authToken).getBytes(StandardCharsets.UTF_8));
        return expected.equals(request.getRequestHeaders().getFirst("Authorization"));
    }

    private static String query(HttpExchange request) {
        return Optional.ofNullable(request.getRequestURI().getRawQuery()).orElse("");
    }

    private static void write(HttpExchange request, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        request.getResponseHeaders().set("Content-Type", "application/json");
        request.sendResponseHeaders(status, bytes.length);
        request.getResponseBody().write(bytes);
    }

    /// Ends it; whoever still waits for an answer loses the connection.
    @Override
    public void close() {
        ending.countDown();
        server.stop(0);
        threads.shutdownNow();
        exchange.close();
    }
}
