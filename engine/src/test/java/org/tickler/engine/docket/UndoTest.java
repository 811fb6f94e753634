package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** A slip is taken back before anybody hears of it. */
class UndoTest {
    private static final Entry HEARING = Samples.hearing();
    private static final EntryId BINDER = EntryId.derived(HEARING.id(), "binder", 1);
    private static final LocalDate THU_2026_03_26 = LocalDate.of(2026, 3, 26);
    private static final Signature CLERK = Signature.of(Samples.RDIAZ, "wrong hearing");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-02-02T14:00:00Z"));
    private PlanFixture firm;
    private Acts acts;
    private MatterActs matterActs;
    private Undo undo;

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), HEARING, Samples.filing());
        firm.reconcile(PlanFixture.KNOWN);
        firm.send(HEARING.id(), clock.instant());
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
        matterActs = new MatterActs(tests.database(), firm.books(), firm.reconciler(), clock);
        undo = new Undo(tests.database(), firm.books(), firm.reconciler(), matterActs, clock);
    }

    private static Act moveTo(LocalDate day) {
        return new Act.Move(HEARING.id(), Act.NewDate.of(Act.DateGiven.on(day)));
    }

    private static Undo.Of of(EntryId entry) {
        return new Undo.Of.OfEntry(entry);
    }

    private Entry hearing() {
        return firm.entry(HEARING.id());
    }

    private List<StoredRevision> revisions(EntryId entry) {
        return tests.database().withHandle(handle -> EntryStore.revisions(handle, entry));
    }

    private List<String> audit(EntryId entry) {
        return tests.database().withHandle(handle -> AuditStore.ofEntry(handle, entry)).stream()
                .map(numbered -> numbered.row().act())
                .toList();
    }

    private void after(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    @Test
    void aMoveIsTakenBackInARevisionOfItsOwnAndNobodyHearsOfIt() {
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        assertThat(firm.reminders(Purpose.MOVED)).isNotEmpty();
        assertThat(firm.entry(BINDER).when().date()).contains(LocalDate.of(2026, 3, 19));

        after(9);
        Preview preview = undo.preview(of(HEARING.id()), CLERK);
        assertThat(preview.moves()).first().isEqualTo("takes back: moved by rdiaz");
        assertThat(preview.told()).isEmpty();
        undo.apply(of(HEARING.id()), Signature.of(Samples.JLIN, "wrong hearing"));

        assertThat(hearing().when()).isEqualTo(HEARING.when());
        assertThat(firm.entry(BINDER).when().date()).contains(LocalDate.of(2026, 3, 5));
        List<StoredRevision> revisions = revisions(HEARING.id());
        assertThat(revisions).extracting(StoredRevision::cause).endsWith(Change.Cause.MOVED, Change.Cause.UNDONE);
        assertThat(revisions.getLast().by()).isEqualTo("jlin");
        assertThat(firm.reminders(Purpose.MOVED))
                .as("what waited to be told never leaves")
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(ReminderState.WITHDRAWN));
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .as("what was told is not told again")
                .noneMatch(row -> row.planned().ask().rung().equals("when-known"));
        assertThat(audit(HEARING.id())).contains("moved", "undone");
        List<String> before = firm.versions();
        firm.reconcile(clock.instant());
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void whoeverHeardOfTheMoveHearsThatItIsTakenBack() {
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        firm.send(HEARING.id(), clock.instant().plus(Duration.ofMinutes(10)));
        after(1);
        undo.apply(of(HEARING.id()), CLERK);
        assertThat(firm.reminders(Purpose.MOVED))
                .filteredOn(row -> row.state() == ReminderState.PLANNED)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
    }

    @Test
    void anActIsNotTakenBackAfterTenMinutes() {
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        after(10);
        undo.preview(of(HEARING.id()), CLERK);
        clock.advance(Duration.ofSeconds(1));
        assertThatThrownBy(() -> undo.apply(of(HEARING.id()), CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("more than 10 minutes ago");
        assertThat(hearing().when().date()).contains(THU_2026_03_26);
    }

    @Test
    void aCancellationIsTakenBackAndWhatFollowsStandsAgain() {
        acts.apply(new Act.Cancel(HEARING.id()), CLERK);
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.SUPERSEDED);
        after(2);
        undo.apply(of(HEARING.id()), CLERK);
        assertThat(hearing().status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.OPEN);
        assertThatThrownBy(() -> undo.apply(of(HEARING.id()), CLERK)).hasMessageContaining("taken back already");
    }

    @Test
    void whatWasAddedIsOffAgain() {
        Entry added = acts.apply(
                        new Act.Add(
                                UUID.randomUUID(),
                                Samples.ACME_V_BOLT,
                                EntryKind.FILING,
                                "Reply brief",
                                Act.DateGiven.on(THU_2026_03_26),
                                Optional.empty(),
                                Details.NONE),
                        CLERK)
                .entry();
        undo.apply(new Undo.Of.OfMatter(Samples.ACME_V_BOLT), CLERK);
        assertThat(firm.entry(added.id()).status()).isEqualTo(EntryStatus.CANCELLED);
    }

    @Test
    void anOverrideOfADerivedDateIsTakenBackToTheRule() {
        acts.apply(
                new Act.Correct(
                        BINDER,
                        Act.NewDate.of(Act.DateGiven.on(LocalDate.of(2026, 3, 3))),
                        Optional.empty(),
                        Optional.empty()),
                CLERK);
        assertThat(firm.entry(BINDER).when().date()).contains(LocalDate.of(2026, 3, 3));
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.PROPOSED);
        after(1);
        undo.apply(of(BINDER), CLERK);
        assertThat(firm.entry(BINDER).when().date()).contains(LocalDate.of(2026, 3, 5));
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(revisions(BINDER)).extracting(StoredRevision::cause).endsWith(Change.Cause.UNDONE);
    }

    @Test
    void whatWasHandedOnSinceStaysWithItsNewOwner() {
        Entry brief = acts.apply(
                        new Act.Add(
                                UUID.randomUUID(),
                                Samples.ACME_V_BOLT,
                                EntryKind.FILING,
                                "Reply brief",
                                Act.DateGiven.on(LocalDate.of(2026, 3, 19)),
                                Optional.empty(),
                                ownedBy("jlin")),
                        CLERK)
                .entry();
        after(1);
        acts.apply(new Act.Move(brief.id(), Act.NewDate.of(Act.DateGiven.on(THU_2026_03_26))), CLERK);
        after(1);
        reassign(Samples.JLIN, Samples.MHARPER);
        assertThat(firm.entry(brief.id()).details().owner()).contains("mharper");
        after(1);
        undo.apply(new Undo.Of.OfMatter(Samples.ACME_V_BOLT), CLERK);
        assertThat(firm.entry(brief.id()).when().date()).contains(LocalDate.of(2026, 3, 19));
        assertThat(firm.entry(brief.id()).details().owner()).contains("mharper");
    }

    @Test
    void whatALaterActRestsOnIsNotTakenBack() {
        acts.apply(
                new Act.Correct(
                        HEARING.id(), Act.NewDate.of(Act.DateGiven.NONE), Optional.empty(), Optional.of("rdiaz")),
                CLERK);
        after(1);
        reassign(Samples.RDIAZ, Samples.MHARPER);
        assertThatThrownBy(() -> undo.apply(of(HEARING.id()), CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("the owner of hearing")
                .hasMessageContaining("was changed again after that act");
        assertThat(hearing().details().owner()).contains("mharper");
    }

    @Test
    void whatWasStayedSinceIsNotTakenBack() {
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        after(1);
        stay();
        after(1);
        assertThatThrownBy(() -> undo.apply(of(HEARING.id()), CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("was changed since it was moved by rdiaz");
        assertThat(hearing().status()).isEqualTo(EntryStatus.STAYED);
    }

    private void reassign(PersonId from, PersonId to) {
        new PeopleDesk(tests.database(), firm.books(), firm.reconciler(), clock)
                .apply(
                        new PersonAct.Reassign(
                                from, to, Optional.of(Samples.ACME_V_BOLT), Optional.empty(), LocalDate.of(2026, 2, 2)),
                        Signature.of(Samples.RDIAZ, "she takes over"));
    }

    private static Details ownedBy(String person) {
        return new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(person),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private void stay() {
        matterActs.apply(
                new MatterStep.Begin(
                        Samples.ACME_V_BOLT,
                        Sort.STAY,
                        Optional.empty(),
                        LocalDate.of(2026, 2, 2),
                        false,
                        UUID.randomUUID()),
                CLERK);
    }

    @Test
    void anActUnderALaterOneIsNotTakenBack() {
        acts.apply(
                List.of(moveTo(THU_2026_03_26), new Act.Cancel(Samples.filing().id())), CLERK);
        after(1);
        acts.apply(moveTo(THU_2026_03_26.plusDays(7)), CLERK);
        assertThatThrownBy(() -> undo.apply(of(Samples.filing().id()), CLERK))
                .hasMessageContaining("take that back first: tickler undo " + HEARING.id());
    }

    @Test
    void aStayIsTakenBackAsAWholeAndNobodyHearsOfIt() {
        stay();
        assertThat(hearing().status()).isEqualTo(EntryStatus.STAYED);
        after(3);
        undo.apply(new Undo.Of.OfMatter(Samples.ACME_V_BOLT), CLERK);
        assertThat(hearing().status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.entry(BINDER).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.reminders())
                .filteredOn(row -> row.planned().purpose() == Purpose.STAYED
                        || row.planned().purpose() == Purpose.RESUMED)
                .allSatisfy(row -> assertThat(row.state()).isEqualTo(ReminderState.WITHDRAWN));
        assertThatThrownBy(() -> undo.apply(new Undo.Of.OfMatter(Samples.ACME_V_BOLT), CLERK))
                .hasMessageContaining("took back its stay");
    }
}
