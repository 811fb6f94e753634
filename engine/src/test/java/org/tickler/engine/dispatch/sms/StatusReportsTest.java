package org.tickler.engine.dispatch.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.answer.Intake;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Twilio;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

class StatusReportsTest {
    private static final String LIN = "+12125550102";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;
    private Twilio twilio;
    private SmsCarrier carrier;
    private TwilioReports reports;
    private String sid;
    private int seen;

    @BeforeEach
    void sendOne() {
        firm = new AskFixture(tests.database());
        twilio = Twilio.start(TwilioTrial.SID, TwilioTrial.TOKEN, firm.clock());
        carrier = new SmsCarrier(
                new TwilioAccount(
                        TwilioTrial.SID,
                        TwilioTrial.TOKEN,
                        TwilioTrial.FIRM,
                        TwilioTrial.PUBLIC,
                        Optional.of(twilio.baseUrl())),
                firm.clock());
        reports = new TwilioReports(
                tests.database(), new Intake(tests.database(), firm.books(), firm.clock()), carrier, firm.clock());
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        carrier.say(LIN, "7KQ hearing Thu 12 Mar");
        sid = twilio.texts().getFirst().sid();
        know(ask);
    }

    @AfterEach
    void end() {
        twilio.close();
    }

    @Test
    void deliveredIsDelivered() {
        report("sent", 0);
        assertThat(firm.reminders()).containsExactly("jlin sms sent");
        report("delivered", 0);
        assertThat(firm.reminders()).containsExactly("jlin sms delivered");
    }

    @Test
    void undeliveredLeadsToTheNextChannel() {
        report("undelivered", 30003);
        assertThat(firm.reminders()).containsExactly("jlin sms failed");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("jlin email planned", "jlin sms failed");
    }

    @Test
    void anUnknownHandsetIsNotTriedAgain() {
        report("undelivered", 30005);
        Optional<String> why = tests.database().withHandle(handle -> SuppressionStore.find(handle, Channel.SMS, LIN));
        assertThat(why).contains("refused: Twilio reports it undelivered, error 30005");
    }

    @Test
    void aTerminalWordNeverGoesBack() {
        report("delivered", 0);
        report("sent", 0);
        report("failed", 30008);
        assertThat(firm.reminders()).containsExactly("jlin sms delivered");
    }

    @Test
    void doubledAndShuffledReportsEndWhereTheMessageDid() {
        List<String> log = new ArrayList<>(List.of(
                "queued", "queued", "sending", "sent", "sent", "sending", "delivered", "delivered", "accepted"));
        Random random = new Random(7);
        for (int round = 0; round < 50; round++) {
            Collections.shuffle(log, random);
            tests.database().inTransaction(handle -> {
                handle.execute("UPDATE message SET provider_state = NULL, provider_rank = 0");
                return handle.execute("UPDATE reminder SET state = 'sent'");
            });
            log.forEach(status -> report(status, 0));
            assertThat(firm.reminders()).containsExactly("jlin sms delivered");
        }
    }

    @Test
    void aMessageOfWhichNothingIsHeardIsAskedAbout() {
        twilio.keepQuiet();
        reports.sweep();
        assertThat(firm.reminders()).containsExactly("jlin sms sent");
        twilio.phone(LIN);
        twilio.settle(sid, "delivered", 0);
        firm.clock().advance(Duration.ofMinutes(5));
        reports.sweep();
        assertThat(firm.reminders()).containsExactly("jlin sms delivered");
    }

    @Test
    void aReportThatComesBeforeItsMessageIsKnownWaitsForIt() {
        keep("SMunknown", "delivered", 0);
        assertThat(reports.sweep()).isZero();
        firm.clock().advance(Duration.ofMinutes(3));
        assertThat(reports.sweep()).isEqualTo(1);
    }

    private void report(String status, int error) {
        keep(sid, status, error);
        reports.sweep();
    }

    private void keep(String message, String status, int error) {
        Map<String, String> fields =
                Map.of("MessageSid", message, "MessageStatus", status, "ErrorCode", Integer.toString(error));
        tests.database()
                .inTransaction(handle -> InboundStore.keep(
                        handle,
                        Channel.SMS,
                        InboundStore.Kind.STATUS,
                        message + " " + status + " " + seen++,
                        fields,
                        firm.clock().instant()));
    }

    private void know(AskId ask) {
        tests.database().inTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO message (id, channel, recipient, address, body, made_at, provider_id)
                            VALUES ('M-1', 'sms', 'jlin', :address, 'text', :now, :sid)""")
                    .bind("address", LIN)
                    .bind("now", firm.clock().instant())
                    .bind("sid", sid)
                    .execute();
            return handle.createUpdate("UPDATE reminder SET message = 'M-1' WHERE ask = :ask")
                    .bind("ask", ask.value())
                    .execute();
        });
    }
}
