package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Points of law on which texts are silent or doubtful: earliest, prevailing and latest. They are listed in docs/law.md. */
class UnsettledPointsTest {
    private static Computation.Due count(String line) {
        return (Computation.Due) Examples.count(line);
    }

    @Test
    void weeksAndMonthsThatAreCountedBackAreNotClearButTheClearDayIsSafe() {
        Computation.Due weeks = count(
                "{'id': 1, 'law': 'gb-cpr', 'trigger': '2026-03-20', 'direction': 'before', 'count': 2, 'unit': 'weeks'}");
        assertThat(Examples.dates(weeks)).containsExactly("2026-03-05", "2026-03-06", "2026-03-06");
        Computation.Due months = count(
                "{'id': 1, 'law': 'tt-cpr', 'trigger': '2023-06-22', 'direction': 'before', 'count': 1, 'unit': 'months'}");
        assertThat(Examples.dates(months)).containsExactly("2023-05-19", "2023-05-22", "2023-05-22");
    }

    @Test
    void weeksAreClearWhereTheRuleSaysSo() {
        assertThat(Examples.dates(
                        count("{'id': 1, 'law': 'gb-cpr', 'trigger': '2026-03-20', 'direction': 'before', 'count': 2,"
                                + " 'unit': 'weeks', 'counting': 'clear_days'}")))
                .containsOnly("2026-03-05");
    }

    @Test
    void anOriginatingProcessThatIsServedLateInOntarioCountsOnItsDay() {
        Computation.Due due =
                count("{'id': 1, 'law': 'ca-on', 'trigger': '2026-03-06T17:00', 'count': 20, 'unit': 'days'}");

        assertThat(Examples.dates(due)).containsExactly("2026-03-26", "2026-03-30", "2026-03-30");
        assertThat(due.earliest().steps()).noneMatch(step -> step.contains("counts as served"));
    }

    @Test
    void ofLateServiceTheFamilyLawRulesSayNothingThatWasRead() {
        assertThat(Examples.dates(count(
                        "{'id': 1, 'law': 'ca-on-family', 'trigger': '2026-03-07', 'count': 20, 'unit': 'days'}")))
                .containsExactly("2026-03-27", "2026-03-30", "2026-03-30");
    }

    @Test
    void mailAddsFiveDaysInCalifornianDiscoveryToo() {
        assertThat(Examples.dates(
                        count("{'id': 1, 'law': 'us-ca-ccp-2016', 'trigger': '2026-03-02', 'count': 20, 'unit': 'days',"
                                + " 'service_method': 'mail'}")))
                .containsOnly("2026-03-27");
    }

    @Test
    void theSupremeCourtsRuleIsSilentOnPeriodsCountedBack() {
        assertThat(
                        Examples.dates(
                                count(
                                        "{'id': 1, 'law': 'us-scotus', 'trigger': '2026-03-11', 'direction': 'before', 'count': 10, 'unit': 'days'}")))
                .containsExactly("2026-02-27", "2026-03-01", "2026-03-01");
    }
}
