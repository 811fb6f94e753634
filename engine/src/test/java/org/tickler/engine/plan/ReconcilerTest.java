package org.tickler.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.ReminderId;

class ReconcilerTest {
    private static final Instant KNOWN = PlanFixture.KNOWN;
    private static final Instant LATER = KNOWN.plus(Duration.ofDays(20));
    private static final Entry HEARING = Samples.hearing();
    private static final EntryId BINDER = EntryId.derived(HEARING.id(), "binder", 1);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private PlanFixture firm;

    @BeforeEach
    void plan() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), HEARING, Samples.filing());
    }

    @Test
    void derivesDeadlinesAndPlansTheirReminders() {
        Outcome outcome = firm.reconcile(KNOWN);
        assertThat(outcome.counts().entriesAdded()).isEqualTo(1);
        assertThat(firm.entry(BINDER).when().date())
                .contains(Samples.THU_2026_03_12.toLocalDate().minusDays(7));
        assertThat(firm.states()).containsOnlyKeys(ReminderState.PLANNED);
        assertThat(firm.reminders()).hasSize(outcome.counts().added()).hasSizeGreaterThan(6);
        assertThat(outcome.hold()).isEmpty();
        assertThat(outcome.gaps()).isEmpty();
    }

    @Test
    void reconcilingAgainWritesNothing() {
        firm.reconcile(KNOWN);
        List<String> before = firm.versions();
        Outcome again = firm.reconcile(LATER);
        assertThat(firm.versions()).isEqualTo(before);
        assertThat(again.changed()).isZero();
        assertThat(again.counts().kept()).isEqualTo(firm.reminders().size());
    }

    @Test
    void movingAHearingMovesItsRemindersAndItsDeadlinesAndTellsThoseTold() {
        firm.reconcile(KNOWN);
        int told = firm.send(HEARING.id(), KNOWN);
        assertThat(told).isEqualTo(1);
        Entry moved = HEARING.withWhen(
                new When.Timed(Samples.THU_2026_03_12.plusDays(14), Optional.empty(), Samples.NEW_YORK),
                HEARING.revision().next(LATER));
        firm.change(moved, Change.Cause.MOVED, LATER);
        firm.reconcile(LATER);
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().ask().revision()).isEqualTo(2));
        assertThat(firm.reminders(HEARING.id(), ReminderState.WITHDRAWN))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().ask().revision()).isEqualTo(1))
                .allSatisfy(row -> assertThat(row.reason()).isPresent());
        assertThat(firm.reminders(HEARING.id(), ReminderState.SENT)).hasSize(told);
        assertThat(firm.reminders(Purpose.MOVED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
        assertThat(firm.entry(BINDER).when().date())
                .contains(Samples.THU_2026_03_12.toLocalDate().plusDays(7));
        assertThat(firm.asks(HEARING.id()))
                .filteredOn(ask -> ask.contains(" r1 "))
                .allMatch(ask -> ask.endsWith("closed"));
    }

    @Test
    void cancellingWithdrawsAndTellsThoseTold() {
        firm.reconcile(KNOWN);
        firm.send(HEARING.id(), KNOWN);
        cancel();
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().purpose()).isEqualTo(Purpose.CANCELLED))
                .allSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.SUPERSEDED);
        assertThat(firm.reminders(BINDER, ReminderState.PLANNED)).isEmpty();
        List<String> before = firm.versions();
        firm.reconcile(LATER.plusSeconds(60));
        assertThat(firm.versions()).isEqualTo(before);
    }

    private void cancel() {
        Entry cancelled =
                HEARING.withWhen(HEARING.when(), HEARING.revision().next(LATER)).withStatus(EntryStatus.CANCELLED);
        firm.change(cancelled, Change.Cause.CANCELLED, LATER);
        firm.reconcile(LATER);
    }

    @Test
    void tellsOfACancellationAlsoThoseWhoMayHaveHeard() {
        firm.reconcile(KNOWN);
        ReminderId first = firm.reminders(HEARING.id(), ReminderState.PLANNED)
                .getFirst()
                .planned()
                .id();
        tests.database().inTransaction(handle -> {
            handle.execute("INSERT INTO message (id, channel, recipient, address, body, made_at)"
                    + " VALUES ('M-1', 'email', 'jlin', 'jlin@firm.example', '', now())");
            handle.execute("INSERT INTO attempt (message, number, node, began_at, outcome)"
                    + " VALUES ('M-1', 1, 'one', now(), 'unknown')");
            handle.execute(
                    "INSERT INTO attempt_reminder (attempt, reminder, fence) SELECT id, ?, 1 FROM attempt",
                    first.value());
            return handle.execute("UPDATE reminder SET message = 'M-1', tries = 1 WHERE id = ?", first.value());
        });
        cancel();
        assertThat(firm.reminders(Purpose.CANCELLED)).isNotEmpty();
    }

    @Test
    void whoTakesOverGetsAMessageOfHisOwn() {
        firm.reconcile(KNOWN);
        tests.database().inTransaction(handle -> {
            handle.execute("INSERT INTO message (id, channel, recipient, address, body, made_at)"
                    + " VALUES ('M-1', 'sms', 'jlin', '+12125550102', '', now())");
            return handle.execute("UPDATE reminder SET message = 'M-1', tries = 1 WHERE channel = 'sms'");
        });
        sendOnLeave();
        List<String> readers = tests.database()
                .withHandle(handle -> handle.createQuery("SELECT recipient FROM reminder WHERE message = 'M-1'")
                        .mapTo(String.class)
                        .list());
        assertThat(readers).isNotEmpty().doesNotContain(Samples.MHARPER.value());
    }

    @Test
    void leaveHandsOverWithoutMakingNewReminders() {
        firm.reconcile(KNOWN);
        Set<ReminderId> ids = ids();
        Outcome outcome = sendOnLeave();
        assertThat(outcome.counts().moved()).isEqualTo(1);
        assertThat(ids()).isEqualTo(ids);
        assertThat(firm.reminders())
                .filteredOn(row -> row.planned().to().equals(Samples.MHARPER))
                .singleElement()
                .satisfies(row -> assertThat(row.planned().channel()).isEqualTo(Channel.SMS));
    }

    private Outcome sendOnLeave() {
        Person away = Samples.jlin();
        Person onLeave = new Person(
                away.id(),
                away.name(),
                away.kind(),
                away.roles(),
                away.reach(),
                away.zone(),
                away.quiet(),
                List.of(new Leave(Samples.THU_2026_03_12.toLocalDate(), Samples.THU_2026_03_12.toLocalDate())),
                Optional.of(Samples.MHARPER),
                away.wants(),
                away.left(),
                away.knownAt());
        tests.database().inTransaction(handle -> PersonStore.save(handle, onLeave));
        return firm.reconcile(LATER);
    }

    @Test
    void anEscalationOfAnEntryThatMovedIsWithdrawn() {
        firm.reconcile(KNOWN);
        ReminderId escalation = escalate(1);
        Entry moved = HEARING.withWhen(
                new When.Timed(Samples.THU_2026_03_12.plusDays(14), Optional.empty(), Samples.NEW_YORK),
                HEARING.revision().next(LATER));
        firm.change(moved, Change.Cause.MOVED, LATER);
        firm.reconcile(LATER);
        Optional<ReminderRow> row = tests.database().withHandle(handle -> ScheduleStore.find(handle, escalation));
        assertThat(row.map(ReminderRow::state)).contains(ReminderState.WITHDRAWN);
    }

    @Test
    void anEscalationOfAnEntryThatStandsStays() {
        firm.reconcile(KNOWN);
        ReminderId escalation = escalate(1);
        firm.reconcile(LATER);
        Optional<ReminderRow> row = tests.database().withHandle(handle -> ScheduleStore.find(handle, escalation));
        assertThat(row.map(ReminderRow::state)).contains(ReminderState.PLANNED);
    }

    @Test
    void whatWasEnteredLateGoesOutAtOnceOnce() {
        Instant afterFirstRung = Instant.parse("2026-03-10T15:00:00Z");
        Entry late = new Entry(
                EntryId.entered("docket", "late"),
                Samples.ACME_V_BOLT,
                EntryKind.HEARING,
                "Late",
                HEARING.when(),
                EntryStatus.OPEN,
                HEARING.details(),
                new Origin.Entered("docket", "late"),
                new Revision(1, afterFirstRung));
        tests.database().inTransaction(handle -> {
            EntryStore.insert(handle, List.of(late), Change.loaded("docket", afterFirstRung));
            return null;
        });
        firm.reconcile(afterFirstRung);
        assertThat(firm.reminders(late.id(), ReminderState.PLANNED))
                .filteredOn(row -> row.planned().fate() instanceof PlannedReminder.Fate.GoesLate)
                .isNotEmpty();
        List<String> before = firm.versions();
        firm.reconcile(afterFirstRung.plusSeconds(5));
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void sayingWhatWouldHappenAppliesNothing() {
        firm.reconcile(KNOWN);
        List<String> before = firm.versions();
        Forecast forecast = firm.reconciler()
                .preview(
                        List.of(Samples.ACME_V_BOLT),
                        WhatIf.docket(docket -> docket.with(
                                List.of(docket.find(HEARING.id()).orElseThrow().withStatus(EntryStatus.CANCELLED)),
                                List.of())),
                        LATER);
        assertThat(forecast.entries())
                .extracting(shift -> shift.after().id())
                .containsExactlyInAnyOrder(HEARING.id(), BINDER);
        assertThat(forecast.stays())
                .extracting(Entry::id)
                .containsExactly(Samples.filing().id());
        assertThat(forecast.reminders().withdrawn()).isNotEmpty();
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void aNewBookIsAppliedToEveryMatterOnce() {
        Activator activator = new Activator(tests.database(), firm.books(), firm.reconciler());
        firm.reconcile(KNOWN);
        activator.activate(Samples.book(), "rdiaz", KNOWN);
        Optional<Outcome> changed = activator.activate(
                Samples.book(Samples.RULES.replace("2 hours before", "3 hours before")), "rdiaz", LATER);
        assertThat(changed).hasValueSatisfying(outcome -> {
            assertThat(outcome.counts().added()).isEqualTo(1);
            assertThat(outcome.counts().withdrawn()).isEqualTo(1);
        });
        assertThat(activator.activate(
                        Samples.book(Samples.RULES.replace("2 hours before", "3 hours before")), "rdiaz", LATER))
                .isEmpty();
    }

    @Test
    void anEditedRuleCreatesItsRemindersAnew() {
        firm.reconcile(KNOWN);
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(Samples.RULES.replace("7 days before", "8 days before")), "rdiaz", LATER);
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .extracting(row -> row.planned().ask().rung())
                .contains("8-days-before")
                .doesNotContain("7-days-before");
        assertThat(firm.reminders(HEARING.id(), ReminderState.WITHDRAWN))
                .extracting(row -> row.planned().ask().rung())
                .containsOnly("7-days-before");
    }

    @Test
    void newTimeZoneDataResolvesInstantsAgain() {
        firm.reconcile(KNOWN);
        tests.database()
                .withHandle(handle ->
                        handle.execute("UPDATE entry SET tzdb = '1999a', due_at = due_at + interval '1 hour'"));
        firm.reconcile(LATER);
        List<Instant> due = tests.database()
                .withHandle(handle -> handle.createQuery("SELECT due_at FROM entry WHERE id = :id AND tzdb <> '1999a'")
                        .bind("id", HEARING.id().value())
                        .mapTo(Instant.class)
                        .list());
        assertThat(due).containsExactly(HEARING.when().dueAt().orElseThrow());
    }

    @Test
    void saysWhoFindsNobody() {
        MatterId orphan = new MatterId("H-3000");
        tests.database().inTransaction(handle -> {
            Matter matter = Samples.matter(orphan);
            MatterStore.save(
                    handle,
                    new Matter(
                            orphan,
                            matter.title(),
                            matter.side(),
                            matter.practice(),
                            matter.phase(),
                            matter.opened(),
                            matter.closed(),
                            Set.of(),
                            Map.of(),
                            matter.proceedings(),
                            matter.claims(),
                            matter.confidentiality(),
                            matter.walledOff(),
                            matter.knownAt()));
            EntryStore.insert(
                    handle,
                    List.of(Samples.entry(orphan, "h", EntryKind.HEARING, "Hearing", HEARING.when())),
                    Change.loaded("docket", KNOWN));
            return null;
        });
        Outcome outcome = firm.reconciler().reconcile(List.of(orphan), PlanFixture.CAUSE, KNOWN);
        assertThat(outcome.gaps()).anySatisfy(gap -> assertThat(gap.why()).contains("lead-attorney"));
    }

    private Set<ReminderId> ids() {
        return Set.copyOf(
                firm.reminders().stream().map(row -> row.planned().id()).toList());
    }

    private ReminderId escalate(int revision) {
        PlannedReminder rung = firm.reminders(HEARING.id(), ReminderState.PLANNED).stream()
                .filter(row -> row.planned().answer().isPresent())
                .findFirst()
                .orElseThrow()
                .planned();
        Ask ask =
                new Ask(HEARING.id(), revision, rung.ask().ladder(), rung.ask().rung(), Samples.RDIAZ, 1);
        PlannedReminder escalation = new PlannedReminder(
                ask.on(Channel.EMAIL),
                ask,
                Samples.ACME_V_BOLT,
                Purpose.ESCALATION,
                Samples.RDIAZ,
                Channel.EMAIL,
                rung.due(),
                rung.firstOwedAt(),
                new PlannedReminder.Fate.Goes(),
                Optional.empty(),
                "no answer came");
        tests.database().inTransaction(handle -> {
            ScheduleStore.add(
                    handle, List.of(escalation), Stamp.of(firm.books().active().fingerprint(), KNOWN));
            return null;
        });
        return escalation.id();
    }
}
