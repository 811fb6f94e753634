package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleEntry.event;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Proceeding;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Deadlines that court rules attach to entries with an event, in the Southern District of New York. */
class CourtDeadlineTest {
    private static final String USE = "use: sample";

    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            facts:
              us-party: the United States is a party
            events:
              complaint-served: Service of the complaint
              requests-served: Service of requests
              trial: Trial
              judgment: Entry of judgment
              motion-decided: Decision of a motion
              record-filed: Filing of the record
              argument: Oral argument
            rules:
            """
            + rule("answer", "complaint-served", "21 days after", "silence: A default may be entered.")
            + rule("responses", "requests-served", "30 days after", "service-days: yes")
            + rule("objections", "responses", "14 days after", "")
            + rule("cut-off", "trial", "30 days before", "when-trigger-moves: stay")
            + rule("witnesses", "trial", "14 days before", "when-trigger-moves: ask")
            + rule(
                    "appeal",
                    "judgment",
                    "30 days after",
                    "if: not us-party\n    restarts: {on: motion-decided, cite: Rule 4}")
            + rule("appeal-us", "judgment", "60 days after", "if: us-party")
            + rule(
                    "reply",
                    "record-filed",
                    "{earlier-of: [21 days after, {trigger: argument, due: 7 days before}]}",
                    "")
            + rule(
                    "scheduling",
                    "record-filed",
                    "{later-of: [21 days after, {trigger: argument, due: 7 days after}]}",
                    "");

    private static String rule(String id, String trigger, String due, String more) {
        return """
              - id: %s
                title: %s
                kind: filing
                duty: any-party
                trigger: %s
                due: %s
                %s
                authority: {cite: "Rule of %s"}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """.formatted(id, "The " + id, trigger, due, more, id).replaceAll("(?m)^ {4}\\n", "");
    }

    private static SampleFirm of(SampleEntry... entries) {
        return firm().rules(USE).pack(PACK).on(entries);
    }

    private static List<String> derived(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> entry.title() + " "
                        + entry.when().date().map(Object::toString).orElse("without date") + " " + entry.status())
                .toList();
    }

    private static List<String> steps(Entry entry) {
        return ((Origin.Derived) entry.origin()).steps();
    }

    /** The firm with what {@code before} derived stored, and other entries. */
    private static SampleFirm after(SampleFirm before, SampleEntry... now) {
        SampleFirm firm = of();
        before.schedule().derived().forEach(firm::on);
        for (SampleEntry one : now) {
            firm.on(one);
        }
        return firm;
    }

    @Test
    void derivesTheAnswerFromTheServiceOfTheComplaint() {
        Entry answer =
                of(event("complaint-served", "2026-03-06")).schedule().derived().getFirst();

        assertThat(answer.when().date()).hasToString("Optional[2026-03-27]");
        assertThat(answer.details().authority()).contains("Rule of answer");
        assertThat(answer.origin())
                .isInstanceOfSatisfying(
                        Origin.Derived.class,
                        origin -> assertThat(origin.rule()).isEqualTo("sample/answer"));
        assertThat(steps(answer).getFirst()).isEqualTo("the complaint-served is on Fri 2026-03-06");
        assertThat(String.join("\n", steps(answer)))
                .contains("Rule of answer", "not compared with its text: a sample", "21 days after: Fri 2026-03-27")
                .contains("Fed. R. Civ. P. 6");
    }

    @Test
    void addsDaysForServiceByMailAndFollowsTheChain() {
        assertThat(derived(of(event("requests-served", "2025-10-10").served("mail"))))
                .containsExactly("The responses 2025-11-13 OPEN", "The objections 2025-11-28 PROVISIONAL");
    }

    @Test
    void addsNothingForServiceThatItDoesNotKnow() {
        assertThat(derived(of(event("requests-served", "2025-10-10").served("by pigeon"))))
                .contains("The responses 2025-11-10 OPEN");
    }

    @Test
    void derivesNothingWithoutACourtOrInAnotherOne() {
        SampleEntry served = entry("served", EntryKind.EVENT, "2026-03-06").event("complaint-served");
        assertThat(derived(of(served))).isEmpty();
        assertThat(derived(of(served.called("other").court("gb-ew")))).isEmpty();
    }

    @Test
    void makesASecondChainForASecondParty() {
        SampleFirm firm = of(
                event("complaint-served", "2026-03-06")
                        .called("first")
                        .event("complaint-served")
                        .party("Bolt LLC"),
                event("complaint-served", "2026-03-13")
                        .called("second")
                        .event("complaint-served")
                        .party("Bolt Inc."));

        assertThat(firm.schedule().derived())
                .extracting(entry -> entry.details().party().orElse("") + " "
                        + entry.when().date().orElseThrow())
                .containsExactly("Bolt LLC 2026-03-27", "Bolt Inc. 2026-04-03");
    }

    @Test
    void watchesForWhatTheOtherSideOwes() {
        Entry watched = of(event("complaint-served", "2026-03-06").party("defendant"))
                .pack(PACK.replace("duty: any-party", "duty: served-party"))
                .schedule()
                .derived()
                .getFirst();

        assertThat(watched.title()).isEqualTo("Watch for the other side's: The answer");
        assertThat(watched.kind()).isEqualTo(EntryKind.TASK);
        assertThat(steps(watched)).contains("If it is not done: A default may be entered.");
    }

    @Test
    void takesForOursWhatMayBeOurs() {
        SampleFirm firm = of(event("complaint-served", "2026-03-06").party("Bolt LLC"))
                .pack(PACK.replace("duty: any-party", "duty: served-party"));

        assertThat(derived(firm)).containsExactly("The answer 2026-03-27 OPEN");
    }

    @Test
    void waitsForATriggerWithoutADate() {
        assertThat(derived(of(event("complaint-served", "2026-03-06").waiting())))
                .containsExactly("The answer without date WAITING");
    }

    @Test
    void staysWhereItWasCountedFirst() {
        SampleFirm before = of(event("trial", "2027-05-03"));
        assertThat(derived(before)).contains("The cut-off 2027-04-02 OPEN");

        assertThat(derived(after(before, event("trial", "2027-06-07").revision(2, "2027-01-05T15:00:00Z"))))
                .contains("The cut-off 2027-04-02 OPEN");
    }

    @Test
    void keepsTheEarlierDateAndAsksWhereTheRuleSaysSo() {
        SampleFirm before = of(event("trial", "2027-05-03"));
        assertThat(derived(before)).contains("The witnesses 2027-04-19 OPEN");

        SampleFirm moved = after(before, event("trial", "2027-06-07").revision(2, "2027-01-05T15:00:00Z"));
        assertThat(derived(moved)).contains("The witnesses 2027-04-19 PROVISIONAL");
        Entry asked = moved.schedule().derived().stream()
                .filter(entry -> entry.title().equals("The witnesses"))
                .findFirst()
                .orElseThrow();
        assertThat(steps(asked)).anyMatch(step -> step.contains("would now be Mon 2027-05-24"));

        SampleFirm again = after(moved, event("trial", "2027-06-07").revision(2, "2027-01-05T15:00:00Z"));
        assertThat(derived(again)).contains("The witnesses 2027-04-19 PROVISIONAL");
    }

    @Test
    void runsAnewFromTheLastEventThatRestartsIt() {
        assertThat(derived(of(event("judgment", "2026-03-02")))).containsExactly("The appeal 2026-04-01 OPEN");
        assertThat(derived(of(event("judgment", "2026-03-02"), event("motion-decided", "2026-04-15"))))
                .containsExactly("The appeal 2026-05-15 OPEN");
    }

    @Test
    void takesTheRuleThatTheFactsOfTheMatterCallFor() {
        assertThat(derived(of(event("judgment", "2026-03-02")).facts("us-party")))
                .containsExactly("The appeal-us 2026-05-01 OPEN");
    }

    @Test
    void takesTheEarlierOfTwoAndWaitsForTheLater() {
        assertThat(derived(of(event("record-filed", "2026-03-02"))))
                .containsExactly("The reply 2026-03-23 OPEN", "The scheduling without date WAITING");
        assertThat(derived(of(event("record-filed", "2026-03-02"), event("argument", "2026-03-25"))))
                .containsExactly("The reply 2026-03-18 OPEN", "The scheduling 2026-04-01 OPEN");
    }

    @Test
    void fallsBackToTheEarliestSafeDayPastTheCalendarsYears() {
        SampleFirm firm = of(event("complaint-served", "2041-03-09"));

        assertThat(derived(firm)).containsExactly("The answer 2041-03-29 PROVISIONAL");
        assertThat(String.join("\n", steps(firm.schedule().derived().getFirst())))
                .contains("vouches for", "unconfirmed: ");
    }

    @Test
    void leavesAloneWhatAPersonHasDone() {
        SampleFirm before = of(event("complaint-served", "2026-03-06"));
        Entry done = before.schedule().derived().getFirst().withStatus(EntryStatus.DONE);

        SampleFirm moved = of(event("complaint-served", "2026-04-06")).on(done);
        assertThat(moved.schedule().derived()).containsExactly(done);
    }

    @Test
    void supersedesWhatNoLongerFollows() {
        SampleFirm before = of(event("complaint-served", "2026-03-06"));

        SampleFirm without = firm().pack(PACK).on(event("complaint-served", "2026-03-06"));
        before.schedule().derived().forEach(without::on);
        assertThat(derived(without)).containsExactly("The answer 2026-03-27 SUPERSEDED");
    }

    @Test
    void whatStaysWithACourtThatTheMatterLeftStaysInTheZoneThatIsItsOwnThere() {
        SampleFirm firm = of(entry("complaint-served", EntryKind.EVENT, "2026-03-20")
                        .court("us-txwd")
                        .event("complaint-served"))
                .proceeding(elPaso(Optional.of(LocalDate.of(2026, 3, 15))))
                .judge("us-nysd", "Doe", "2026-03-16");
        assertThat(firm.schedule().derived())
                .singleElement()
                .satisfies(answer -> assertThat(answer.when().zone()).hasToString("America/Denver"));
    }

    /** The Western District of Texas keeps Mountain Time in El Paso. */
    private static Proceeding elPaso(Optional<LocalDate> until) {
        return new Proceeding(
                new CalendarId("us-txwd"),
                Optional.empty(),
                Optional.empty(),
                Optional.of(ZoneId.of("America/Denver")),
                Optional.empty(),
                until);
    }
}
