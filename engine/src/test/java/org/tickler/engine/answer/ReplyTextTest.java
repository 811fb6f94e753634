package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.engine.store.Answer;

class ReplyTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7KQ 1",
                "7kq 1",
                " 7KQ  1. ",
                "7KQ1",
                "7kq-1",
                "7 KQ 1",
                "1 7KQ",
                "7KQ: I have it",
                "7KQ got it!"
            })
    void readsACodeAndThatItIsInHand(String text) {
        assertThat(ReplyText.read(text)).isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.HAVE_IT)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ 2", "7kq2", "7KQ not ready", "Not ready 7KQ", "7KQ\n2", "7KQ - I’m not ready"})
    void readsACodeAndThatItIsNotReady(String text) {
        assertThat(ReplyText.read(text)).isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.NOT_READY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", " 1 ", "I have it", "i've got it", "HAVE IT", "On it."})
    void readsAnAnswerWithoutACode(String text) {
        assertThat(ReplyText.read(text)).isEqualTo(new ReplyText(List.of(), Optional.of(Answer.HAVE_IT)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ok",
                "7KQ",
                "7KQ 5",
                "7KQ 1 2",
                "3 times a day",
                "abandoned",
                "445 people",
                "who is this?",
                "12",
                "I have it not ready",
                "🙂"
            })
    void guessesNothing(String text) {
        assertThat(ReplyText.read(text).answer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "UNSUBSCRIBE", "END", "QUIT", "CANCEL", "START", "YES", "HELP", "INFO"})
    void usesNoWordThatTelephoneCompaniesActOn(String text) {
        assertThat(ReplyText.read(text).answer()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"7KQ 3", "7kq3", "Done 7KQ", "7KQ done.", "3 7KQ", "7KQ: filed"})
    void readsThatItIsDone(String text) {
        assertThat(ReplyText.read(text)).isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.DONE)));
    }

    @Test
    void readsAReceiptInWordsBehindACodeAndDone() {
        assertThat(ReplyText.read("7kq 3 ECF No. 34"))
                .isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.DONE), "ECF No. 34"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7KQ 4 Kim Cho",
                "7kq4 Kim Cho.",
                "7KQ pass on to Kim Cho",
                "7KQ: please pass it on to Kim Cho",
                "pass to Kim  Cho 7KQ",
                "7KQ pass on Kim Cho",
            })
    void readsWhomItIsPassedOnTo(String text) {
        assertThat(ReplyText.read(text.replace("please ", "")))
                .isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.PASS_ON), "Kim Cho"));
    }

    @Test
    void takesNoNameForACode() {
        assertThat(ReplyText.read("7KQ 4 Ng"))
                .isEqualTo(new ReplyText(List.of("7KQ"), Optional.of(Answer.PASS_ON), "Ng"));
    }

    @Test
    void seesEveryCode() {
        assertThat(ReplyText.read("7KQ 8RT 1").codes()).containsExactly("7KQ", "8RT");
    }
}
