package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tickler.rules.remind.AskId;

class AnswerLinksTest {
    private static final AskId ASK = new AskId("A-0123456789abcdefghjk");
    private static final AskId OTHER = new AskId("A-0123456789abcdefghjm");
    private final AnswerLinks links = new AnswerLinks(key(1), URI.create("https://tickler.firm.example/"));

    @Test
    void leadsBackToItsAsk() {
        assertThat(links.read(links.token(ASK))).contains(ASK);
        assertThat(links.link(ASK)).hasToString("https://tickler.firm.example/a/" + links.token(ASK));
    }

    @Test
    void isTheSameForAResend() {
        assertThat(new AnswerLinks(key(1), URI.create("https://tickler.firm.example")).link(ASK))
                .isEqualTo(links.link(ASK));
    }

    @Test
    void refusesATokenThatAnotherFirmsKeyMade() {
        assertThat(new AnswerLinks(key(2), URI.create("https://tickler.firm.example")).read(links.token(ASK)))
                .isEmpty();
    }

    @Test
    void refusesOneAsksSealOnAnotherAsk() {
        String forged = links.token(OTHER).substring(0, 20) + links.token(ASK).substring(20);
        assertThat(links.read(forged)).isEmpty();
    }

    @Test
    void refusesATokenWithAnyCharacterChanged() {
        String token = links.token(ASK);
        for (int at = 0; at < token.length(); at++) {
            char other = token.charAt(at) == 'x' ? 'y' : 'x';
            String changed = token.substring(0, at) + other + token.substring(at + 1);
            assertThat(links.read(changed)).as("changed at %d", at).isEmpty();
        }
        assertThat(links.read("")).isEmpty();
        assertThat(links.read(token + "x")).isEmpty();
    }

    @Test
    void keepsTheSealOutOfWhatIsStored() {
        assertThat(links.place(ASK).toString()).doesNotContain(links.token(ASK).substring(20));
    }

    @Test
    void wantsAKeyThatNobodyGuesses() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnswerLinks(new byte[16], URI.create("https://tickler.firm.example")))
                .withMessage("the firm's key needs at least 32 bytes, but has 16");
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return key;
    }
}
