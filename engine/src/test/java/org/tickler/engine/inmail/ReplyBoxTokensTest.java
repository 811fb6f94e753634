package org.tickler.engine.inmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.store.TestDatabase;

/** Logging in to the mailbox with access tokens, at a server that refuses each. */
class ReplyBoxTokensTest {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer tokens;
    private ServerSocket imap;

    @BeforeEach
    void start() throws IOException {
        tokens = HttpServer.create(new InetSocketAddress(HERE, 0), 0);
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] token = ("{\"access_token\":\"T" + asked.size() + "\",\"expires_in\":3600}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, token.length);
            exchange.getResponseBody().write(token);
            exchange.close();
        });
        tokens.start();
        imap = new ServerSocket(0, 10, HERE);
        Thread.ofVirtual().start(this::serve);
    }

    @AfterEach
    void stop() throws IOException {
        tokens.stop(0);
        imap.close();
    }

    @Test
    void aTokenThatIsRefusedIsHadAnewOnce() {
        MailLogin.TokenSource source = new MailLogin.TokenSource(
                URI.create("http://127.0.0.1:" + tokens.getAddress().getPort() + "/token"),
                "tickler",
                () -> "s&cret",
                Optional.empty(),
                Optional.of("https://outlook.office365.com/.default"));
        ImapSettings settings = new ImapSettings(
                new MailSettings.Server("127.0.0.1", imap.getLocalPort(), MailSettings.Tls.NONE),
                new MailLogin.OAuth("tickler@firm.example", source),
                "INBOX");
        try (ReplyBox box = new ReplyBox(settings, TESTS.database(), Instant::now)) {
            assertThat(box.sweep()).isZero();
        }
        assertThat(logins)
                .containsExactly(
                        "user=tickler@firm.example\u0001auth=Bearer T1\u0001\u0001",
                        "user=tickler@firm.example\u0001auth=Bearer T2\u0001\u0001");
        assertThat(asked.getFirst()).contains("grant_type=client_credentials");
    }

    private void serve() {
        try {
            while (true) {
                try (Socket caller = imap.accept()) {
                    talk(caller);
                }
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket caller) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
        OutputStream out = caller.getOutputStream();
        say(out, "* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2] ready");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            if (words.length > 3 && words[1].equals("AUTHENTICATE")) {
                logins.add(new String(Base64.getDecoder().decode(words[3]), StandardCharsets.UTF_8));
                say(out, words[0] + " NO [AUTHENTICATIONFAILED] invalid credentials");
            } else if (words.length > 1 && words[1].equals("CAPABILITY")) {
                say(out, "* CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2");
                say(out, words[0] + " OK done");
            } else if (words.length > 1 && words[1].equals("LOGOUT")) {
                say(out, words[0] + " OK bye");
                return;
            } else {
                say(out, words[0] + " BAD what");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
