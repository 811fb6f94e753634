package org.tickler.engine.dispatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tickler.engine.dispatch.Outcome;

/** What a hostile mail server can do, and what becomes of the letter. */
class MailFaultsTest {
    private static final Duration SOON = Duration.ofSeconds(1);

    @Test
    void triesAgainLaterWhereTheServerNeverSpeaks() throws IOException {
        assertThat(carriedBy(Map.of("HI", ScriptedServer.HANG))).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
            assertThat(retry.unreachable()).isTrue();
            assertThat(retry.reason()).contains("127.0.0.1:").contains("did not answer within 1 s");
        });
    }

    @Test
    void doesNotKnowWhereTheServerHangsAfterTheMessage() throws IOException {
        assertThat(carriedBy(Map.of(".", ScriptedServer.HANG))).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void doesNotKnowWhereTheServerHangsUpAfterTheMessage() throws IOException {
        assertThat(carriedBy(Map.of(".", ScriptedServer.DROP)))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> {
                    assertThat(unknown.reason()).contains("may have taken it");
                });
    }

    @Test
    void knowsThatNothingLeftWhereTheServerHangsAtData() throws IOException {
        assertThat(carriedBy(Map.of("DATA", ScriptedServer.HANG))).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void knowsThatNothingLeftWhereTheServerHangsUpAtData() throws IOException {
        assertThat(carriedBy(Map.of("DATA", ScriptedServer.DROP))).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void knowsThatNothingLeftWhereTheServerHangsUpAtTheRecipient() throws IOException {
        assertThat(carriedBy(Map.of("RCPT", ScriptedServer.DROP))).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void triesGreylistedRecipientAgainLater() throws IOException {
        assertThat(carriedBy(Map.of("RCPT", "451 4.7.1 greylisted, try later")))
                .isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                    assertThat(retry.unreachable()).isFalse();
                    assertThat(retry.reason()).contains("greylisted");
                });
    }

    @Test
    void triesAgainLaterWhereTheServerClosesItsService() throws IOException {
        assertThat(carriedBy(Map.of("MAIL", "421 4.3.2 closing")))
                .isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                    assertThat(retry.unreachable()).isTrue();
                    assertThat(retry.reason()).endsWith("said: 421 4.3.2 closing");
                });
    }

    @Test
    void takesA4xxAfterTheMessageAsNotSent() throws IOException {
        assertThat(carriedBy(Map.of(".", "452 4.3.1 no room"))).isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void suspendsAnAddressThatIsNotThere() throws IOException {
        assertThat(carriedBy(Map.of("RCPT", "550 5.1.1 no such user")))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.badAddress()).isTrue();
                    assertThat(refused.reason()).contains("no such user");
                });
    }

    @Test
    void doesNotBlameTheAddressForAFullMailboxOrAPolicy() throws IOException {
        assertThat(((Outcome.Refused) carriedBy(Map.of("RCPT", "552 5.2.2 mailbox full"))).badAddress())
                .isFalse();
        assertThat(((Outcome.Refused) carriedBy(Map.of("RCPT", "550 5.7.1 relaying denied"))).badAddress())
                .isFalse();
    }

    @Test
    void takesARefusalOfTheMessageAsFinal() throws IOException {
        assertThat(carriedBy(Map.of(".", "554 5.6.0 not liked"))).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void blamesTheSettingsWhereTheSenderIsRefused() throws IOException {
        assertThat(carriedBy(Map.of("MAIL", "550 5.7.60 not allowed to send as this sender")))
                .isInstanceOfSatisfying(Outcome.Misconfigured.class, wrong -> {
                    assertThat(wrong.reason()).contains("mail.from");
                });
    }

    @Test
    void blamesTheSettingsWhereTheLoginIsRefused() throws IOException {
        assertThat(carriedAs(login(), Map.of("AUTH", "535 5.7.8 bad credentials")))
                .isInstanceOfSatisfying(Outcome.Misconfigured.class, wrong -> {
                    assertThat(wrong.reason()).contains("password-file").contains("535 5.7.8");
                });
    }

    @Test
    void explainsThatPasswordsHaveBeenSwitchedOff() throws IOException {
        assertThat(carriedAs(
                        login(),
                        Map.of("AUTH", "550 5.7.30 Basic authentication is not supported for Client Submission")))
                .isInstanceOfSatisfying(Outcome.Misconfigured.class, wrong -> {
                    assertThat(wrong.reason()).contains("xoauth2").contains("5.7.30");
                });
    }

    @Test
    void triesAgainLaterWhereTheLoginIsRefusedForNow() throws IOException {
        assertThat(carriedAs(login(), Map.of("AUTH", "454 4.7.0 temporary failure")))
                .isInstanceOf(Outcome.Retry.class);
    }

    @Test
    void triesAgainLaterWhereNobodyListens() throws IOException {
        int port;
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            port = server.port();
        }
        try (MailCarrier carrier = new MailCarrier(quick(port, new MailLogin.None()), Letters.CLOCK)) {
            assertThat(carrier.carry(Letters.plain())).isInstanceOfSatisfying(Outcome.Retry.class, retry -> {
                assertThat(retry.unreachable()).isTrue();
            });
            assertThat(carrier.probe()).isInstanceOf(Outcome.Retry.class);
        }
    }

    @Test
    void replacesAConnectionThatTheServerClosedBetweenTwoMessages() throws IOException {
        try (ScriptedServer server = new ScriptedServer(Map.of());
                MailCarrier carrier = new MailCarrier(quick(server.port(), new MailLogin.None()), Letters.CLOCK)) {
            assertThat(carrier.carry(Letters.plain())).isInstanceOf(Outcome.Accepted.class);
            server.hangUp();
            assertThat(carrier.carry(Letters.plain())).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.messages).hasSize(2);
            assertThat(server.callers).hasValue(2);
        }
    }

    private static MailLogin login() {
        return new MailLogin.Password("tickler", () -> "secret");
    }

    private static Outcome carriedBy(Map<String, String> script) throws IOException {
        return carriedAs(new MailLogin.None(), script);
    }

    private static Outcome carriedAs(MailLogin login, Map<String, String> script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script);
                MailCarrier carrier = new MailCarrier(quick(server.port(), login), Letters.CLOCK)) {
            return carrier.carry(Letters.plain());
        }
    }

    private static MailSettings quick(int port, MailLogin login) {
        MailSettings usual = Letters.settings(port, login);
        return new MailSettings(
                usual.server(),
                usual.login(),
                usual.from(),
                usual.replyTo(),
                usual.ehlo(),
                usual.limits(),
                new MailSettings.Timeouts(SOON, Duration.ofSeconds(30), Duration.ofSeconds(30), SOON));
    }
}
