package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A clerk's office that cannot be reached on the last day (Fed. R. Civ. P. 6(a)(3)): earliest, prevailing and latest. */
class InaccessibleOfficeTest {
    private static Computation.Due count(String line) {
        return (Computation.Due) Examples.count(line);
    }

    /** The example of the Committee Notes of 2009 on Rule 6(a)(5). */
    @Test
    void aFilingThatIsCountedBackRunsForwardAndAnotherActKeepsItsDay() {
        Computation.Due due =
                count("{'id': 1, 'law': 'us-frcp', 'trigger': '2007-09-22', 'direction': 'before', 'count': 21,"
                        + " 'unit': 'days', 'as_of': '2010', 'inaccessible_days': ['2007-08-31']}");

        assertThat(Examples.dates(due)).containsExactly("2007-08-31", "2007-09-04", "2007-09-04");
        assertThat(due.earliest().because())
                .containsExactly("only the time for filing is extended, and an act that is not filed keeps its day");
        assertThat(due.earliest().steps())
                .contains(
                        "The clerk's office could not be reached on Fri 2007-08-31; the time of an act that is not filed there"
                                + " does not run on.");
        assertThat(due.latest().steps())
                .contains(
                        "The clerk's office could not be reached on Fri 2007-08-31; the period runs on to the first day on"
                                + " which it could, Tue 2007-09-04.");
    }

    @Test
    void whatIsDueBeforeAnEventDoesNotRunOnToTheEventItself() {
        Computation.Due due =
                count("{'id': 1, 'law': 'us-frcp', 'trigger': '2026-03-12', 'direction': 'before', 'count': 1,"
                        + " 'unit': 'days', 'inaccessible_days': ['2026-03-11']}");

        assertThat(Examples.dates(due)).containsOnly("2026-03-11");
    }

    /** Rule 6(d) adds its days "after the period would otherwise expire under Rule 6(a)", of which 6(a)(3) is a part. */
    @Test
    void anOfficeThatCannotBeReachedBeforeTheDaysForServiceExtendsTheLatestReadingOnly() {
        Computation.Due due = count("{'id': 1, 'law': 'us-frcp', 'trigger': '2026-03-02', 'count': 14, 'unit': 'days',"
                + " 'service_method': 'mail', 'inaccessible_days': ['2026-03-16', '2026-03-17']}");

        assertThat(Examples.dates(due)).containsExactly("2026-03-19", "2026-03-19", "2026-03-23");
        assertThat(due.latest().because())
                .contains(
                        "the days for service are added after the period expires, and it does not expire on a day on which the"
                                + " office cannot be reached");
    }
}
