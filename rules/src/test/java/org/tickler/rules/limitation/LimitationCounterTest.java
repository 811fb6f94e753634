package org.tickler.rules.limitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.limitation.Claims.accrued;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Span;
import org.tickler.rules.count.Authority;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.limitation.LimitationRule.Majority;
import org.tickler.rules.limitation.LimitationRule.Repose;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.sample.SampleFirm;

/** A sample period of three years, which is nobody's law, counted under the federal rules of counting. */
class LimitationCounterTest {
    private static final CalendarId NYSD = new CalendarId("us-nysd");
    private static final LimitationCounter COUNTER =
            new LimitationCounter(new PeriodCounter(ShippedLaws.laws(), SampleFirm.CALENDARS));
    private static final PersonId JLIN = new PersonId("jlin");
    private static final PersonId MHARPER = new PersonId("mharper");
    private static final LocalDate LONG_AGO = LocalDate.of(1970, 1, 1);

    private static Period years(int count) {
        return new Period(count, PeriodUnit.YEARS, Direction.AFTER);
    }

    private static LimitationRule rule(Optional<Majority> majority, Optional<Repose> repose) {
        return new LimitationRule(
                "sample",
                Optional.empty(),
                "personal-injury",
                List.of(NYSD),
                years(3),
                new LawId("us-frcp"),
                majority,
                repose,
                new CourtRule.Source(
                        new Authority("Sample Code § 1", Optional.empty(), Optional.empty()),
                        new Validity(Optional.empty(), Optional.empty()),
                        Optional.of("a sample"),
                        Optional.empty()),
                List.of(),
                Instant.EPOCH,
                new Span("rules/sample.yaml", 1, 1));
    }

    private static final LimitationRule PLAIN = rule(Optional.empty(), Optional.empty());
    private static final LimitationRule WITH_REPOSE =
            rule(Optional.empty(), Optional.of(new Repose(years(10), "sale", Optional.of("Sample Code § 2"))));
    private static final LimitationRule FROM_MAJORITY =
            rule(Optional.of(new Majority(18, Optional.empty())), Optional.empty());
    private static final LimitationRule ONE_YEAR_FROM_MAJORITY =
            rule(Optional.of(new Majority(18, Optional.of(years(1)))), Optional.empty());

    private static Limitation count(LimitationRule rule, Claims claim) {
        return COUNTER.count(rule, claim.build(), NYSD);
    }

    private static String untolled(LimitationRule rule, Claims claim) {
        return count(rule, claim).untolled().day().toString();
    }

    private static String tolled(LimitationRule rule, Claims claim) {
        return count(rule, claim).tolled().day().toString();
    }

    @Test
    void endsOnTheCorrespondingDate() {
        // 2026-06-15 is a Monday
        assertThat(untolled(PLAIN, accrued("2023-06-15"))).isEqualTo("2026-06-15");
    }

    @Test
    void aLastDayOnASaturdayRollsToMondayAsTheLawSays() {
        // 2027-05-01 is a Saturday
        Limitation limitation = count(PLAIN, accrued("2024-05-01"));
        assertThat(limitation.untolled().day()).isEqualTo("2027-05-03");
        assertThat(limitation.untolled().confirmed()).isTrue();
        assertThat(String.join("\n", limitation.untolled().steps()))
                .contains("Sample Code § 1, not compared with its text: a sample")
                .contains("Sat 2027-05-01 is closed (Saturday); the period runs on to Mon 2027-05-03.")
                .contains("Fed. R. Civ. P. 6");
    }

    @Test
    void leapDayEndsOnTheMonthsLast() {
        // three years after 2024-02-29: 2027-02-28, a Sunday, and so Monday 2027-03-01
        assertThat(untolled(PLAIN, accrued("2024-02-29"))).isEqualTo("2027-03-01");
    }

    @Test
    void ofARangeOfDaysTheEarliestCounts() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06", "2024-05-17"));
        // 2027-05-06 is a Thursday
        assertThat(limitation.untolled().day()).isEqualTo("2027-05-06");
        assertThat(limitation.untolled().steps().getFirst())
                .isEqualTo("It accrued on one of the days from Mon 2024-05-06 to Fri 2024-05-17; the earliest counts.");
    }

    @Test
    void aStayOf31DaysMovesThursday6MayBy31DaysToSundayAndSoToMonday() {
        // 6 May + 31 days = 6 June 2027, a Sunday; so Monday 7 June
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        assertThat(limitation.untolled().day()).isEqualTo("2027-05-06");
        assertThat(limitation.tolled().day()).isEqualTo("2027-06-07");
        assertThat(limitation.tolled().steps())
                .contains(
                        "Tolled from Wed 2025-01-01 to Fri 2025-01-31, both counted, 31 days (bankruptcy stay; petition of"
                                + " 2025-01-01): Sun 2027-06-06.");
    }

    @Test
    void overlappingSpansCountOnce() {
        // 1 January to 10 February is 41 days: 6 May + 41 = 16 June 2027, a Wednesday
        Claims claim = accrued("2024-05-06").tolled("2025-01-01", "2025-01-31").tolled("2025-01-20", "2025-02-10");
        assertThat(tolled(PLAIN, claim)).isEqualTo("2027-06-16");
        Claims within = accrued("2024-05-06").tolled("2025-01-01", "2025-02-10").tolled("2025-01-20", "2025-01-31");
        assertThat(tolled(PLAIN, within)).isEqualTo("2027-06-16");
    }

    @Test
    void whatBeganBeforeAccrualTollsFromTheDayAfterIt() {
        // 7 to 16 May 2024 is 10 days: Sunday 16 May 2027, and so Monday 17 May
        assertThat(tolled(PLAIN, accrued("2024-05-06").tolled("2024-01-01", "2024-05-16")))
                .isEqualTo("2027-05-17");
        assertThat(count(PLAIN, accrued("2024-05-06").tolled("2024-01-01", "2024-05-06"))
                        .tolled()
                        .steps())
                .anyMatch(step -> step.contains("was over before the period ran: it adds nothing"));
    }

    @Test
    void whatBeganAfterThePeriodHadRunOutTollsNothing() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").agreed("2027-05-07", "2027-12-31"));
        assertThat(limitation.tolled().day()).isEqualTo("2027-05-06");
        assertThat(limitation.tolled().steps())
                .anyMatch(step ->
                        step.contains("began after the period had run out on Thu 2027-05-06: it tolls nothing"));
    }

    @Test
    void aSecondStayTollsWhatTheFirstKeptRunning() {
        // 31 days: 6 June 2027; a stay from 1 June to 30 June is 30 more: Tuesday 6 July 2027
        Claims claim = accrued("2024-05-06").tolled("2025-01-01", "2025-01-31").tolled("2027-06-01", "2027-06-30");
        assertThat(tolled(PLAIN, claim)).isEqualTo("2027-07-06");
    }

    @Test
    void aStayWithoutAnEndTollsNoDayAndSaysSo() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolledSince("2025-01-01"));
        assertThat(limitation.tolled().day()).isEqualTo("2027-05-06");
        assertThat(limitation.tolled().steps())
                .anyMatch(step -> step.contains("has no end yet: no day of it is counted"));
    }

    @Test
    void reposeCutsShortBothDates() {
        // sold on 2017-02-06: ten years end on Saturday 2027-02-06; nobody vouches that a repose rolls, so Friday 5
        // February
        Claims claim = accrued("2024-05-06").sold("2017-02-06").tolled("2025-01-01", "2025-12-31");
        Limitation limitation = count(WITH_REPOSE, claim);
        assertThat(limitation.untolled().day()).isEqualTo("2027-02-05");
        assertThat(limitation.tolled().day()).isEqualTo("2027-02-05");
        assertThat(limitation.untolled().steps())
                .contains(
                        "The repose of 10 years from the sale (Sample Code § 2) on Mon 2017-02-06 ends on Sat 2027-02-06,"
                                + " whatever tolls the period.");
    }

    @Test
    void aReposeThatEndsLaterChangesNothingAndOneThatCannotBeCountedIsSaid() {
        assertThat(untolled(WITH_REPOSE, accrued("2024-05-06").sold("2023-01-01")))
                .isEqualTo("2027-05-06");
        assertThat(count(WITH_REPOSE, accrued("2024-05-06")).untolled().steps())
                .anyMatch(step -> step.contains("the claim does not say when that was: the date may be earlier"));
    }

    @Test
    void thePeriodOfAMinorRunsFromTheEighteenthBirthday() {
        // born 2010-03-04, eighteen on 2028-03-04, three years: Tuesday 2031-03-04
        Limitation limitation = count(FROM_MAJORITY, accrued("2024-05-06").born("2010-03-04"));
        assertThat(limitation.untolled().day()).isEqualTo("2027-05-06");
        assertThat(limitation.tolled().day()).isEqualTo("2031-03-04");
    }

    @Test
    void aShorterPeriodFromMajorityCountsOnlyWhereItEndsLater() {
        // eighteen on 2028-03-04, one year: Sunday 2029-03-04, and so Monday 5 March
        assertThat(tolled(ONE_YEAR_FROM_MAJORITY, accrued("2024-05-06").born("2010-03-04")))
                .isEqualTo("2029-03-05");
        // eighteen on 2025-03-04, one year: 2026-03-04, before the ordinary end
        assertThat(tolled(ONE_YEAR_FROM_MAJORITY, accrued("2024-05-06").born("2007-03-04")))
                .isEqualTo("2027-05-06");
    }

    @Test
    void nobodyWhoIsOfAgeAtAccrualIsTolled() {
        Limitation limitation = count(FROM_MAJORITY, accrued("2024-05-06").born("2006-05-06"));
        assertThat(limitation.tolled()).isEqualTo(limitation.untolled());
    }

    @Test
    void beyondTheCalendarTheUnrolledDateStandsOnTheWeekdayBefore() {
        // 2042-05-04 is a Sunday; no calendar vouches for 2042
        Limitation limitation = count(PLAIN, accrued("2039-05-04"));
        assertThat(limitation.untolled().day()).isEqualTo("2042-05-02");
        assertThat(limitation.untolled().confirmed()).isFalse();
    }

    /** These people verified up to a day, and these dates stood, of which the first still does. */
    private static Verification verified(String upTo, Set<PersonId> people, String... stood) {
        List<LocalDate> days = Stream.of(stood).map(LocalDate::parse).toList();
        return new Verification(
                people.stream().collect(Collectors.toMap(person -> person, person -> LocalDate.parse(upTo))),
                Set.copyOf(days),
                days.stream().findFirst(),
                false);
    }

    @Test
    void theUntolledDateStandsUntilTwoDifferentPeopleHaveVerifiedTheTolling() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        LastDay unverified = limitation.standing(Verification.NONE, LONG_AGO);
        assertThat(unverified.day()).isEqualTo("2027-05-06");
        assertThat(unverified.steps().getLast())
                .isEqualTo(
                        "Reminders run to the date without tolling, because only 0 of 2 people have verified the tolling.");
        LastDay byOne = limitation.standing(verified("2027-06-07", Set.of(JLIN)), LONG_AGO);
        assertThat(byOne.day()).isEqualTo("2027-05-06");
        assertThat(byOne.steps().getLast()).contains("only 1 of 2 people has verified the tolling (jlin)");
        LastDay byTwo = limitation.standing(verified("2027-06-07", Set.of(JLIN, MHARPER), "2027-05-06"), LONG_AGO);
        assertThat(byTwo.day()).isEqualTo("2027-06-07");
        assertThat(byTwo.asks()).isEmpty();
        assertThat(byTwo.steps())
                .contains("Without tolling the last day to sue is Thu 2027-05-06.")
                .contains("With tolling the last day to sue is Mon 2027-06-07.")
                .endsWith("Reminders run to the date with tolling, which jlin and mharper verified.");
    }

    @Test
    void aDateThatTheCalendarMakesLaterStandsOnlyAsFarAsTwoPeopleVerified() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        LastDay standing = limitation.standing(verified("2027-06-04", Set.of(JLIN, MHARPER), "2027-06-04"), LONG_AGO);
        assertThat(standing.day()).isEqualTo("2027-06-04");
        assertThat(standing.asks())
                .hasValueSatisfying(
                        why -> assertThat(why)
                                .contains(
                                        "made it Fri 2027-06-04 when two people verified them, and make it Mon 2027-06-07 now"));
    }

    @Test
    void ofFactsThatNobodyVerifiedTheEarliestDateThatEverStoodIsReminded() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06"));
        LastDay kept = limitation.standing(verified("2027-06-07", Set.of(JLIN), "2027-04-05", "2027-04-20"), LONG_AGO);
        assertThat(kept.day()).isEqualTo("2027-04-05");
        assertThat(kept.steps()).contains("Without tolling the last day to sue is Thu 2027-05-06.");
        assertThat(kept.asks())
                .hasValueSatisfying(
                        why -> assertThat(why)
                                .contains(
                                        "is Thu 2027-05-06 without tolling; Mon 2027-04-05, which stood before, stands until two"));
        assertThat(limitation
                        .standing(verified("2027-06-07", Set.of(JLIN), "2027-05-06"), LONG_AGO)
                        .asks())
                .as("nothing is later than what stands")
                .isEmpty();
        assertThat(limitation
                        .standing(verified("2027-06-07", Set.of(), "2027-08-02"), LONG_AGO)
                        .day())
                .as("an earlier one counts at once")
                .isEqualTo("2027-05-06");
    }

    @Test
    void aDateThatWasPastWhenTheFactsBecameKnownTakesNoReminderAway() {
        LocalDate known = LocalDate.of(2027, 5, 7);
        Limitation limitation = count(PLAIN, accrued("2024-05-06"));
        LastDay kept = limitation.standing(verified("2027-06-07", Set.of(), "2027-06-01"), known);
        assertThat(kept.day()).isEqualTo("2027-06-01");
        assertThat(kept.asks()).hasValueSatisfying(why -> assertThat(why).contains("it may be too late to sue"));
        assertThat(limitation
                        .standing(verified("2027-06-07", Set.of(), "2027-05-03"), known)
                        .day())
                .as("past as well: nothing later stands")
                .isEqualTo("2027-05-03");
    }

    @Test
    void anUntolledDateThatWasPastWhenItBecameKnownLeavesTheTolledOneWithAWarning() {
        Limitation limitation = count(PLAIN, accrued("2020-05-06").tolled("2021-01-01", "2025-12-31"));
        LastDay standing = limitation.standing(Verification.NONE, LocalDate.of(2026, 11, 26));
        assertThat(standing.day()).isEqualTo(limitation.tolled().day());
        assertThat(standing.steps().getLast()).contains("it may be too late to sue");
        assertThat(standing.asks()).hasValueSatisfying(why -> assertThat(why).contains("with tolling, stands until"));
    }

    @Test
    void onceTheUntolledDateThatStandsIsPastTheTolledOneDoesNotStandUnverified() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        LastDay standing =
                limitation.standing(verified("2027-06-07", Set.of(JLIN), "2027-05-06"), LocalDate.of(2027, 5, 10));
        assertThat(standing.day()).isEqualTo("2027-05-06");
        assertThat(standing.asks()).isEmpty();
    }

    @Test
    void aVerifiedDateThatCountsNoMoreGivesWayToNoneThatIsPast() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        Verification lost = verified("2027-06-07", Set.of(), "2027-06-07", "2027-05-06");
        assertThat(limitation.standing(lost, LocalDate.of(2027, 5, 6)).day()).isEqualTo("2027-05-06");
        LastDay standing = limitation.standing(lost, LocalDate.of(2027, 5, 7));
        assertThat(standing.day()).isEqualTo("2027-06-07");
        assertThat(standing.asks()).hasValueSatisfying(why -> assertThat(why).contains("it may be too late to sue"));
    }

    @Test
    void whatTwoPeopleVerifiedWithoutItsDateStandsAndIsAsked() {
        Limitation limitation = count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31"));
        LocalDate stands = LocalDate.of(2027, 6, 7);
        LastDay standing = limitation.standing(
                new Verification(Map.of(), Set.of(stands, LocalDate.of(2027, 5, 6)), Optional.of(stands), true),
                LONG_AGO);
        assertThat(standing.day()).isEqualTo(stands);
        assertThat(standing.asks()).hasValueSatisfying(why -> assertThat(why).contains("verified them again"));
    }

    @Test
    void nobodyReliesOnALaterDateWhileTheReposeCannotBeCounted() {
        Claims claim = accrued("2024-05-06").tolled("2025-01-01", "2025-01-31");
        LastDay standing = count(WITH_REPOSE, claim)
                .standing(verified("2027-06-07", Set.of(JLIN, MHARPER), "2027-05-06"), LONG_AGO);
        assertThat(standing.day()).isEqualTo("2027-05-06");
        assertThat(standing.steps().getLast())
                .isEqualTo(
                        "Reminders run to the date without tolling, because the rule sample has a repose from the sale,"
                                + " and the claim does not say when that was; add repose-from: to the claim.");
        LastDay kept = count(WITH_REPOSE, claim)
                .standing(verified("2027-06-07", Set.of(JLIN, MHARPER), "2027-04-05"), LONG_AGO);
        assertThat(kept.day()).isEqualTo("2027-04-05");
        assertThat(kept.asks())
                .hasValueSatisfying(why -> assertThat(why).contains("without tolling; the rule sample has a repose"));
    }

    @Test
    void otherFactsOrAnotherRuleHaveAnotherFingerprint() {
        String plain = count(PLAIN, accrued("2024-05-06")).facts();
        assertThat(count(PLAIN, accrued("2024-05-06")).facts()).isEqualTo(plain);
        assertThat(List.of(
                        count(PLAIN, accrued("2024-05-07")),
                        count(PLAIN, accrued("2024-05-06", "2024-05-07")),
                        count(PLAIN, accrued("2024-05-06").born("2010-03-04")),
                        count(PLAIN, accrued("2024-05-06").sold("2017-02-06")),
                        count(PLAIN, accrued("2024-05-06").tolledSince("2025-01-01")),
                        count(PLAIN, accrued("2024-05-06").tolled("2025-01-01", "2025-01-31")),
                        count(PLAIN, accrued("2024-05-06").agreed("2025-01-01", "2025-01-31")),
                        count(WITH_REPOSE, accrued("2024-05-06")),
                        count(FROM_MAJORITY, accrued("2024-05-06")),
                        count(ONE_YEAR_FROM_MAJORITY, accrued("2024-05-06")),
                        COUNTER.count(PLAIN, accrued("2024-05-06").build(), new CalendarId("us-federal"))))
                .extracting(Limitation::facts)
                .doesNotHaveDuplicates()
                .doesNotContain(plain);
    }

    @Test
    void whateverTheFactsTollingNeverShortens() {
        Random random = new Random(7);
        LimitationRule all = rule(
                Optional.of(new Majority(18, Optional.of(years(2)))),
                Optional.of(new Repose(years(12), "act", Optional.empty())));
        for (int round = 0; round < 2_000; round++) {
            LocalDate accrual = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(18_000));
            Claims claim = accrued(accrual.toString());
            if (random.nextBoolean()) {
                claim.born(accrual.minusDays(random.nextInt(12_000)).toString());
            }
            if (random.nextBoolean()) {
                claim.sold(accrual.minusDays(random.nextInt(4_000)).toString());
            }
            for (int span = random.nextInt(4); span > 0; span--) {
                LocalDate from = accrual.plusDays(random.nextInt(2_400) - 600);
                claim.tolled(from.toString(), from.plusDays(random.nextInt(900)).toString());
            }
            Limitation limitation = count(all, claim);
            assertThat(limitation.tolled().day())
                    .as("round %d", round)
                    .isAfterOrEqualTo(limitation.untolled().day());
            assertThat(limitation
                            .standing(verified(limitation.tolled().day().toString(), Set.of(JLIN)), LONG_AGO)
                            .day())
                    .isEqualTo(limitation.untolled().day());
        }
    }
}
