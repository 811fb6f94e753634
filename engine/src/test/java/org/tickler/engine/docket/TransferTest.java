package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Proceeding;

/** Acme v. Bolt leaves the Southern District of New York for the Northern District of California. */
class TransferTest {
    private static final CalendarId CAND = new CalendarId("us-cand");
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 16);
    private static final Instant LATER = PlanFixture.KNOWN.plus(Duration.ofDays(60));
    private static final Signature CLERK = Signature.of(Samples.RDIAZ, "order of transfer");

    private static final Entry SERVED = plain("served", EntryKind.EVENT, "Service of the complaint", "2026-03-06")
            .withDetails(details(Optional.of("complaint-served")));
    private static final Entry PAST = plain("past", EntryKind.FILING, "Letter brief", "2026-03-02");
    private static final Entry BRIEF = plain("brief", EntryKind.FILING, "Opposition brief", "2026-04-20");
    private static final Entry HEARING = plain("hearing", EntryKind.HEARING, "Motion to compel", "2026-04-27");
    private static final EntryId ANSWER = EntryId.derived(SERVED.id(), "us-frcp/answer", 1);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private PlanFixture firm;
    private Transfers transfers;

    private static Entry plain(String id, EntryKind kind, String title, String day) {
        return Samples.entry(
                        Samples.ACME_V_BOLT,
                        id,
                        kind,
                        title,
                        new When.AllDay(LocalDate.parse(day), Optional.empty(), Samples.NEW_YORK))
                .withDetails(details(Optional.empty()));
    }

    private static Details details(Optional<String> event) {
        Details none = Details.NONE;
        return new Details(
                none.court(),
                event,
                none.service(),
                none.party(),
                Optional.of("jlin"),
                none.location(),
                none.mode(),
                none.notes(),
                none.authority(),
                none.effort());
    }

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), SERVED, PAST, BRIEF, HEARING);
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book("use: us-frcp\n" + Samples.RULES), "rdiaz", PlanFixture.KNOWN);
        firm.reconcile(PlanFixture.KNOWN);
        transfers = new Transfers(tests.database(), firm.books(), firm.reconciler(), new SettableClock(LATER));
    }

    private static Transfer to(CalendarId court, Set<EntryId> drop, Set<EntryId> recompute) {
        return new Transfer(
                Samples.ACME_V_BOLT,
                Optional.empty(),
                new Proceeding(
                        court,
                        Optional.of("3:26-cv-01234"),
                        Optional.of("Roe"),
                        Optional.empty(),
                        Optional.of(FIRST_DAY),
                        Optional.empty()),
                false,
                drop,
                recompute);
    }

    private Matter matter() {
        return tests.database()
                .withHandle(handle -> MatterStore.find(handle, Samples.ACME_V_BOLT))
                .orElseThrow();
    }

    private Optional<CalendarId> courtOf(EntryId id) {
        return firm.entry(id).courtIn(matter());
    }

    @Test
    void thePreviewListsTheOpenOnesAndChangesNothing() {
        List<String> before = firm.versions();
        Preview preview = transfers.preview(to(CAND, Set.of(HEARING.id()), Set.of()), CLERK);
        assertThat(preview.moves())
                .contains(
                        "keep: Answer or Rule 12 motion [" + ANSWER + "], Fri 2026-03-27",
                        "keep: Opposition brief [" + BRIEF.id() + "], Mon 2026-04-20",
                        "drop: Motion to compel [" + HEARING.id() + "], Mon 2026-04-27")
                .noneMatch(line -> line.contains("Letter brief"));
        assertThat(firm.versions()).isEqualTo(before);
        assertThat(matter().proceedings()).hasSize(1);
    }

    @Test
    void pastEntriesKeepTheirCourtAndSoDoTheOpenOnesThatAreKept() {
        transfers.apply(to(CAND, Set.of(HEARING.id()), Set.of()), CLERK);
        assertThat(matter().proceedings()).hasSize(2);
        assertThat(matter().proceedings().getFirst().until()).contains(FIRST_DAY.minusDays(1));
        assertThat(matter().proceedings().getLast().court()).isEqualTo(CAND);
        assertThat(courtOf(PAST.id())).contains(Samples.NYSD);
        assertThat(courtOf(BRIEF.id())).contains(Samples.NYSD);
        assertThat(firm.entry(ANSWER).when().date()).contains(LocalDate.of(2026, 3, 27));
        assertThat(firm.entry(HEARING.id()).status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(firm.entry(EntryId.derived(HEARING.id(), "binder", 1)).status())
                .isEqualTo(EntryStatus.SUPERSEDED);
    }

    @Test
    void whatIsRecomputedIsDerivedByTheNewCourt() {
        transfers.apply(to(CAND, Set.of(), Set.of(ANSWER, BRIEF.id())), CLERK);
        assertThat(courtOf(BRIEF.id())).contains(CAND);
        assertThat(courtOf(SERVED.id())).contains(CAND);
        Entry answer = firm.entry(ANSWER);
        assertThat(answer.when().zone()).hasToString("America/Los_Angeles");
        assertThat(answer.when().date()).contains(LocalDate.of(2026, 3, 27));
        assertThat(String.join("\n", ((Origin.Derived) answer.origin()).steps()))
                .contains("Northern District of California");
        List<StoredRevision> revisions = tests.database().withHandle(handle -> EntryStore.revisions(handle, ANSWER));
        assertThat(revisions).hasSize(2);
    }

    @Test
    void onAppealTheFormerProceedingGoesOn() {
        Transfer appeal = new Transfer(
                Samples.ACME_V_BOLT,
                Optional.of(Samples.NYSD),
                new Proceeding(
                        new CalendarId("us-federal"),
                        Optional.of("26-1234"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(FIRST_DAY),
                        Optional.empty()),
                true,
                Set.of(),
                Set.of());
        transfers.apply(appeal, CLERK);
        assertThat(matter().proceedings())
                .allMatch(one -> one.until().isEmpty())
                .hasSize(2);
    }

    @Test
    void whatIsKeptIsBeforeTheFormerCourtThoughItFollowsFromSomethingPast() {
        transfers.apply(to(CAND, Set.of(), Set.of()), CLERK);
        assertThat(courtOf(SERVED.id())).contains(Samples.NYSD);
        assertThat(courtOf(ANSWER)).contains(Samples.NYSD);
        assertThat(firm.entry(ANSWER).revision().number()).isEqualTo(1);
    }

    @Test
    void whatFollowsFromTheSameEventIsListedAsRecomputedToo() {
        Entry judgment = plain("judgment", EntryKind.EVENT, "Judgment entered", "2026-03-13")
                .withDetails(details(Optional.of("judgment-entered")));
        Samples.store(tests.database(), judgment);
        firm.reconcile(PlanFixture.KNOWN);
        EntryId newTrial = EntryId.derived(judgment.id(), "us-frcp/new-trial", 1);
        List<String> moves =
                transfers.preview(to(CAND, Set.of(), Set.of(newTrial)), CLERK).moves();
        assertThat(moves.stream().filter(line -> line.startsWith("recompute: ")))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.contains("[" + newTrial + "]"));
    }

    @Test
    void whatWaitsForItsDateIsListedAndStaysWithTheFormerCourt() {
        Entry reply = plain("reply", EntryKind.FILING, "Reply brief", "2026-04-20");
        Samples.store(
                tests.database(),
                reply.withWhen(new When.Waiting(Samples.NEW_YORK), reply.revision())
                        .withStatus(EntryStatus.WAITING));
        firm.reconcile(PlanFixture.KNOWN);
        assertThat(transfers.preview(to(CAND, Set.of(), Set.of()), CLERK).moves())
                .anyMatch(line -> line.startsWith("keep: Reply brief"));
        transfers.apply(to(CAND, Set.of(), Set.of()), CLERK);
        assertThat(courtOf(reply.id())).contains(Samples.NYSD);
    }

    @Test
    void noCourtIsLeftOnADayBeforeItWasLeftForAnother() {
        transfers.apply(to(CAND, Set.of(), Set.of()), CLERK);
        for (LocalDate day : List.of(LocalDate.of(2026, 3, 2), FIRST_DAY)) {
            assertRefused(
                    on(day, "us-paed", false),
                    "left us-nysd for us-cand on Mon 2026-03-16, and so cannot leave it for us-paed on "
                            + Days.words(day) + "; say with --on a day after Mon 2026-03-16");
        }
        transfers.apply(on(LocalDate.of(2026, 3, 2), "us-federal", true), CLERK);
        assertThat(matter().proceedings())
                .filteredOn(one -> one.runsOn(LocalDate.of(2026, 4, 2)))
                .extracting(one -> one.court().value())
                .containsExactlyInAnyOrder("us-cand", "us-federal");
    }

    private static Transfer on(LocalDate day, String court, boolean goesOn) {
        return new Transfer(
                Samples.ACME_V_BOLT,
                Optional.empty(),
                new Proceeding(
                        new CalendarId(court),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(day),
                        Optional.empty()),
                goesOn,
                Set.of(),
                Set.of());
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused(to(new CalendarId("us-cnad"), Set.of(), Set.of()), "did you mean \"us-cand\"?");
        assertRefused(to(Samples.NYSD, Set.of(), Set.of()), "is before us-nysd already");
        assertRefused(to(CAND, Set.of(PAST.id()), Set.of()), "is no open entry of us-nysd from 2026-03-16 on");
        assertRefused(on(LocalDate.of(2025, 1, 1), "us-cand", false), "is before no court on 2024-12-31");
    }

    private void assertRefused(Transfer transfer, String because) {
        List<String> before = firm.versions();
        assertThatThrownBy(() -> transfers.apply(transfer, CLERK))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(because);
        assertThat(firm.versions()).isEqualTo(before);
    }
}
