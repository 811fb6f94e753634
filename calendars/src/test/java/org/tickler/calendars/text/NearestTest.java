package org.tickler.calendars.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {

    @ParameterizedTest
    @CsvSource({
        "kitten,sitting,3",
        "'',abc,3",
        "abc,'',3",
        "abc,abc,0",
        "abc,acb,1",
        "ca,abc,3",
        "title,tilte,1",
        "ladder,laddders,2"
    })
    void countsSlips(String from, String to, int slips) {
        assertThat(Nearest.slips(from, to)).isEqualTo(slips);
        assertThat(Nearest.slips(to, from)).isEqualTo(slips);
    }

    @Test
    void findsTheNameThatWasMeant() {
        assertThat(Nearest.to("ladders", List.of("ladder", "rungs"))).contains("ladder");
        assertThat(Nearest.to("US-NYSD", List.of("us-nysd", "us-cand"))).contains("us-nysd");
        assertThat(Nearest.to("us-nsyd", List.of("us-federal", "us-nysd"))).contains("us-nysd");
    }

    @Test
    void prefersTheFirstInTheAlphabetAmongEquals() {
        assertThat(Nearest.to("bat", List.of("hat", "cat"))).contains("cat");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Nearest.to("colour", List.of("zone", "kind"))).isEmpty();
        assertThat(Nearest.to("x", List.of("y"))).isEmpty();
        assertThat(Nearest.to("x".repeat(100_000), List.of("x".repeat(100_000))))
                .isEmpty();
        assertThat(Nearest.to("a", List.of())).isEmpty();
    }

    @Test
    void endsASentence() {
        assertThat(Nearest.hint("zoen", List.of("zone"))).isEqualTo("; did you mean \"zone\"?");
        assertThat(Nearest.hint("zoen", List.of("kind"))).isEmpty();
    }
}
