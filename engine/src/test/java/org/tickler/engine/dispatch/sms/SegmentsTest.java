package org.tickler.engine.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.dispatch.sms.Segments.Alphabet.GSM_7;
import static org.tickler.engine.dispatch.sms.Segments.Alphabet.UCS_2;

import org.junit.jupiter.api.Test;

class SegmentsTest {

    @Test
    void takes160SignsOfGsmInOnePartAnd153InEachOfSeveral() {
        assertThat(Segments.of("a".repeat(160))).isEqualTo(new Segments(GSM_7, 160, 1));
        assertThat(Segments.of("a".repeat(161))).isEqualTo(new Segments(GSM_7, 161, 2));
        assertThat(Segments.of("a".repeat(306))).isEqualTo(new Segments(GSM_7, 306, 2));
        assertThat(Segments.of("a".repeat(307))).isEqualTo(new Segments(GSM_7, 307, 3));
    }

    @Test
    void takes70SignsInOnePartAnd67InEachOfSeveralWhereOneIsOutsideGsm() {
        assertThat(Segments.of("ł" + "a".repeat(69))).isEqualTo(new Segments(UCS_2, 70, 1));
        assertThat(Segments.of("ł" + "a".repeat(70))).isEqualTo(new Segments(UCS_2, 71, 2));
        assertThat(Segments.of("ł" + "a".repeat(134))).isEqualTo(new Segments(UCS_2, 135, 3));
    }

    @Test
    void countsTheExtensionTableTwice() {
        assertThat(Segments.of("€".repeat(80))).isEqualTo(new Segments(GSM_7, 160, 1));
        assertThat(Segments.of("[x]")).isEqualTo(new Segments(GSM_7, 5, 1));
    }

    @Test
    void neverSplitsASignOfTwoUnitsBetweenParts() {
        assertThat(Segments.of("a".repeat(152) + "€".repeat(76) + "a").count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(152) + "€".repeat(77)).count()).isEqualTo(3);
        assertThat(Segments.of("a".repeat(66) + "😀".repeat(33) + "a").count()).isEqualTo(2);
        assertThat(Segments.of("a".repeat(66) + "😀".repeat(34)).count()).isEqualTo(3);
    }

    @Test
    void hasNoPartsWhereThereIsNoText() {
        assertThat(Segments.of("").count()).isZero();
    }

    @Test
    void makesWordProcessorsSignsPlain() {
        String plain = Segments.plain("“Acme’s” motion – due Tue\u00A0…\u202Ftoday");
        assertThat(plain).isEqualTo("\"Acme's\" motion - due Tue ... today");
        assertThat(Segments.of(plain).alphabet()).isEqualTo(GSM_7);
    }

    @Test
    void neverSpellsANameOtherwise() {
        assertThat(Segments.plain("Núñez v. Łódź § 1983")).isEqualTo("Núñez v. Łódź § 1983");
    }
}
