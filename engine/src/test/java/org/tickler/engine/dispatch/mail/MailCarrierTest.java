package org.tickler.engine.dispatch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;

class MailCarrierTest {
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void carriesTextAndHtmlToOneReader() throws MessagingException, IOException {
        MimeMessage mail = carried(Letters.plain());
        assertThat(mail.getSubject()).isEqualTo("Filing due Tue, Mar 10, 2026");
        assertThat(mail.getHeader("From")).containsExactly("Tickler <tickler@firm.example>");
        assertThat(mail.getHeader("To")).containsExactly("Mara Harper <mharper@firm.example>");
        assertThat(mail.getHeader("Reply-To")).containsExactly("docket@firm.example");
        assertThat(mail.getHeader("Date")).containsExactly("Fri, 6 Mar 2026 14:00:00 +0000");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString()).contains("naïve café");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
    }

    @Test
    void takesTheNameOfAFirmWithACommaAndNoAddressThatIsNone() {
        assertThat(MimeLetters.mailbox("From", "Harper & Lin, LLP <tickler@firm.example>"))
                .hasToString("\"Harper & Lin, LLP\" <tickler@firm.example>");
        assertThat(MimeLetters.mailbox("From", "\"Lin, J.\" <jlin@firm.example>"))
                .hasToString("\"Lin, J.\" <jlin@firm.example>");
        assertThat(MimeLetters.mailbox("From", "tickler@firm.example")).hasToString("tickler@firm.example");
        assertThatThrownBy(() -> MailSettings.checkMailbox("Tickler <tick..ler@firm.example>"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no mail address");
    }

    @Test
    void asksForBouncesAndForNoOutOfOfficeReplies() throws MessagingException {
        MimeMessage mail = carried(Letters.plain());
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        assertThat(mail.getHeader("Importance")).isNull();
    }

    @Test
    void keepsTheMessageIdWhenItSendsAgain() throws MessagingException {
        carried(Letters.plain());
        carried(Letters.plain());
        assertThat(Arrays.stream(server.getReceivedMessages()).map(MailCarrierTest::id))
                .containsExactly("<M-7k3f9a2bqx@firm.example>", "<M-7k3f9a2bqx@firm.example>");
    }

    @Test
    void putsLaterMessagesIntoTheThreadOfTheEntry() throws MessagingException {
        MimeMessage mail = carried(Letters.with("mharper@firm.example", "Filing due", List.of("M-first", "M-second")));
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<M-second@firm.example>");
        assertThat(mail.getHeader("References", " ").split("\\s+"))
                .containsExactly("<M-first@firm.example>", "<M-second@firm.example>");
    }

    @Test
    void startsAThreadWithoutNamingAnEarlierMessage() throws MessagingException {
        assertThat(carried(Letters.plain()).getHeader("References")).isNull();
    }

    @Test
    void refusesALineBreakInAnyHeader() {
        String evil = "Filing due\r\nBcc: thief@elsewhere.example";
        assertThat(carry(Letters.with("mharper@firm.example", evil, List.of()))).isInstanceOf(Outcome.Refused.class);
        assertThat(carry(Letters.readBy("Mara\r\nBcc: thief@elsewhere.example")))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(carry(Letters.with("mharper@firm.example\r\nBcc: thief@elsewhere.example", "Due", List.of())))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(carry(Letters.with("mharper@firm.example", "Due", List.of("M-1>\r\nBcc: <thief@elsewhere.example"))))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void refusesTwoAddressesInOne() {
        assertThat(carry(Letters.with("mharper@firm.example, thief@elsewhere.example", "Due", List.of())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.badAddress()).isTrue());
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void logsInWithAPassword() {
        server.setUser("tickler", "secret");
        MailLogin right = new MailLogin.Password("tickler", () -> "secret");
        MailLogin wrong = new MailLogin.Password("tickler", () -> "guess");
        assertThat(carry(right, Letters.plain())).isInstanceOf(Outcome.Accepted.class);
        assertThat(carry(wrong, Letters.plain())).isInstanceOf(Outcome.Misconfigured.class);
    }

    @Test
    void triesTheWayWithoutSendingAnything() {
        try (MailCarrier carrier = carrier(new MailLogin.None())) {
            assertThat(carrier.probe()).isInstanceOf(Outcome.Accepted.class);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void carriesManyAtOnceEachToItsReader() throws Exception {
        try (MailCarrier carrier = carrier(new MailLogin.None());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> outcomes = threads.invokeAll(IntStream.range(0, 200)
                    .mapToObj(number -> (Callable<Outcome>)
                            () -> carrier.carry(Letters.with("p" + number + "@firm.example", "Due", List.of())))
                    .toList());
            for (Future<Outcome> outcome : outcomes) {
                assertThat(outcome.get()).isInstanceOf(Outcome.Accepted.class);
            }
        }
        assertThat(Arrays.stream(server.getReceivedMessages())
                        .map(mail -> recipient(mail))
                        .distinct())
                .hasSize(200);
    }

    private MimeMessage carried(Letter letter) {
        assertThat(carry(letter)).isInstanceOf(Outcome.Accepted.class);
        MimeMessage[] all = server.getReceivedMessages();
        return all[all.length - 1];
    }

    private Outcome carry(Letter letter) {
        return carry(new MailLogin.None(), letter);
    }

    private Outcome carry(MailLogin login, Letter letter) {
        try (MailCarrier carrier = carrier(login)) {
            return carrier.carry(letter);
        }
    }

    private MailCarrier carrier(MailLogin login) {
        return new MailCarrier(Letters.settings(server.getSmtp().getPort(), login), Letters.CLOCK);
    }

    private static String id(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
