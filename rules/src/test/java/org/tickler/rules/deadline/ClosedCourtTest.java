package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleEntry.event;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.ClosureKind;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.limitation.Claims;
import org.tickler.rules.plan.Closures;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Deadlines when a court closes: the earlier date stands until a second person has confirmed the closure. */
class ClosedCourtTest {
    private static final String WED_2027_01_27 = "2027-01-27T22:00:00Z";
    private static final String THU_2027_01_28 = "2027-01-28T14:00:00Z";

    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              complaint-served: Service of the complaint
              trial: Trial
            rules:
              - id: answer
                title: The answer
                kind: filing
                duty: any-party
                trigger: complaint-served
                due: 21 days after
                authority: {cite: Rule of answer}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
              - id: witnesses
                title: The witnesses
                kind: filing
                duty: any-party
                trigger: trial
                due: 14 days before
                authority: {cite: Rule of witnesses}
                unchecked: a sample
                examples: {on: 2026-03-27, due: 2026-03-13, source: none}
            """;

    private static String storm(String days, String kind) {
        return """
                amends: us-nysd
                closures:
                  - name: Snow storm
                    on: %s
                    kind: %s
                    authority: Notice of the Clerk of 27 January 2027
                """.formatted(days, kind);
    }

    /** The answer falls due on Thursday 28 January 2027. */
    private static SampleFirm served() {
        return of(event("complaint-served", "2027-01-07"));
    }

    private static SampleFirm of(SampleEntry... entries) {
        return firm().rules("use: sample").pack(PACK).on(entries);
    }

    /** The same firm with what was derived before stored. */
    private static SampleFirm stored(SampleFirm before, SampleEntry... entries) {
        SampleFirm firm = of(entries);
        before.schedule().derived().forEach(firm::on);
        return firm;
    }

    private static Entry deadline(SampleFirm firm) {
        return firm.schedule().derived().getFirst();
    }

    private static String line(SampleFirm firm) {
        Entry entry = deadline(firm);
        return entry.when().date().map(Object::toString).orElse("waiting") + " " + entry.status() + " r"
                + entry.revision().number();
    }

    private static List<String> steps(SampleFirm firm) {
        return ((Origin.Derived) deadline(firm).origin()).steps();
    }

    @Test
    void theEarlierDateStandsUntilASecondPersonConfirmsTheClosure() {
        SampleFirm firm = stored(served(), event("complaint-served", "2027-01-07"))
                .closes(storm("2027-01-28", "clerk-inaccessible"), WED_2027_01_27);

        assertThat(line(firm)).isEqualTo("2027-01-28 PROVISIONAL r1");
        assertThat(steps(firm))
                .endsWith("unconfirmed: us-nysd is closed on Thu 2027-01-28: Snow storm"
                        + " (Notice of the Clerk of 27 January 2027). That would make it Fri 2027-01-29;"
                        + " the earlier date stands until a second person confirms the closure");
        assertThat(firm.schedule().closures().held())
                .extracting(held -> held.entry() + " " + held.closure().place())
                .containsExactly(deadline(firm).id() + " us-nysd=2027-01-28");
    }

    @Test
    void oncePersonsHaveConfirmedItTheLaterDateStandsSinceThen() {
        SampleFirm held = stored(served(), event("complaint-served", "2027-01-07"))
                .closes(storm("2027-01-28", "clerk-inaccessible"), WED_2027_01_27);
        SampleFirm confirmed = stored(held, event("complaint-served", "2027-01-07"))
                .closes(storm("2027-01-28", "clerk-inaccessible"), WED_2027_01_27)
                .confirmed("us-nysd", "2027-01-28", ClosureKind.CLERK_INACCESSIBLE, "rdiaz", THU_2027_01_28);

        assertThat(line(confirmed)).isEqualTo("2027-01-29 OPEN r2");
        assertThat(deadline(confirmed).revision().knownAt()).hasToString(THU_2027_01_28);
        assertThat(steps(confirmed))
                .contains("us-nysd is closed on Thu 2027-01-28: Snow storm (Notice of the Clerk of 27 January 2027)."
                        + " Confirmed by rdiaz on Thu 2027-01-28.");
        assertThat(confirmed.schedule().closures()).isEqualTo(Closures.NONE);
    }

    @Test
    void whatWasConfirmedOfAnotherKindIsNotConfirmed() {
        SampleFirm firm = served().closes(storm("2027-01-28", "holiday"), WED_2027_01_27)
                .confirmed("us-nysd", "2027-01-28", ClosureKind.BUILDING_ONLY, "rdiaz", THU_2027_01_28);

        assertThat(line(firm)).isEqualTo("2027-01-28 PROVISIONAL r1");
    }

    @Test
    void aBuildingThatIsClosedExtendsNothing() {
        SampleFirm firm = served().closes(storm("2027-01-28", "building-only"), WED_2027_01_27);

        assertThat(line(firm)).isEqualTo("2027-01-28 OPEN r1");
        assertThat(firm.schedule().closures()).isEqualTo(Closures.NONE);
    }

    @Test
    void aClosureOnAnotherDayOrOfAnotherCourtSaysNothing() {
        assertThat(steps(served().closes(storm("2027-01-26", "holiday"), WED_2027_01_27)))
                .isEqualTo(steps(served()));
        assertThat(steps(served().closes(storm("2027-01-28", "holiday").replace("us-nysd", "us-cand"), WED_2027_01_27)))
                .isEqualTo(steps(served()));
    }

    @Test
    void aClosureOfEveryFederalCourtHoldsItToo() {
        SampleFirm firm =
                served().closes(storm("2027-01-28", "holiday").replace("us-nysd", "us-federal"), WED_2027_01_27);

        assertThat(line(firm)).isEqualTo("2027-01-28 PROVISIONAL r1");
        assertThat(steps(firm)).anyMatch(step -> step.contains("us-federal is closed on Thu 2027-01-28"));
    }

    @Test
    void twoClosuresInARowAreBothNamedAndConfirmedOneByOne() {
        String both = storm("[2027-01-28, 2027-01-29]", "clerk-inaccessible");
        assertThat(steps(served().closes(both, WED_2027_01_27)).getLast())
                .contains("closed on Thu 2027-01-28", "closed on Fri 2027-01-29", "would make it Mon 2027-02-01")
                .endsWith("until a second person confirms the closures");

        SampleFirm first = served().closes(both, WED_2027_01_27)
                .confirmed("us-nysd", "2027-01-28", ClosureKind.CLERK_INACCESSIBLE, "rdiaz", THU_2027_01_28);
        assertThat(line(first)).isEqualTo("2027-01-29 PROVISIONAL r1");
        assertThat(first.schedule().closures().held())
                .extracting(held -> held.closure().place())
                .containsExactly("us-nysd=2027-01-29");

        SampleFirm second =
                first.confirmed("us-nysd", "2027-01-29", ClosureKind.CLERK_INACCESSIBLE, "rdiaz", THU_2027_01_28);
        assertThat(line(second)).isEqualTo("2027-02-01 OPEN r1");
    }

    @Test
    void theHoldFollowsATriggerThatMoves() {
        String yaml = storm("2027-01-28", "clerk-inaccessible");
        SampleFirm held = served().closes(yaml, WED_2027_01_27);
        SampleFirm away = stored(held, event("complaint-served", "2027-01-12").revision(2, THU_2027_01_28))
                .closes(yaml, WED_2027_01_27);
        assertThat(line(away)).isEqualTo("2027-02-02 OPEN r2");

        SampleFirm back = stored(away, event("complaint-served", "2027-01-07").revision(3, "2027-01-29T14:00:00Z"))
                .closes(yaml, WED_2027_01_27);
        assertThat(line(back)).isEqualTo("2027-01-28 PROVISIONAL r3");
    }

    @Test
    void whatIsCountedBackAndBecomesEarlierIsSoAtOnce() {
        SampleFirm open = of(event("trial", "2027-02-11"));
        assertThat(line(open)).isEqualTo("2027-01-28 OPEN r1");

        SampleFirm closed =
                stored(open, event("trial", "2027-02-11")).closes(storm("2027-01-28", "holiday"), WED_2027_01_27);
        assertThat(line(closed)).isEqualTo("2027-01-27 OPEN r2");
        assertThat(closed.schedule().closures().held()).isEmpty();
    }

    /** The earliest reading of Rule 6(a)(3) for what is counted back is the day itself, whoever confirms the closure. */
    @Test
    void whatIsCountedBackToADayWithoutAClerkStaysThere() {
        SampleFirm closed =
                of(event("trial", "2027-02-11")).closes(storm("2027-01-28", "clerk-inaccessible"), WED_2027_01_27);

        assertThat(line(closed)).isEqualTo("2027-01-28 OPEN r1");
        assertThat(closed.schedule().closures().held()).isEmpty();
    }

    @Test
    void theEarliestOfTwoClosuresStandsThoughBothTogetherCancelOut() {
        String yaml = storm("2027-01-28", "holiday") + """
                  - name: Power failure
                    on: 2027-01-27
                    kind: clerk-inaccessible
                    authority: Notice of the Clerk of 26 January 2027
                """.indent(0);

        assertThat(line(of(event("trial", "2027-02-11")).closes(yaml, WED_2027_01_27)))
                .startsWith("2027-01-27 ");
    }

    @Test
    void aDeadlineOfTheFirmsOwnIsHeldTheSameWay() {
        String rules = """
                deadlines:
                  - {id: draft, trigger: {event: complaint-served}, due: 14 court days after, kind: task}
                """;
        SampleFirm open = firm().rules(rules).on(event("complaint-served", "2027-01-07"));
        assertThat(line(open)).isEqualTo("2027-01-28 OPEN r1");
        assertThat(line(firm().rules(rules)
                        .on(event("complaint-served", "2027-01-07"))
                        .closes(storm("2027-01-28", "holiday"), WED_2027_01_27)))
                .isEqualTo("2027-01-28 PROVISIONAL r1");
    }

    @Test
    void moreClosuresNearByDoNotMakeItLater() {
        String two = """
                amends: us-nysd
                closures:
                  - {name: Snow storm, on: 2027-01-28, kind: holiday, authority: Notice}
                  - {name: Power failure, on: 2027-01-27, kind: clerk-inaccessible, authority: Notice}
                """;
        String many = two + """
                  - {name: Flood, on: [2027-02-01, 2027-02-02, 2027-02-03, 2027-02-04, 2027-02-05, 2027-02-08, 2027-02-09], kind: holiday, authority: Notice}
                """.indent(0);

        assertThat(line(of(event("trial", "2027-02-11")).closes(many, WED_2027_01_27)))
                .isEqualTo(line(of(event("trial", "2027-02-11")).closes(two, WED_2027_01_27)));
    }

    @Test
    void aRepeatedDeadlineThatAClosurePutsPastItsEndIsNotLost() {
        String rules = """
                deadlines:
                  - {id: report, trigger: {event: complaint-served}, due: 5 court days after, then: every 5 court days, until: {event: trial}, kind: filing}
                """;
        SampleFirm open =
                firm().rules(rules).on(event("complaint-served", "2027-01-07")).on(event("trial", "2027-01-29"));
        List<String> dates = days(open);
        open.closes(storm("[2027-01-27, 2027-01-28]", "holiday"), WED_2027_01_27);

        assertThat(dates).hasSize(3);
        assertThat(days(open)).isEqualTo(dates);
    }

    private static List<String> days(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> entry.when().date().orElseThrow().toString())
                .toList();
    }

    @Test
    void aRuleThatAsksIsAskedWhenAnotherOfItsEventsMoves() {
        String both = PACK + """
              - id: both
                title: Both
                kind: filing
                duty: any-party
                trigger: complaint-served
                due: {later-of: [21 days after, {trigger: trial, due: 7 days after}]}
                when-trigger-moves: ask
                authority: {cite: Rule of both}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, also: {trial: 2026-03-02}, source: none}
            """.indent(0);
        SampleFirm open = firm().rules("use: sample")
                .pack(both)
                .on(event("complaint-served", "2027-01-07"))
                .on(event("trial", "2027-01-26"));
        SampleFirm moved = firm().rules("use: sample")
                .pack(both)
                .on(event("complaint-served", "2027-01-07"))
                .on(event("trial", "2027-02-23").revision(2, THU_2027_01_28));
        open.schedule().derived().forEach(moved::on);

        assertThat(moved.schedule().derived())
                .filteredOn(entry -> ((Origin.Derived) entry.origin()).rule().endsWith("/both"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.when().date()).contains(LocalDate.of(2027, 2, 2));
                    assertThat(DeadlineDeriver.asks(entry)).isPresent();
                });
    }

    @Test
    void whatWasConfirmedUnderAnotherNameIsNotConfirmed() {
        SampleFirm firm = served().closes(storm("2027-01-28", "holiday").replace("Snow storm", "Flood"), WED_2027_01_27)
                .confirmed("us-nysd", "2027-01-28", ClosureKind.HOLIDAY, "rdiaz", THU_2027_01_28);

        assertThat(line(firm)).isEqualTo("2027-01-28 PROVISIONAL r1");
    }

    private static SampleEntry trial(String court, String date) {
        return entry("trial", EntryKind.TRIAL, date).court(court).event("trial");
    }

    private static SampleFirm using(String pack, SampleEntry... entries) {
        return firm().rules("use: " + pack).on(entries);
    }

    private static String day(SampleFirm firm, String rule) {
        return firm.schedule().derived().stream()
                .filter(entry -> ((Origin.Derived) entry.origin()).rule().equals(rule))
                .map(entry -> entry.when().date().map(Object::toString).orElse("waiting"))
                .collect(Collectors.joining());
    }

    /** Code Civ. Proc. 2024.020(b): a continuance of trial does not reopen discovery. */
    @Test
    void aCutOffThatStaysWhenTrialMovesStaysWhenTheTrialIsTakenOff() {
        String cutOff = day(using("us-ca", trial("us-ca", "2027-03-01")), "us-ca/discovery-cutoff");
        SampleFirm off = using("us-ca", trial("us-ca", "2027-03-01"));
        off.schedule().derived().forEach(off::on);
        off.closes(storm("2027-03-01", "holiday").replace("us-nysd", "us-ca"), WED_2027_01_27);
        assertThat(day(off, "us-ca/discovery-cutoff")).isEqualTo(cutOff);

        SampleFirm again = using("us-ca", trial("us-ca", "2027-04-05").revision(3, THU_2027_01_28));
        off.schedule().derived().forEach(again::on);
        again.closes(storm("2027-03-01", "holiday").replace("us-nysd", "us-ca"), WED_2027_01_27);
        assertThat(day(again, "us-ca/discovery-cutoff")).isEqualTo(cutOff);
    }

    /** Fed. R. Crim. P. 12.1(b)(2): 14 days after service, but no later than 14 days before trial. */
    @Test
    void theEarlierOfTwoKeepsItsDateWhileTheTrialIsOff() {
        SampleEntry served =
                entry("served", EntryKind.EVENT, "2027-01-25").court("us-nysd").event("alibi-notice-served");
        SampleFirm off = using("us-frcrp", served, trial("us-nysd", "2027-02-16"))
                .closes(storm("2027-02-16", "clerk-inaccessible"), WED_2027_01_27);

        assertThat(day(off, "us-frcrp/alibi-disclosure")).isEqualTo("2027-02-02");
    }

    @Test
    void whatIsCountedFromATrialOfTheMattersCourtIsNotCalledOffWithIt() {
        SampleFirm off = using(
                        "us-frcp", entry("trial", EntryKind.TRIAL, "2027-03-15").event("trial"))
                .court("us-nysd");
        List<String> dates = days(off);
        off.schedule().derived().forEach(off::on);
        off.closes(storm("2027-03-15", "clerk-inaccessible"), WED_2027_01_27);

        assertThat(off.schedule().derived())
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.status()).isEqualTo(EntryStatus.PROVISIONAL));
        assertThat(days(off)).isEqualTo(dates);
    }

    @Test
    void aDateByOrderIsNotHeldByAClosure() {
        EntryId answer = deadline(served()).id();
        SampleFirm firm = served().said(new Instruction(
                        answer,
                        Instruction.What.ORDERED,
                        new Instruction.Terms(
                                Optional.of(new When.AllDay(
                                        LocalDate.of(2027, 1, 28), Optional.empty(), ZoneId.of("America/New_York"))),
                                Optional.of("ECF 34")),
                        new Instruction.Basis(
                                Optional.of(LocalDate.of(2027, 1, 7)), Optional.of(LocalDate.of(2027, 1, 28))),
                        new PersonId("jlin"),
                        Instant.parse("2027-01-20T15:00:00Z"),
                        Optional.of("case management")))
                .closes(storm("2027-01-28", "holiday"), WED_2027_01_27);

        assertThat(line(firm)).isEqualTo("2027-01-28 PROPOSED r1");
        assertThat(firm.schedule().closures()).isEqualTo(Closures.NONE);
    }

    @Test
    void aLastDayToSueIsCountedWithoutAClosureThatNobodyHasConfirmed() {
        SampleFirm firm = firm().court("us-nysd")
                .rules("""
                        limitations:
                          - id: sample
                            claim: personal-injury
                            court: us-federal
                            period: 3 years after
                            law: us-frcp
                            authority: {cite: Sample Code § 1}
                            unchecked: a sample
                            examples: {accrued: 2024-05-01, due: 2027-05-03, source: counted by hand}
                        """)
                .claim(Claims.accrued("2024-01-28").build())
                .closes(storm("2027-01-28", "holiday"), WED_2027_01_27);

        assertThat(line(firm)).startsWith("2027-01-28 ");
        assertThat(line(firm.confirmed("us-nysd", "2027-01-28", ClosureKind.HOLIDAY, "rdiaz", THU_2027_01_28)))
                .startsWith("2027-01-29 ");
    }

    @Test
    void whatIsDoneAsksNobody() {
        Entry done = deadline(served()).withStatus(EntryStatus.DONE);
        SampleFirm firm = served().on(done).closes(storm("2027-01-28", "holiday"), WED_2027_01_27);

        assertThat(firm.schedule().derived()).containsExactly(done);
        assertThat(firm.schedule().closures()).isEqualTo(Closures.NONE);
    }
}
