package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** What becomes of rungs whose time had passed when they were first owed. The filing is due on Tuesday 10 March. */
class BornLateTest {
    private static final String THREE_RUNGS = """
            ladders:
              - id: all
                rungs:
                  - {at: 14 days before, to: jlin, by: email}
                  - {at: 7 days before, to: jlin, by: email}
                  - {at: 1 day before, to: jlin, by: email}
            """;
    private static final String WITH_NEWS = """
            ladders:
              - id: all
                rungs:
                  - {at: when known, to: jlin, by: email}
                  - {at: 14 days before, to: jlin, by: email}
                  - {at: 7 days before, to: jlin, by: sms and email}
            """;

    private static SampleFirm entered(String instant, String rules) {
        return firm().with(person("jlin"))
                .on(filing("2026-03-10").known(instant))
                .rules(rules);
    }

    @Test
    void plansAllOfThemWhereTheEntryIsKnownInTime() {
        assertThat(entered("2026-02-01T15:00:00Z", THREE_RUNGS).lines())
                .containsExactly(
                        "Tue 2026-02-24 09:00 jlin email 14-days-before",
                        "Tue 2026-03-03 09:00 jlin email 7-days-before",
                        "Mon 2026-03-09 09:00 jlin email 1-day-before");
    }

    @Test
    void sendsOnlyTheLastOfThoseBornLateAndAtOnce() {
        assertThat(entered("2026-03-05T15:00:00Z", THREE_RUNGS).lines())
                .containsExactly(
                        "Tue 2026-02-24 09:00 jlin email 14-days-before - born late",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before late",
                        "Mon 2026-03-09 09:00 jlin email 1-day-before");
    }

    @Test
    void isOnTimeAtTheVeryInstant() {
        assertThat(entered("2026-03-03T14:00:00Z", THREE_RUNGS).going())
                .contains("Tue 2026-03-03 09:00 jlin email 7-days-before");
        assertThat(entered("2026-03-03T14:00:01Z", THREE_RUNGS).going())
                .contains("Tue 2026-03-03 09:00 jlin email 7-days-before late");
    }

    @Test
    void sendsBothOfTheLastInstant() {
        assertThat(entered("2026-03-09T20:00:00Z", """
                        ladders:
                          - id: all
                            rungs:
                              - {at: 2 days before, to: jlin, by: email}
                              - {at: 1 day before, to: jlin, by: email}
                              - {at: 1 business day before, to: jlin, by: sms}
                        """).going())
                .containsExactlyInAnyOrder(
                        "Mon 2026-03-09 16:00 jlin email 1-day-before late",
                        "Mon 2026-03-09 16:00 jlin sms 1-business-day-before late");
    }

    @Test
    void judgesEachPersonApart() {
        assertThat(firm().with(person("jlin"))
                        .with(person("ann").known("2026-03-04T15:00:00Z"))
                        .on(filing("2026-03-10"))
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: 14 days before, to: [jlin, ann], by: email}
                                      - {at: 7 days before, to: [jlin, ann], by: email}
                                """)
                        .lines())
                .containsExactlyInAnyOrder(
                        "Tue 2026-02-24 09:00 jlin email 14-days-before",
                        "Tue 2026-03-03 09:00 jlin email 7-days-before",
                        "Tue 2026-02-24 09:00 ann email 14-days-before - born late",
                        "Wed 2026-03-04 10:00 ann email 7-days-before late");
    }

    @Test
    void takesNewRulesAsLateAsANewEntry() {
        assertThat(entered("2026-01-05T15:00:00Z", THREE_RUNGS)
                        .rulesKnown("2026-03-05T15:00:00Z")
                        .lines())
                .containsExactly(
                        "Tue 2026-02-24 09:00 jlin email 14-days-before - born late",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before late",
                        "Mon 2026-03-09 09:00 jlin email 1-day-before");
    }

    @Test
    void takesWhatComesWithANewTeamAsLateAsANewEntry() {
        String toLead = """
                ladders:
                  - id: all
                    rungs:
                      - {at: when known, to: lead-attorney, by: email}
                      - {at: 14 days before, to: lead-attorney, by: email}
                      - {at: 7 days before, to: lead-attorney, by: sms}
                      - {at: 1 day before, to: lead-attorney, by: email}
                """;
        SampleFirm reassigned = firm().with(person("jlin"))
                .team("lead-attorney", "jlin")
                .matterKnown("2026-03-05T15:00:00Z")
                .rules(toLead);
        assertThat(reassigned.on(filing("2026-03-10")).lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 jlin email when-known",
                        "Tue 2026-02-24 09:00 jlin email 14-days-before - born late",
                        "Thu 2026-03-05 10:00 jlin sms 7-days-before late",
                        "Mon 2026-03-09 09:00 jlin email 1-day-before");
        assertThat(reassigned.on(filing("2026-02-10")).going()).isEmpty();
    }

    @ParameterizedTest(name = "a filing of 10 March entered at {0} is past: {1}")
    @CsvSource({"2026-03-11T04:00:00Z, false", "2026-03-11T04:00:01Z, true"})
    void isPastAtTheEndOfItsDay(String known, boolean past) {
        assertThat(entered(known, THREE_RUNGS).going().isEmpty()).isEqualTo(past);
    }

    @Test
    void suppressesEverythingOfAnEntryThatWasPastAlready() {
        assertThat(entered("2026-03-20T15:00:00Z", WITH_NEWS).lines())
                .hasSize(4)
                .allMatch(line -> line.endsWith(" - born late: the entry itself is past"));
    }

    @Test
    void stillAsksAfterwardsOfAPastEntryWhatIsNotLate() {
        assertThat(entered("2026-03-12T15:00:00Z", """
                        ladders:
                          - id: all
                            rungs:
                              - {at: 1 day after, to: jlin, by: email}
                              - {at: 3 days after, to: jlin, by: email}
                        """).lines())
                .containsExactly(
                        "Wed 2026-03-11 09:00 jlin email 1-day-after - born late: the entry itself is past",
                        "Fri 2026-03-13 09:00 jlin email 3-days-after");
    }

    @Test
    void suppressesTenYearsOfHistoryWithoutAWordOrAGap() {
        SampleFirm firm =
                firm().with(person("jlin")).rules(WITH_NEWS + "      - {at: 1 day before, to: owner, by: sms}\n");
        for (LocalDate day = LocalDate.of(2016, 1, 4); day.getYear() < 2026; day = day.plusDays(1)) {
            firm.on(SampleEntry.filing(day.toString()).called("filing-" + day).known("2026-01-05T15:00:00Z"));
        }
        Schedule schedule = firm.schedule();
        assertThat(schedule.reminders())
                .hasSizeGreaterThan(14_000)
                .allSatisfy(reminder -> assertThat(reminder.fate())
                        .isEqualTo(new PlannedReminder.Fate.Suppressed("born late: the entry itself is past")));
        assertThat(schedule.gaps()).isEmpty();
    }

    @Test
    void saysTheNewsOnceOnOneChannel() {
        assertThat(entered("2026-03-05T15:00:00Z", WITH_NEWS).lines())
                .containsExactlyInAnyOrder(
                        "Tue 2026-02-24 09:00 jlin email 14-days-before - born late",
                        "Thu 2026-03-05 10:00 jlin email when-known",
                        "Thu 2026-03-05 10:00 jlin sms 7-days-before late",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before - born late: when-known says it at the same time");
    }

    @Test
    void prefersTheLateAskThatWantsAnAnswerToTheNews() {
        assertThat(entered("2026-03-05T15:00:00Z", """
                        ladders:
                          - id: all
                            rungs:
                              - {at: when known, to: jlin, by: email}
                              - {at: 7 days before, to: jlin, by: email, answer: {from: any, within: 1 business day}}
                        """).lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 jlin email when-known"
                                + " - 7-days-before says it at the same time and wants an answer",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before late");
    }

    @Test
    void prefersNewsThatWantAnAnswer() {
        assertThat(entered("2026-03-05T15:00:00Z", """
                        ladders:
                          - id: all
                            rungs:
                              - {at: when known, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                              - {at: 7 days before, to: jlin, by: email, answer: {from: any, within: 1 business day}}
                        """).going())
                .containsExactly("Thu 2026-03-05 10:00 jlin email when-known");
    }

    @Test
    void keepsTheLateOneWhereTheNewsGoToAnother() {
        assertThat(firm().with(person("jlin"))
                        .with(person("ann"))
                        .on(filing("2026-03-10").known("2026-03-05T15:00:00Z"))
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: when known, to: ann, by: email}
                                      - {at: 7 days before, to: jlin, by: email}
                                """)
                        .going())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 ann email when-known",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before late");
    }

    @Test
    void remembersSinceWhenAReminderWasOwed() {
        assertThat(entered("2026-03-05T15:00:00Z", THREE_RUNGS).schedule().reminders())
                .allSatisfy(reminder ->
                        assertThat(reminder.firstOwedAt()).isEqualTo(Instant.parse("2026-03-05T15:00:00Z")));
    }

    @Test
    void explainsWhatIsLate() {
        assertThat(entered("2026-03-05T15:00:00Z", THREE_RUNGS).schedule().reminders())
                .filteredOn(reminder -> reminder.fate() instanceof PlannedReminder.Fate.GoesLate)
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.why())
                        .isEqualTo("7 days before, by the ladder all;"
                                + " its time, Tue 2026-03-03 09:00, had passed when it was first owed"));
    }

    @Test
    void holdsALateReminderOverTheQuietHours() {
        assertThat(firm().with(person("jlin").quiet("21:00", "07:00"))
                        .on(filing("2026-03-10").known("2026-03-06T03:00:00Z"))
                        .rules(THREE_RUNGS)
                        .going())
                .contains("Fri 2026-03-06 07:00 jlin email 7-days-before late");
    }
}
