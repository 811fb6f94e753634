package org.tickler.engine.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
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
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;

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
            "Please answer: Does e-mail reach John Lin?: nothing has come back from there in 60 days";

    private static final String COLLEAGUE =
            "Please see to it: Does e-mail reach John Lin?: nothing has come back from there in 60 days";

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
        assertThat(firm.mailsTo("jlin").getLast().text()).isNotEmpty();
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
