package org.tickler.engine.inmail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.SettableClock;
import org.tickler.engine.dispatch.mail.MailLogin;
import org.tickler.engine.dispatch.mail.MailSettings;
import org.tickler.engine.store.Credentials;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.InboundStore.Inbound;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;

/** The mailbox as a real IMAP server has it. */
class ReplyBoxTest {
    private static final String REPLY = """
            From: John Lin <JLin@firm.example>
            To: tickler@firm.example
            Subject: =?UTF-8?Q?Re:_Hearing_caf=C3=A9?=
            Message-ID: <reply-1@mail.example>
            In-Reply-To: <M-lin@firm.example>
            Content-Type: text/plain; charset=UTF-8

            I have it
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final SettableClock clock = new SettableClock(Instant.now());
    private GreenMailUser user;

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("tickler@firm.example", "tickler", "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void keepsAReplyOnceAndMarksItAsSeenOnceItIsKept() throws Exception {
        deliver(REPLY);
        try (ReplyBox box = box(() -> "secret")) {
            assertThat(box.sweep()).isEqualTo(1);
            assertThat(box.sweep()).isZero();
        }
        Inbound mail = next(InboundStore.Kind.REPLY);
        assertThat(mail.fields())
                .containsEntry("From", "jlin@firm.example")
                .containsEntry("Subject", "Re: Hearing café")
                .containsEntry("In-Reply-To", "<M-lin@firm.example>");
        assertThat(mail.field("Text").orElseThrow()).startsWith("I have it");
        assertThat(server.getReceivedMessages()[0].getFlags().contains(Flags.Flag.SEEN))
                .isTrue();
        try (ReplyBox another = box(() -> "secret")) {
            assertThat(another.sweep()).as("another node").isZero();
        }
    }

    @Test
    void readsWhatSomebodyHasOpenedInHisOwnMailProgram() throws Exception {
        deliver(REPLY);
        server.getReceivedMessages()[0].setFlag(Flags.Flag.SEEN, true);
        try (ReplyBox box = box(() -> "secret")) {
            assertThat(box.sweep()).isEqualTo(1);
        }
    }

    @Test
    void keepsWhatIsAttachedAndReadsTheWordsOfHtml() throws Exception {
        deliver("""
                From: jlin@firm.example
                Subject: Re: Filing
                Message-ID: <reply-2@mail.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/html; charset=ISO-8859-1
                Content-Transfer-Encoding: quoted-printable

                <html><head><style>p{}</style></head><body><div>Done, caf=E9</div><blockquote>not ready</blockquote></body></html>
                --b
                Content-Type: application/pdf; name="nef.pdf"
                Content-Disposition: attachment; filename="nef.pdf"
                Content-Transfer-Encoding: base64

                JVBERi0xLjQ=
                --b--
                """);
        try (ReplyBox box = box(() -> "secret")) {
            box.sweep();
        }
        Inbound mail = next(InboundStore.Kind.REPLY);
        assertThat(mail.field("Text").orElseThrow()).contains("Done, café").contains("> not ready");
        List<MailStore.File> files = tests.database().withHandle(handle -> MailStore.files(handle, mail.id()));
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("nef.pdf");
            assertThat(file.type()).isEqualTo("application/pdf");
            assertThat(StandardCharsets.US_ASCII.decode(file.bytes()).toString())
                    .isEqualTo("%PDF-1.4");
        });
    }

    @Test
    void readsABounceOfOneOfOurMessages() throws Exception {
        deliver("""
                From: MAILER-DAEMON@mx.example
                Return-Path: <>
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <bounce-1@mx.example>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example

                Final-Recipient: rfc822; jlin@firm.example
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 <jlin@firm.example>:
                    Recipient address rejected
                --b
                Content-Type: message/rfc822

                From: tickler@firm.example
                Message-ID: <M-lin@firm.example>
                Subject: Hearing

                body
                --b--
                """);
        try (ReplyBox box = box(() -> "secret")) {
            box.sweep();
        }
        assertThat(next(InboundStore.Kind.STATUS).fields())
                .containsEntry("Report-Action", "failed")
                .containsEntry("Report-Status", "5.1.1")
                .containsEntry("Report-Final-Recipient", "rfc822; jlin@firm.example")
                .containsEntry(
                        "Report-Diagnostic-Code", "smtp; 550 5.1.1 <jlin@firm.example>: Recipient address rejected")
                .containsEntry("Report-Message-ID", "<M-lin@firm.example>");
    }

    @Test
    void keepsHostileMailAsFarAsItCanBeKept() throws Exception {
        deliver("From: a@x.example, b@x.example\nMessage-ID: <h1@x>\nSubject: zero \0 and\n\n" + "x".repeat(200_000));
        deliver("From: jlin@firm.example\nMessage-ID: <h2@x>\nContent-Type: multipart/mixed; boundary=\n\nnothing\n");
        deliver(
                "From: jlin@firm.example\nMessage-ID: <h3@x>\nContent-Type: text/plain; charset=no-such\n\nI have it\n");
        try (ReplyBox box = box(() -> "secret")) {
            assertThat(box.sweep()).isEqualTo(3);
        }
        Inbound first = next(InboundStore.Kind.REPLY);
        assertThat(first.field("From")).contains("");
        assertThat(first.field("Text").orElseThrow()).hasSizeLessThanOrEqualTo(MailParts.LONGEST_TEXT);
    }

    @Test
    void aServerThatRefusesIsTriedAgainAfterFiveMinutes() throws Exception {
        deliver(REPLY);
        String[] secret = {"wrong"};
        try (ReplyBox box = box(() -> secret[0])) {
            assertThat(box.sweep()).isZero();
            secret[0] = "secret";
            assertThat(box.sweep()).as("so soon").isZero();
            clock.advance(Duration.ofMinutes(5));
            assertThat(box.sweep()).isEqualTo(1);
        }
    }

    @Test
    void aMailThatNoRowTakesIsKeptAsOneThatCameAndTheNextIsRead() throws Exception {
        Credentials owner = tests.address().owner().orElse(tests.address().run());
        try (Connection connection =
                        DriverManager.getConnection(tests.address().url(), owner.user(), owner.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE tickler_owner; SET search_path = tickler;"
                    + " ALTER TABLE inbound ADD CHECK (body ->> 'Subject' IS DISTINCT FROM 'Poison')");
        }
        deliver(REPLY.replace("=?UTF-8?Q?Re:_Hearing_caf=C3=A9?=", "Poison").replace("reply-1", "reply-0"));
        deliver(REPLY);
        try (ReplyBox box = box(() -> "secret")) {
            assertThat(box.sweep()).isEqualTo(2);
            assertThat(box.sweep()).as("it is not fetched again").isZero();
        }
        assertThat(next(InboundStore.Kind.REPLY).fields())
                .containsEntry("From", "")
                .containsKey("Unreadable");
        int read = tests.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT count(*) FROM inbound WHERE body ->> 'From' = 'jlin@firm.example'")
                        .mapTo(Integer.class)
                        .one());
        assertThat(read).isEqualTo(1);
    }

    private ReplyBox box(Supplier<String> secret) {
        MailSettings.Server where =
                new MailSettings.Server("127.0.0.1", server.getImap().getPort(), MailSettings.Tls.NONE);
        return new ReplyBox(
                new ImapSettings(where, new MailLogin.Password("tickler", secret), "INBOX"), tests.database(), clock);
    }

    private void deliver(String mail) throws MessagingException {
        byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
    }

    private Inbound next(InboundStore.Kind kind) {
        return tests.database()
                .inTransaction(handle -> InboundStore.next(handle, Channel.EMAIL, kind, Set.of()))
                .orElseThrow(() -> new AssertionError("nothing was kept"));
    }
}
