package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
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

/** What people write back by mail, and what mail servers do. */
class MailRepliesTest {
    private static final String LIN = "jlin@firm.example";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;
    private MailReplies replies;
    private AskId ask;
    private int mails;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
        replies = new MailReplies(intake(), firm.desk(), firm.books());
        ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.mailed(ask, "M-lin", "7KQ");
    }

    @Test
    void eachOfTheFourAnswersIsReadFromTheFirstLineOfAReply() {
        mail(LIN, "I have it\n\nOn Tue, Mar 10, 2026 Tickler wrote:\n> not ready\n");
        assertThat(given()).isEqualTo(Answer.HAVE_IT);
        assertThat(firm.find(ask).given().orElseThrow().how()).isEqualTo(AnswerWay.EMAIL);
        mail(LIN, "Not ready.\n-- \nJohn Lin, 7KQ done\n");
        assertThat(given()).isEqualTo(Answer.NOT_READY);
        mail(LIN, "pass on to Rosa Diaz\n\nSent from my phone");
        assertThat(given()).isEqualTo(Answer.PASS_ON);
        assertThat(firm.step("lead", RDIAZ)).isPresent();
        mail(LIN, "Done");
        assertThat(given()).isEqualTo(Answer.DONE);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(outcomes()).containsOnly("answered");
    }

    @Test
    void aCodeIsEnoughInAMailOfItsOwnAndSeveralEachHaveALine() {
        AskId other = firm.ask("each", JLIN, Channel.EMAIL);
        String one = code(JLIN, ask);
        String two = code(JLIN, other);
        mail(LIN, one + " 1\n" + two + " 2\n", Map.of());
        assertThat(given()).isEqualTo(Answer.HAVE_IT);
        assertThat(firm.find(other).given().orElseThrow().answer()).isEqualTo(Answer.NOT_READY);
    }

    @Test
    void theNoticeOfFilingThatIsAttachedIsTheReceipt() {
        byte[] notice = "%PDF notice of electronic filing".getBytes(StandardCharsets.UTF_8);
        keep(
                LIN,
                "done",
                Map.of("In-Reply-To", "<M-lin@firm.example>"),
                List.of(
                        new MailStore.File("logo.png", "image/png", ByteBuffer.wrap(new byte[] {1})),
                        new MailStore.File("nef.pdf", "application/pdf", ByteBuffer.wrap(notice))));
        replies.sweep();
        assertThat(given()).isEqualTo(Answer.DONE);
        assertThat(firm.receipts()).isDirectoryContaining(file -> file.toFile().length() == notice.length);
    }

    @Test
    void aForwardedNoticeOfFilingSaysThatItIsDone() {
        mail(
                LIN,
                "---------- Forwarded message ----------\nNotice of Electronic Filing\nThe following transaction...\n",
                Map.of("References", "<M-lin@firm.example>"));
        assertThat(given()).isEqualTo(Answer.DONE);
        assertThat(firm.details("claimed")).contains("receipt.txt");
    }

    @Test
    void aSenderIsNotBelievedWithoutOurMessageOrACode() {
        mail(LIN, "I have it", Map.of());
        mail(LIN, "I have it", Map.of("In-Reply-To", "<M-guessed@firm.example>"));
        assertThat(firm.find(ask).given()).isEmpty();
    }

    @Test
    void nobodyAnswersForOthersByTheirMessageOrCode() {
        mail("mharper@firm.example", "I have it");
        mail("mharper@firm.example", code(JLIN, ask) + " 1", Map.of());
        mail("stranger@elsewhere.example", "I have it");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.acts()).contains("mail-from-stranger");
    }

    @Test
    void aSenderWhomTheMailServerFoundForgedIsNotBelieved() {
        mail(
                LIN,
                "I have it",
                Map.of(
                        "In-Reply-To",
                        "<M-lin@firm.example>",
                        "Authentication-Results",
                        "mx.firm.example; spf=fail; dmarc=fail (p=reject) header.from=firm.example"));
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(outcomes()).containsExactly("forged");
    }

    @Test
    void whoGuessesCodesIsNotHeardAnyMoreForADay() {
        String right = code(JLIN, ask);
        for (int guess = 0; guess < 5; guess++) {
            mail(LIN, "2" + "BCDFG".charAt(guess) + "Z 1", Map.of());
        }
        mail(LIN, right + " 1", Map.of());
        assertThat(firm.find(ask).given()).isEmpty();
        firm.clock().advance(Duration.ofDays(1).plusMinutes(1));
        mail(LIN, right + " 1", Map.of());
        assertThat(given()).isEqualTo(Answer.HAVE_IT);
    }

    @Test
    void aSecretaryAnswersHisMailFromHerOwnAddress() {
        firm.answersFor(AskFixture.kcho(), JLIN);
        mail("kcho@firm.example", "have it");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.find(ask).given().orElseThrow().by()).isEqualTo(KCHO);
    }

    @Test
    void whatNoPersonWroteIsNeverAnAnswer() {
        for (Map<String, String> automatic : List.of(
                Map.of("Auto-Submitted", "auto-replied"),
                Map.of("Auto-Submitted", "auto-generated; type=\"x\""),
                Map.of("X-Autoreply", "yes"),
                Map.of("Precedence", "bulk"),
                Map.of("Precedence", "auto_reply"),
                Map.of("Return-Path", "<>"),
                Map.of("Subject", "Automatic reply: Hearing"),
                Map.of("Subject", "Out of Office: Hearing"),
                Map.of("List-Id", "<firm.example>"))) {
            Map<String, String> headers = new TreeMap<>(automatic);
            headers.put("In-Reply-To", "<M-lin@firm.example>");
            mail(LIN, "I have it", headers);
        }
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.acts()).containsOnly("away", "automatic-mail").hasSize(9);
        firm.pass(Duration.ofHours(5));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredOnceADay() {
        mail(LIN, "ok");
        mail(LIN, "will do, thanks!");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.writtenBack()).singleElement().asString().contains("not understood");
        firm.clock().advance(Duration.ofDays(2));
        mail(LIN, "ok");
        assertThat(firm.writtenBack()).hasSize(2);
    }

    @Test
    void theSameReplyTwiceIsOneAnswer() {
        mail(LIN, "I have it");
        mail(LIN, "I have it");
        assertThat(firm.acts()).containsExactly("answered");
        assertThat(firm.writtenBack()).isEmpty();
    }

    @Test
    void aReplyToAMovedDateIsToldTheNewOne() {
        firm.move();
        mail(LIN, "I have it");
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.writtenBack()).singleElement().asString().contains("That date was moved");
    }

    @Test
    void aLateReplyIsRecorded() {
        firm.pass(Duration.ofHours(5));
        mail(LIN, "I have it");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", MHARPER)).isEmpty();
    }

    @Test
    void aBounceDaysLaterFailsTheReminderAndTheNextChannelFollows() {
        firm.clock().advance(Duration.ofHours(3));
        bounce("failed", "5.1.1", "smtp; 550 5.1.1 no such user", "rfc822; jlin@firm.example");
        assertThat(suppressed()).contains("550 5.1.1 no such user");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("jlin email failed", "jlin sms planned");
        assertThat(firm.acts()).containsExactly("bounced", "failure-followed-up");
    }

    @Test
    void aBounceAfterTheAnswerWakesNobody() {
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        firm.clock().advance(Duration.ofDays(4));
        bounce("failed", "5.1.1", "smtp; 550 no such user", "rfc822; jlin@firm.example");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("jlin email failed");
    }

    @Test
    void mailThatIsOnlyLateIsNotedAndAFullMailboxKeepsItsAddress() {
        bounce("delayed", "4.4.1", "smtp; 451 try later", "rfc822; jlin@firm.example");
        assertThat(firm.reminders()).containsExactly("jlin email sent");
        bounce("failed", "5.2.2", "smtp; 552 mailbox full", "rfc822; jlin@firm.example");
        assertThat(firm.reminders()).containsExactly("jlin email failed");
        assertThat(suppressed()).isEmpty();
    }

    @Test
    void aBounceOfSomethingElseSaysNothing() {
        bounce("failed", "5.1.1", "smtp; 550 no such user", "rfc822; somebody@else.example");
        assertThat(firm.reminders()).containsExactly("jlin email sent");
    }

    @Test
    void aMailThatCannotBeHandledIsSetAsideWithAnAlarmAndStopsNoOther() {
        AskId other = firm.ask("each", MHARPER, Channel.EMAIL);
        firm.mailed(other, "M-harper", "8KQ");
        firm.spoil(ask);
        keep(LIN, "I have it", Map.of("In-Reply-To", "<M-lin@firm.example>"), List.of());
        keep("mharper@firm.example", "I have it", Map.of("In-Reply-To", "<M-harper@firm.example>"), List.of());
        assertThat(replies.sweep()).isEqualTo(2);
        assertThat(firm.find(other).given().orElseThrow().answer()).isEqualTo(Answer.HAVE_IT);
        assertThat(outcomes().getFirst()).startsWith("set aside: ").contains("riddle");
        assertThat(firm.acts()).contains("inbound-set-aside");
        assertThat(firm.words(RDIAZ))
                .singleElement()
                .asString()
                .startsWith("alarm: A mail from jlin@firm.example could not be handled and was set aside");
        assertThat(replies.sweep()).as("it is not tried for ever").isZero();
    }

    @Test
    void aMailOfWhichNothingCanBeReadIsAnAlarm() {
        keep("", "", Map.of("Unreadable", "its headers end in the middle"), List.of());
        replies.sweep();
        assertThat(firm.words(RDIAZ)).singleElement().asString().contains("its headers end in the middle");
    }

    @Test
    void anAnswerWhoseReceiptFindsNoRoomWaitsAndIsTakenOnceWhenThereIsSome() throws IOException {
        Files.delete(firm.receipts());
        Files.writeString(firm.receipts(), "a file where the folder should be");
        AskId other = firm.ask("each", MHARPER, Channel.EMAIL);
        firm.mailed(other, "M-harper", "8KQ");
        Map<String, String> reply = Map.of("In-Reply-To", "<M-lin@firm.example>");
        byte[] notice = "%PDF notice of electronic filing".getBytes(StandardCharsets.UTF_8);
        keep(LIN, "done", reply, List.of(new MailStore.File("nef.pdf", "application/pdf", ByteBuffer.wrap(notice))));
        keep(LIN, "not ready", reply, List.of());
        keep("mharper@firm.example", "I have it", Map.of("In-Reply-To", "<M-harper@firm.example>"), List.of());
        assertThat(replies.sweep()).as("Mara Harper's stands behind no other").isEqualTo(1);
        assertThat(firm.find(ask).given()).as("nothing overtakes").isEmpty();
        firm.clock().advance(Duration.ofHours(1));
        assertThat(replies.sweep()).isZero();
        assertThat(outcomes()).containsExactly(null, null, "answered");
        assertThat(firm.acts()).containsOnlyOnce("inbound-waits").doesNotContain("inbound-set-aside");
        assertThat(firm.words(RDIAZ))
                .as("told once, not each sweep")
                .singleElement()
                .asString()
                .contains("A mail from " + LIN + " came with a receipt that cannot be kept: the receipt nef.pdf")
                .contains("Make room on the disk");
        Files.delete(firm.receipts());
        assertThat(replies.sweep()).isEqualTo(2);
        assertThat(replies.sweep()).isZero();
        assertThat(firm.receipts()).isDirectoryContaining(file -> file.toFile().length() == notice.length);
        assertThat(firm.entry().status()).isEqualTo(EntryStatus.DONE);
        assertThat(firm.acts()).containsOnlyOnce("claimed");
    }

    private void bounce(String action, String status, String said, String recipient) {
        Map<String, String> fields = Map.of(
                "From",
                "mailer-daemon@firm.example",
                "Report-Action",
                action,
                "Report-Status",
                status,
                "Report-Diagnostic-Code",
                said,
                "Report-Final-Recipient",
                recipient,
                "Report-Message-ID",
                "<M-lin@firm.example>");
        tests.database()
                .inTransaction(handle -> MailStore.keep(
                        handle,
                        InboundStore.Kind.STATUS,
                        "report " + mails++,
                        fields,
                        List.of(),
                        firm.clock().instant()));
        new Bounces(intake()).sweep();
    }

    private String suppressed() {
        return tests.database()
                .withHandle(handle -> SuppressionStore.find(handle, Channel.EMAIL, LIN))
                .orElse("");
    }

    private Intake intake() {
        return new Intake(tests.database(), firm.books(), firm.clock());
    }

    private Answer given() {
        return firm.find(ask).given().orElseThrow().answer();
    }

    private List<String> outcomes() {
        return tests.database()
                .withHandle(handle -> handle.createQuery("SELECT outcome FROM inbound ORDER BY id")
                        .mapTo(String.class)
                        .list());
    }

    private String code(PersonId person, AskId about) {
        return tests.database()
                .inTransaction(handle ->
                        CodeStore.codeOf(handle, person, about, firm.clock().instant()));
    }

    /** A reply to the message that put the ask. */
    private void mail(String from, String text) {
        mail(from, text, Map.of("In-Reply-To", "<M-lin@firm.example>"));
    }

    private void mail(String from, String text, Map<String, String> headers) {
        keep(from, text, headers, List.of());
        replies.sweep();
    }

    private void keep(String from, String text, Map<String, String> headers, List<MailStore.File> files) {
        Map<String, String> fields = new TreeMap<>(headers);
        fields.put("From", from);
        fields.put("Text", text);
        tests.database()
                .inTransaction(handle -> MailStore.keep(
                        handle,
                        InboundStore.Kind.REPLY,
                        "mail " + mails++,
                        fields,
                        files,
                        firm.clock().instant()));
    }
}
