package org.tickler.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.answer.OptOuts;
import org.tickler.engine.answer.Replies;
import org.tickler.engine.dispatch.sms.SmsCarrier;
import org.tickler.engine.dispatch.sms.TwilioAccount;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Phone;
import org.tickler.engine.trial.Twilio;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

class TwilioHooksTest {
    private static final String SID = "AC00000000000000000000000000000001";
    private static final String FIRM = "+12125550100";
    private static final String LIN = "+12125550102";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private OpenFirm open;
    private Twilio twilio;
    private Replies replies;
    private SmsCarrier carrier;

    @BeforeEach
    void begin() throws Exception {
        open = OpenFirm.of(tests.database());
        twilio = Twilio.start(SID, OpenFirm.TOKEN, open.firm().clock())
                .hooks(FIRM, OpenFirm.PUBLIC, open.port().uri());
        carrier = new SmsCarrier(
                new TwilioAccount(SID, OpenFirm.TOKEN, FIRM, OpenFirm.PUBLIC, Optional.of(twilio.baseUrl())),
                open.firm().clock());
        replies = new Replies(
                new Intake(tests.database(), open.firm().books(), open.firm().clock()),
                open.firm().desk(),
                new OptOuts(open.firm().books()),
                carrier::say);
    }

    @AfterEach
    void end() {
        twilio.close();
        open.close();
    }

    @Test
    void aPhoneThatRepliesAnswersTheAskAndHearsSo() {
        AskId ask = open.firm().ask("lead", JLIN, Channel.SMS);
        String code = tests.database()
                .inTransaction(handle ->
                        CodeStore.codeOf(handle, JLIN, ask, open.firm().clock().instant()));
        carrier.say(LIN, code + " Hearing Thu, Mar 12. Reply " + code + " 1 or 2");
        Phone phone = twilio.phone(LIN);
        phone.expect(code);
        assertThat(phone.reply(code + " 1")).isEqualTo(200);
        replies.sweep();
        assertThat(open.firm().find(ask).state()).isEqualTo(AskState.ANSWERED);
        phone.expect("Recorded for hearing Thu, Mar 12: you have it.");
    }

    @Test
    void statusReportsAreKeptAtOnceAndOnce() {
        carrier.say(LIN, "hello");
        String sid = twilio.texts().getFirst().sid();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(kept()).containsExactly(sid + " delivered", sid + " sent"));
        assertThat(twilio.report(sid, "delivered", 0)).isEqualTo(200);
        assertThat(kept()).containsExactly(sid + " delivered", sid + " sent");
    }

    @Test
    void aForgedCallIsRefusedAndWrittenDown() {
        assertThat(twilio.forge(LIN, "7KQ 1")).isEqualTo(403);
        assertThat(kept()).isEmpty();
        assertThat(open.firm().acts()).containsExactly("hook-forged");
    }

    @Test
    void aFloodOfForgeriesDoesNotFillTheAudit() {
        for (int forged = 0; forged < 30; forged++) {
            assertThat(twilio.forge(LIN, "7KQ 1")).isEqualTo(403);
        }
        assertThat(open.firm().acts()).hasSize(10);
    }

    @Test
    void aCallWithoutASealOrTooLongIsRefused() throws Exception {
        HttpResponse<String> bare = open.post("/hooks/twilio/message", "From=%2B12125550102&Body=7KQ+1");
        assertThat(bare.statusCode()).isEqualTo(403);
        // refused unread: a caller who sends before it is asked to may find the connection closed in place of the
        // answer
        assertThat(open.send(open.request("/hooks/twilio/status")
                                .expectContinue(true)
                                .POST(BodyPublishers.ofString("a".repeat(65 * 1024))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(open.get("/hooks/twilio/status").statusCode()).isEqualTo(405);
    }

    @Test
    void stopReachesTheDeskAndTwilioSendsNothingMore() {
        Phone phone = twilio.phone(LIN);
        assertThat(phone.reply("STOP")).isEqualTo(200);
        replies.sweep();
        assertThat(open.firm().acts()).containsExactly("opted-out");
        assertThat(carrier.say(LIN, "anything").word()).isEqualTo("opted-out");
        assertThat(phone.received()).isEmpty();
    }

    private List<String> kept() {
        return tests.database()
                .withHandle(handle -> handle.createQuery("SELECT dedupe FROM inbound ORDER BY dedupe")
                        .mapTo(String.class)
                        .list());
    }
}
