package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.event;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Deadlines that run from an act for which there is a deadline, and of which nobody knows the day. */
class ChainedDeadlineTest {
    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              motion-served: Service of the motion
              disclosed: The other side's disclosure
            rules:
            """
            + rule("response", "motion-served", "14 days after", "service-days: no")
            + rule("reply", "response", "7 days after", "service-days: no")
            + rule("more-time", "response", "30 days after", "runs-from: last-day")
            + rule(
                    "rebuttal",
                    "response",
                    "{earlier-of: [10 days after, {trigger: disclosed, due: 10 days after}]}",
                    "enlarge: yes");

    private static String rule(String id, String trigger, String due, String more) {
        return """
              - id: %s
                title: The %s
                kind: filing
                duty: any-party
                trigger: %s
                due: %s
                %s
                authority: {cite: Rule of %s}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """.formatted(id, id, trigger, due, more, id);
    }

    private static SampleFirm of(SampleEntry... entries) {
        return firm().rules("use: sample").pack(PACK).on(entries);
    }

    private static List<String> derived(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> entry.title() + " "
                        + entry.when().date().map(Object::toString).orElse("without date") + " " + entry.status())
                .toList();
    }

    private static List<String> steps(SampleFirm firm, String title) {
        return firm.schedule().derived().stream()
                .filter(entry -> entry.title().equals(title))
                .map(entry -> ((Origin.Derived) entry.origin()).steps())
                .findFirst()
                .orElseThrow();
    }

    /** The response is due on Fri 2026-03-20. */
    private static SampleFirm served() {
        return of(event("motion-served", "2026-03-06"));
    }

    @Test
    void whatRunsFromAnActIsProvisionalUntilTheDayOfTheActIsKnown() {
        assertThat(derived(served()))
                .contains(
                        "The response 2026-03-20 OPEN",
                        "The reply 2026-03-27 PROVISIONAL",
                        "The rebuttal 2026-03-30 PROVISIONAL");
        assertThat(steps(served(), "The reply"))
                .contains(
                        "Counted as if \"The response\" were done on its last day, Fri 2026-03-20; done or served earlier, it"
                                + " makes this date earlier. When its day is known, enter that as the event response.");
        assertThat(steps(served(), "The rebuttal"))
                .anyMatch(step -> step.endsWith("enter that as the event disclosed."));
    }

    @Test
    void whatRunsFromTheLastDayItselfIsNot() {
        assertThat(derived(served())).contains("The more-time 2026-04-20 OPEN");
        assertThat(String.join("", steps(served(), "The more-time"))).doesNotContain("as if");
    }

    @Test
    void isCountedFromTheActOnceItsDayIsEntered() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-03-10"));

        assertThat(derived(firm))
                .contains("The response 2026-03-20 OPEN", "The reply 2026-03-17 OPEN")
                .doesNotContain("The reply 2026-03-27 PROVISIONAL");
    }

    @Test
    void wasStoredAsIfAndIsCalledOffOnceTheActHasADay() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-03-10"));
        served().schedule().derived().forEach(firm::on);

        assertThat(derived(firm)).contains("The reply 2026-03-27 SUPERSEDED", "The reply 2026-03-17 OPEN");
    }

    @Test
    void anEventThatIsTheActMakesTheDateSure() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("disclosed", "2026-03-09"));
        served().schedule().derived().forEach(firm::on);

        assertThat(derived(firm)).contains("The rebuttal 2026-03-19 OPEN");
    }

    @Test
    void anActBeforeTheEventThatCalledForItWasAnother() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-02-10"));

        assertThat(derived(firm)).contains("The reply 2026-03-27 PROVISIONAL");
    }

    @Test
    void anotherPartysActChangesNothing() {
        SampleFirm firm = of(
                event("motion-served", "2026-03-06").party("Bolt LLC"),
                event("response", "2026-03-10").party("Cray Inc."));

        assertThat(derived(firm)).contains("The reply 2026-03-27 PROVISIONAL");
    }

    @Test
    void anActThatMayBeOneOfSeveralEndsNone() {
        SampleFirm firm = of(
                event("motion-served", "2026-03-06").called("one").event("motion-served"),
                event("motion-served", "2026-03-13").called("two").event("motion-served"),
                event("response", "2026-03-10"));

        assertThat(firm.schedule().derived().stream()
                        .filter(entry -> entry.title().equals("The reply"))
                        .map(Entry::status))
                .containsExactlyInAnyOrder(EntryStatus.PROVISIONAL, EntryStatus.PROVISIONAL, EntryStatus.OPEN);
    }

    @Test
    void oneActOfAPartyThatOwesTwoLeavesTheOtherChain() {
        SampleFirm firm = of(
                event("motion-served", "2026-03-06")
                        .called("one")
                        .event("motion-served")
                        .party("Bolt LLC"),
                event("motion-served", "2026-03-13")
                        .called("two")
                        .event("motion-served")
                        .party("Bolt LLC"),
                event("response", "2026-03-16").party("Bolt LLC"));

        assertThat(derived(firm)).contains("The reply 2026-04-03 PROVISIONAL");
    }

    @Test
    void oneActOfNobodyFurtherDownTwoChainsEndsNone() {
        String deeper = PACK + rule("surreply", "reply", "5 days after", "service-days: no");
        SampleFirm firm = firm().rules("use: sample").pack(deeper);
        firm.on(event("motion-served", "2026-03-06")
                .called("one")
                .event("motion-served")
                .party("Bolt LLC"));
        firm.on(event("motion-served", "2026-03-13")
                .called("two")
                .event("motion-served")
                .party("Cray Inc."));
        firm.on(event("reply", "2026-03-24"));

        // the two replies are due 2026-03-27 and 2026-04-03; only one was made
        assertThat(derived(firm))
                .filteredOn(line -> line.startsWith("The surreply") && line.endsWith("PROVISIONAL"))
                .hasSize(2);
    }

    @Test
    void anActBeforeAnotherCourtLeavesTheChain() {
        SampleFirm firm = of(
                event("motion-served", "2026-03-06"),
                event("response", "2026-03-10").court("us-ca"));

        assertThat(derived(firm)).anyMatch(line -> line.startsWith("The reply"));
    }

    @Test
    void whatRunsFromALastDayDoesNotRunFromTheActToo() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-03-25"));

        assertThat(derived(firm))
                .filteredOn(line -> line.startsWith("The more-time"))
                .containsExactly("The more-time 2026-04-20 OPEN");
    }

    @Test
    void anActOnADayOnWhichTheRuleWasNotLawLeavesTheChain() {
        String later =
                PACK.replace("authority: {cite: Rule of reply}", "authority: {cite: Rule of reply, from: 2026-03-15}");
        SampleFirm firm = firm().rules("use: sample").pack(later);
        firm.on(event("motion-served", "2026-03-06"));
        firm.on(event("response", "2026-03-10"));

        assertThat(derived(firm)).anyMatch(line -> line.startsWith("The reply"));
    }

    @Test
    void anActThatIsCancelledAgainBringsTheChainBack() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-03-10"));
        served().schedule().derived().forEach(firm::on);
        firm.schedule().derived().forEach(firm::on);
        firm.on(event("response", "2026-03-10").status(EntryStatus.CANCELLED));

        assertThat(derived(firm)).contains("The reply 2026-03-27 PROVISIONAL", "The reply 2026-03-17 SUPERSEDED");
    }

    @Test
    void anActAfterTheLastDayLeavesTheChain() {
        SampleFirm firm = of(event("motion-served", "2026-03-06"), event("response", "2026-09-10"));

        assertThat(derived(firm)).contains("The reply 2026-03-27 PROVISIONAL");
    }
}
