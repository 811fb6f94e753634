package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.event;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** What else on the docket bears on a deadline of a court: other events, other parties, a person's own entry. */
class OtherEventsTest {
    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              judgment: Entry of judgment
              motion-decided: Decision of a motion
              demand: Demand
              record-filed: Filing of the record
            rules:
              - id: appeal
                title: The appeal
                kind: filing
                duty: any-party
                trigger: judgment
                due: 30 days after
                restarts: {on: motion-decided, cite: Rule 4}
                enlarge: no
                enlarge-authority: Rule 26
                authority: {cite: "Rule 4"}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-04-06, source: none}
              - id: exchange
                title: The exchange
                kind: filing
                duty: any-party
                trigger: judgment
                due: {later-of: [10 days after, {trigger: demand, due: 20 days after}]}
                authority: {cite: "Rule 5"}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
              - id: early
                title: The early one
                kind: filing
                duty: any-party
                trigger: record-filed
                due: {earlier-of: [21 days after, 14 days after]}
                authority: {cite: "Rule 6", from: 2020-01-01}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-20, source: none}
              - id: objection
                title: The objection
                kind: filing
                duty: any-party
                trigger: record-filed
                due: {earlier-of: [21 days after, {trigger: demand, due: 14 days after}]}
                authority: {cite: "Rule 7", from: 2020-01-01}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """;

    private static SampleFirm of(SampleEntry... entries) {
        return firm().rules("use: sample").pack(PACK).on(entries);
    }

    private static Optional<LocalDate> due(SampleFirm firm, String title) {
        return firm.schedule().derived().stream()
                .filter(entry -> entry.title().equals(title))
                .findFirst()
                .orElseThrow()
                .when()
                .date();
    }

    private static String steps(SampleFirm firm, String title) {
        return firm.schedule().derived().stream()
                .filter(entry -> entry.title().equals(title))
                .map(entry -> String.join("\n", ((Origin.Derived) entry.origin()).steps()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theLastOfTwoDecisionsRestartsWhicheverWasEnteredFirst() {
        SampleEntry judgment = event("judgment", "2026-03-02");
        SampleEntry first = event("motion-decided", "2026-04-15").called("first");
        SampleEntry last = event("motion-decided", "2026-05-04").called("last");
        assertThat(due(of(judgment, first, last), "The appeal")).hasToString("Optional[2026-06-03]");
        assertThat(due(of(judgment, last, first), "The appeal")).hasToString("Optional[2026-06-03]");
    }

    @Test
    void aCancelledDecisionRestartsNothing() {
        SampleFirm firm = of(
                event("judgment", "2026-03-02"),
                event("motion-decided", "2026-04-15").status(EntryStatus.CANCELLED));
        assertThat(due(firm, "The appeal")).hasToString("Optional[2026-04-01]");
    }

    @Test
    void aDecisionOfAnotherPartysMotionRestartsNothing() {
        SampleEntry judgment = event("judgment", "2026-03-02").party("Bolt LLC");
        SampleEntry decided = event("motion-decided", "2026-04-15");
        assertThat(due(of(judgment, decided.party("Cray Inc.")), "The appeal")).hasToString("Optional[2026-04-01]");
        assertThat(due(of(judgment, event("motion-decided", "2026-04-15").party("Bolt LLC")), "The appeal"))
                .hasToString("Optional[2026-05-15]");
        assertThat(due(of(judgment, event("motion-decided", "2026-04-15")), "The appeal"))
                .as("one that names no party is everybody's")
                .hasToString("Optional[2026-05-15]");
        assertThat(due(
                        of(
                                event("judgment", "2026-03-02"),
                                event("motion-decided", "2026-04-15").party("Cray Inc.")),
                        "The appeal"))
                .as("a judgment that names no party is everybody's")
                .hasToString("Optional[2026-05-15]");
    }

    @Test
    void aSecondJudgmentIsATriggerOfItsOwnAndRestartsNothing() {
        SampleFirm firm = of(
                event("judgment", "2026-03-02").called("one").event("judgment"),
                event("judgment", "2026-05-04").called("two").event("judgment"));
        assertThat(firm.schedule().derived().stream()
                        .filter(entry -> entry.title().equals("The appeal"))
                        .map(entry -> entry.when().date().orElseThrow().toString()))
                .containsExactlyInAnyOrder("2026-04-01", "2026-06-03");
    }

    @Test
    void aDateThatWaitsForAnotherEventSaysForWhich() {
        SampleFirm waiting = of(event("judgment", "2026-03-02"));
        assertThat(due(waiting, "The exchange")).isEmpty();
        assertThat(steps(waiting, "The exchange")).contains("waits for Demand");
        assertThat(due(of(event("judgment", "2026-03-02"), event("demand", "2026-03-05")), "The exchange"))
                .hasToString("Optional[2026-03-25]");
    }

    @Test
    void saysThatTheCourtMayNotEnlargeItWhereTheRuleSaysSo() {
        SampleFirm firm = of(event("judgment", "2026-03-02"), event("demand", "2026-03-05"));
        assertThat(steps(firm, "The appeal")).contains("The court may not enlarge it (Rule 26).");
        assertThat(steps(firm, "The exchange")).doesNotContain("enlarge");
    }

    @Test
    void ofSeveralPeriodsPastTheCalendarsYearsTheEarliestIsSafe() {
        assertThat(due(of(event("record-filed", "2041-03-04")), "The early one"))
                .hasToString("Optional[2041-03-18]");
    }

    @Test
    void ofSeveralPeriodsThoseOfOtherEventsHaveAPartInTheDateForNow() {
        SampleFirm early = of(event("record-filed", "2041-03-04"), event("demand", "2041-02-20"));
        assertThat(due(early, "The objection")).hasToString("Optional[2041-03-06]");
        SampleFirm later = of(event("judgment", "2041-03-04"), event("demand", "2041-03-05"));
        assertThat(due(later, "The exchange")).hasToString("Optional[2041-03-25]");
        assertThat(steps(later, "The exchange")).contains("taken for now: Mon 2041-03-25");
    }

    @Test
    void standsBackForAPersonsOwnEntry() {
        Entry judgment = event("judgment", "2026-03-02").build();
        EntryId id = EntryId.derived(judgment.id(), "sample/appeal", 1);
        Entry own = new Entry(
                id,
                judgment.matter(),
                EntryKind.FILING,
                "Appeal, as agreed",
                judgment.when(),
                EntryStatus.OPEN,
                judgment.details(),
                new Origin.Entered("order", "1"),
                judgment.revision());
        SampleFirm firm = of(event("judgment", "2026-03-02")).on(own);
        assertThat(firm.schedule().derived()).extracting(Entry::id).doesNotContain(id);
        assertThat(firm.schedule().entries()).contains(own);
    }

    @Test
    void isMeantInTheZoneOfTheCourtItsTriggerIsBefore() {
        assertThat(of(event("judgment", "2026-03-02").court("us-cand"), event("demand", "2026-03-05"))
                        .schedule()
                        .derived())
                .allSatisfy(entry -> assertThat(entry.when().zone()).isEqualTo(ZoneId.of("America/Los_Angeles")));
    }

    @Test
    void findsTheRuleThatDerivedAnEntryInTheTextOfItsDay() {
        SampleFirm firm = of(event("judgment", "2026-03-02"), event("record-filed", "2019-03-04"));
        Origin.Derived appeal = (Origin.Derived) firm.schedule().derived().stream()
                .filter(entry -> entry.title().equals("The appeal"))
                .findFirst()
                .orElseThrow()
                .origin();
        assertThat(ruleOf(firm, appeal)).map(CourtRule::id).contains("appeal");
        Origin.Derived before = new Origin.Derived(SampleEntry.id("record-filed"), "sample/early", 1, List.of());
        assertThat(ruleOf(firm, before)).as("the text is of 2020").isEmpty();
        Origin.Derived unknown = new Origin.Derived(SampleEntry.id("judgment"), "sample/none", 1, List.of());
        assertThat(ruleOf(firm, unknown)).isEmpty();
    }

    private static Optional<CourtRule> ruleOf(SampleFirm firm, Origin.Derived derived) {
        return firm.rulebook().law().ruleOf(derived, firm.docket(), SampleFirm.CALENDARS);
    }
}
