package org.tickler.engine.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private static final String MAIL = """
            From: a@firm.example
            Subject: =?UTF-8?Q?Filing_due_=E2=80=93_Tuesday?=
            Content-Type: multipart/alternative;
             boundary="part"

            --part
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            na=C3=AFve and a long =
            line
            --part
            Content-Type: text/html; charset=UTF-8
            Content-Transfer-Encoding: base64

            PHA+ZHVlPC9wPg==
            --part--
            """;

    @Test
    void keepsWhatASenderPipelines() throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            String said = talk(
                    mailbox,
                    "EHLO x\nMAIL FROM:<a@firm.example>\nRCPT TO:<b@firm.example>\nDATA\nHi: x\n\n..dot\n.\nQUIT\n");
            assertThat(said).startsWith("220").contains("250-PIPELINING", "354", "250 taken", "221");
            ReceivedMail mail = mailbox.mailsTo("b@firm.example").getFirst();
            assertThat(mail.from()).isEqualTo("a@firm.example");
            assertThat(mail.source()).isEqualTo("Hi: x\r\n\r\n.dot\r\n");
        }
    }

    @Test
    void wantsARecipientBeforeTheMessage() throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            assertThat(talk(mailbox, "EHLO x\nMAIL FROM:<a@firm.example>\nDATA\nQUIT\n"))
                    .contains("503");
            assertThat(mailbox.mails()).isEmpty();
        }
    }

    @Test
    void readsHeadersAndPartsAsAReaderWould() {
        ReceivedMail mail = new ReceivedMail("a", List.of("b"), MAIL.replace("\n", "\r\n"));
        assertThat(mail.header("subject")).contains("Filing due – Tuesday");
        assertThat(mail.text().strip()).isEqualTo("naïve and a long line");
        assertThat(mail.html()).isEqualTo("<p>due</p>");
        assertThat(mail.header("Bcc")).isEmpty();
    }

    private static String talk(Mailbox mailbox, String commands) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", mailbox.port())) {
            socket.getOutputStream().write(commands.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
