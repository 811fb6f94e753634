package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.PlanFixture;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.InstructionStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Claim;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.limitation.ClaimRules;
import org.tickler.rules.limitation.Pleading;

/** What it takes two people to do to a last day to sue. */
class LimitationActsTest {
    private static final Instant LATER = PlanFixture.KNOWN.plus(Duration.ofDays(20));
    private static final Signature CLERK = new Signature(Samples.RDIAZ, Optional.empty());
    private static final Signature LAWYER = new Signature(Samples.JLIN, Optional.empty());
    private static final Signature PARTNER = new Signature(Samples.MHARPER, Optional.empty());
    private static final String RULE = """
            limitations:
              - id: sample-injury
                claim: personal-injury
                court: us-federal
                period: 3 years after
                law: us-frcp
                authority: {cite: Sample Code § 1}
                unchecked: a sample
                examples: {accrued: 2024-05-01, due: 2027-05-03, source: counted by hand}
            """;
    /** Accrued on 6 May 2024: to Thursday 6 May 2027. Tolled from 1 to 31 March 2025, 31 days: to Sunday 6 June, so Monday. */
    private static final Claim CLAIM = claim(LocalDate.of(2025, 3, 31));

    private static final EntryId LAST_DAY = ClaimRules.entry(Samples.ACME_V_BOLT, CLAIM);
    private static final LocalDate UNTOLLED = LocalDate.of(2027, 5, 6);
    private static final LocalDate TOLLED = LocalDate.of(2027, 6, 7);

    private static final Entry BY_HAND = Samples.entry(
            Samples.ACME_V_BOLT,
            "sol",
            EntryKind.LIMITATION,
            "Last day to sue Cray Inc.",
            new When.AllDay(LocalDate.of(2027, 8, 2), Optional.empty(), Samples.NEW_YORK));

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private final SettableClock clock = new SettableClock(LATER);
    private PlanFixture firm;
    private Acts acts;

    private static Claim claim(LocalDate tolledUntil) {
        return claim(LocalDate.of(2024, 5, 6), tolledUntil, Optional.empty());
    }

    private static Claim claim(LocalDate accrued, LocalDate tolledUntil, Optional<LocalDate> reposeFrom) {
        return new Claim(
                "injury",
                "personal-injury",
                "Bolt LLC",
                Claim.Accrual.on(accrued),
                Optional.empty(),
                reposeFrom,
                Optional.empty(),
                Optional.empty(),
                List.of(new Claim.Tolling(
                        LocalDate.of(2025, 3, 1), Optional.of(tolledUntil), "absence", "Sample Code § 9")),
                List.of());
    }

    @BeforeEach
    void open() {
        firm = new PlanFixture(tests);
        Samples.store(tests.database(), BY_HAND);
        store(CLAIM);
        activate(RULE, PlanFixture.KNOWN);
        acts = new Acts(tests.database(), firm.books(), firm.reconciler(), clock);
        assertThat(day()).isEqualTo(UNTOLLED);
    }

    private void store(Claim... claims) {
        Matter matter = with(Samples.matter(), List.of(claims));
        tests.database().inTransaction(handle -> MatterStore.save(handle, matter));
    }

    /** The firm's files say something else of the claim from {@code at} on, and the daemon plans anew. */
    private void edit(Instant at, Claim... claims) {
        store(claims);
        firm.reconcile(at);
    }

    private void activate(String rule, Instant at) {
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(Samples.book(rule + Samples.RULES), "rdiaz", at);
    }

    private static Matter with(Matter plain, List<Claim> claims) {
        return with(plain, claims, plain.knownAt());
    }

    private static Matter with(Matter plain, List<Claim> claims, Instant at) {
        return new Matter(
                plain.id(),
                plain.title(),
                plain.side(),
                plain.practice(),
                plain.phase(),
                plain.opened(),
                plain.closed(),
                plain.facts(),
                plain.team(),
                plain.proceedings(),
                claims,
                plain.confidentiality(),
                plain.walledOff(),
                at);
    }

    private LocalDate day() {
        return firm.entry(LAST_DAY).when().date().orElseThrow();
    }

    private String steps() {
        return String.join("\n", ((Origin.Derived) firm.entry(LAST_DAY).origin()).steps());
    }

    /** What is open about the last day to sue. */
    private List<String> questions() {
        return tests.database().withHandle(handle -> QuestionStore.open(handle, List.of(LAST_DAY))).stream()
                .map(QuestionStore.Question::sentence)
                .toList();
    }

    private EntryStatus status(EntryId id) {
        return firm.entry(id).status();
    }

    @Test
    void tollingCountsOnceTwoDifferentPeopleVerifiedIt() {
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        assertThat(day()).isEqualTo(UNTOLLED);
        assertRefused(new Act.Verify(LAST_DAY), LAWYER, "another person must look too");
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        assertThat(day()).isEqualTo(TOLLED);
        assertRefused(new Act.Verify(LAST_DAY), CLERK, "it stands");
    }

    @Test
    void whereTheFactsChangeBothMustVerifyAgain() {
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        store(claim(LocalDate.of(2025, 4, 30)));
        firm.reconcile(LATER.plusSeconds(1));
        assertThat(day()).isEqualTo(UNTOLLED);
    }

    @Test
    void aLaterAccrualInTheFilesMovesNothingUntilTwoPeopleVerifiedIt() {
        Claim later = claim(LocalDate.of(2024, 6, 3), LocalDate.of(2025, 3, 31), Optional.empty());
        edit(LATER.plusSeconds(1), later);
        assertThat(day()).isEqualTo(UNTOLLED);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(steps()).contains("Without tolling the last day to sue is Thu 2027-06-03.");
        assertThat(questions()).anySatisfy(question -> assertThat(question).contains("tickler verify " + LAST_DAY));

        firm.reconcile(LATER.plusSeconds(60));
        assertThat(day()).as("planned from what is stored").isEqualTo(UNTOLLED);
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        assertThat(day()).isEqualTo(UNTOLLED);
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        // 3 June 2027 and 31 days: Sunday 4 July, Monday 5 July is the day on which Independence Day is observed
        assertThat(day()).isEqualTo(LocalDate.of(2027, 7, 6));
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions()).isEmpty();

        edit(LATER.plusSeconds(90), claim(LocalDate.of(2024, 5, 20), LocalDate.of(2025, 3, 31), Optional.empty()));
        assertThat(day())
                .as("of facts that nobody verified the earliest date that ever stood")
                .isEqualTo(UNTOLLED);
    }

    @Test
    void anEarlierAccrualCountsAtOnce() {
        edit(LATER, claim(LocalDate.of(2024, 3, 4), LocalDate.of(2025, 3, 31), Optional.empty()));
        assertThat(day()).isEqualTo(LocalDate.of(2027, 3, 4));
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.OPEN);
        edit(LATER.plusSeconds(1), CLAIM);
        assertThat(day()).as("back is later again").isEqualTo(LocalDate.of(2027, 3, 4));
    }

    @Test
    void factsByWhichItWasPastTakeNoReminderAway() {
        edit(LATER, claim(LocalDate.of(2004, 5, 6), LocalDate.of(2025, 3, 31), Optional.empty()));
        assertThat(day()).isEqualTo(UNTOLLED);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(questions()).anySatisfy(question -> assertThat(question).contains("it may be too late"));
    }

    @Test
    void neitherALongerPeriodNorAnotherRuleNorNoneMovesIt() {
        activate(RULE.replace("3 years", "4 years").replace("due: 2027-05-03", "due: 2028-05-01"), LATER);
        assertThat(day()).isEqualTo(UNTOLLED);
        activate(
                RULE.replace("3 years", "6 years")
                        .replace("due: 2027-05-03", "due: 2030-05-01")
                        .replace("id: sample-injury", "id: another"),
                LATER.plusSeconds(1));
        assertThat(day()).isEqualTo(UNTOLLED);
        activate("", LATER.plusSeconds(2));
        assertThat(day()).isEqualTo(UNTOLLED);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(questions()).anySatisfy(question -> assertThat(question).contains("no limitation rule"));
        assertRefused(new Act.Verify(LAST_DAY), LAWYER, "no limitation rule");
        activate(RULE, LATER.plusSeconds(3));
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.OPEN);
        assertThat(questions()).isEmpty();
    }

    @Test
    void keepingWhatIsAskedSetsNoDateThatOutlivesTheClaim() {
        edit(LATER, claim(LocalDate.of(2024, 6, 3), LocalDate.of(2025, 3, 31), Optional.empty()));
        acts.apply(new Act.Keep(LAST_DAY), CLERK);
        assertThat(questions()).isEmpty();
        edit(LATER.plusSeconds(1), claim(LocalDate.of(2024, 3, 4), LocalDate.of(2025, 3, 31), Optional.empty()));
        edit(LATER.plusSeconds(2));
        assertThat(day()).isEqualTo(LocalDate.of(2027, 3, 4));
    }

    @Test
    void withAReposeThatCannotBeCountedNothingLaterIsVerified() {
        String withRepose =
                RULE.replace("    law: us-frcp", "    law: us-frcp\n    repose: {period: 10 years after, from: sale}");
        activate(withRepose, LATER);
        assertRefused(new Act.Verify(LAST_DAY), LAWYER, "add repose-from:");
        assertThat(day()).isEqualTo(UNTOLLED);
        // ten years after 1 June 2017 is Tuesday 1 June 2027
        edit(
                LATER.plusSeconds(1),
                claim(LocalDate.of(2024, 5, 6), LocalDate.of(2025, 3, 31), Optional.of(LocalDate.of(2017, 6, 1))));
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        assertThat(day()).isEqualTo(LocalDate.of(2027, 6, 1));
    }

    @Test
    void anotherRuleOrReposeVoidsWhatWasVerified() {
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        assertThat(day()).isEqualTo(TOLLED);
        edit(
                LATER.plusSeconds(1),
                claim(LocalDate.of(2024, 5, 6), LocalDate.of(2025, 3, 31), Optional.of(LocalDate.of(2020, 1, 1))));
        assertThat(day()).as("the act or sale").isEqualTo(UNTOLLED);
        edit(LATER.plusSeconds(2), CLAIM);
        assertThat(day()).as("the verified facts are back").isEqualTo(TOLLED);
        activate(RULE.replace("cite: Sample Code § 1", "cite: Sample Code § 5"), LATER.plusSeconds(3));
        assertThat(day()).as("the rule").isEqualTo(UNTOLLED);
    }

    @Test
    void nobodyCancelsItAlone() {
        for (EntryId id : List.of(LAST_DAY, BY_HAND.id())) {
            Done first = acts.apply(new Act.Cancel(id), CLERK);
            assertThat(first.preview().warnings())
                    .anySatisfy(line -> assertThat(line).contains("a second person must cancel it too"));
            assertThat(status(id)).isEqualTo(EntryStatus.OPEN);
            acts.apply(new Act.Cancel(id), CLERK);
            assertThat(status(id)).as("the same person twice is one").isEqualTo(EntryStatus.OPEN);
            acts.apply(new Act.Cancel(id), PARTNER);
            assertThat(status(id)).isEqualTo(EntryStatus.CANCELLED);
            firm.reconcile(LATER.plusSeconds(60));
            assertThat(status(id)).isEqualTo(EntryStatus.CANCELLED);
        }
    }

    @Test
    void theSecondIsToldWhatThatConfirms() {
        acts.apply(new Act.Cancel(LAST_DAY), Signature.of(Samples.RDIAZ, "settled"));
        Done second = acts.apply(new Act.Cancel(LAST_DAY), PARTNER);
        assertThat(second.preview().warnings())
                .containsExactly("this ends a last day to sue, Last day to sue Bolt LLC: personal injury [" + LAST_DAY
                        + "], Thu 2027-05-06: it"
                        + " confirms what rdiaz said on Sun 2026-01-25 (settled); nobody is reminded of it any more");
    }

    @Test
    void oneWhoCancelledLongAgoIsNoneOfTheTwo() {
        for (EntryId id : List.of(LAST_DAY, BY_HAND.id())) {
            clock.set(LATER);
            acts.apply(new Act.Cancel(id), CLERK);
            clock.set(LATER.plus(Duration.ofDays(30)).plusSeconds(1));
            Done later = acts.apply(new Act.Cancel(id), PARTNER);
            assertThat(status(id)).isEqualTo(EntryStatus.OPEN);
            assertThat(later.preview().warnings())
                    .anySatisfy(line -> assertThat(line).contains("rdiaz said on Sun 2026-01-25 counts no more"));
            clock.set(LATER.plus(Duration.ofDays(60)).plusSeconds(1));
            acts.apply(new Act.Cancel(id), CLERK);
            assertThat(status(id)).as("30 days to the second").isEqualTo(EntryStatus.CANCELLED);
        }
    }

    @Test
    void oneWhoCancelledOtherFactsIsNoneOfTheTwo() {
        acts.apply(new Act.Cancel(LAST_DAY), CLERK);
        edit(LATER, claim(LocalDate.of(2025, 4, 30)));
        acts.apply(new Act.Cancel(LAST_DAY), PARTNER);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.OPEN);

        acts.apply(new Act.Cancel(BY_HAND.id()), CLERK);
        acts.apply(new Act.Move(BY_HAND.id(), NewDate.of(DateGiven.on(LocalDate.of(2027, 7, 1)))), CLERK);
        acts.apply(new Act.Cancel(BY_HAND.id()), PARTNER);
        assertThat(status(BY_HAND.id())).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void nobodyMakesItLaterAlone() {
        LocalDate later = LocalDate.of(2028, 1, 3);
        assertRefused(new Act.Move(BY_HAND.id(), NewDate.of(DateGiven.on(later))), CLERK, "can make later");
        assertRefused(new Act.Order(BY_HAND.id(), DateGiven.on(later), "ECF 3"), CLERK, "can make later");
        acts.apply(new Act.Move(BY_HAND.id(), NewDate.of(DateGiven.on(LocalDate.of(2027, 7, 1)))), CLERK);
        assertThat(firm.entry(BY_HAND.id()).when().date()).contains(LocalDate.of(2027, 7, 1));

        assertRefused(new Act.Order(LAST_DAY, DateGiven.on(later), "ECF 3"), CLERK, "follows from the claims");
        assertRefused(
                new Act.Correct(LAST_DAY, NewDate.of(DateGiven.on(later)), Optional.empty(), Optional.empty()),
                Signature.of(Samples.RDIAZ, "because"),
                "follows from the claims");
    }

    @Test
    void onlyAStampedPleadingThatNamesTheDefendantKeepsIt() {
        assertRefused(done("Bolt Inc.", LocalDate.of(2027, 5, 3)), LAWYER, "does not name Bolt LLC");
        assertRefused(done("Bolt LLC", UNTOLLED.plusDays(1)), LAWYER, "after the last day to sue");
        assertRefused(new Act.Done(Samples.filing().id(), pleading("Bolt LLC", UNTOLLED)), LAWYER, "no entry");

        acts.apply(done("Bolt LLC", LocalDate.of(2027, 5, 3)), LAWYER);
        assertThat(status(LAST_DAY)).as("said by one, and reminded").isEqualTo(EntryStatus.CLAIMED);
        acts.apply(done("Bolt LLC", LocalDate.of(2027, 5, 3)), LAWYER);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.CLAIMED);
        acts.apply(done("BOLT, LLC", LocalDate.of(2027, 5, 3)), PARTNER);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.DONE);
    }

    @Test
    void nobodyVerifiesOrKeepsWhatIsCancelled() {
        acts.apply(new Act.Cancel(LAST_DAY), CLERK);
        acts.apply(new Act.Cancel(LAST_DAY), PARTNER);
        assertRefused(new Act.Verify(LAST_DAY), LAWYER, "is cancelled");
        assertRefused(done("Bolt LLC", LocalDate.of(2027, 5, 3)), LAWYER, "is cancelled");
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.CANCELLED);
    }

    private static Act.Done done(String names, LocalDate stamped) {
        return new Act.Done(LAST_DAY, pleading(names, stamped));
    }

    private static Pleading pleading(String names, LocalDate stamped) {
        return new Pleading(stamped, "1:27-cv-01234, ECF 1", List.of(names));
    }

    private void assertRefused(Act act, Signature by, String because) {
        List<String> before = firm.versions();
        assertThatThrownBy(() -> acts.apply(act, by))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining(because);
        assertThat(firm.versions()).isEqualTo(before);
    }

    private static final Instant PAST_UNTOLLED = Instant.parse("2027-05-10T15:00:00Z");

    private void verifiedByTwo() {
        acts.apply(new Act.Verify(LAST_DAY), LAWYER);
        acts.apply(new Act.Verify(LAST_DAY), PARTNER);
        assertThat(day()).isEqualTo(TOLLED);
    }

    /** 10 May 2027: the tolled date, which two people verified, is to come, and the untolled one is past. */
    @Test
    void aTransferTakesNoReminderOfAVerifiedLastDayAway() {
        verifiedByTwo();
        Transfers transfers =
                new Transfers(tests.database(), firm.books(), firm.reconciler(), new SettableClock(PAST_UNTOLLED));
        transfers.apply(
                new Transfer(
                        Samples.ACME_V_BOLT,
                        Optional.empty(),
                        new Proceeding(
                                new CalendarId("us-cand"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(LocalDate.of(2027, 5, 10)),
                                Optional.empty()),
                        false,
                        Set.of(),
                        Set.of()),
                Signature.of(Samples.RDIAZ, "order of transfer"));
        assertThat(day()).isEqualTo(TOLLED);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(questions()).anySatisfy(question -> assertThat(question).contains("it may be too late to sue"));
    }

    @Test
    void aRuleThatIsGoneTakesNoReminderOfAVerifiedLastDayAway() {
        verifiedByTwo();
        activate("", PAST_UNTOLLED);
        assertThat(day()).isEqualTo(TOLLED);
        assertThat(steps()).contains("Thu 2027-05-06, which stood too, is past: it may be too late to sue.");
        firm.reconcile(PAST_UNTOLLED.plusSeconds(60));
        assertThat(day()).as("planned from what is stored").isEqualTo(TOLLED);
        activate(RULE, PAST_UNTOLLED.plusSeconds(90));
        assertThat(day()).as("the rule is back").isEqualTo(TOLLED);
        assertThat(questions()).isEmpty();
    }

    /** The untolled date has passed, nobody verified the tolling, and the clerk changes the matter's phase. */
    @Test
    void anEditOfSomethingElseMakesNothingLater() {
        Matter plain = with(Samples.matter(), List.of(CLAIM));
        Matter edited = new Matter(
                plain.id(),
                plain.title(),
                plain.side(),
                plain.practice(),
                Optional.of("trial"),
                plain.opened(),
                plain.closed(),
                plain.facts(),
                plain.team(),
                plain.proceedings(),
                plain.claims(),
                plain.confidentiality(),
                plain.walledOff(),
                PAST_UNTOLLED);
        tests.database().inTransaction(handle -> MatterStore.save(handle, edited));
        firm.reconcile(PAST_UNTOLLED);
        assertThat(day()).isEqualTo(UNTOLLED);
    }

    /** The lawyer saw a pleading that names Bolt LLC; the claim is rewritten, and the partner alone saw one that names Bolt Inc. */
    @Test
    void whoSawAPleadingAgainstAnotherIsNoneOfTheTwo() {
        acts.apply(done("Bolt LLC", LocalDate.of(2027, 5, 3)), LAWYER);
        Claim other = new Claim(
                CLAIM.id(),
                CLAIM.type(),
                "Bolt Inc.",
                CLAIM.accrual(),
                CLAIM.born(),
                CLAIM.reposeFrom(),
                CLAIM.court(),
                CLAIM.rule(),
                CLAIM.tolling(),
                CLAIM.agreements());
        edit(LATER.plusSeconds(1), other);
        acts.apply(done("Bolt Inc.", LocalDate.of(2027, 5, 3)), PARTNER);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.CLAIMED);
    }

    @Test
    void whatTheVersionBeforeVerifiedIsNotMovedIntoThePast() {
        verifiedWithoutItsDate(firm.entry(LAST_DAY));
        firm.reconcile(PAST_UNTOLLED);
        assertThat(day()).isEqualTo(TOLLED);
        assertThat(status(LAST_DAY)).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(questions()).anySatisfy(question -> assertThat(question).contains("tickler verify " + LAST_DAY));
    }

    /** As the version before wrote it: verified by the fingerprint of other parts, without a date. */
    private void verifiedWithoutItsDate(Entry before) {
        List<Instruction> said = Stream.of(Samples.JLIN, Samples.MHARPER)
                .map(person -> new Instruction(
                        LAST_DAY,
                        Instruction.What.VERIFIED,
                        new Instruction.Terms(Optional.empty(), Optional.of("0123456789abcdef")),
                        new Instruction.Basis(Optional.empty(), Optional.of(UNTOLLED)),
                        person,
                        LATER,
                        Optional.empty()))
                .toList();
        tests.database().inTransaction(handle -> {
            InstructionStore.add(handle, Samples.ACME_V_BOLT, said);
            EntryStore.update(
                    handle,
                    List.of(before.withWhen(
                            new When.AllDay(TOLLED, Optional.empty(), Samples.NEW_YORK),
                            before.revision().next(LATER))),
                    Change.derived(LATER));
            return true;
        });
    }

    /** Nobody verified the claim as it was written anew, so that the older verification keeps no later date. */
    @Test
    void whatTheVersionBeforeVerifiedOfOtherFactsCountsForNothing() {
        Entry before = firm.entry(LAST_DAY);
        verifiedWithoutItsDate(before);
        Matter edited = with(Samples.matter(), List.of(claim(LocalDate.of(2025, 3, 30))), LATER.plusSeconds(1));
        tests.database().inTransaction(handle -> MatterStore.save(handle, edited));
        firm.reconcile(LATER.plusSeconds(1));
        assertThat(day()).isEqualTo(UNTOLLED);
    }

    /** The verifiers saw Monday 7 June 2027; a snow day nobody had confirmed is confirmed later. */
    @Test
    void nobodyVerifiedWhatAClosureThatWasNotConfirmedAdds() {
        var book = Samples.book(RULE + Samples.RULES);
        List<SourceText> calendars = new ArrayList<>(book.calendars());
        calendars.add(new SourceText("calendars/closure.yaml", """
                amends: us-nysd
                closures:
                  - {name: Storm, on: 2027-06-07, kind: holiday, authority: Notice of the Clerk}
                """));
        new Activator(tests.database(), firm.books(), firm.reconciler())
                .activate(book.with(book.rules(), calendars, book.packs()), "rdiaz", LATER);
        verifiedByTwo();
        new ClosureDesk(tests.database(), firm.books(), firm.reconciler(), clock).confirm("us-nysd", TOLLED, CLERK);
        assertThat(day()).as(steps()).isEqualTo(TOLLED);
        assertThat(questions())
                .anySatisfy(question -> assertThat(question).contains("until two people have verified the later"));
    }
}
