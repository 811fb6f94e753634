package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
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
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

class ActsTest {
    private static final Instant LATER = PlanFixture.KNOWN.plus(Duration.ofDays(20));
    private static final LocalDate THU_2026_03_26 = LocalDate.of(2026, 3, 26);
    private static final Signature CLERK = Signature.of(Samples.RDIAZ, "order of 25 January");
    private static final Entry HEARING = Samples.hearing();

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private PlanFixture firm;
    private Acts acts;

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), HEARING, Samples.filing());
        firm.reconcile(PlanFixture.KNOWN);
        firm.send(HEARING.id(), PlanFixture.KNOWN);
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), new SettableClock(LATER));
    }

    @Test
    void aPreviewSaysWhatMovesWhatStaysAndWhoWillBeToldAndAppliesNothing() {
        List<String> before = firm.versions();
        Preview preview = acts.preview(moveTo(THU_2026_03_26), CLERK);
        assertThat(preview.moves())
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("moves: Hearing on motion to compel [" + HEARING.id()
                                + "], Thu 2026-03-12 09:30-10:30 (America/New_York)"
                                + " -> Thu 2026-03-26 09:30-10:30 (America/New_York)"))
                .anySatisfy(line -> assertThat(line).contains("Hearing binder", "-> Thu 2026-03-19"));
        assertThat(preview.stays()).containsExactly("1 other entry of the matter");
        assertThat(preview.told())
                .containsExactly("John Lin, who had been told of the former date, by email and sms,"
                        + " on Sun 2026-01-25 09:10 (America/New_York) unless it is taken back before");
        assertThat(preview.warnings()).isEmpty();
        assertThat(firm.versions()).isEqualTo(before);
    }

    @Test
    void movingKeepsWhatWasNotGivenAndIsKeptInItsHistory() {
        Done done = acts.apply(moveTo(THU_2026_03_26), CLERK);
        assertThat(done.entry().when())
                .isEqualTo(new When.Timed(
                        THU_2026_03_26.atTime(9, 30), Optional.of(THU_2026_03_26.atTime(10, 30)), Samples.NEW_YORK));
        assertThat(firm.entry(HEARING.id())).isEqualTo(done.entry());
        List<StoredRevision> revisions =
                tests.database().withHandle(handle -> EntryStore.revisions(handle, HEARING.id()));
        assertThat(revisions.getLast())
                .satisfies(last -> assertThat(last.cause()).isEqualTo(Change.Cause.MOVED))
                .satisfies(last -> assertThat(last.by()).isEqualTo("rdiaz"))
                .satisfies(last -> assertThat(last.reason()).contains("order of 25 January"));
        Optional<EntryStore.Acted> acted =
                tests.database().withHandle(handle -> EntryStore.acted(handle, HEARING.id()));
        assertThat(acted).contains(new EntryStore.Acted("rdiaz", LATER));
        List<AuditStore.Numbered> audit =
                tests.database().withHandle(handle -> AuditStore.ofEntry(handle, HEARING.id()));
        assertThat(audit).extracting(row -> row.row().act()).containsSubsequence("moved", "planned");
    }

    @Test
    void movingTellsThoseToldAndPlansTheNewDate() {
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        assertThat(firm.reminders(Purpose.MOVED))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .filteredOn(row -> row.planned().purpose() == Purpose.RUNG)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().due().local().toLocalDate())
                        .isBetween(THU_2026_03_26.minusDays(7), THU_2026_03_26));
    }

    @Test
    void anotherRoomIsAMoveToo() {
        Done done = acts.apply(
                new Act.Move(
                        HEARING.id(), new NewDate(DateGiven.NONE, Optional.of("Courtroom 9A"), Optional.of("video"))),
                CLERK);
        assertThat(done.entry().revision().number()).isEqualTo(2);
        assertThat(done.preview().moves())
                .anySatisfy(line ->
                        assertThat(line).contains("location Courtroom 14C -> Courtroom 9A", "mode in person -> video"));
        assertThat(firm.reminders(Purpose.MOVED)).isNotEmpty();
    }

    @Test
    void correctingATitleMakesNoRevisionAndTellsNobody() {
        Done done = acts.apply(
                new Act.Correct(
                        HEARING.id(),
                        NewDate.of(DateGiven.NONE),
                        Optional.of("Hearing on sanctions"),
                        Optional.empty()),
                CLERK);
        assertThat(done.entry().revision().number()).isEqualTo(1);
        assertThat(firm.entry(HEARING.id()).title()).isEqualTo("Hearing on sanctions");
        assertThat(firm.reminders(Purpose.MOVED)).isEmpty();
    }

    @Test
    void correctingIsKeptApartFromMoving() {
        acts.apply(
                new Act.Correct(
                        HEARING.id(), NewDate.of(DateGiven.on(THU_2026_03_26)), Optional.empty(), Optional.empty()),
                CLERK);
        List<StoredRevision> revisions =
                tests.database().withHandle(handle -> EntryStore.revisions(handle, HEARING.id()));
        assertThat(revisions)
                .extracting(StoredRevision::cause)
                .containsExactly(Change.Cause.LOADED, Change.Cause.CORRECTED);
    }

    @Test
    void cancellingWithdrawsWhatFollowsAndTellsThoseTold() {
        Done done = acts.apply(new Act.Cancel(HEARING.id()), CLERK);
        assertThat(done.preview().moves())
                .anySatisfy(line -> assertThat(line).startsWith("cancelled: Hearing on motion"))
                .anySatisfy(line -> assertThat(line).startsWith("superseded: Hearing binder"));
        assertThat(done.preview().told()).singleElement().asString().startsWith("John Lin");
        assertThat(firm.entry(HEARING.id()).status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(firm.reminders(HEARING.id(), ReminderState.PLANNED))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.planned().purpose()).isEqualTo(Purpose.CANCELLED))
                .allSatisfy(row -> assertThat(row.planned().due().at()).isEqualTo(LATER.plus(Duration.ofMinutes(10))));
        assertThat(firm.asks(HEARING.id()))
                .filteredOn(ask -> ask.contains(" r1 "))
                .allMatch(ask -> ask.endsWith("closed"));
    }

    @Test
    void addingPlansAtOnce() {
        Done done = acts.apply(
                new Act.Add(
                        UUID.randomUUID(),
                        Samples.ACME_V_BOLT,
                        EntryKind.CONFERENCE,
                        "Status conference",
                        DateGiven.at(THU_2026_03_26, LocalTime.of(14, 0)),
                        Optional.empty(),
                        Details.NONE),
                CLERK);
        assertThat(done.entry().when())
                .isEqualTo(new When.Timed(THU_2026_03_26.atTime(14, 0), Optional.empty(), Samples.NEW_YORK));
        assertThat(done.preview().warnings())
                .anySatisfy(line -> assertThat(line).contains("no ladder"));
        Done hearing = acts.apply(
                new Act.Add(
                        UUID.randomUUID(),
                        Samples.ACME_V_BOLT,
                        EntryKind.HEARING,
                        "Second hearing",
                        DateGiven.at(LocalDate.of(2026, 3, 12), LocalTime.of(14, 0)),
                        Optional.empty(),
                        Details.NONE),
                CLERK);
        assertThat(firm.reminders(hearing.entry().id(), ReminderState.PLANNED)).isNotEmpty();
        assertThat(hearing.preview().warnings())
                .anySatisfy(line -> assertThat(line).contains("another hearing on that day"));
    }

    @Test
    void warnsOfAPastDateAndOfAClosedCourt() {
        Preview past = acts.preview(moveTo(LocalDate.of(2026, 1, 7)), CLERK);
        assertThat(past.warnings()).anySatisfy(line -> assertThat(line).contains("is past"));
        Preview sunday = acts.preview(moveTo(LocalDate.of(2026, 3, 29)), CLERK);
        assertThat(sunday.warnings()).anySatisfy(line -> assertThat(line).contains("Sun 2026-03-29", "Sunday"));
    }

    @Test
    void refusesWhatCannotBeDoneAndSaysWhatToDo() {
        EntryId mistyped = new EntryId(HEARING.id().value() + "x");
        assertRefused(new Act.Cancel(mistyped), CLERK, "did you mean \"" + HEARING.id() + "\"?");
        assertRefused(moveTo(LocalDate.of(2026, 3, 12)), CLERK, "nothing changes");
        assertRefused(
                new Act.Move(
                        HEARING.id(),
                        NewDate.of(new DateGiven(Optional.empty(), Optional.empty(), Optional.of(LocalTime.of(9, 0))))),
                CLERK,
                "not after its start");
        assertRefused(
                new Act.Move(EntryId.derived(HEARING.id(), "binder", 1), NewDate.of(DateGiven.on(THU_2026_03_26))),
                CLERK,
                "follows from " + HEARING.id());
        assertRefused(
                new Act.Add(
                        UUID.randomUUID(),
                        new MatterId("H-2292"),
                        EntryKind.TASK,
                        "Call",
                        DateGiven.NONE,
                        Optional.empty(),
                        Details.NONE),
                CLERK,
                "did you mean \"H-2291\"?");
        assertRefused(moveTo(THU_2026_03_26), Signature.of(new PersonId("rdias"), "typo"), "did you mean \"rdiaz\"?");
        assertRefused(moveTo(THU_2026_03_26), Signature.of(Samples.ACME, "the client"), "only staff");
        acts.apply(new Act.Cancel(HEARING.id()), CLERK);
        assertRefused(moveTo(THU_2026_03_26), CLERK, "is cancelled");
    }

    @Test
    void movingSettlesTheQuestionWhichDateIsRight() {
        tests.database().withHandle(handle -> handle.execute("""
                INSERT INTO question (entry, matter, code, sentence, detail, asked, asked_at)
                VALUES (?, 'H-2291', 'both-changed', 'which?', '{}', 'jlin', '2026-01-20T00:00:00Z')""", HEARING.id().value()));
        acts.apply(moveTo(THU_2026_03_26), CLERK);
        String settled = tests.database()
                .withHandle(handle -> handle.createQuery("SELECT settled_by || ': ' || settled_as FROM question")
                        .mapTo(String.class)
                        .one());
        assertThat(settled).isEqualTo("rdiaz: Thu 2026-03-26 09:30-10:30 (America/New_York)");
    }

    private static Act.Move moveTo(LocalDate day) {
        return new Act.Move(HEARING.id(), NewDate.of(DateGiven.on(day)));
    }

    private void assertRefused(Act act, Signature by, String because) {
        List<String> before = firm.versions();
        assertThatThrownBy(() -> acts.apply(act, by))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(because);
        assertThat(firm.versions()).isEqualTo(before);
    }
}
