package org.tickler.engine.dispatch.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.dispatch.Outcome;

class MailTlsTest {
    private static Certificate ours;
    private static Certificate other;

    @BeforeAll
    static void makeCertificates(@TempDir Path folder) throws Exception {
        ours = Certificate.make(folder, "127.0.0.1");
        other = Certificate.make(folder, "127.0.0.9");
    }

    @Test
    void startsTlsBeforeItSaysAnythingElse() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(), Optional.of(ours.context()), false)) {
            assertThat(carry(server, MailSettings.Tls.STARTTLS, ours)).isInstanceOf(Outcome.Accepted.class);
            assertThat(server.heard.get(1)).isEqualTo("STARTTLS");
            assertThat(server.messages).hasSize(1);
        }
    }

    @Test
    void speaksTlsFromTheFirstByte() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(), Optional.of(ours.context()), true)) {
            assertThat(carry(server, MailSettings.Tls.IMPLICIT, ours)).isInstanceOf(Outcome.Accepted.class);
        }
    }

    @Test
    void sendsNothingToAServerWithoutTls() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of())) {
            assertThat(carry(server, MailSettings.Tls.STARTTLS, ours)).isInstanceOf(Outcome.Misconfigured.class);
            assertThat(server.heard).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void sendsNothingToAServerOfAnotherName() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(), Optional.of(other.context()), false)) {
            assertThat(carry(server, MailSettings.Tls.STARTTLS, other))
                    .isInstanceOfSatisfying(
                            Outcome.Retry.class,
                            retry -> assertThat(retry.unreachable()).isTrue());
            assertThat(server.messages).isEmpty();
        }
    }

    @Test
    void trustsNoStranger() throws Exception {
        try (ScriptedServer server = new ScriptedServer(Map.of(), Optional.of(ours.context()), false);
                MailCarrier carrier = new MailCarrier(settings(server, MailSettings.Tls.STARTTLS), Letters.CLOCK)) {
            assertThat(carrier.carry(Letters.plain())).isInstanceOf(Outcome.Retry.class);
            assertThat(server.messages).isEmpty();
        }
    }

    @Test
    void leavesInTheClearOnLoopbackOnly() {
        assertThatThrownBy(() -> new MailSettings.Server("smtp.firm.example", 25, MailSettings.Tls.NONE))
                .hasMessageContaining("loopback");
    }

    private static Outcome carry(ScriptedServer server, MailSettings.Tls tls, Certificate trusted)
            throws IOException, GeneralSecurityException {
        try (MailCarrier carrier = new MailCarrier(
                settings(server, tls),
                Letters.CLOCK,
                Optional.of(trusted.context().getSocketFactory()))) {
            return carrier.carry(Letters.plain());
        }
    }

    private static MailSettings settings(ScriptedServer server, MailSettings.Tls tls) {
        return Letters.settings(new MailSettings.Server("127.0.0.1", server.port(), tls), new MailLogin.None());
    }
}
