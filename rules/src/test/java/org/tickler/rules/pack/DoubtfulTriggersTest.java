package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.count.ShippedLaws;

/** Triggers that are not one known day: ranges, what starts a period anew, links of a chain without a date, narrow windows. */
class DoubtfulTriggersTest {
    private static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);

    private static final String HEAD = """
            pack: doubts
            title: Rules of doubt
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              judgment: Entry of judgment
              motion-decided: Decision of a motion
              removal: Removal of the action
              trial: First day of trial
            rules:
            """;

    private static DeadlineCalculator rules(String... rules) {
        StringBuilder text = new StringBuilder(HEAD);
        for (String rule : rules) {
            text.append(("- " + rule.strip().replace("\n", "\n  ")).indent(2));
        }
        Problems problems = new Problems();
        Pack pack = PackReader.read(new SourceText("doubts.yaml", text.toString()), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
        return new DeadlineCalculator(pack, new PeriodCounter(ShippedLaws.laws(), CALENDARS));
    }

    private static String rule(String id, String trigger, String due, String more) {
        return "id: " + id + "\ntitle: Act " + id + "\nkind: filing\nduty: any-party\ntrigger: " + trigger + "\ndue: "
                + due
                + "\n" + more + (more.isEmpty() || more.endsWith("\n") ? "" : "\n")
                + (more.contains("authority:") ? "" : "authority: {cite: Doubt R. 1, checked: 2026-11-26}\n")
                + "examples: [{on: 2026-03-06, due: 2026-03-27, source: not run}]";
    }

    private static TriggerFacts facts(String on, String until, Map<String, LocalDate> also) {
        return new TriggerFacts(
                LocalDate.parse(on),
                LocalDate.parse(until),
                Optional.of(LocalTime.of(15, 30)),
                Optional.of(ServiceMethod.MAIL),
                Optional.of(new CalendarId("us-nysd")),
                Set.of(),
                also);
    }

    private static Computation.Due due(CourtDeadline deadline) {
        assertThat(deadline.outcome()).isInstanceOf(CourtDeadline.Dated.class);
        return ((CourtDeadline.Dated) deadline.outcome()).due();
    }

    private static List<String> said(List<CourtDeadline> deadlines) {
        return deadlines.stream()
                .map(deadline -> deadline.rule().id() + " "
                        + switch (deadline.outcome()) {
                            case CourtDeadline.Dated dated ->
                                dated.due().earliest().due().toString();
                            case CourtDeadline.Waiting waiting -> "waits for " + waiting.event();
                            case CourtDeadline.Refused refused -> "refused";
                        })
                .toList();
    }

    @Test
    void whatStartsAPeriodAnewWasNotServedAsTheFirstPaperWas() {
        DeadlineCalculator calculator = rules(rule(
                "fees",
                "judgment",
                "14 days after",
                "service-days: yes\nrestarts: [{on: motion-decided, cite: Doubt R. 2}]"));

        CourtDeadline anew = calculator
                .deadlines(
                        "judgment",
                        facts("2026-03-06", "2026-03-06", Map.of("motion-decided", LocalDate.of(2026, 4, 1))))
                .getFirst();

        assertThat(due(anew).earliest().due()).hasToString("2026-04-15");
    }

    @Test
    void theHourOfATriggerIsNotTheHourOfWhatStartsThePeriodAnew() {
        DeadlineCalculator calculator =
                rules(rule("stay", "judgment", "48 hours after", "restarts: [{on: motion-decided, cite: Doubt R. 2}]"));

        CourtDeadline anew = calculator
                .deadlines(
                        "judgment",
                        facts("2026-03-10", "2026-03-10", Map.of("motion-decided", LocalDate.of(2026, 4, 1))))
                .getFirst();

        assertThat(anew.outcome())
                .isInstanceOfSatisfying(
                        CourtDeadline.Refused.class,
                        refused -> assertThat(refused.why().why()).isEqualTo(Computation.Why.HOUR_MISSING));
    }

    @Test
    void aPeriodThatMayHaveBegunAfterWhatStartsItAnewMayEndLater() {
        DeadlineCalculator calculator = rules(
                rule("appeal", "judgment", "30 days after", "restarts: [{on: motion-decided, cite: Doubt R. 2}]"));

        Computation.Due due = due(calculator
                .deadlines(
                        "judgment",
                        facts("2026-03-02", "2026-03-10", Map.of("motion-decided", LocalDate.of(2026, 3, 5))))
                .getFirst());

        assertThat(due.earliest().due()).hasToString("2026-04-06");
        assertThat(due.latest().due()).hasToString("2026-04-09");
    }

    @Test
    void aRangeAcrossAnAmendmentIsCountedByBothTexts() {
        DeadlineCalculator calculator = rules(
                rule(
                        "answer",
                        "judgment",
                        "30 days after",
                        "authority: {cite: Doubt R. 1, checked: 2026-11-26, to: 2026-02-28}"),
                rule(
                        "answer",
                        "judgment",
                        "20 days after",
                        "authority: {cite: Doubt R. 1, checked: 2026-11-26, from: 2026-03-01}"));

        Computation.Due due = due(calculator
                .deadlines("judgment", facts("2026-02-26", "2026-03-04", Map.of()))
                .getFirst());

        assertThat(due.earliest().due()).hasToString("2026-03-23");
        assertThat(due.earliest().because())
                .containsExactly(
                        "the trigger was on one of the days from 2026-02-26 to 2026-03-04; this counts from 2026-03-01");
        assertThat(due.latest().due()).hasToString("2026-03-30");
    }

    @Test
    void aRangeThatBeginsBeforeTheRuleWasLawSetsItGoing() {
        DeadlineCalculator calculator = rules(rule(
                "answer",
                "judgment",
                "20 days after",
                "authority: {cite: Doubt R. 1, checked: 2026-11-26, from: 2026-03-01}"));

        assertThat(said(calculator.deadlines("judgment", facts("2026-02-26", "2026-03-04", Map.of()))))
                .containsExactly("answer 2026-03-23");
        assertThat(calculator.deadlines("judgment", facts("2026-02-26", "2026-02-28", Map.of())))
                .isEmpty();
    }

    @Test
    void aRangeIsAYearAtMost() {
        assertThatThrownBy(() -> facts("2026-03-06", "2027-03-08", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("366 days");
    }

    @Test
    void theLaterAndTheEarlierOfTwoOverARangeAreTakenReadingByReading() {
        DeadlineCalculator calculator = rules(
                rule("later", "judgment", "{later-of: [21 days after, {trigger: removal, due: 7 days after}]}", ""),
                rule(
                        "earlier",
                        "judgment",
                        "{earlier-of: [21 days after, {trigger: removal, due: 7 days after}]}",
                        ""));

        List<CourtDeadline> both = calculator.deadlines(
                "judgment", facts("2026-03-02", "2026-03-10", Map.of("removal", LocalDate.of(2026, 3, 19))));

        assertThat(due(both.getFirst()).earliest().due()).hasToString("2026-03-26");
        assertThat(due(both.getFirst()).latest().due()).hasToString("2026-03-31");
        assertThat(due(both.getLast()).earliest().due()).hasToString("2026-03-23");
        assertThat(due(both.getLast()).latest().due()).hasToString("2026-03-26");
    }

    @Test
    void theEarlierOfAnHourAndADayIsTheHourOfThatDay() {
        DeadlineCalculator calculator = rules(
                rule("stay", "judgment", "{earlier-of: [48 hours after, {trigger: removal, due: 7 days after}]}", ""));

        assertThat(said(calculator.deadlines(
                        "judgment", facts("2026-03-10", "2026-03-10", Map.of("removal", LocalDate.of(2026, 3, 5))))))
                .containsExactly("stay 2026-03-12T15:30");
    }

    @Test
    void oneOfSeveralDatesMayNameTheRulesOwnTrigger() {
        DeadlineCalculator calculator = rules(rule(
                "answer",
                "judgment",
                "{later-of: [{trigger: judgment, due: 21 days after}, {trigger: removal, due: 7 days after}]}",
                ""));

        assertThat(said(calculator.deadlines(
                        "judgment", facts("2026-03-06", "2026-03-06", Map.of("removal", LocalDate.of(2026, 3, 10))))))
                .containsExactly("answer 2026-03-27");
    }

    @Test
    void whatFollowsFromADeadlineWithoutADateWaitsForIt() {
        DeadlineCalculator calculator = rules(
                rule("review", "judgment", "48 hours after", ""),
                rule("reply", "review", "14 days after", ""),
                rule("rejoinder", "reply", "7 days after", ""));

        assertThat(said(calculator.deadlines("judgment", TriggerFacts.on(FRI_2026_03_06))))
                .containsExactly("review refused", "reply waits for review", "rejoinder waits for reply");
        TriggerFacts given = new TriggerFacts(
                FRI_2026_03_06,
                FRI_2026_03_06,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of("reply", LocalDate.of(2026, 3, 20)));
        assertThat(said(calculator.deadlines("judgment", given)))
                .containsExactly("review refused", "reply waits for review", "rejoinder 2026-03-27");
    }

    @Test
    void aWindowThatOpensAfterItHasClosedIsSaid() {
        DeadlineCalculator calculator =
                rules(rule("bundle", "trial", "3 days before", "not-before: 3 days before\nroll: back"));

        CourtDeadline bundle = calculator
                .deadlines("trial", facts("2026-06-10", "2026-06-10", Map.of()))
                .getFirst();

        assertThat(due(bundle).earliest().due()).hasToString("2026-06-05");
        assertThat(bundle.notBefore()).contains(LocalDate.of(2026, 6, 8));
        assertThat(due(bundle).steps())
                .contains("The act is not permitted before Mon 2026-06-08, which is later: no day is in time.");
    }

    @Test
    void ofARangeTheLastFirstPermittedDayIsSafe() {
        DeadlineCalculator calculator = rules(rule("bundle", "trial", "3 days before", "not-before: 10 days before"));

        assertThat(calculator
                        .deadlines("trial", facts("2026-06-10", "2026-06-12", Map.of()))
                        .getFirst()
                        .notBefore())
                .contains(LocalDate.of(2026, 6, 2));
    }
}
