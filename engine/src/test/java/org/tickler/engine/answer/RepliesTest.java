package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.CodeStore;
import org.tickler.engine.store.InboundStore;
import org.tickler.engine.store.MailStore;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AskId;

class RepliesTest {
    private static final String LIN = "+12125550102";
    /** Too long for a line, so that it becomes a file. */
    private static final String DONE_WITH_A_RECEIPT = " 3 " + "filed ".repeat(100);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final List<String> back = new ArrayList<>();
    private AskFixture firm;
    private Replies replies;
    private int texts;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
        replies = new Replies(
                new Intake(tests.database(), firm.books(), firm.clock()),
                firm.desk(),
                new OptOuts(firm.books()),
                (number, text) -> back.add(number + " " + text));
    }

    @Test
    void aCodeAndAVerbAnswerTheAsk() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text(LIN, code(JLIN, ask).toLowerCase(Locale.ROOT) + " 1 ");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.find(ask).given().orElseThrow().how()).isEqualTo(AnswerWay.SMS);
        assertThat(back).containsExactly(LIN + " Recorded for hearing Thu, Mar 12: you have it.");
    }

    @Test
    void aVerbAloneIsEnoughWhereOnlyOneAskIsOpen() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        code(JLIN, ask);
        text(LIN, "not ready");
        assertThat(firm.find(ask).given().orElseThrow().answer()).isEqualTo(Answer.NOT_READY);
    }

    @Test
    void askedOfSeveralItAsksBackWhich() {
        AskId one = firm.ask("lead", JLIN, Channel.SMS);
        AskId other = firm.ask("each", JLIN, Channel.SMS);
        String codes = code(JLIN, one) + code(JLIN, other);
        text(LIN, "1");
        assertThat(firm.find(one).given()).isEmpty();
        assertThat(firm.find(other).given()).isEmpty();
        assertThat(back.getFirst())
                .contains("Which one?")
                .contains(codes.substring(0, 3))
                .contains(codes.substring(3));
    }

    @Test
    void aTextThatCannotBeHandledIsSetAsideWithAnAlarmAndStopsNoOther() {
        AskId spoiled = firm.ask("lead", JLIN, Channel.SMS);
        AskId other = firm.ask("each", MHARPER, Channel.SMS);
        keep("SM-1", LIN, code(JLIN, spoiled) + " 1", Map.of());
        keep("SM-2", "+12125550101", code(MHARPER, other) + " 1", Map.of());
        firm.spoil(spoiled);
        assertThat(replies.sweep()).isEqualTo(2);
        assertThat(firm.find(other).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.words(RDIAZ))
                .singleElement()
                .asString()
                .startsWith("alarm: A text message from " + LIN + " could not be handled and was set aside");
        assertThat(replies.sweep()).as("it is not tried for ever").isZero();
    }

    @Test
    void aTextOfSomebodyWhoseRowCannotBeReadIsNoStrangersAndIsSetAsideWithAnAlarm() {
        AskId theirs = firm.ask("lead", JLIN, Channel.SMS);
        AskId other = firm.ask("each", MHARPER, Channel.SMS);
        keep("SM-1", LIN, code(JLIN, theirs) + " 1", Map.of());
        keep("SM-2", "+12125550101", code(MHARPER, other) + " 1", Map.of());
        tests.database()
                .inTransaction(handle -> handle.execute(
                        "UPDATE person SET body = jsonb_set(body, '{zone}', '\"Mars/Olympus\"') WHERE id = 'jlin'"));
        assertThat(replies.sweep()).isEqualTo(2);
        assertThat(firm.find(other).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.words(RDIAZ))
                .singleElement()
                .asString()
                .startsWith("alarm: A text message from " + LIN + " could not be handled and was set aside")
                .contains("it may be from jlin, whose row cannot be read");
    }

    @Test
    void aTextToWhichNothingCanBeWrittenBackStopsNoOther() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        keep("SM-1", LIN, "what?", Map.of());
        keep("SM-2", LIN, code(JLIN, ask) + " 1", Map.of());
        Replies mute = new Replies(
                new Intake(tests.database(), firm.books(), firm.clock()),
                firm.desk(),
                new OptOuts(firm.books()),
                (number, text) -> {
                    throw new IllegalStateException("the network is away");
                });
        assertThat(mute.sweep()).isEqualTo(2);
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void theSameTextDeliveredTwiceIsOne() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String text = code(JLIN, ask) + " 1";
        keep("SM-same", LIN, text, Map.of());
        keep("SM-same", LIN, text, Map.of());
        assertThat(replies.sweep()).isEqualTo(1);
        assertThat(back).hasSize(1);
    }

    @Test
    void aLateReplyByCodeIsRecorded() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = code(JLIN, ask);
        firm.pass(Duration.ofHours(5));
        text(LIN, code + "1");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void somebodyElsesCodeAnswersNothing() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = code(JLIN, ask);
        text("+12125550101", code + " 1");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(back.getFirst()).contains("no open reminder with code " + code);
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithWhatWouldBe() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = code(JLIN, ask);
        text(LIN, "ok thanks");
        assertThat(back)
                .containsExactly(LIN + " Please reply " + code + " 1 (I have it), " + code + " 2 (not ready), " + code
                        + " 3 (done) or " + code + " 4 NAME (pass on).");
    }

    @Test
    void doneByCodeClaimsTheEntryWithItsReceiptInWords() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text(LIN, code(JLIN, ask) + " 3 ECF 34");
        assertThat(firm.find(ask).given().orElseThrow().answer()).isEqualTo(Answer.DONE);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(firm.acts()).containsExactly("claimed", "answered");
        assertThat(back.getFirst()).contains("Thu, Mar 12: done.");
    }

    @Test
    void passOnByCodeTakesANameOrAnId() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text(LIN, code(JLIN, ask) + " 4 kim");
        assertThat(firm.step("lead", AskFixture.KCHO)).isPresent();
        assertThat(back)
                .containsExactly(LIN + " Recorded for hearing Thu, Mar 12: passed on to kcho, who is asked now.");
    }

    @Test
    void passOnToNobodyKnownSaysWhoIs() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text(LIN, code(JLIN, ask) + " 4 Zelda");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(back.getFirst()).contains("Not recorded: nobody here is called \"Zelda\"");
        text(LIN, code(JLIN, ask) + " 4 Acme Corp");
        assertThat(back.get(1)).contains("Not recorded: nobody here is called \"Acme Corp\"");
    }

    @Test
    void aSecretaryAnswersByHisCodeFromHerOwnTelephone() {
        firm.answersFor(AskFixture.kcho(), JLIN);
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text("+12125550104", code(JLIN, ask) + " 1");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.find(ask).given().orElseThrow().by()).isEqualTo(AskFixture.KCHO);
    }

    @Test
    void aStrangerIsAnsweredOnceADay() {
        for (int sent = 0; sent < 5; sent++) {
            text("+12125550199", "hello?");
            firm.clock().advance(Duration.ofHours(1));
        }
        assertThat(back).hasSize(1);
        firm.clock().advance(Duration.ofDays(1));
        text("+12125550199", "hello?");
        assertThat(back).hasSize(2);
        assertThat(firm.acts()).hasSize(6).containsOnly("text-from-stranger");
    }

    @Test
    void stopIsRespectedTheAskGoesElsewhereAndTheLastResortIsTold() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        text(LIN, "Stop.");
        assertThat(suppressed()).startsWith("opted-out: replied STOP");
        assertThat(firm.reminders())
                .containsExactly("jlin email planned", "jlin sms sent", "rdiaz email planned", "rdiaz sms planned");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(back).isEmpty();
        assertThat(firm.acts()).containsExactly("opted-out");
    }

    @Test
    void stopIsRespectedInWhateverWordsTwilioTookItFor() {
        text(LIN, "please leave me alone", Map.of("OptOutType", "STOP"));
        assertThat(suppressed()).startsWith("opted-out");
    }

    @Test
    void stopAndStartAreHeededAtOnceBehindAReceiptThatFindsNoRoom() throws IOException {
        leaveNoRoom();
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = code(JLIN, ask);
        text(LIN, code + DONE_WITH_A_RECEIPT);
        text(LIN, code + " 2");
        for (String stop : "STOP,unsubscribe,End,QUIT.,Stop all,REVOKE,OPT OUT,CANCEL".split(",", -1)) {
            text(LIN, stop);
            assertThat(suppressed()).as(stop).startsWith("opted-out");
            text(LIN, List.of("START", "Yes!", "un-stop").get(texts % 3));
            assertThat(suppressed()).as("after %s", stop).isEmpty();
        }
        text(LIN, "leave me alone", Map.of("OptOutType", "STOP"));
        assertThat(suppressed()).startsWith("opted-out");
        text(LIN, "stop", Map.of("OptOutType", "START"));
        assertThat(suppressed()).isEmpty();
        assertThat(firm.find(ask).given()).as("nothing else overtakes").isEmpty();
        Files.delete(firm.receipts());
        assertThat(replies.sweep()).isEqualTo(2);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
    }

    @Test
    void ofReceiptsThatFindNoRoomOneAlarmTellsWhileItLastsHoweverTheyCome() throws IOException {
        leaveNoRoom();
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String said = code(MHARPER, firm.ask("each", MHARPER, Channel.SMS)) + DONE_WITH_A_RECEIPT;
        text(LIN, code(JLIN, ask) + DONE_WITH_A_RECEIPT);
        text("+12125550101", said);
        mail("jlin@firm.example", code(JLIN, ask) + " done");
        firm.clock().advance(Duration.ofHours(1));
        replies.sweep();
        mails().sweep();
        assertThat(waiting()).isEqualTo(3);
        assertThat(firm.words(RDIAZ)).singleElement().asString().contains("A text message from " + LIN + " came");
        assertThat(firm.acts()).containsOnlyOnce("inbound-waits");

        tests.database().inTransaction(handle -> handle.execute("UPDATE inbound SET handled_at = received_at"));
        text("+12125550101", said);
        replies.sweep();
        assertThat(waiting()).isEqualTo(1);
        assertThat(firm.words(RDIAZ)).as("of another trouble it tells anew").hasSize(2);
        assertThat(firm.acts()).filteredOn("inbound-waits"::equals).hasSize(2);
    }

    private void leaveNoRoom() throws IOException {
        Files.delete(firm.receipts());
        Files.writeString(firm.receipts(), "a file where the folder should be");
    }

    private int waiting() {
        return tests.database()
                .withHandle(handle -> InboundStore.waiting(handle, 9).size());
    }

    private MailReplies mails() {
        return new MailReplies(new Intake(tests.database(), firm.books(), firm.clock()), firm.desk(), firm.books());
    }

    private void mail(String from, String text) {
        MailStore.File notice = new MailStore.File("nef.pdf", "application/pdf", ByteBuffer.wrap(new byte[] {37}));
        tests.database()
                .inTransaction(handle -> MailStore.keep(
                        handle,
                        InboundStore.Kind.REPLY,
                        "mail",
                        Map.of("From", from, "Text", text),
                        List.of(notice),
                        firm.clock().instant()));
        mails().sweep();
    }

    @Test
    void startRestores() {
        text(LIN, "STOP");
        text(LIN, "START");
        assertThat(suppressed()).isEmpty();
        assertThat(firm.acts()).containsExactly("opted-out", "opted-in");
    }

    @Test
    void aReplyToAFormerDateSaysWhereItWasMovedTo() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = code(JLIN, ask);
        tests.database()
                .inTransaction(handle -> handle.execute(
                        "UPDATE entry SET revision = 2, day = '2026-03-19', starts = '2026-03-19T09:30', ends = NULL"));
        text(LIN, code + " 1");
        assertThat(back)
                .containsExactly(LIN + " That date was moved. It is now hearing Thu, Mar 19. You will be asked again.");
        assertThat(firm.find(ask).given()).isEmpty();
    }

    @Test
    void codesGrowLongerWhereTheShortOnesAreUsedUp() {
        AskId ask = firm.ask("lead", JLIN, Channel.SMS);
        String code = tests.database().inTransaction(handle -> {
            handle.execute("INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, planned_at)"
                    + " SELECT 'A-' || lpad(n::text, 20, '0'), 1, 'alarm', 'alarm', 'x', 'jlin', 0, now()"
                    + " FROM generate_series(1, 2023) AS n");
            handle.execute("INSERT INTO reply_code (person, code, ask, made_at)"
                    + " SELECT 'jlin', d || a || b,"
                    + " 'A-' || lpad((row_number() OVER ())::text, 20, '0'), now()"
                    + " FROM regexp_split_to_table('2346789', '') AS d,"
                    + " regexp_split_to_table('BCDFGHJKMNPQRTVWX', '') AS a,"
                    + " regexp_split_to_table('BCDFGHJKMNPQRTVWX', '') AS b");
            return CodeStore.codeOf(handle, JLIN, ask, firm.clock().instant());
        });
        assertThat(code).hasSize(4);
        assertThat(ReplyText.read(code + " 1").codes()).containsExactly(code);
    }

    @Test
    void codesAreOneAsksAloneAmongAPersonsAndStayTheSame() {
        AskId one = firm.ask("lead", JLIN, Channel.SMS);
        AskId other = firm.ask("each", JLIN, Channel.SMS);
        assertThat(code(JLIN, one)).isEqualTo(code(JLIN, one)).matches("[2-9][A-Z]{2}");
        assertThat(code(JLIN, one)).isNotEqualTo(code(JLIN, other));
        assertThat(code(MHARPER, one)).isNotEmpty();
        firm.answer(one, Answer.HAVE_IT, JLIN);
        firm.sweep();
        List<CodeStore.OpenCode> open = tests.database().withHandle(handle -> CodeStore.open(handle, JLIN));
        assertThat(open).extracting(CodeStore.OpenCode::ask).containsExactly(other);
    }

    private String suppressed() {
        return tests.database()
                .withHandle(handle -> SuppressionStore.find(handle, Channel.SMS, LIN))
                .orElse("");
    }

    private String code(PersonId person, AskId ask) {
        return tests.database()
                .inTransaction(handle ->
                        CodeStore.codeOf(handle, person, ask, firm.clock().instant()));
    }

    private void text(String from, String body) {
        text(from, body, Map.of());
    }

    private void text(String from, String body, Map<String, String> more) {
        keep("SM-" + texts++, from, body, more);
        replies.sweep();
    }

    private void keep(String sid, String from, String body, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("From", from);
        fields.put("Body", body);
        tests.database()
                .inTransaction(handle -> InboundStore.keep(
                        handle,
                        Channel.SMS,
                        InboundStore.Kind.REPLY,
                        sid,
                        fields,
                        firm.clock().instant()));
    }
}
