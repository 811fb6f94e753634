package org.tickler.engine.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.Purpose;

/** Who is told, and when, where no answer comes. It is Tuesday 10 March 2026, 10:00; the hearing is on Thursday at 9:30. */
class AlongTheFirmTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
    }

    @Test
    void goesToTheDelegateOfWhoIsAwayAndToTheDelegatesDelegate() {
        away(Samples.mharper(), KCHO);
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(90));
        assertThat(firm.step("patient", KCHO).orElseThrow().step()).isEqualTo(1);
        assertThat(firm.lastDetail()).contains("mharper is away on 2026-03-10: kcho stands in");
        assertThat(firm.step("patient", MHARPER)).isEmpty();
    }

    @Test
    void goesToTheDelegatesDelegateWhereTheDelegateIsAwayToo() {
        away(Samples.mharper(), KCHO);
        away(AskFixture.kcho(), RDIAZ);
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(90));
        assertThat(firm.step("patient", RDIAZ).orElseThrow().step()).isEqualTo(1);
    }

    @Test
    void endsAtTheDocketClerkOfTheMatterAndThenAtTheLastResort() {
        firm.team("docket-clerk", KCHO);
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(90));
        assertThat(firm.step("patient", MHARPER)).isPresent();
        firm.pass(Duration.ofHours(1));
        assertThat(firm.step("patient", KCHO).orElseThrow().step()).isEqualTo(2);
        assertThat(firm.step("patient", RDIAZ)).isEmpty();
        firm.pass(Duration.ofHours(1));
        assertThat(firm.step("patient", RDIAZ).orElseThrow().step()).isEqualTo(3);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.acts()).containsExactly("escalated", "escalated", "escalated");
    }

    @Test
    void inBusinessHoursAStepThatIsDueAtNightWaitsForTheOpening() {
        firm.rules(rules("", "escalate: in business hours"));
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(10));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        assertThat(firm.find(ask).clock().silentAt()).hasToString("Optional[2026-03-11T13:00:00Z]");
        firm.pass(Duration.ofHours(13));
        assertThat(firm.step("lead", KCHO)).isPresent();
        firm.pass(Duration.ofHours(20));
        assertThat(firm.step("lead", MHARPER)).as("at 5:00 on Thursday").isEmpty();
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", MHARPER)).as("when the office opens").isPresent();
    }

    @Test
    void aroundTheClockItDoesNotWait() {
        firm.rules(rules("", "escalate: around the clock"));
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(10));
        assertThat(firm.step("lead", KCHO)).isPresent();
    }

    @Test
    void passesSilenceOnWhileTheWorkCanStillBeDone() {
        firm.rules(rules("effort: 16 hours", "id: lead"));
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(29));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        firm.pass(Duration.ofMinutes(1));
        assertThat(firm.words(KCHO))
                .containsExactly("escalation: John Lin has not answered; 16 hours of work, 16 left");
    }

    @Test
    void takesTheNextStepAtTheLastUsefulMomentToo() {
        firm.rules(rules("effort: 5 hours", "id: lead"));
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(10));
        assertThat(firm.step("lead", KCHO)).isPresent();
        assertThat(firm.words(KCHO))
                .containsExactly("escalation: John Lin has not answered within 10 hours; 5 hours of work, 9 left");
        firm.pass(Duration.ofHours(16).plusMinutes(59));
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        firm.pass(Duration.ofMinutes(1));
        assertThat(firm.step("lead", MHARPER))
                .as("at 13:00 on Wednesday, where the rule alone would wait until 16:00")
                .isPresent();
    }

    @Test
    void asksAColleagueToCallWhomNoMessageReaches() {
        Person harper = Samples.mharper();
        firm.team("docket-clerk", KCHO);
        firm.save(harper, new Reach(harper.reach().email(), Optional.empty(), Set.of(Channel.EMAIL), Map.of()));
        firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(90));
        assertThat(firm.step("patient", MHARPER)).hasValueSatisfying(ask -> {
            assertThat(ask.purpose()).isEqualTo(Purpose.CALL);
            assertThat(ask.answerWithin()).isPresent();
        });
        assertThat(firm.words(KCHO))
                .containsExactly(
                        "call: Call Mara Harper by Thu 2026-03-12 09:30; John Lin has not answered within 1 hour");
        assertThat(firm.reminders()).contains("kcho email planned", "kcho sms planned");
        firm.pass(Duration.ofHours(1));
        assertThat(firm.words(KCHO))
                .as("the chain goes on where nobody says that it is done")
                .hasSize(2);
    }

    @Test
    void leadsOnAtOnceOnNotReady() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.NOT_READY, JLIN);
        firm.sweep();
        assertThat(firm.step("lead", KCHO)).isPresent();
    }

    @Test
    void leadsOnAtOnceOnNotReadyAtNightThoughSilenceWouldWaitForTheOffice() {
        firm.rules(rules("", "escalate: in business hours"));
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.clock().advance(Duration.ofHours(9));
        firm.answer(ask, Answer.NOT_READY, JLIN);
        firm.sweep();
        assertThat(firm.step("lead", KCHO)).isPresent();
    }

    @Test
    void leadsOnAtOnceOnABounceOfWhatHadLeft() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL, Channel.SMS);
        firm.fail(ask, Channel.EMAIL, "bounced: mailbox full");
        firm.fail(ask, Channel.SMS, "undelivered: 30005");
        firm.sweep();
        assertThat(firm.step("lead", KCHO)).isPresent();
        assertThat(firm.find(ask).reason().orElseThrow()).contains("John Lin could not be reached");
    }

    @Test
    void failedTwiceEscalatesAndDeletesNothing() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.fail(ask, Channel.EMAIL, "550");
        firm.sweep();
        firm.send(ask);
        firm.fail(ask, Channel.SMS, "21614");
        firm.sweep();
        assertThat(firm.reminders())
                .containsExactly("jlin email failed", "jlin sms failed", "kcho email planned", "kcho sms planned");
    }

    @Test
    void anAcknowledgedItemNeverEscalatesMonthsLaterADoneOneNeverAndAReopenedOneDoes() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        AskId other = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        status("done");
        firm.pass(Duration.ofDays(1));
        assertThat(firm.acts()).containsExactly("answered");
        assertThat(firm.find(other).state()).isEqualTo(AskState.CLOSED);
        status("open");
        firm.pass(Duration.ofDays(90));
        assertThat(firm.acts()).containsExactly("answered");
        AskId again = firm.ask("any", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(1));
        assertThat(firm.find(again).state()).isEqualTo(AskState.ESCALATED);
    }

    private void status(String word) {
        tests.database().withHandle(handle -> handle.execute("UPDATE entry SET status = ?", word));
    }

    private void away(Person person, PersonId delegate) {
        LocalDate today = LocalDate.of(2026, 3, 10);
        firm.save(person, Optional.of(delegate), List.of(new Leave(today, today)));
    }

    private static String rules(String ladder, String rung) {
        return """
                ladders:
                  - id: hearings
                    for: {kind: hearing}
                    %s
                    rungs:
                      - at: 3 days before
                        to: lead-attorney
                        by: email
                        answer: {from: lead-attorney, within: 10 hours}
                        if-silent:
                          - {tell: delegate}
                          - {after: 20 hours, tell: supervising-attorney}
                        %s
                """.formatted(
                ladder.isEmpty() ? "# no effort" : ladder, rung.startsWith("id:") ? rung : "id: lead\n        " + rung);
    }
}
