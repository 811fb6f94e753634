package org.tickler.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.SheetRule;

/** Whether a channel by which nothing comes back still reaches its owner. John Lin gets a sheet each Monday, from 5 January. */
class ChannelCheckTest {
    private static final String MONDAYS = """
              - {id: mondays, sheet: week, of: matter, to: jlin, every: week, on: Monday, time: "08:00"}
            """;
    private static final String CHECK = """
              - id: quiet
                sheet: channel-check
                to: everyone
                every: business day
                time: "10:00"
                answer: {within: 2 business days}
                if-silent: [{tell: docket-clerk}]
            """;
    private static final String QUESTION =
            "Please answer: Does e-mail still reach you? Nothing has come back from there in 60 days";

    private static final String COLLEAGUE =
            "Please see to it: Does e-mail still reach a colleague? Nothing has come back from there in 60 days";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path home;

    private SheetFixture firm;

    @BeforeEach
    void open() {
        firm = new SheetFixture(tests.database(), home, "2026-01-05T07:00", MONDAYS, CHECK);
    }

    @AfterEach
    void close() {
        firm.close();
    }

    private List<String> questions(String person) {
        return firm.subjects(person).stream()
                .filter(subject -> subject.startsWith("Please answer"))
                .toList();
    }

    private List<String> toSeeTo(String person) {
        return firm.subjects(person).stream()
                .filter(subject -> subject.startsWith("Please see to it"))
                .toList();
    }

    private AskId asked(String day) {
        return AskId.sheet("quiet jlin email", LocalDate.parse(day), "jlin", 0);
    }

    @Test
    void isAskedOnceWhenNothingHasComeBackForSixtyDays() {
        firm.until("2026-03-06T09:59");
        assertThat(questions("jlin")).isEmpty();
        firm.until("2026-03-09T09:00");
        assertThat(questions("jlin")).containsExactly(QUESTION);
        assertThat(firm.sent("quiet", "jlin")).containsExactly(SheetFixture.at("2026-03-06T10:00"));
        assertThat(questions("mharper")).isEmpty();
        assertThat(questions("rdiaz")).isEmpty();
    }

    @Test
    void anAnswerIsEnoughForSixtyMoreDays() {
        firm.until("2026-03-06T10:30");
        assertThat(firm.answer(asked("2026-03-06"), Answer.HAVE_IT, Samples.JLIN))
                .isInstanceOfSatisfying(
                        Recorded.Signed.class,
                        signed -> assertThat(signed.late()).isFalse());
        firm.until("2026-05-04T12:00");
        assertThat(questions("jlin")).hasSize(1);
        assertThat(questions("rdiaz")).isEmpty();
        firm.until("2026-05-06T12:00");
        assertThat(questions("jlin")).hasSize(2);
    }

    @Test
    void withoutAnAnswerAColleagueSeesToIt() {
        firm.until("2026-03-10T09:59");
        assertThat(toSeeTo("rdiaz")).isEmpty();
        firm.until("2026-03-10T12:00");
        assertThat(toSeeTo("rdiaz")).containsExactly(COLLEAGUE);
        assertThat(firm.texts("SELECT reason FROM ask WHERE id = '" + asked("2026-03-06") + "'"))
                .containsExactly("John Lin has not answered it within 2 business days");
    }

    @Test
    void withAnAnswerThatItDoesNotAColleagueSeesToItAtOnce() {
        firm.until("2026-03-06T10:30");
        firm.answer(asked("2026-03-06"), Answer.NOT_READY, Samples.JLIN);
        firm.until("2026-03-06T10:31");
        assertThat(toSeeTo("rdiaz")).containsExactly(COLLEAGUE);
        assertThat(firm.texts("SELECT reason FROM ask WHERE id = '" + asked("2026-03-06") + "'"))
                .containsExactly("John Lin says that it does not");
    }

    @Test
    void nobodyElseCanSayThatItReachesItsOwner() {
        firm.until("2026-03-06T10:30");
        assertThat(firm.answer(asked("2026-03-06"), Answer.HAVE_IT, Samples.RDIAZ))
                .isInstanceOf(Recorded.NoSuch.class);
    }

    @Test
    void theQuestionAboutAChannelGoesByNoOther() {
        firm.until("2026-03-06T10:30");
        firm.database()
                .inTransaction(handle -> handle.createUpdate(
                                "UPDATE reminder SET state = 'failed', state_reason = 'the mailbox is gone' WHERE ask = :ask")
                        .bind("ask", asked("2026-03-06").value())
                        .execute());
        firm.until("2026-03-06T10:35");
        assertThat(firm.texts("SELECT channel FROM reminder WHERE ask = '" + asked("2026-03-06") + "'"))
                .containsExactly("email");
        assertThat(toSeeTo("rdiaz")).containsExactly(COLLEAGUE);
    }

    @Test
    void whoIsAwayIsAskedOnceBackAndWhoWantsNoSheetsIsAskedToo() {
        firm.save(
                Samples.jlin(),
                Wants.NO_SHEETS,
                List.of(new Leave(LocalDate.parse("2026-03-05"), LocalDate.parse("2026-03-10"))),
                Optional.empty());
        firm.database().inTransaction(handle -> handle.execute("""
                INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, planned_at)
                VALUES ('A-old', 1, 'alarm', 'alarm', 'old', 'jlin', 0, '2026-01-05T20:00Z')"""));
        sent("R-old", "email", "2026-01-05T20:00Z");
        firm.until("2026-03-11T09:59");
        assertThat(questions("jlin")).isEmpty();
        firm.until("2026-03-11T10:01");
        assertThat(questions("jlin")).containsExactly(QUESTION);
    }

    @Test
    void theQuestionSaysTheLeast() {
        firm.until("2026-03-06T10:30");
        ReceivedMail asked = mail("jlin", QUESTION);
        assertThat(asked.text())
                .contains(
                        "Does e-mail still reach you?",
                        "Nothing has come back from there in 60 days.",
                        "Please say whether it does within 2 business days: ",
                        "- Reminders go out to you by e-mail, and nothing came from there in 60 days")
                .doesNotContain("?:");
        assertThat(asked.html()).contains("<h1", "Does e-mail still reach you?").doesNotContain("?:");
        firm.answer(asked("2026-03-06"), Answer.NOT_READY, Samples.JLIN);
        firm.until("2026-03-06T10:31");
        assertThat(mail("rdiaz", COLLEAGUE).text())
                .contains("Reminders go out to John Lin by e-mail", "set the address right in people.yaml")
                .doesNotContain("reach you", "?:");
        SheetBody body = ChannelParts.seeTo(Samples.jlin(), Channel.SMS, "today");
        assertThat(sms(ChannelParts.question(Channel.SMS, "today"), "jlin sms"))
                .isEqualTo("7KQ: Do text messages still reach you? Reply 7KQ 1 (yes) or 7KQ 2 (no).");
        assertThat(sms(body, "mharper sms"))
                .as("a colleague's names nobody")
                .isEqualTo(
                        "7KQ: Reminders may not reach a colleague any more. Reply 7KQ 1 (I see to it) or 7KQ 2 (I cannot).");
    }

    /** The text message by which John Lin is asked. */
    private static String sms(SheetBody body, String part) {
        SheetRow row = new SheetRow(
                AskId.sheet("quiet", LocalDate.parse("2026-03-06"), "jlin", 0),
                "quiet",
                part,
                SheetRule.Kind.CHANNEL_CHECK,
                LocalDate.parse("2026-03-06"),
                Optional.empty(),
                Instant.EPOCH,
                body.write(),
                List.of());
        return new SheetWords(
                        body,
                        new SheetWords.Heading("Harper & Lin LLP", "John Lin", "", false),
                        Optional.of(new SheetWords.Sign(
                                URI.create("https://tickler.firm.example/a/x"),
                                "7KQ",
                                "2 business days",
                                SheetAsk.of(row, Samples.JLIN))),
                        ask -> URI.create("https://tickler.firm.example/a/x"))
                .sms()
                .text();
    }

    private ReceivedMail mail(String person, String subject) {
        return firm.mailsTo(person).stream()
                .filter(mail -> mail.header("Subject").orElse("").equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whateverItsOwnerWritesIsASignOfLife() {
        firm.until("2026-03-05T12:00");
        wrote("email", "JLin@firm.example", "not-understood");
        firm.until("2026-05-04T12:00");
        assertThat(questions("jlin")).as("he wrote within 60 days").isEmpty();
        firm.until("2026-05-05T12:00");
        assertThat(questions("jlin")).as("60 days after he wrote").containsExactly(QUESTION);
    }

    @Test
    void whatAProgramWritesOrWasNotTakenForHisIsNoSignOfLife() {
        firm.until("2026-03-05T12:00");
        for (String outcome : List.of("away", "automatic", "forged", "stranger", "stranger-answered", "set aside: x")) {
            wrote("email", "JLin@firm.example", outcome);
        }
        wrote("sms", "+12125550102", "not-understood");
        firm.until("2026-03-06T10:30");
        assertThat(questions("jlin")).containsExactly(QUESTION);
    }

    private void wrote(String channel, String from, String outcome) {
        firm.database()
                .inTransaction(handle -> handle.createUpdate("""
                        INSERT INTO inbound (channel, kind, dedupe, received_at, body, handled_at, outcome)
                        VALUES (:channel, 'reply', :outcome, :now, jsonb_build_object('From', CAST(:from AS text)), :now, :outcome)""")
                        .bind("channel", channel)
                        .bind("from", from)
                        .bind("outcome", outcome)
                        .bind("now", firm.clock().instant())
                        .execute());
    }

    @Test
    void ofTheLastResortsOwnQuietChannelSomebodyHears() {
        rewire("rdiaz", Samples.rdiaz().reach());
        firm.until("2026-03-10T12:00");
        assertThat(questions("rdiaz")).hasSize(1);
        assertThat(alarms())
                .containsExactly("rdiaz sms: Does e-mail still reach a colleague? Rosa Diaz has not answered it"
                        + " within 2 business days. The audit has it under ask "
                        + AskId.sheet("quiet rdiaz email", LocalDate.parse("2026-03-06"), "rdiaz", 0));
    }

    @Test
    void whereTheLastResortHasNoOtherChannelASupervisingAttorneyHears() {
        rewire("rdiaz", new Reach(Optional.of("rdiaz@firm.example"), Optional.empty(), Set.of(), Map.of()));
        firm.until("2026-03-10T12:00");
        assertThat(alarms())
                .hasSize(2)
                .allMatch(alarm ->
                        alarm.startsWith("mharper ") && alarm.contains("still reach a colleague? Rosa Diaz has"));
    }

    /** From now on the sheet of each Monday goes to that person, who is reached so. */
    private void rewire(String person, Reach reach) {
        firm.activate(MONDAYS.replace("jlin", person).replace("of: matter", "of: team"), CHECK);
        Person rosa = Samples.rdiaz();
        firm.database()
                .inTransaction(handle -> PersonStore.save(
                        handle,
                        new Person(
                                rosa.id(),
                                rosa.name(),
                                rosa.kind(),
                                rosa.roles(),
                                reach,
                                rosa.zone(),
                                rosa.quiet(),
                                rosa.leave(),
                                rosa.delegate(),
                                rosa.wants(),
                                rosa.left(),
                                rosa.knownAt())));
    }

    private List<String> alarms() {
        return firm.texts("SELECT recipient || ' ' || channel || ': ' || why FROM reminder WHERE purpose = 'alarm'"
                + " ORDER BY 1");
    }

    @Test
    void whatIsSaidOnAPageCountsForTheChannelsThatBroughtItsLink() {
        firm.database().inTransaction(handle -> handle.execute("""
                INSERT INTO ask (id, revision, purpose, ladder, rung, asked, step, planned_at)
                VALUES ('A-old', 1, 'alarm', 'alarm', 'old', 'jlin', 0, '2026-01-02T12:00Z')"""));
        sent("R-1", "email", "2026-01-02T12:00Z");
        sent("R-2", "sms", "2026-01-02T12:00Z");
        assertThat(quiet()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        said("sms");
        assertThat(quiet()).containsExactly(Channel.EMAIL);
        said("email");
        assertThat(quiet()).containsExactly(Channel.SMS);
        said("command");
        assertThat(quiet()).containsExactlyInAnyOrder(Channel.EMAIL, Channel.SMS);
        said("page");
        assertThat(quiet()).isEmpty();
    }

    private Set<Channel> quiet() {
        return firm.database()
                .withHandle(handle ->
                        QuietChannelStore.since(handle, firm.clock().instant().minus(Duration.ofDays(1))))
                .getOrDefault(Samples.JLIN, Set.of());
    }

    private void said(String how) {
        firm.database()
                .inTransaction(handle -> handle.createUpdate("""
                        UPDATE ask SET answer = 'have-it', answered_by = 'jlin', answered_at = :now, answered_how = :how
                        WHERE id = 'A-old'""")
                        .bind("now", firm.clock().instant())
                        .bind("how", how)
                        .execute());
    }

    private void sent(String id, String channel, String at) {
        firm.database()
                .inTransaction(handle -> handle.createUpdate("""
                        INSERT INTO reminder (id, ask, revision, purpose, asked, recipient, channel, due_at, due_local, due_zone,
                            tzdb, book, first_owed_at, why, state, state_at, try_at, sent_at)
                        VALUES (:id, 'A-old', 1, 'alarm', 'jlin', 'jlin', :channel, CAST(:at AS timestamptz), '2026-01-02T07:00',
                            'America/New_York', '2025b', 'book', CAST(:at AS timestamptz), 'before', 'sent',
                            CAST(:at AS timestamptz), CAST(:at AS timestamptz), CAST(:at AS timestamptz))""")
                        .bind("id", id)
                        .bind("channel", channel)
                        .bind("at", at)
                        .execute());
    }
}
