package org.tickler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.store.DueStore;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.plan.ReminderState;

class HoldTest {
    private static final Instant KNOWN = PlanFixture.KNOWN;
    private static final HoldLimits NONE = new HoldLimits(0, 0, Duration.ofHours(24));

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void aChangeThatWouldSendTooMuchSoonWaitsForARelease() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        Samples.store(tests.database(), Samples.hearing());
        Outcome outcome = firm.reconcile(KNOWN);
        assertThat(outcome.hold()).isPresent();
        assertThat(firm.states()).containsEntry(ReminderState.HELD, 1L).containsKey(ReminderState.PLANNED);
        assertThat(holds())
                .singleElement()
                .satisfies(hold -> assertThat(hold.why()).contains("1 messages", "within 24 hours"));
    }

    @Test
    void countsAsManyMessagesAsOneReadersRemindersTake() {
        PlanFixture firm = new PlanFixture(tests, new HoldLimits(3, 0, Duration.ofHours(24)));
        List<MatterId> ids = firm.storeMany(3 * Channel.EMAIL.fold() + 1);
        assertThat(firm.reconciler()
                        .preview(ids.subList(1, ids.size()), WhatIf.AS_IT_IS, KNOWN)
                        .hold())
                .isEmpty();
        Outcome outcome = firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN);
        assertThat(outcome.hold()).isPresent();
        assertThat(holds())
                .singleElement()
                .satisfies(hold -> assertThat(hold.why()).startsWith("it would send 4 messages, 0 of them to clients"));
    }

    @Test
    void whatIsHeldStaysHeldWhenPlannedAgain() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        Samples.store(tests.database(), Samples.hearing());
        firm.reconcile(KNOWN);
        List<String> before = firm.versions();
        firm.reconcile(KNOWN.plusSeconds(60));
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void releasingPlansWhatWasHeld() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        Samples.store(tests.database(), Samples.hearing());
        long hold = firm.reconcile(KNOWN).hold().orElseThrow();
        assertThat(firm.reconciler().release(hold, "rdiaz", KNOWN.plusSeconds(60)))
                .isEqualTo(1);
        assertThat(firm.states()).containsOnlyKeys(ReminderState.PLANNED);
        assertThat(holds()).isEmpty();
        assertThat(firm.reconciler().release(hold, "rdiaz", KNOWN.plusSeconds(61)))
                .isZero();
    }

    @Test
    void whatWaitsForItsChannelAfterItsReleaseGoesOutWhenThatIsSetUp() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        Samples.store(tests.database(), Samples.hearing());
        long hold = firm.reconcile(KNOWN).hold().orElseThrow();
        assertThat(unheld()).isZero();
        firm.reconciler().release(hold, "rdiaz", KNOWN.plusSeconds(60));
        tests.database()
                .inTransaction(
                        handle -> handle.execute(
                                "UPDATE reminder SET state = 'held', state_reason = 'e-mail is not set up' WHERE hold IS NOT NULL"));
        assertThat(unheld()).isEqualTo(1);
        assertThat(firm.states()).containsOnlyKeys(ReminderState.PLANNED);
    }

    private int unheld() {
        return tests.database().inTransaction(handle -> DueStore.unhold(handle, Channel.EMAIL, KNOWN.plusSeconds(120)));
    }

    @Test
    void aLargeLoadThatWasCutShortIsTakenUpWithWhatItHeld() {
        PlanFixture firm = new PlanFixture(tests);
        List<MatterId> ids = firm.storeMany(Reconciler.AT_ONCE + 1);
        holdAsIfCutShort(firm, ids.subList(0, 1));
        Outcome outcome = firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN);
        assertThat(outcome.hold()).isEmpty();
        assertThat(ids.stream().flatMap(id -> firm.reminders(id).stream()).map(ReminderRow::state))
                .containsOnly(ReminderState.PLANNED);
        assertThat(holds()).isEmpty();
    }

    @Test
    void whatALoadThatWasCutShortHeldWaitsWithTheRestBeyondTheLimits() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        List<MatterId> ids = firm.storeMany(Reconciler.AT_ONCE + 1);
        long cutShort = holdAsIfCutShort(firm, ids.subList(0, 1));
        assertThat(firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN).hold())
                .contains(cutShort);
        List<HoldStore.Held> held = tests.database().withHandle(handle -> HoldStore.held(handle, cutShort));
        assertThat(held).hasSize(ids.size());
    }

    private long holdAsIfCutShort(PlanFixture firm, List<MatterId> planned) {
        firm.reconciler().reconcile(planned, PlanFixture.CAUSE, KNOWN);
        return tests.database().inTransaction(handle -> {
            long hold = HoldStore.make(handle, HoldStore.PLANNING + PlanFixture.CAUSE.why(), "docket", KNOWN);
            handle.execute("UPDATE reminder SET state = 'held', hold = ? WHERE due_at <= ?", hold, KNOWN);
            return hold;
        });
    }

    @Test
    void aLargeLoadWithinTheLimitsWaitsForNobody() {
        PlanFixture firm = new PlanFixture(tests);
        List<MatterId> ids = firm.storeMany(Reconciler.AT_ONCE + 1);
        Outcome outcome = firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN);
        assertThat(outcome.hold()).isEmpty();
        assertThat(ids.stream().flatMap(id -> firm.reminders(id).stream()).map(ReminderRow::state))
                .containsOnly(ReminderState.PLANNED);
    }

    @Test
    void aLargeLoadBeyondTheLimitsWaitsUnderOneHold() {
        PlanFixture firm = new PlanFixture(tests, NONE);
        List<MatterId> ids = firm.storeMany(Reconciler.AT_ONCE + 1);
        Outcome outcome = firm.reconciler().reconcile(ids, PlanFixture.CAUSE, KNOWN);
        assertThat(outcome.hold()).isPresent();
        Map<Optional<Long>, List<ReminderRow>> byHold = ids.stream()
                .flatMap(id -> firm.reminders(id).stream())
                .filter(row -> row.state() == ReminderState.HELD)
                .collect(Collectors.groupingBy(ReminderRow::hold));
        assertThat(byHold).containsOnlyKeys(outcome.hold());
        assertThat(byHold.get(outcome.hold())).hasSize(ids.size());
        assertThat(holds()).hasSize(1);
    }

    private List<HoldStore.Hold> holds() {
        return tests.database().withHandle(HoldStore::open);
    }
}
