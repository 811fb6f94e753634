package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Basis;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Standing;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** What an order, an extension or a person's own word makes of a date that a rule derived. */
class InstructionTest {
    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              trial: Trial
            rules:
            """
            + rule("disclosures", "trial", "90 days before", "follow")
            + rule("rebuttal", "disclosures", "30 days after", "follow")
            + rule("cut-off", "trial", "30 days before", "stay")
            + rule("witnesses", "trial", "14 days before", "ask");

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final EntryId TRIAL = SampleEntry.id("trial");
    private static final EntryId DISCLOSURES = EntryId.derived(TRIAL, "sample/disclosures", 1);
    private static final EntryId CUT_OFF = EntryId.derived(TRIAL, "sample/cut-off", 1);
    private static final EntryId WITNESSES = EntryId.derived(TRIAL, "sample/witnesses", 1);
    private static final String FIRST_TRIAL = "2027-05-03";
    private static final String LATER_TRIAL = "2027-06-07";

    private static String rule(String id, String trigger, String due, String moves) {
        return """
              - id: %s
                title: The %s
                kind: filing
                duty: any-party
                trigger: %s
                due: %s
                when-trigger-moves: %s
                authority: {cite: "Rule of %s"}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """.formatted(id, id, trigger, due, moves, id);
    }

    private static SampleFirm of(String trial) {
        SampleEntry entry =
                entry("trial", EntryKind.TRIAL, trial).court("us-nysd").event("trial");
        return firm().rules("use: sample")
                .pack(PACK)
                .on(trial.equals(FIRST_TRIAL) ? entry : entry.revision(2, "2027-01-05T15:00:00Z"));
    }

    /** The firm as it is once what {@code before} derived is stored. */
    private static SampleFirm stored(SampleFirm before, String trial) {
        SampleFirm firm = of(trial);
        before.schedule().derived().forEach(firm::on);
        return firm;
    }

    private static Instruction said(EntryId entry, What what, String day, String trial, String byRule) {
        return new Instruction(
                entry,
                what,
                new Terms(
                        Optional.of(new When.AllDay(LocalDate.parse(day), Optional.empty(), NEW_YORK)),
                        Optional.of("ECF 34")),
                new Basis(Optional.of(LocalDate.parse(trial)), Optional.of(LocalDate.parse(byRule))),
                new PersonId("jlin"),
                Instant.parse("2026-12-01T15:00:00Z"),
                Optional.of("case management"));
    }

    private static Instruction ordered(String day) {
        return said(DISCLOSURES, What.ORDERED, day, FIRST_TRIAL, "2027-02-02");
    }

    private static Instruction bare(EntryId entry, What what, String by) {
        return new Instruction(
                entry,
                what,
                Terms.NONE,
                new Basis(Optional.of(LocalDate.parse(FIRST_TRIAL)), Optional.empty()),
                new PersonId(by),
                Instant.parse("2026-12-02T15:00:00Z"),
                Optional.empty());
    }

    private static Entry find(SampleFirm firm, EntryId id) {
        return firm.schedule().find(id).orElseThrow();
    }

    private static String words(SampleFirm firm, EntryId id) {
        Entry entry = find(firm, id);
        return entry.when().date().map(LocalDate::toString).orElse("without date") + " " + entry.status() + " revision "
                + entry.revision().number();
    }

    private static String steps(SampleFirm firm, EntryId id) {
        return String.join("\n", ((Origin.Derived) find(firm, id).origin()).steps());
    }

    @Test
    void aDateSetByOrderSupersedesTheDerivedOneAndDoesNotRoll() {
        assertThat(words(of(FIRST_TRIAL), DISCLOSURES)).isEqualTo("2027-02-02 OPEN revision 1");

        SampleFirm firm = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-27"));
        assertThat(words(firm, DISCLOSURES)).isEqualTo("2027-02-27 PROPOSED revision 2");
        assertThat(steps(firm, DISCLOSURES))
                .contains("set: Sat 2027-02-27 by order, ECF 34, entered by jlin; a date set by order does not roll")
                .contains("the rule alone makes it Tue 2027-02-02. No second person has verified it");
        assertThat(find(firm, DISCLOSURES).revision().knownAt())
                .isEqualTo(ordered("2027-02-27").at());
    }

    @Test
    void whatIsChainedToItCountsFromTheOrderedDate() {
        SampleFirm firm = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        assertThat(words(firm, EntryId.derived(DISCLOSURES, "sample/rebuttal", 1)))
                .isEqualTo("2027-03-29 PROVISIONAL revision 2");
    }

    @Test
    void aSecondPersonVerifiesIt() {
        SampleFirm firm = stored(stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26")), FIRST_TRIAL)
                .said(ordered("2027-02-26"))
                .said(bare(DISCLOSURES, What.VERIFIED, "mharper"));
        assertThat(words(firm, DISCLOSURES)).isEqualTo("2027-02-26 OPEN revision 2");
        assertThat(steps(firm, DISCLOSURES)).contains("Verified by mharper");
    }

    @Test
    void whatIsSaidAgainOfADateThatDidNotChangeStaysVerified() {
        Instruction again = said(DISCLOSURES, What.ORDERED, "2027-02-26", LATER_TRIAL, "2027-02-26");
        SampleFirm verified = stored(of(FIRST_TRIAL), FIRST_TRIAL)
                .said(ordered("2027-02-26"))
                .said(bare(DISCLOSURES, What.VERIFIED, "mharper"));
        SampleFirm kept = stored(verified, LATER_TRIAL)
                .said(ordered("2027-02-26"))
                .said(bare(DISCLOSURES, What.VERIFIED, "mharper"))
                .said(again);
        assertThat(words(kept, DISCLOSURES)).isEqualTo("2027-02-26 OPEN revision 2");
        assertThat(steps(kept, DISCLOSURES)).contains("Verified by mharper").doesNotContain("asked: ");

        Standing other = Standing.of(List.of(
                ordered("2027-02-26"),
                bare(DISCLOSURES, What.VERIFIED, "mharper"),
                said(DISCLOSURES, What.ORDERED, "2027-03-05", LATER_TRIAL, "2027-02-26")));
        assertThat(other.isUnverified()).isTrue();
        Standing moved = Standing.of(List.of(
                ordered("2027-02-26"),
                bare(DISCLOSURES, What.VERIFIED, "mharper"),
                said(DISCLOSURES, What.ORDERED, "2027-02-26", LATER_TRIAL, "2027-03-01")));
        assertThat(moved.isUnverified()).as("it had another date in between").isTrue();
    }

    @Test
    void itStaysAndAsksWhenTheTriggerMoves() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm moved = stored(before, LATER_TRIAL).said(ordered("2027-02-26"));
        assertThat(words(moved, DISCLOSURES)).isEqualTo("2027-02-26 PROVISIONAL revision 2");
        assertThat(steps(moved, DISCLOSURES))
                .contains(
                        "asked: the trial was on Mon 2027-05-03 when this date was set, and is on Mon 2027-06-07 now");

        SampleFirm kept = stored(moved, LATER_TRIAL)
                .said(ordered("2027-02-26"))
                .said(said(DISCLOSURES, What.ORDERED, "2027-02-26", LATER_TRIAL, "2027-03-09"));
        assertThat(words(kept, DISCLOSURES)).isEqualTo("2027-02-26 PROPOSED revision 2");
        assertThat(steps(kept, DISCLOSURES)).doesNotContain("asked: ");
    }

    @Test
    void itStandsAloneAndAsksWhenItsTriggerIsOff() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm off = firm().rules("use: sample").pack(PACK).said(ordered("2027-02-26"));
        before.schedule().derived().forEach(off::on);

        assertThat(words(off, DISCLOSURES)).isEqualTo("2027-02-26 PROVISIONAL revision 2");
        assertThat(steps(off, DISCLOSURES)).contains("and has none now; the date that was set stands");
        assertThat(words(off, CUT_OFF)).isEqualTo("2027-04-02 SUPERSEDED revision 2");
    }

    @Test
    void backToTheRuleCountsAnew() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm firm =
                stored(before, FIRST_TRIAL).said(ordered("2027-02-26")).said(bare(DISCLOSURES, What.BY_RULE, "jlin"));
        assertThat(words(firm, DISCLOSURES)).isEqualTo("2027-02-02 OPEN revision 3");
    }

    @Test
    void anExtensionThatIsAskedForMovesNothingUntilItIsGranted() {
        Instruction asked = said(DISCLOSURES, What.EXTENSION_ASKED, "2027-02-16", FIRST_TRIAL, "2027-02-02");
        SampleFirm firm = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(asked);
        assertThat(words(firm, DISCLOSURES)).isEqualTo("2027-02-02 PROVISIONAL revision 1");
        assertThat(steps(firm, DISCLOSURES))
                .contains("extension: one to Tue 2027-02-16 is asked for, ECF 34, and not granted");

        Instruction granted = said(DISCLOSURES, What.EXTENDED, "2027-02-16", FIRST_TRIAL, "2027-02-02");
        assertThat(words(stored(firm, FIRST_TRIAL).said(asked).said(granted), DISCLOSURES))
                .isEqualTo("2027-02-16 PROPOSED revision 2");
        assertThat(words(
                        stored(firm, FIRST_TRIAL).said(asked).said(bare(DISCLOSURES, What.EXTENSION_REFUSED, "jlin")),
                        DISCLOSURES))
                .isEqualTo("2027-02-02 OPEN revision 1");
    }

    @Test
    void anExtensionOfADateThatStaysLeavesItWhereItWasFirstCounted() {
        Instruction asked = said(CUT_OFF, What.EXTENSION_ASKED, "2027-04-16", FIRST_TRIAL, "2027-04-02");
        SampleFirm firm = stored(of(FIRST_TRIAL), LATER_TRIAL).said(asked);
        assertThat(words(firm, CUT_OFF)).isEqualTo("2027-04-02 PROVISIONAL revision 1");
        SampleFirm refused = stored(firm, LATER_TRIAL).said(asked).said(bare(CUT_OFF, What.EXTENSION_REFUSED, "jlin"));
        assertThat(words(refused, CUT_OFF)).isEqualTo("2027-04-02 OPEN revision 1");
        assertThat(steps(refused, CUT_OFF)).doesNotContain("extension: ");
    }

    @Test
    void aDateThatStaysAndIsGivenBackIsTheOneThatTheRuleHadMade() {
        Instruction order = said(CUT_OFF, What.ORDERED, "2027-04-16", FIRST_TRIAL, "2027-04-02");
        SampleFirm set = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(order);
        SampleFirm moved = stored(set, LATER_TRIAL).said(order);
        assertThat(steps(moved, CUT_OFF))
                .contains("the rule alone makes it Fri 2027-04-02", "trial is on Mon 2027-05-03");

        assertGivenBackTo(moved, order, "2027-04-02 OPEN revision 3");
    }

    @Test
    void aDateThatStayedBeforeItWasSetIsGivenBackToo() {
        SampleFirm stayed = stored(of(FIRST_TRIAL), LATER_TRIAL);
        Instruction order = said(CUT_OFF, What.ORDERED, "2027-04-16", LATER_TRIAL, "2027-04-02");
        Instruction other = said(CUT_OFF, What.ORDERED, "2027-04-23", LATER_TRIAL, "2027-04-16");
        SampleFirm set = stored(stored(stayed, LATER_TRIAL).said(order), LATER_TRIAL)
                .said(order)
                .said(other);
        assertThat(words(set, CUT_OFF)).isEqualTo("2027-04-23 PROPOSED revision 3");

        SampleFirm back = stored(set, LATER_TRIAL).said(order).said(other).said(bare(CUT_OFF, What.BY_RULE, "jlin"));
        assertThat(words(back, CUT_OFF)).isEqualTo("2027-04-02 OPEN revision 4");
    }

    private static void assertGivenBackTo(SampleFirm set, Instruction order, String words) {
        Instruction byRule = bare(CUT_OFF, What.BY_RULE, "jlin");
        SampleFirm back = stored(set, LATER_TRIAL).said(order).said(byRule);
        assertThat(words(back, CUT_OFF)).isEqualTo(words);
        assertThat(steps(back, CUT_OFF)).doesNotContain("set: ", "asked: ");
        SampleFirm again = stored(back, LATER_TRIAL).said(order).said(byRule);
        assertThat(find(again, CUT_OFF)).isEqualTo(find(back, CUT_OFF));
    }

    @Test
    void anUnconfirmedDateStaysSoWhenAnExtensionOfItIsRefused() {
        Instruction asked = said(CUT_OFF, What.EXTENSION_ASKED, "2044-04-15", "2044-05-02", "2044-04-01");
        SampleFirm stayed = stored(of("2044-05-02"), "2044-06-06");
        String before = words(stayed, CUT_OFF);
        assertThat(before).contains("PROVISIONAL revision 1");
        SampleFirm asking = stored(stayed, "2044-06-06").said(asked);
        SampleFirm refused =
                stored(asking, "2044-06-06").said(asked).said(bare(CUT_OFF, What.EXTENSION_REFUSED, "jlin"));
        assertThat(words(refused, CUT_OFF)).isEqualTo(before);
        assertThat(steps(refused, CUT_OFF)).contains("unconfirmed: ").doesNotContain("extension: ");
    }

    @Test
    void whatAPersonOverrodeIsNeverTouched() {
        Instruction chosen = said(WITNESSES, What.CHOSEN, "2027-04-30", FIRST_TRIAL, "2027-04-19");
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(chosen);
        assertThat(steps(before, WITNESSES)).contains("set: Fri 2027-04-30 by jlin: case management");
        assertThat(words(stored(before, LATER_TRIAL).said(chosen), WITNESSES))
                .isEqualTo("2027-04-30 PROVISIONAL revision 2");
    }

    @Test
    void aPersonsChoiceSettlesWhatARuleAsks() {
        SampleFirm asking = stored(of(FIRST_TRIAL), LATER_TRIAL);
        assertThat(words(asking, WITNESSES)).isEqualTo("2027-04-19 PROVISIONAL revision 1");

        Instruction chosen = said(WITNESSES, What.CHOSEN, "2027-05-24", LATER_TRIAL, "2027-04-19");
        SampleFirm settled = stored(asking, LATER_TRIAL).said(chosen);
        assertThat(words(settled, WITNESSES)).isEqualTo("2027-05-24 PROPOSED revision 2");
    }

    @Test
    void anOrderedDateStandsWhileTheTriggerWaits() {
        SampleFirm waiting = firm().rules("use: sample")
                .pack(PACK)
                .on(entry("trial", EntryKind.TRIAL, FIRST_TRIAL)
                        .court("us-nysd")
                        .event("trial")
                        .waiting())
                .said(ordered("2027-02-26"));
        assertThat(find(waiting, DISCLOSURES).when().date()).hasToString("Optional[2027-02-26]");
        assertThat(find(waiting, DISCLOSURES).status()).isEqualTo(EntryStatus.PROVISIONAL);
    }

    @Test
    void anOrderMayNameAnHour() {
        Instruction set = ordered("2027-02-26");
        Instruction atFive = new Instruction(
                set.entry(),
                set.what(),
                new Terms(
                        Optional.of(new When.AllDay(
                                LocalDate.parse("2027-02-26"), Optional.of(LocalTime.of(17, 0)), NEW_YORK)),
                        Optional.of("ECF 34")),
                set.basis(),
                set.by(),
                set.at(),
                set.reason());
        assertThat(find(of(FIRST_TRIAL).said(atFive), DISCLOSURES).when().dueAt())
                .contains(Instant.parse("2027-02-26T22:00:00Z"));
    }

    @Test
    void refusesAnInstructionThatLacksWhatItNeeds() {
        assertThatThrownBy(() -> bare(DISCLOSURES, What.ORDERED, "jlin")).hasMessageContaining("has a date");
        assertThatThrownBy(() -> new Instruction(
                        DISCLOSURES,
                        What.EXTENDED,
                        new Terms(ordered("2027-02-26").terms().date(), Optional.empty()),
                        ordered("2027-02-26").basis(),
                        new PersonId("jlin"),
                        Instant.EPOCH,
                        Optional.empty()))
                .hasMessageContaining("where that is written");
        assertThat(List.of(What.values())).filteredOn(What::dates).hasSize(3);
    }

    @Test
    void whatIsSaidOfADateThatNothingLeadsToMovesItToo() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm off = firm().rules("use: sample")
                .pack(PACK)
                .said(ordered("2027-02-26"))
                .said(new Instruction(
                        DISCLOSURES,
                        What.CHOSEN,
                        ordered("2027-03-05").terms(),
                        new Basis(Optional.empty(), Optional.empty()),
                        new PersonId("jlin"),
                        Instant.parse("2026-12-03T15:00:00Z"),
                        Optional.of("the special master says so")));
        before.schedule().derived().forEach(off::on);

        assertThat(words(off, DISCLOSURES)).isEqualTo("2027-03-05 PROPOSED revision 3");
    }

    @Test
    void itStandsAloneAndAsksWhenItsRuleIsGone() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm without = stored(before, FIRST_TRIAL)
                .pack(PACK.replace("id: disclosures", "id: experts")
                        .replace("trigger: disclosures", "trigger: experts"))
                .said(ordered("2027-02-26"));
        assertThat(words(without, DISCLOSURES)).isEqualTo("2027-02-26 PROVISIONAL revision 2");
        assertThat(DeadlineDeriver.asks(find(without, DISCLOSURES))).isPresent();

        SampleFirm kept = without.said(new Instruction(
                DISCLOSURES,
                What.ORDERED,
                ordered("2027-02-26").terms(),
                new Basis(Optional.empty(), Optional.empty()),
                new PersonId("jlin"),
                Instant.parse("2026-12-03T15:00:00Z"),
                Optional.empty()));
        assertThat(words(kept, DISCLOSURES)).isEqualTo("2027-02-26 PROPOSED revision 2");
    }

    @Test
    void whatIsChainedToADateThatStandsAloneStandsWithIt() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm off = firm().rules("use: sample").pack(PACK).said(ordered("2027-02-26"));
        before.schedule().derived().forEach(off::on);
        assertThat(words(off, EntryId.derived(DISCLOSURES, "sample/rebuttal", 1)))
                .isEqualTo("2027-03-29 PROVISIONAL revision 2");
    }

    @Test
    void whatAPersonSaidIsDoneIsNotOpenedAgainWhenItsTriggerIsOff() {
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm off = firm().rules("use: sample").pack(PACK).said(ordered("2027-02-26"));
        before.schedule().derived().forEach(off::on);
        off.on(find(before, DISCLOSURES).withStatus(EntryStatus.CLAIMED));
        assertThat(find(off, DISCLOSURES).status()).isEqualTo(EntryStatus.CLAIMED);
    }

    @Test
    void backToARuleThatAsksIsTheRulesDateWithoutAQuestion() {
        Instruction chosen = said(WITNESSES, What.CHOSEN, "2027-04-12", FIRST_TRIAL, "2027-04-19");
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(chosen);
        SampleFirm back = stored(before, FIRST_TRIAL).said(chosen).said(bare(WITNESSES, What.BY_RULE, "jlin"));
        assertThat(words(back, WITNESSES)).isEqualTo("2027-04-19 OPEN revision 3");
        assertThat(steps(back, WITNESSES)).doesNotContain("asked: ");
    }

    @Test
    void whatIsDoneStaysSoWhereAnExtensionWasAskedForAndTheTriggerMoves() {
        Instruction asked = said(CUT_OFF, What.EXTENSION_ASKED, "2027-04-16", FIRST_TRIAL, "2027-04-02");
        SampleFirm before = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(asked);
        SampleFirm done =
                stored(before, LATER_TRIAL).said(asked).on(find(before, CUT_OFF).withStatus(EntryStatus.DONE));
        assertThat(find(done, CUT_OFF).status()).isEqualTo(EntryStatus.DONE);
    }

    @Test
    void anOrderedDateIsStayedWithItsTriggerAndVerifyingItLiftsNothing() {
        SampleEntry stayed = entry("trial", EntryKind.TRIAL, FIRST_TRIAL)
                .court("us-nysd")
                .event("trial")
                .status(EntryStatus.STAYED);
        SampleFirm ordered = stored(of(FIRST_TRIAL), FIRST_TRIAL).said(ordered("2027-02-26"));
        SampleFirm firm = stored(ordered, FIRST_TRIAL).on(stayed).said(ordered("2027-02-26"));
        assertThat(find(firm, DISCLOSURES).status()).isEqualTo(EntryStatus.STAYED);
        SampleFirm verified = stored(firm, FIRST_TRIAL)
                .on(stayed)
                .said(ordered("2027-02-26"))
                .said(bare(DISCLOSURES, What.VERIFIED, "mharper"));
        SampleFirm again = stored(verified, FIRST_TRIAL)
                .on(stayed)
                .said(ordered("2027-02-26"))
                .said(bare(DISCLOSURES, What.VERIFIED, "mharper"));
        assertThat(find(verified, DISCLOSURES).status()).isEqualTo(EntryStatus.STAYED);
        assertThat(find(again, DISCLOSURES)).isEqualTo(find(verified, DISCLOSURES));
    }

    @Test
    void anHourThatWasSetStaysInTheZoneInWhichItWasSet() {
        Instruction set = ordered("2027-02-26");
        When.AllDay atFive = new When.AllDay(LocalDate.parse("2027-02-26"), Optional.of(LocalTime.of(17, 0)), NEW_YORK);
        Instruction order = new Instruction(
                set.entry(),
                set.what(),
                new Terms(Optional.of(atFive), Optional.of("ECF 34")),
                set.basis(),
                set.by(),
                set.at(),
                set.reason());
        SampleFirm there = stored(of(FIRST_TRIAL), FIRST_TRIAL)
                .on(entry("trial", EntryKind.TRIAL, FIRST_TRIAL)
                        .court("us-cand")
                        .event("trial"))
                .said(order);
        assertThat(find(there, DISCLOSURES).when()).isEqualTo(atFive);
    }

    private static Entry titled(String title, String day) {
        Entry trial = entry("trial", EntryKind.TRIAL, day)
                .court("us-nysd")
                .event("trial")
                .build();
        return new Entry(
                trial.id(),
                trial.matter(),
                trial.kind(),
                title,
                trial.when(),
                trial.status(),
                trial.details(),
                trial.origin(),
                trial.revision());
    }

    @Test
    void aTitleThatReadsLikeAStepSaysNothingOfTheDate() {
        SampleFirm first = of(FIRST_TRIAL).on(titled("set: jury trial, asked: twice", FIRST_TRIAL));
        SampleFirm moved = of(LATER_TRIAL).on(titled("set: jury trial, asked: twice", LATER_TRIAL));
        first.schedule().derived().forEach(moved::on);
        assertThat(find(moved, CUT_OFF).when().date()).contains(LocalDate.parse("2027-04-02"));

        SampleFirm asking = of(FIRST_TRIAL).on(titled("asked: for trial", FIRST_TRIAL));
        assertThat(DeadlineDeriver.asks(find(asking, DISCLOSURES))).isEmpty();
    }

    /** A rule that asks keeps the earlier date, also where something else makes it earlier while nobody has answered. */
    @Test
    void whatIsAskedHidesNoEarlierDate() {
        SampleFirm asking = stored(of(FIRST_TRIAL), LATER_TRIAL);
        assertThat(words(asking, WITNESSES)).isEqualTo("2027-04-19 PROVISIONAL revision 1");
        // the pack is put right: 60 days before 7 June 2027 is Thursday 8 April
        SampleFirm shorter = stored(asking, LATER_TRIAL).pack(PACK.replace("14 days before", "60 days before"));
        assertThat(find(shorter, WITNESSES).when().date()).contains(LocalDate.parse("2027-04-08"));
    }

    /** What stays when its trigger moves does not lose its date where the trigger loses its own. */
    @Test
    void whatStaysOrAsksKeepsItsDateWhenItsTriggerLosesIts() {
        SampleFirm waiting = firm().rules("use: sample")
                .pack(PACK)
                .on(entry("trial", EntryKind.TRIAL, FIRST_TRIAL)
                        .court("us-nysd")
                        .event("trial")
                        .waiting());
        of(FIRST_TRIAL).schedule().derived().forEach(waiting::on);
        assertThat(find(waiting, CUT_OFF).when().date()).as("stay").contains(LocalDate.parse("2027-04-02"));
        assertThat(find(waiting, WITNESSES).when().date()).as("ask").contains(LocalDate.parse("2027-04-19"));
    }
}
