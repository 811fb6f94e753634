package org.tickler.engine.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;
import static org.tickler.engine.Samples.RDIAZ;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.AskId;

class AnswerDeskTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private AskFixture firm;

    @BeforeEach
    void begin() {
        firm = new AskFixture(tests.database());
    }

    @Test
    void haveItStopsTheClock() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN)).isInstanceOf(Recorded.Taken.class);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.find(ask).given().orElseThrow().by()).isEqualTo(JLIN);
        assertThat(firm.reminders()).containsExactly("jlin email sent");
        assertThat(firm.acts()).containsExactly("answered");
    }

    @Test
    void theSameAnswerTwiceIsOne() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN)).isInstanceOf(Recorded.Same.class);
        assertThat(firm.acts()).containsExactly("answered");
    }

    @Test
    void notReadyTellsTheNextPersonAtOnce() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.NOT_READY, JLIN);
        firm.sweep();
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.step("lead", AskFixture.KCHO)).isPresent();
        assertThat(firm.reminders()).containsExactly("jlin email sent", "kcho email planned", "kcho sms planned");
    }

    @Test
    void changingOnesMindCounts() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        firm.answer(ask, Answer.NOT_READY, JLIN);
        firm.sweep();
        assertThat(firm.step("lead", AskFixture.KCHO)).isPresent();
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.step("lead", AskFixture.KCHO).orElseThrow().state()).isEqualTo(AskState.CLOSED);
    }

    @Test
    void aLateAnswerIsRecordedAndCallsTheOthersOff() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(5));
        assertThat(firm.step("lead", AskFixture.KCHO)).isPresent();
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN))
                .isInstanceOfSatisfying(
                        Recorded.Taken.class, taken -> assertThat(taken.late()).isTrue());
        firm.pass(Duration.ofDays(1));
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ANSWERED);
        assertThat(firm.reminders()).containsExactly("jlin email sent", "kcho email suppressed", "kcho sms suppressed");
        assertThat(firm.step("lead", MHARPER)).isEmpty();
    }

    @Test
    void whatHasNotLeftYetOfAnAnsweredAskDoesNotLeave() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.plan("lead", JLIN, Channel.SMS);
        firm.answer(ask, Answer.HAVE_IT, JLIN);
        assertThat(firm.reminders()).containsExactly("jlin email sent", "jlin sms suppressed");
    }

    @Test
    void theFirstAnswerOfAnyIsEnough() {
        AskId lin = firm.ask("any", JLIN, Channel.EMAIL);
        AskId diaz = firm.ask("any", RDIAZ, Channel.EMAIL);
        firm.answer(diaz, Answer.HAVE_IT, RDIAZ);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.find(lin).state()).isEqualTo(AskState.CLOSED);
        assertThat(firm.find(lin).reason()).contains("rdiaz has it");
        assertThat(firm.step("any", MHARPER)).isEmpty();
    }

    @Test
    void eachMustAnswerForHimself() {
        AskId lin = firm.ask("each", JLIN, Channel.EMAIL);
        AskId diaz = firm.ask("each", RDIAZ, Channel.EMAIL);
        firm.answer(diaz, Answer.HAVE_IT, RDIAZ);
        firm.pass(Duration.ofHours(2));
        assertThat(firm.find(lin).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.step("each", MHARPER)).isPresent();
    }

    @Test
    void oneAnswerLeavesTheNextPersonToThoseWhoAreStillSilent() {
        AskId lin = firm.ask("each", JLIN, Channel.EMAIL);
        firm.ask("each", RDIAZ, Channel.EMAIL);
        firm.pass(Duration.ofHours(1));
        AskId harper = firm.step("each", MHARPER).orElseThrow().id();
        firm.answer(lin, Answer.HAVE_IT, JLIN);
        assertThat(firm.find(harper).state()).isEqualTo(AskState.OPEN);
        assertThat(firm.reminders()).contains("mharper email planned");
    }

    @Test
    void whoeverTakesOverStopsTheClockOfTheOneFirstAsked() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.pass(Duration.ofHours(5));
        AskId cho = firm.step("lead", AskFixture.KCHO).orElseThrow().id();
        firm.send(cho);
        firm.answer(cho, Answer.HAVE_IT, AskFixture.KCHO);
        firm.pass(Duration.ofDays(1));
        assertThat(firm.step("lead", MHARPER)).isEmpty();
        assertThat(firm.find(ask).state()).isEqualTo(AskState.ESCALATED);
        assertThat(firm.find(ask).reason()).contains("kcho has it");
    }

    @Test
    void anAnswerToAFormerDateSaysSoAndPointsToTheNewOne() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        move(firm.hearing());
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN)).isInstanceOfSatisfying(Recorded.Moved.class, moved -> {
            assertThat(moved.entry().when().date()).hasToString("Optional[2026-03-19]");
            assertThat(moved.newer()).isEmpty();
        });
        assertThat(firm.find(ask).given()).isEmpty();
        assertThat(firm.acts()).containsExactly("answered-former-date");
    }

    @Test
    void thereIsNothingToAnswerOnWhatIsCancelled() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        Entry cancelled = firm.hearing().withStatus(EntryStatus.CANCELLED);
        tests.database().inTransaction(handle -> {
            EntryStore.update(handle, List.of(cancelled), change(Change.Cause.CANCELLED));
            return cancelled;
        });
        assertThat(firm.answer(ask, Answer.HAVE_IT, JLIN)).isInstanceOf(Recorded.Over.class);
        assertThat(firm.find(ask).given()).isEmpty();
    }

    @Test
    void anAskThatNobodyPutCannotBeAnswered() {
        assertThat(firm.answer(new AskId("A-" + "0".repeat(20)), Answer.HAVE_IT, JLIN))
                .isInstanceOf(Recorded.NoSuch.class);
    }

    @Test
    void thePageShowsTheEntryItsReaderAndWhatOthersSaid() {
        AskId ask = firm.ask("any", JLIN, Channel.EMAIL);
        AskId diaz = firm.ask("any", RDIAZ, Channel.EMAIL);
        firm.answer(diaz, Answer.NOT_READY, RDIAZ);
        AnswerSheet sheet = look(ask).orElseThrow();
        assertThat(sheet.firm()).isEqualTo("Harper & Lin LLP");
        assertThat(sheet.entry().title()).isEqualTo("Hearing on motion to compel");
        assertThat(sheet.reader().id()).isEqualTo(JLIN);
        assertThat(sheet.why()).isEqualTo("2 days before");
        assertThat(sheet.said())
                .containsExactly(new AnswerSheet.Said(
                        "Rosa Diaz", Answer.NOT_READY, firm.clock().instant()));
    }

    @Test
    void thePageIsGoneForAReaderBehindAWall() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.wallOff(JLIN);
        assertThat(look(ask)).isEmpty();
    }

    @Test
    void thePageIsGoneLongAfterTheEntryWasDue() {
        AskId ask = firm.ask("lead", JLIN, Channel.EMAIL);
        firm.clock().advance(Duration.ofDays(60));
        assertThat(look(ask)).isPresent();
        firm.clock().advance(Duration.ofDays(60));
        assertThat(look(ask)).isEmpty();
    }

    private Optional<AnswerSheet> look(AskId ask) {
        return firm.desk().look(ask, firm.clock().instant());
    }

    private void move(Entry entry) {
        Instant now = firm.clock().instant();
        Entry moved = entry.withWhen(
                new When.Timed(Samples.THU_2026_03_12.plusDays(7), Optional.empty(), Samples.NEW_YORK),
                entry.revision().next(now));
        tests.database().inTransaction(handle -> {
            EntryStore.update(handle, List.of(moved), change(Change.Cause.MOVED));
            return moved;
        });
    }

    private Change change(Change.Cause cause) {
        return Change.act(cause, "rdiaz", "the court's order", firm.clock().instant());
    }
}
