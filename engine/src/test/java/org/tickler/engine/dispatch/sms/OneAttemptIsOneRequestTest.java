package org.tickler.engine.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.dispatch.Outcome;
import org.tickler.engine.trial.TwilioFault.AcceptsAndFails;
import org.tickler.engine.trial.TwilioFault.Hangs;
import org.tickler.engine.trial.TwilioFault.LosesReply;
import org.tickler.engine.trial.TwilioFault.Refuses;

class OneAttemptIsOneRequestTest {
    private final TwilioTrial trial = new TwilioTrial();
    private final Letter letter = TwilioTrial.letter("7KQ Filing due Fri 27 Nov", Optional.of("7KQ"));

    @AfterEach
    void end() {
        trial.close();
    }

    @Test
    void reachesThePhoneAndKnowsTheMessageByTwiliosName() {
        Outcome outcome = trial.carrier.carry(letter);
        String sid = trial.twilio.texts().getFirst().sid();
        assertThat(outcome).isEqualTo(new Outcome.Accepted(Optional.of(sid)));
        trial.twilio.phone(TwilioTrial.MARA).expect("7KQ", "Fri 27 Nov");
        assertThat(trial.twilio.posts().getFirst())
                .containsEntry("From", TwilioTrial.FIRM)
                .containsEntry("To", TwilioTrial.MARA)
                .containsEntry("StatusCallback", "https://tickler.firm.example/hooks/twilio/status")
                .containsEntry("ValidityPeriod", "14400");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void postsOnceWhereTwilioBreaksAndSaysThatNobodyKnows(int status) {
        trial.twilio.next(new Refuses(status, 0));
        assertThat(trial.carrier.carry(letter)).isInstanceOf(Outcome.Unknown.class);
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void postsOnceWhereTooMuchIsSentAndHeedsHowLongToWait() {
        trial.twilio.next(new Refuses(429, 20429, OptionalInt.of(17)));
        assertThat(trial.carrier.carry(letter))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class, retry -> assertThat(retry.after()).contains(Duration.ofSeconds(17)));
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void postsOnceWhereTheReplyIsLost() {
        trial.twilio.next(new LosesReply());
        assertThat(trial.carrier.carry(letter)).isInstanceOf(Outcome.Unknown.class);
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void endsAnAttemptThatIsNeverAnswered() {
        trial.twilio.next(new Hangs());
        assertThat(trial.carrier.carry(letter)).isInstanceOf(Outcome.Unknown.class);
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void knowsThatNothingLeftWhereNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }
        SmsCarrier carrier = trial.carrier(URI.create("http://127.0.0.1:" + free), Duration.ofSeconds(1));
        assertThat(carrier.carry(letter))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class,
                        retry -> assertThat(retry.unreachable()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "401, 20003, misconfigured",
        "403, 30002, misconfigured",
        "400, 30034, misconfigured",
        "400, 21408, misconfigured",
        "400, 21610, opted-out",
        "400, 21211, refused",
        "400, 21614, refused",
        "400, 30007, refused",
        "400, 99999, refused",
        "400, 0, refused",
        "400, 30001, retry"
    })
    void putsEachCodeIntoItsClass(int status, int code, String word) {
        trial.twilio.next(new Refuses(status, code));
        assertThat(trial.carrier.carry(letter).word()).isEqualTo(word);
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void tellsABadNumberFromABadText() {
        trial.twilio.phone(TwilioTrial.MARA).landline();
        assertThat(trial.carrier.carry(letter))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.badAddress()).isTrue());
        trial.twilio.next(new Refuses(400, 30007));
        assertThat(trial.carrier.carry(letter))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.badAddress()).isFalse());
    }

    @Test
    void adoptsAMessageWhoseReplyWasLost() {
        trial.twilio.next(new LosesReply());
        trial.carrier.carry(letter);
        String sid = trial.twilio.texts().getFirst().sid();
        assertThat(trial.carrier.reconcile(letter, List.of(trial.now())))
                .isEqualTo(new Outcome.Accepted(Optional.of(sid)));
        assertThat(trial.twilio.posts()).hasSize(1);
    }

    @Test
    void adoptsAMessageThatWasAcceptedBeforeTwilioBroke() {
        trial.twilio.next(new AcceptsAndFails(503));
        assertThat(trial.carrier.carry(letter)).isInstanceOf(Outcome.Unknown.class);
        assertThat(trial.carrier.reconcile(letter, List.of(trial.now()))).isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void looksTwiceAMinuteApartBeforeItGivesUp() {
        trial.twilio.next(new Hangs());
        trial.carrier.carry(letter);
        var tries = List.of(trial.now());
        trial.pass(Duration.ofSeconds(31));
        assertThat(trial.carrier.reconcile(letter, tries))
                .isInstanceOfSatisfying(
                        Outcome.Retry.class, retry -> assertThat(retry.after()).contains(Duration.ofSeconds(60)));
        trial.pass(Duration.ofSeconds(60));
        assertThat(trial.carrier.reconcile(letter, tries)).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void neverTakesAnOlderMessageOrOneToSomebodyElseForOurs() {
        trial.carrier.carry(letter);
        trial.carrier.say("+12125550102", "7KQ to somebody else");
        trial.pass(Duration.ofHours(2));
        assertThat(trial.carrier.reconcile(letter, List.of(trial.now().minusSeconds(90))))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void comparesWholeTextsWhereThereIsNoCode() {
        Letter plain = TwilioTrial.letter("“Moved” to Mon 30 Nov", Optional.empty());
        trial.twilio.next(new LosesReply());
        trial.carrier.carry(plain);
        assertThat(trial.carrier.reconcile(plain, List.of(trial.now()))).isInstanceOf(Outcome.Accepted.class);
        Letter other = TwilioTrial.letter("Moved to Tue 1 Dec", Optional.empty());
        trial.pass(Duration.ofMinutes(2));
        assertThat(trial.carrier.reconcile(other, List.of(trial.now().minusSeconds(119))))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void refusesATextThatNoPhoneTakesBeforeTwilioDoes() {
        Letter endless = TwilioTrial.letter("x".repeat(1601), Optional.empty());
        assertThat(trial.carrier.carry(endless)).isInstanceOf(Outcome.Refused.class);
        assertThat(trial.twilio.posts()).isEmpty();
    }

    @Test
    void saysWhetherTheWayOutIsOpen() {
        assertThat(trial.carrier.probe()).isInstanceOf(Outcome.Accepted.class);
        TwilioAccount wrong = new TwilioAccount(
                TwilioTrial.SID,
                "not-the-token",
                TwilioTrial.FIRM,
                TwilioTrial.PUBLIC,
                Optional.of(trial.twilio.baseUrl()));
        assertThat(new SmsCarrier(wrong, trial.clock).probe()).isInstanceOf(Outcome.Misconfigured.class);
    }
}
