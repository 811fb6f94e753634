package org.tickler.daemon.demo;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.engine.trial.Twilio;

/** Shows what came to the mailbox and the phones, the newest first, on this machine only. */
final class MailboxPage implements AutoCloseable {
    private static final Pattern MAIL = Pattern.compile("/mail/(\\d{1,6})(\\.html)?");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<]+");

    private final HttpServer server;
    private final Mailbox mailbox;
    private final Twilio twilio;
    private final UnaryOperator<String> names;
    private final Template template;

    private record Page(int status, String html) {}

    private MailboxPage(HttpServer server, Mailbox mailbox, Twilio twilio, UnaryOperator<String> names)
            throws IOException {
        this.names = names;
        this.server = server;
        this.mailbox = mailbox;
        this.twilio = twilio;
        this.template = Mustache.compiler()
                .emptyStringIsFalse(true)
                .defaultValue("")
                .compile(SampleHome.resource("mailbox.html"));
    }

    /** @param names who has an address or a number */
    static MailboxPage open(Mailbox mailbox, Twilio twilio, UnaryOperator<String> names) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            MailboxPage page = new MailboxPage(server, mailbox, twilio, names);
            server.createContext("/", page::show);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox's page has no port", e);
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void show(HttpExchange request) throws IOException {
        Page page = page(request.getRequestURI().getPath());
        byte[] bytes = page.html.getBytes(StandardCharsets.UTF_8);
        try (request) {
            request.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            request.getResponseHeaders()
                    .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:");
            request.sendResponseHeaders(page.status, bytes.length);
            request.getResponseBody().write(bytes);
        }
    }

    private Page page(String path) {
        Matcher one = MAIL.matcher(path);
        if (one.matches()) {
            int number = Integer.parseInt(one.group(1));
            List<ReceivedMail> mails = mailbox.mails();
            if (number >= 1 && number <= mails.size()) {
                ReceivedMail mail = mails.get(number - 1);
                return one.group(2) == null ? asText(mail) : new Page(200, mail.html());
            }
        }
        return switch (path) {
            case "/" -> mails();
            case "/texts" -> texts();
            default -> page(404, path, "Nothing is here.", List.of());
        };
    }

    private Page mails() {
        List<ReceivedMail> mails = mailbox.mails();
        return page(
                200,
                "/",
                mails.size() + " came in all, the newest first",
                IntStream.rangeClosed(1, mails.size())
                        .map(place -> mails.size() + 1 - place)
                        .mapToObj(number -> listed(number, mails.get(number - 1)))
                        .toList());
    }

    private Map<String, ?> listed(int number, ReceivedMail mail) {
        return Map.of("number", number, "about", about(mail), "subject", header(mail, "Subject"));
    }

    private Page texts() {
        return page(
                200,
                "/texts",
                twilio.texts().size() + " came in all, the newest first",
                twilio.texts().reversed().stream()
                        .map(text -> Map.of("about", about(text.to(), text.at()), "body", linked(text.body())))
                        .toList());
    }

    private Page asText(ReceivedMail mail) {
        return page(
                200, header(mail, "Subject"), "", List.of(Map.of("about", about(mail), "body", linked(mail.text()))));
    }

    private Page page(int status, String place, String lead, List<? extends Map<String, ?>> items) {
        Map<String, String> names = Map.of("/", "E-mails", "/texts", "Texts");
        return new Page(
                status,
                template.execute(Map.of(
                        "title",
                        names.getOrDefault(place, place),
                        "lead",
                        lead,
                        "links",
                        List.of(
                                Map.of("to", "/", "name", "E-mails", "here", place.equals("/")),
                                Map.of("to", "/texts", "name", "Texts", "here", place.equals("/texts"))),
                        "items",
                        items)));
    }

    private String about(ReceivedMail mail) {
        return about(
                mail.to().getFirst(), DateTimeFormatter.RFC_1123_DATE_TIME.parse(header(mail, "Date"), Instant::from));
    }

    private String about(String to, Instant at) {
        return "To " + names.apply(to) + " (" + to + "), " + Diary.when(at);
    }

    private static String header(ReceivedMail mail, String name) {
        return mail.header(name).orElse("");
    }

    private static String linked(String text) {
        return ADDRESS.matcher(escaped(text)).replaceAll("<a href=\"$0\">$0</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
