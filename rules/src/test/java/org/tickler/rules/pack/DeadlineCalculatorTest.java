package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
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
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.Laws;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.count.ShippedLaws;

class DeadlineCalculatorTest {
    private static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());
    private static final Laws LAWS = ShippedLaws.laws();
    private static final LocalDate FRI_2026_03_06 = LocalDate.of(2026, 3, 6);

    private final DeadlineCalculator calculator =
            new DeadlineCalculator(TrialPack.pack(), new PeriodCounter(LAWS, CALENDARS));

    private static TriggerFacts on(LocalDate day, String... also) {
        Map<String, LocalDate> others = new HashMap<>();
        for (int at = 0; at < also.length; at += 2) {
            others.put(also[at], LocalDate.parse(also[at + 1]));
        }
        return facts(day, day, Optional.empty(), Optional.empty(), Set.of(), others);
    }

    private static TriggerFacts facts(
            LocalDate from,
            LocalDate until,
            Optional<LocalTime> hour,
            Optional<ServiceMethod> service,
            Set<String> facts,
            Map<String, LocalDate> also) {
        return new TriggerFacts(from, until, hour, service, Optional.of(new CalendarId("us-nysd")), facts, also);
    }

    private CourtDeadline deadline(String rule, String trigger, TriggerFacts facts) {
        return calculator.deadlines(trigger, facts).stream()
                .filter(found -> found.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private String due(String rule, String trigger, TriggerFacts facts) {
        return dated(deadline(rule, trigger, facts)).earliest().due().toString();
    }

    private static Computation.Due dated(CourtDeadline deadline) {
        return ((CourtDeadline.Dated) deadline.outcome()).due();
    }

    private static List<String> rules(List<CourtDeadline> deadlines) {
        return deadlines.stream().map(deadline -> deadline.rule().id()).toList();
    }

    @Test
    void comesOutAsItsWorkedExamplesSay() {
        Problems problems = new Problems();
        new PackCheck(LAWS, CALENDARS).check(TrialPack.pack(), problems);
        assertThat(problems.toString()).isEmpty();
    }

    @Test
    void derivesAChainFromTheEarliestReadingOfTheDeadlineBefore() {
        assertThat(rules(calculator.deadlines("complaint-served", TriggerFacts.on(FRI_2026_03_06))))
                .containsExactly("answer", "reply", "answer-after-removal", "objection");
        assertThat(due("answer", "complaint-served", on(FRI_2026_03_06))).isEqualTo("2026-03-27");
        assertThat(due("reply", "complaint-served", on(FRI_2026_03_06))).isEqualTo("2026-04-10");
    }

    @Test
    void derivesAChainFromTheDayThatIsGivenOfTheDeadlineBefore() {
        assertThat(due("reply", "complaint-served", on(FRI_2026_03_06, "answer", "2026-03-20")))
                .isEqualTo("2026-04-03");
    }

    @Test
    void derivesNoServiceIntoAChain() {
        TriggerFacts mailed = facts(
                FRI_2026_03_06, FRI_2026_03_06, Optional.empty(), Optional.of(ServiceMethod.MAIL), Set.of(), Map.of());
        assertThat(due("reply", "complaint-served", mailed)).isEqualTo("2026-04-10");
    }

    @Test
    void addsDaysForServiceOnlyWhereTheRuleSaysSo() {
        LocalDate day = LocalDate.of(2026, 3, 27);
        TriggerFacts mailed = facts(day, day, Optional.empty(), Optional.of(ServiceMethod.MAIL), Set.of(), Map.of());
        assertThat(due("reply", "answer", mailed)).isEqualTo("2026-04-13");
        assertThat(due("answer", "complaint-served", mailed)).isEqualTo("2026-04-17");
    }

    @Test
    void takesTheRulesThatFactsSelect() {
        TriggerFacts government =
                facts(FRI_2026_03_06, FRI_2026_03_06, Optional.empty(), Optional.empty(), Set.of("us-party"), Map.of());
        assertThat(rules(calculator.deadlines("complaint-served", government)))
                .containsExactly("answer-of-the-united-states", "answer-after-removal", "objection");
    }

    @Test
    void takesTheTextThatWasLawOnTheDayOfTheTrigger() {
        assertThat(due("answer", "complaint-served", on(LocalDate.of(2015, 11, 30))))
                .isEqualTo("2015-12-30");
        assertThat(due("answer", "complaint-served", on(LocalDate.of(2015, 12, 1))))
                .isEqualTo("2015-12-22");
        assertThat(rules(calculator.deadlines("complaint-served", on(LocalDate.of(2009, 11, 30)))))
                .doesNotContain("answer");
    }

    @Test
    void waitsForTheLaterOfTwoEventsUntilBothHaveADate() {
        assertThat(deadline("answer-after-removal", "complaint-served", on(FRI_2026_03_06))
                        .outcome())
                .isEqualTo(new CourtDeadline.Waiting("removal"));
        assertThat(due("answer-after-removal", "complaint-served", on(FRI_2026_03_06, "removal", "2026-03-10")))
                .isEqualTo("2026-03-27");
        assertThat(due("answer-after-removal", "complaint-served", on(FRI_2026_03_06, "removal", "2026-03-25")))
                .isEqualTo("2026-04-01");
    }

    @Test
    void leavesAnEventWithoutADateOutOfTheEarlierOfTwo() {
        assertThat(due("objection", "complaint-served", on(FRI_2026_03_06))).isEqualTo("2026-03-27");
        assertThat(due("objection", "complaint-served", on(FRI_2026_03_06, "removal", "2026-03-10")))
                .isEqualTo("2026-03-17");
    }

    @Test
    void namesTheEventThatADateIsCountedFrom() {
        CourtDeadline later =
                deadline("answer-after-removal", "complaint-served", on(FRI_2026_03_06, "removal", "2026-03-25"));
        assertThat(dated(later).steps())
                .startsWith(
                        "Answer after removal: Trial R. 81; pack trial of 2026-11-26.",
                        "Removal of the action: Wed 2026-03-25.")
                .endsWith("The later of 2026-03-27 and 2026-04-01.");
    }

    @Test
    void startsAnewFromTheLastEventThatRestartsIt() {
        assertThat(due("appeal", "judgment", on(FRI_2026_03_06))).isEqualTo("2026-04-06");
        CourtDeadline anew = deadline("appeal", "judgment", on(FRI_2026_03_06, "motion-decided", "2026-04-01"));
        assertThat(dated(anew).earliest().due()).hasToString("2026-05-01");
        assertThat(dated(anew).steps())
                .contains(
                        "Decision of the last post-judgment motion: Wed 2026-04-01; the period runs anew from it (Trial R."
                                + " 4(a)).");
        assertThat(due("appeal", "judgment", on(FRI_2026_03_06, "motion-decided", "2026-03-05")))
                .isEqualTo("2026-04-06");
    }

    @Test
    void countsFromTheFirstAndFromTheLastDayOfARange() {
        TriggerFacts range = facts(
                LocalDate.of(2026, 3, 1),
                LocalDate.of(2026, 3, 5),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Map.of());
        Computation.Due due = dated(deadline("answer", "complaint-served", range));
        assertThat(due.earliest().due()).hasToString("2026-03-23");
        assertThat(due.latest().due()).hasToString("2026-03-26");
        assertThat(due.latest().because())
                .containsExactly(
                        "the trigger was on one of the days from 2026-03-01 to 2026-03-05; this counts from the"
                                + " last");
    }

    @Test
    void tellsTheFirstDayOnWhichTheActIsPermitted() {
        CourtDeadline bundle = deadline("bundle", "trial", on(LocalDate.of(2026, 6, 11)));
        assertThat(dated(bundle).earliest().due()).hasToString("2026-06-08T16:30");
        assertThat(bundle.notBefore()).contains(LocalDate.of(2026, 6, 4));
    }

    @Test
    void runsToTheMondayNextAtTen() {
        assertThat(due("texas-answer", "removal", on(FRI_2026_03_06))).isEqualTo("2026-03-30T10:00");
    }

    @Test
    void countsHoursFromTheHourOfTheTriggerAndRefusesWithoutOne() {
        LocalDate day = LocalDate.of(2026, 3, 10);
        TriggerFacts timed = facts(day, day, Optional.of(LocalTime.of(15, 30)), Optional.empty(), Set.of(), Map.of());
        assertThat(due("detention-review", "hearing-over", timed)).isEqualTo("2026-03-12T15:30");
        assertThat(deadline("detention-review", "hearing-over", on(day)).outcome())
                .isInstanceOfSatisfying(
                        CourtDeadline.Refused.class,
                        refused -> assertThat(refused.why().why()).isEqualTo(Computation.Why.HOUR_MISSING));
    }

    @Test
    void refusesADateThatTheCalendarDoesNotVouchFor() {
        assertThat(deadline("answer", "complaint-served", on(LocalDate.of(2999, 3, 6)))
                        .outcome())
                .isInstanceOf(CourtDeadline.Refused.class);
    }

    @Test
    void knowsOnlyTheEventsOfThePack() {
        assertThatThrownBy(() -> calculator.deadlines("complaint-servd", on(FRI_2026_03_06)))
                .hasMessage("the pack trial knows no event called \"complaint-servd\"");
    }

    private String shipped(String pack, String rule, String trigger, TriggerFacts facts) {
        return new DeadlineCalculator(ShippedPacks.find(pack).orElseThrow(), new PeriodCounter(LAWS, CALENDARS))
                .deadlines(trigger, facts).stream()
                        .filter(found -> found.rule().id().equals(rule))
                        .map(found -> dated(found).earliest().due().toString())
                        .findFirst()
                        .orElseThrow();
    }

    /** Fed. R. App. P. 4(a)(5)(A)(i): 30 days after the time prescribed, whenever the notice was filed. */
    @Test
    void whatRunsFromALastDayDoesSoAlsoWhereTheDayOfTheActIsGiven() {
        assertThat(shipped(
                        "us-frap",
                        "extension-motion",
                        "judgment-entered",
                        on(LocalDate.of(2026, 4, 3), "notice-of-appeal", "2026-05-14")))
                .isEqualTo("2026-06-03");
    }

    /** Sup. Ct. R. 37.3: 7 days after the time allowed for the petitioner's brief. */
    @Test
    void aNeutralAmicusFollowsTheTimeAllowedForThePetitionersBrief() {
        assertThat(ShippedPacks.find("us-scotus").orElseThrow().rules().stream()
                        .filter(rule -> rule.id().equals("amicus-merits-neither"))
                        .map(rule -> rule.counting().fromLastDay()))
                .containsExactly(true);
    }
}
