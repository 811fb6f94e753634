package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Deadlines under the federal rules and what a court and a judge of the Southern District of New York have of their own. */
class OverlaidDeadlineTest {
    private static final String COURT =
            """
            overlay: nysd
            title: Local rules
            version: 2026-11-26
            over: us-frcp
            courts: us-nysd
            rules:
            """ + rule("replaces: answer", "complaint-served", "28 days after", "Local Rule 12")
                    + rule("id: letter", "discovery-closed", "14 days after", "Local Rule 56");
    private static final String JUDGE =
            """
            overlay: judge-doe
            title: Practices of Judge Doe
            version: 2026-11-26
            over: us-frcp
            courts: us-nysd
            judge: Judge Doe
            without: {rule: summary-judgment-motion, cite: Doe Pract. 3}
            rules:
            """ + rule("replaces: answer", "complaint-served", "30 days after", "Doe Pract. 2")
                    + rule("id: conference", "answer", "10 days after", "Doe Pract. 4");

    private static String rule(String name, String trigger, String due, String cite) {
        return """
              - %s
                title: "%s"
                kind: filing
                duty: any-party
                trigger: %s
                due: %s
                authority: {cite: %s}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """.formatted(name, name, trigger, due, cite);
    }

    private static SampleFirm of(SampleEntry... entries) {
        return firm().rules("use: us-frcp").overlay(JUDGE).overlay(COURT).on(entries);
    }

    private static SampleEntry served() {
        return entry("served", EntryKind.EVENT, "2026-03-06").event("complaint-served");
    }

    private static SampleEntry discoveryClosed() {
        return entry("closed", EntryKind.EVENT, "2026-03-06").event("discovery-closed");
    }

    private static List<String> derived(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> rule(entry) + " "
                        + entry.when().date().map(Object::toString).orElse("without date") + " " + entry.status())
                .filter(line -> !line.contains("answer-after-removal"))
                .toList();
    }

    private static String rule(Entry entry) {
        return ((Origin.Derived) entry.origin()).rule();
    }

    private static Entry answer(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .filter(entry -> rule(entry).equals("us-frcp/answer"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void goByThePackInAnotherCourt() {
        assertThat(derived(of(served()).judge("us-nyed", "Doe"))).contains("us-frcp/answer 2026-03-27 OPEN");
    }

    @Test
    void goByTheCourtsOverlayBeforeAnotherJudgeOrNone() {
        assertThat(derived(of(served()).court("us-nysd"))).contains("us-frcp/answer 2026-04-03 OPEN");
        assertThat(derived(of(served()).judge("us-nysd", "Roe")))
                .contains("us-frcp/answer 2026-04-03 OPEN")
                .noneMatch(line -> line.startsWith("us-frcp/conference"));
    }

    @Test
    void goByTheJudgesOverTheCourtsAndFollowTheChain() {
        assertThat(derived(of(served()).judge("us-nysd", "Hon. Doe")))
                .contains("us-frcp/answer 2026-04-06 OPEN", "us-frcp/conference 2026-04-16 PROVISIONAL");
    }

    @Test
    void goByTheJudgeOfTheCourtThatTheMatterHasLeftWhereTheyStayedThere() {
        assertThat(derived(of(served().court("us-nysd")).judgeUntil("us-nysd", "Doe", "2026-03-31")))
                .contains("us-frcp/answer 2026-04-06 OPEN", "us-frcp/conference 2026-04-16 PROVISIONAL");
    }

    @Test
    void addAndLeaveOutRules() {
        assertThat(derived(of(discoveryClosed()).court("us-nysd")))
                .contains("us-frcp/letter 2026-03-20 OPEN", "us-frcp/summary-judgment-motion 2026-04-06 OPEN");
        assertThat(derived(of(discoveryClosed()).judge("us-nysd", "Doe")))
                .contains("us-frcp/letter 2026-03-20 OPEN")
                .noneMatch(line -> line.startsWith("us-frcp/summary-judgment-motion"));
    }

    @Test
    void moveTheSameEntryWhenAJudgeIsAssigned() {
        SampleFirm before = of(served()).court("us-nysd");
        SampleFirm assigned = of(served()).judge("us-nysd", "Doe");
        before.schedule().derived().forEach(assigned::on);

        Entry moved = answer(assigned);
        assertThat(moved.id()).isEqualTo(answer(before).id());
        assertThat(moved.revision().number()).isEqualTo(2);
        assertThat(derived(assigned))
                .contains("us-frcp/answer 2026-04-06 OPEN")
                .noneMatch(line -> line.endsWith("SUPERSEDED"));
        assertThat(moved.details().authority()).contains("Doe Pract. 2");
        assertThat(String.join("\n", ((Origin.Derived) moved.origin()).steps()))
                .contains("overlay \"Practices of Judge Doe\" of 2026-11-26, in place of Local Rule 12");
    }

    @Test
    void takeTheJudgeOfTheTriggersDate() {
        SampleFirm firm = of(
                        served().called("first"),
                        entry("second", EntryKind.EVENT, "2026-03-20").event("complaint-served"))
                .judge("us-nysd", "Roe")
                .judge("us-nysd", "Doe", "2026-03-16");

        assertThat(derived(firm)).contains("us-frcp/answer 2026-04-03 OPEN", "us-frcp/answer 2026-04-20 OPEN");
    }

    @Test
    void takeTheJudgeOfTheirOwnCourtWhereTwoProceedingsRun() {
        assertThat(derived(of(served().court("us-nysd")).judge("us-nysd", "Doe").judge("us-nyed", "Roe")))
                .contains("us-frcp/answer 2026-04-06 OPEN");
    }

    @Test
    void takeNoJudgeOfAnotherCourt() {
        assertThat(derived(of(served().court("us-nysd")).judge("us-nyed", "Doe")))
                .contains("us-frcp/answer 2026-04-03 OPEN");
    }

    @Test
    void supersedeWhatAJudgeDoesNotHave() {
        SampleFirm before = of(discoveryClosed()).court("us-nysd");
        SampleFirm assigned = of(discoveryClosed()).judge("us-nysd", "Doe");
        before.schedule().derived().forEach(assigned::on);

        assertThat(derived(assigned)).contains("us-frcp/summary-judgment-motion 2026-04-06 SUPERSEDED");
    }

    @Test
    void moveSinceTheOverlayIsActive() {
        SampleFirm before = firm().rules("use: us-frcp")
                .rulesKnown("2026-03-09T14:00:00Z")
                .on(served())
                .court("us-nysd");
        SampleFirm after = of(served()).court("us-nysd").rulesKnown("2026-03-10T14:00:00Z");
        before.schedule().derived().forEach(after::on);

        assertThat(answer(after).revision().knownAt()).isEqualTo("2026-03-10T14:00:00Z");
        assertThat(answer(after).when().date()).hasToString("Optional[2026-04-03]");
    }
}
