package org.tickler.daemon.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.Twilio;

/** Shows what came to the mailbox and the phones, on this machine only. */
final class MailboxPage implements AutoCloseable {
    private final HttpServer server;
    private final Mailbox mailbox;
    private final Twilio twilio;

    private MailboxPage(HttpServer server, Mailbox mailbox, Twilio twilio) {
        this.server = server;
        this.mailbox = mailbox;
        this.twilio = twilio;
    }

    static MailboxPage open(Mailbox mailbox, Twilio twilio) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            MailboxPage page = new MailboxPage(server, mailbox, twilio);
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
        byte[] page = page().getBytes(StandardCharsets.UTF_8);
        try (request) {
            request.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            request.sendResponseHeaders(200, page.length);
            request.getResponseBody().write(page);
        }
    }

    private String page() {
        String mails = mailbox.mails().stream()
                .map(mail -> "<h3>" + escaped(mail.header("Subject").orElse("")) + "</h3><p>To "
                        + escaped(String.join(", ", mail.to())) + "</p><pre>" + linked(mail.text()) + "</pre>")
                .collect(Collectors.joining("<hr>"));
        String texts = twilio.texts().stream()
                .map(text -> "<p><b>" + escaped(text.to()) + "</b>: " + escaped(text.body()) + "</p>")
                .collect(Collectors.joining());
        return "<!doctype html><meta charset=utf-8><title>The sample firm's mail</title><style>body{max-width:48rem;"
                + "margin:2rem auto;font-family:sans-serif}pre{white-space:pre-wrap}</style><h1>Mail</h1>" + mails
                + "<h1>Text messages</h1>" + texts;
    }

    private static String linked(String text) {
        return escaped(text).replaceAll("(https?://[^\\s<]+)", "<a href=\"$1\">$1</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
