package org.tickler.engine.escalate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.AskFixture.KCHO;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.engine.store.SuppressionStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;

class EscalatorTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
    }

    @Test
    void leavesAnAskAloneWhileThereIsTimeToAnswer() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4).minusSeconds(1));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        firm.pass(Duration.ofSeconds(1));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
    }

    @Test
    void tellsTheDelegateThenTheSupervisorThenTheLastResort() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", KCHO).orElseThrow().step()).isEqualTo(1);
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        firm.pass(Duration.ofHours(1));
        assertThat(firm.step("lead", MHARPER).orElseThrow().step()).isEqualTo(2);
        assertThat(firm.step("lead", RDIAZ)).isEmpty();
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", RDIAZ).orElseThrow().step()).isEqualTo(3);
        firm.pass(Duration.ofDays(9));
        assertThat(firm.acts()).containsExactly("escalated", "escalated", "escalated");
        assertThat(firm.find(ask).clock().silentAt()).isEmpty();
    }

    @Test
    void tellsTheNextPersonByEveryChannelThatPersonHasAndAsksForAnAnswer() {
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.reminders()).containsExactly("jlin email sent", "kcho email planned", "kcho sms planned");
        assertThat(firm.step("lead", KCHO).orElseThrow().purpose()).isEqualTo(Purpose.ESCALATION);
        assertThat(firm.step("lead", KCHO).orElseThrow().answerWithin()).hasToString("Optional[4 business hours]");
        assertThat(firm.lastDetail()).contains("John Lin has not answered within 4 business hours");
    }

    @Test
    void waitsForTheFirstStepsOwnTime() {
        AskId ask = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(60));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        firm.pass(Duration.ofMinutes(29));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
        firm.pass(Duration.ofMinutes(1));
        assertThat(firm.step("patient", MHARPER)).isPresent();
    }

    @Test
    void skipsWhoIsAwayAndSaysWhy() {
        firm.away(AskFixture.kcho());
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", KCHO)).isEmpty();
        assertThat(firm.step("lead", MHARPER)).isPresent();
        assertThat(firm.lastDetail()).contains("kcho is away on 2026-03-10");
    }

    @Test
    void tellsTheLastResortEvenWhenAway() {
        firm.away(AskFixture.kcho());
        firm.away(Samples.mharper());
        firm.away(Samples.rdiaz());
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", RDIAZ)).isPresent();
    }

    @Test
    void neverGoesPastAWall() {
        firm.wallOff(KCHO, MHARPER);
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", KCHO)).isEmpty();
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        assertThat(firm.step("lead", RDIAZ)).isPresent();
        assertThat(firm.lastDetail()).contains("kcho is walled off from H-2291");
    }

    @Test
    void raisesAnAlarmThatTellsNothingWhereWallsStandInTheWayOfAll() {
        firm.wallOff(KCHO, MHARPER, RDIAZ);
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", RDIAZ)).isEmpty();
        assertThat(firm.reminders()).containsExactly("jlin email sent", "rdiaz email planned", "rdiaz sms planned");
        String why = tests.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT DISTINCT why FROM reminder WHERE purpose = 'alarm' AND matter IS NULL")
                        .mapTo(String.class)
                        .one());
        assertThat(why).doesNotContain("H-2291").doesNotContain("Acme").doesNotContain("compel");
    }

    @Test
    void takesTheNextChannelAtOnceWhenOneFails() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("jlin email failed", "jlin sms planned");
        assertThat(firm.acts()).containsExactly("failure-followed-up");
        firm.sweep();
        assertThat(firm.acts()).hasSize(1);
    }

    @Test
    void takesNoOtherChannelWhereOneOfThemStands() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL, Channel.SMS);
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("jlin email failed", "jlin sms sent");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
    }

    /** It was planned by SMS for John Lin, before he went away and Kim Cho stood in, to whom it went by e-mail. */
    @Test
    void takesTheOtherChannelOfWhoStandsInAlsoWhereItWasWithdrawnFromThatOne() {
        firm.plan("lead", JLIN, Channel.SMS);
        rows("UPDATE reminder SET state = 'withdrawn', state_reason = 'to kcho instead of jlin'");
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        rows("UPDATE reminder SET recipient = 'kcho' WHERE channel = 'email'");
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.sweep();
        assertThat(firm.reminders()).containsExactly("kcho email failed", "kcho sms planned");
        assertThat(firm.find(ask).state()).isEqualTo(AskState.OPEN);
    }

    private void rows(String sql) {
        tests.database().inTransaction(handle -> handle.execute(sql));
    }

    @Test
    void takesNoChannelThatItsOwnerStopped() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        tests.database()
                .inTransaction(handle -> SuppressionStore.add(
                        handle,
                        Channel.SMS,
                        "+12125550102",
                        SuppressionStore.Why.OPTED_OUT,
                        "STOP",
                        firm.clock().instant()));
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.sweep();
        assertThat(firm.reminders()).contains("kcho email planned").doesNotContain("jlin sms planned");
    }

    @Test
    void tellsTheNextPersonAtOnceWhenEveryChannelFails() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL, Channel.SMS);
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.fail(ask, Channel.SMS, "not a mobile number");
        firm.sweep();
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.find(ask).reason().orElseThrow()).startsWith("John Lin could not be reached");
        assertThat(firm.step("lead", KCHO)).isPresent();
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        assertThat(firm.acts()).containsExactly("escalated", "failure-followed-up");
    }

    @Test
    void tellsSomebodyElseAlsoWhereNoAnswerWasWanted() {
        AskId ask = firm.ask("told", JLIN, Channel.EMAIL, Channel.SMS);
        firm.fail(ask, Channel.EMAIL, "550 no such mailbox");
        firm.fail(ask, Channel.SMS, "not a mobile number");
        firm.sweep();
        assertThat(firm.step("told", RDIAZ)).isPresent();
        assertThat(firm.find(ask).clock().silentAt()).isEmpty();
    }

    @Test
    void tellsSomebodyWhoseNoticeOfACancellationReachedNobody() {
        AskId notice = cancelled();
        firm.fail(notice, Channel.EMAIL, "550 no such mailbox");
        firm.fail(notice, Channel.SMS, "not a mobile number");
        firm.sweep();
        assertThat(firm.reminders()).contains("rdiaz email planned", "rdiaz sms planned");
        List<String> told = tests.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT DISTINCT purpose || ': ' || why FROM reminder WHERE recipient = 'rdiaz'")
                        .mapTo(String.class)
                        .list());
        assertThat(told)
                .containsExactly("cancelled: John Lin could not be reached: 550 no such mailbox;"
                        + " notice of the cancellation to jlin");
    }

    private AskId cancelled() {
        Instant now = firm.clock().instant();
        Ask ask = new Ask(firm.hearing().id(), 2, "cancelled", "cancelled", JLIN, 0);
        tests.database().inTransaction(handle -> {
            handle.execute("UPDATE entry SET revision = 2, status = 'cancelled'");
            List<PlannedReminder> notices = Stream.of(Channel.EMAIL, Channel.SMS)
                    .map(channel -> new PlannedReminder(
                            ask.on(channel),
                            ask,
                            firm.hearing().matter(),
                            Purpose.CANCELLED,
                            JLIN,
                            channel,
                            new Due(now, now.atZone(Samples.NEW_YORK).toLocalDateTime(), Samples.NEW_YORK),
                            now,
                            new Fate.Goes(),
                            Optional.empty(),
                            "notice of the cancellation to jlin"))
                    .toList();
            ScheduleStore.add(handle, notices, Stamp.of(firm.books().active().fingerprint(), now));
            return notices;
        });
        return ask.id();
    }

    @Test
    void tellsTheLastResortThoughTheLadderHasLostItsSteps() {
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        firm.pass(Duration.ofHours(1));
        assertThat(firm.step("lead", MHARPER)).isPresent();
        firm.books().activate(Samples.book(), "rdiaz", firm.clock().instant());
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", RDIAZ)).isPresent();
    }

    @Test
    void tellsTheNextPersonAnewWhereAnAnswerHadCalledHimOff() {
        AskId lin = firm.ask("each", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(30));
        AskId cho = firm.ask("each", KCHO, Channel.EMAIL);
        firm.pass(Duration.ofMinutes(30));
        firm.answer(lin, Answer.HAVE_IT, JLIN);
        assertThat(firm.reminders()).contains("mharper email suppressed").doesNotContain("mharper email planned");
        firm.pass(Duration.ofMinutes(30));
        assertThat(firm.find(cho).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.reminders()).contains("mharper email planned");
    }

    @Test
    void raisesAnAlarmWhereTheChainEndsWithoutTheLastResort() {
        firm.wallOff(RDIAZ);
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        firm.pass(Duration.ofHours(1));
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", RDIAZ)).isEmpty();
        assertThat(firm.reminders()).contains("mharper email planned", "rdiaz email planned");
    }

    @Test
    void passesTheOthersOnWhereOneCannotBeRead() {
        AskId broken = firm.ask("patient", JLIN, Channel.EMAIL);
        firm.ask("lead", JLIN, Channel.EMAIL);
        tests.database()
                .inTransaction(
                        handle -> handle.execute("UPDATE ask SET answer_within = 'soon' WHERE id = ?", broken.value()));
        firm.pass(Duration.ofHours(4));
        assertThat(firm.step("lead", KCHO)).isPresent();
        firm.pass(Duration.ofMinutes(1));
        assertThat(firm.words(RDIAZ))
                .as("the last resort hears of it once")
                .singleElement()
                .asString()
                .contains("could not be passed on to the next person");
    }

    @Test
    void goesOnWhenTheNextPersonCannotBeReachedEither() {
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        AskId cho = firm.step("lead", KCHO).orElseThrow().id();
        firm.fail(cho, Channel.EMAIL, "550");
        firm.sweep();
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        firm.fail(cho, Channel.SMS, "21614");
        firm.sweep();
        assertThat(firm.step("lead", MHARPER)).isPresent();
    }

    @Test
    void followsUpNothingThatWasAnsweredMeanwhile() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL, Channel.SMS);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        firm.fail(ask, Channel.EMAIL, "late bounce");
        firm.fail(ask, Channel.SMS, "undelivered");
        firm.sweep();
        assertThat(firm.step("lead", KCHO)).isEmpty();
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
    }

    @Test
    void passesNothingOnOfADateThatIsNoLongerTheEntrys() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        Instant now = firm.clock().instant();
        tests.database()
                .inTransaction(handle -> handle.createUpdate("UPDATE entry SET revision = 2, known_at = :now")
                        .bind("now", now)
                        .execute());
        firm.pass(Duration.ofDays(1));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.CLOSED);
        assertThat(firm.step("lead", KCHO)).isEmpty();
    }

    @Test
    void notReadyFromTheNextPersonGoesOnAtOnce() {
        firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(4));
        AskId cho = firm.step("lead", KCHO).orElseThrow().id();
        firm.answer(cho, Answer.NOT_READY, KCHO);
        firm.sweep();
        assertThat(firm.step("lead", MHARPER)).isPresent();
    }
}
