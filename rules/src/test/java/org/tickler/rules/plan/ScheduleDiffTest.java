package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** What must be done so that what is stored equals what is derived. */
class ScheduleDiffTest {
    private static final SamplePerson JLIN = person("jlin");

    private static SampleFirm planned(SamplePerson who, SampleEntry entry) {
        return firm().with(who).with(person("dkim")).on(entry).rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 14 days before, to: jlin, by: email}
                              - {at: 1 day before, to: jlin, by: email}
                        """);
    }

    private static Schedule original() {
        return planned(JLIN, hearing("2026-04-14T10:00")).schedule();
    }

    private static List<StoredReminder> stored(ReminderState state) {
        return original().reminders().stream()
                .map(StoredReminder::of)
                .map(one -> one.in(state))
                .toList();
    }

    @Test
    void addsEverythingWhereNothingIsStored() {
        ScheduleDiff diff = ScheduleDiff.between(List.of(), original());
        assertThat(diff.add())
                .extracting(ScheduleDiff.Added::planned)
                .containsExactlyElementsOf(original().reminders());
        assertThat(diff.add().getFirst().why()).isEqualTo("14 days before, by the ladder all");
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void hasNothingToDoWhereNothingChanged() {
        ScheduleDiff diff = ScheduleDiff.between(stored(ReminderState.PLANNED), original());
        assertThat(diff.isEmpty()).isTrue();
        assertThat(diff.keep())
                .hasSize(2)
                .allSatisfy(kept -> assertThat(kept.why()).isEqualTo("unchanged"));
    }

    @Test
    void movesWhatAnotherNowGetsUnderTheSameId() {
        Schedule leave = planned(
                        person("jlin").away("2026-04-13", "2026-04-14").delegate("dkim"), hearing("2026-04-14T10:00"))
                .schedule();
        ScheduleDiff diff = ScheduleDiff.between(stored(ReminderState.PLANNED), leave);
        assertThat(diff.add()).isEmpty();
        assertThat(diff.withdraw()).isEmpty();
        assertThat(diff.move()).singleElement().satisfies(moved -> {
            assertThat(moved.why()).isEqualTo("to dkim instead of jlin");
            assertThat(moved.planned().to()).isEqualTo(new PersonId("dkim"));
            assertThat(moved.planned().id()).isEqualTo(moved.stored().id());
        });
    }

    @Test
    void movesWhatIsDueAtAnotherTime() {
        Schedule quiet = planned(person("jlin").quiet("08:00", "10:00"), hearing("2026-04-14T10:00"))
                .schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.HELD), quiet).move())
                .extracting(ScheduleDiff.Moved::why)
                .containsExactly(
                        "due Tue 2026-03-31 10:00 America/New_York", "due Mon 2026-04-13 10:00 America/New_York");
    }

    @Test
    void withdrawsTheOldRevisionAndAddsTheNew() {
        Schedule moved = planned(JLIN, hearing("2026-04-21T10:00").revision(2, "2026-03-05T15:00:00Z"))
                .schedule();
        ScheduleDiff diff = ScheduleDiff.between(stored(ReminderState.PLANNED), moved);
        assertThat(diff.add()).hasSize(2);
        assertThat(diff.move()).isEmpty();
        assertThat(diff.withdraw())
                .extracting(ScheduleDiff.Withdrawn::why)
                .containsExactly("the entry changed: it is in revision 2", "the entry changed: it is in revision 2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "CANCELLED, the entry is cancelled",
        "DONE, the entry is done",
        "WAIVED, the entry is waived",
        "STAYED, the entry is stayed",
    })
    void withdrawsWhatAnEntryNoLongerCallsFor(EntryStatus status, String why) {
        Schedule over =
                planned(JLIN, hearing("2026-04-14T10:00").status(status)).schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.PLANNED), over).withdraw())
                .hasSize(2)
                .allSatisfy(withdrawn -> assertThat(withdrawn.why()).isEqualTo(why));
    }

    @Test
    void withdrawsWhatHasNoDateAnyMore() {
        Schedule waiting = planned(JLIN, hearing("2026-04-14T10:00").waiting()).schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.PLANNED), waiting).withdraw())
                .allSatisfy(withdrawn -> assertThat(withdrawn.why()).isEqualTo("the entry has no date any more"));
    }

    @Test
    void withdrawsWhatTheRulesNoLongerCallFor() {
        Schedule fewer = planned(JLIN, hearing("2026-04-14T10:00")).rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 1 day before, to: jlin, by: email}
                        """).schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.PLANNED), fewer).withdraw())
                .singleElement()
                .satisfies(withdrawn -> assertThat(withdrawn.why()).isEqualTo("the rules no longer call for it"));
    }

    @Test
    void keepsTheChannelThatStandsInForOneThatFailed() {
        StoredReminder failed = stored(ReminderState.FAILED).getLast();
        StoredReminder instead = onOtherChannel(failed);
        assertThat(ScheduleDiff.between(List.of(failed, instead), original()).withdraw())
                .isEmpty();
        assertThat(ScheduleDiff.between(List.of(failed.in(ReminderState.SENT), instead), original())
                        .withdraw())
                .hasSize(1);
        Schedule over = planned(JLIN, hearing("2026-04-14T10:00").status(EntryStatus.DONE))
                .schedule();
        assertThat(ScheduleDiff.between(List.of(failed, instead), over).withdraw())
                .singleElement()
                .satisfies(withdrawn -> assertThat(withdrawn.why()).isEqualTo("the entry is done"));
    }

    private static StoredReminder onOtherChannel(StoredReminder failed) {
        return new StoredReminder(
                failed.ask().on(Channel.SMS),
                failed.ask(),
                failed.purpose(),
                failed.to(),
                Instant.parse("2026-04-13T13:05:00Z"),
                new Fate.Goes(),
                ReminderState.PLANNED);
    }

    @Test
    void keepsTheNoticeThatSomebodyElseGetsBecauseTheOneToldCannotBeReached() {
        SampleEntry cancelled =
                hearing("2026-04-14T10:00").revision(2, "2026-03-05T15:00:00Z").status(EntryStatus.CANCELLED);
        Ask ask = new Ask(SampleEntry.id("hearing"), 2, "cancelled", "cancelled", new PersonId("dkim"), 1);
        List<StoredReminder> notice = List.of(new StoredReminder(
                ask.on(Channel.EMAIL),
                ask,
                Purpose.CANCELLED,
                ask.asked(),
                Instant.parse("2026-03-05T15:00:00Z"),
                new Fate.Goes(),
                ReminderState.PLANNED));
        Schedule standsAgain = planned(JLIN, hearing("2026-04-14T10:00").revision(3, "2026-03-06T15:00:00Z"))
                .schedule();
        assertThat(ScheduleDiff.between(notice, planned(JLIN, cancelled).schedule())
                        .withdraw())
                .isEmpty();
        assertThat(ScheduleDiff.between(notice, standsAgain).withdraw()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = ReminderState.class,
            names = {"SENDING", "SENT", "DELIVERED", "FAILED"})
    void neverTouchesWhatHasGoneOut(ReminderState state) {
        Schedule none = planned(JLIN, hearing("2026-04-14T10:00").status(EntryStatus.CANCELLED))
                .schedule();
        Schedule other = planned(person("jlin").quiet("08:00", "10:00"), hearing("2026-04-14T10:00"))
                .schedule();
        assertThat(ScheduleDiff.between(stored(state), none).isEmpty()).isTrue();
        assertThat(ScheduleDiff.between(stored(state), other).isEmpty()).isTrue();
        assertThat(ScheduleDiff.between(stored(state), other).keep()).hasSize(2);
    }

    @Test
    void bringsBackWhatWasWithdrawnAndIsCalledForAgain() {
        assertThat(ScheduleDiff.between(stored(ReminderState.WITHDRAWN), original())
                        .move())
                .hasSize(2)
                .allSatisfy(moved -> assertThat(moved.why()).isEqualTo("called for again"));
    }

    @Test
    void leavesWithdrawnWhatIsNotCalledFor() {
        Schedule none = planned(JLIN, hearing("2026-04-14T10:00").status(EntryStatus.DONE))
                .schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.WITHDRAWN), none).isEmpty())
                .isTrue();
    }

    @Test
    void bringsBackWhatPlanningSuppressed() {
        Schedule late = planned(JLIN, hearing("2026-04-14T10:00").known("2026-04-13T20:00:00Z"))
                .schedule();
        List<StoredReminder> suppressed =
                late.reminders().stream().map(StoredReminder::of).toList();
        assertThat(suppressed.getFirst().state()).isEqualTo(ReminderState.SUPPRESSED);
        assertThat(ScheduleDiff.between(suppressed, late).isEmpty()).isTrue();
        assertThat(ScheduleDiff.between(suppressed, original()).move())
                .extracting(ScheduleDiff.Moved::why)
                .containsExactly("it goes when due", "due Mon 2026-04-13 09:00 America/New_York; it goes when due");
    }

    @Test
    void leavesSuppressedWhatDispatchSuppressed() {
        List<StoredReminder> byDispatch = stored(ReminderState.SUPPRESSED);
        assertThat(ScheduleDiff.between(byDispatch, original()).isEmpty()).isTrue();
    }

    @Test
    void suppressesWhatIsNowBornLate() {
        Schedule late = planned(JLIN, hearing("2026-04-14T10:00"))
                .rulesKnown("2026-04-13T20:00:00Z")
                .schedule();
        assertThat(ScheduleDiff.between(stored(ReminderState.PLANNED), late).move())
                .extracting(ScheduleDiff.Moved::why)
                .containsExactly(
                        "suppressed: born late",
                        "due Mon 2026-04-13 16:00 America/New_York; it goes at once, entered late");
    }

    private static StoredReminder other(Purpose purpose) {
        Ask ask = new Ask(SampleEntry.id("hearing"), 1, "all", "1-day-before", new PersonId("dkim"), 1);
        return new StoredReminder(
                ask.on(Channel.EMAIL),
                ask,
                purpose,
                ask.asked(),
                Instant.parse("2026-04-13T17:00:00Z"),
                new Fate.Goes(),
                ReminderState.PLANNED);
    }

    @ParameterizedTest(name = "{0}: withdrawn when moved {1}, when cancelled {2}")
    @CsvSource({"ESCALATION, true, true", "QUESTION, true, true", "ALARM, false, false"})
    void leavesAloneWhatNoLadderPlans(Purpose purpose, boolean whenMoved, boolean whenCancelled) {
        Schedule moved = planned(JLIN, hearing("2026-04-21T10:00").revision(2, "2026-03-05T15:00:00Z"))
                .schedule();
        Schedule cancelled = planned(JLIN, hearing("2026-04-14T10:00").status(EntryStatus.CANCELLED))
                .schedule();
        List<StoredReminder> stored = List.of(other(purpose));
        assertThat(ScheduleDiff.between(stored, original()).withdraw()).isEmpty();
        assertThat(ScheduleDiff.between(stored, moved).withdraw()).hasSize(whenMoved ? 1 : 0);
        assertThat(ScheduleDiff.between(stored, cancelled).withdraw()).hasSize(whenCancelled ? 1 : 0);
    }

    @Test
    void keepsAQuestionAboutWhatWaitsForItsDate() {
        Schedule waiting = planned(JLIN, hearing("2026-04-14T10:00").status(EntryStatus.WAITING))
                .schedule();
        assertThat(ScheduleDiff.between(List.of(other(Purpose.QUESTION)), waiting)
                        .withdraw())
                .isEmpty();
    }
}
