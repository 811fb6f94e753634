package org.tickler.daemon.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import org.tickler.engine.AskFixture;
import org.tickler.engine.answer.AnswerLinks;
import org.tickler.engine.dispatch.sms.TwilioSeal;
import org.tickler.engine.store.Database;
import org.tickler.rules.remind.AskId;

/** The sample firm with its public port open, and a client that follows no redirect. */
record OpenFirm(AskFixture firm, AnswerLinks links, HttpPort port, HttpClient client) implements AutoCloseable {
    static final URI PUBLIC = URI.create("https://tickler.firm.example");
    static final String TOKEN = "trial-auth-token";

    static OpenFirm of(Database database) throws IOException {
        AskFixture firm = new AskFixture(database);
        AnswerLinks links = new AnswerLinks(new byte[32], PUBLIC);
        Routes routes = new Routes();
        new AnswerPage(firm.desk(), links, firm.books(), firm.clock()).addTo(routes);
        new TwilioHooks(database, new TwilioSeal(TOKEN, PUBLIC), firm.clock()).addTo(routes);
        HttpPort port = HttpPort.open(new InetSocketAddress("127.0.0.1", 0), Set.of("127.0.0.1"), routes);
        return new OpenFirm(firm, links, port, HttpClient.newHttpClient());
    }

    String path(AskId ask) {
        return links.link(ask).getPath();
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    HttpResponse<String> post(String path, String form) throws IOException, InterruptedException {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(port.uri().resolve(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
        port.close();
    }
}
