package org.tickler.engine.dispatch.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class QuotedPrintableTest {
    @Test
    void leavesPlainTextAsItIs() {
        assertThat(QuotedPrintable.encode("Filing due\nTuesday")).isEqualTo("Filing due\r\nTuesday\r\n");
    }

    @Test
    void writesOtherSignsAsTheirOctets() {
        assertThat(QuotedPrintable.encode("1 = é")).isEqualTo("1 =3D =C3=A9\r\n");
    }

    @Test
    void keepsASpaceAtTheEndOfALine() {
        assertThat(QuotedPrintable.encode("due \non")).isEqualTo("due=20\r\non\r\n");
    }

    @Test
    void fillsALineOfSeventySixSignsAndBreaksALongerOne() {
        assertThat(QuotedPrintable.encode("x".repeat(76))).isEqualTo("x".repeat(76) + "\r\n");
        assertThat(QuotedPrintable.encode("x".repeat(77))).isEqualTo("x".repeat(75) + "=\r\nxx\r\n");
    }

    @Test
    void splitsNoSignBetweenTwoLines() {
        String encoded = QuotedPrintable.encode("x".repeat(70) + "⚖".repeat(3));
        assertThat(encoded).isEqualTo("x".repeat(70) + "=\r\n" + "=E2=9A=96".repeat(3) + "\r\n");
    }

    @Test
    void hasNothingForNoText() {
        assertThat(QuotedPrintable.encode("")).isEmpty();
    }

    @Test
    void isReadBackByAngusWhateverItHolds() throws Exception {
        Random random = new Random(20261122);
        List<String> signs = List.of("a", " ", "=", "é", "\t", "⚖", "\n", "שלום", "🙂", ".", "From ", "-", "=_");
        for (int number = 0; number < 300; number++) {
            String text = random.ints(random.nextInt(400), 0, signs.size())
                    .mapToObj(signs::get)
                    .collect(Collectors.joining());
            String encoded = QuotedPrintable.encode(text);
            assertThat(encoded.lines())
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
            assertThat(decoded(encoded).lines())
                    .containsExactlyElementsOf(text.lines().toList());
        }
    }

    private static String decoded(String encoded) throws Exception {
        try (InputStream in = MimeUtility.decode(
                new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII)), "quoted-printable")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
