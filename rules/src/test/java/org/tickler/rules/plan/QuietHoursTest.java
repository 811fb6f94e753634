package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Nobody is disturbed at night unless there is no other moment. */
class QuietHoursTest {
    private static final SamplePerson JLIN = person("jlin").quiet("21:00", "07:00");

    private static SampleFirm planned(SamplePerson who, SampleEntry entry, String... rungs) {
        StringBuilder rules = new StringBuilder("ladders:\n  - id: all\n    rungs:\n");
        for (String rung : rungs) {
            rules.append("      - {to: jlin, by: email, ").append(rung).append("}\n");
        }
        return firm().with(who).on(entry).rules(rules.toString());
    }

    private static String why(SampleFirm firm) {
        return firm.schedule().reminders().getFirst().why();
    }

    @Test
    void holdsAReminderOfTheEveningUntilTheMorning() {
        SampleFirm firm = planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"22:00\"");
        assertThat(firm.lines()).containsExactly("Sun 2026-03-08 07:00 jlin email 3-days-before");
        assertThat(why(firm)).contains("held to 07:00, when the quiet hours of jlin end");
    }

    @Test
    void holdsAReminderAfterMidnightUntilTheMorningOfTheSameDay() {
        assertThat(planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"05:30\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 07:00 jlin email 3-days-before");
    }

    @Test
    void endsTheQuietHoursOnTheirLastMinute() {
        assertThat(planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"06:59\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 07:00 jlin email 3-days-before");
        assertThat(planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"07:00\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 07:00 jlin email 3-days-before");
        assertThat(planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"20:59\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 20:59 jlin email 3-days-before");
    }

    @Test
    void holdsAcrossTheNightOnWhichTheClocksChange() {
        List<String> lines =
                planned(JLIN, filing("2026-03-10"), "at: 3 days before, time: \"23:00\"")
                        .schedule()
                        .reminders()
                        .stream()
                        .map(reminder -> reminder.due().at().toString())
                        .toList();
        assertThat(lines).containsExactly("2026-03-08T11:00:00Z");
    }

    @Test
    void keepsQuietAtNoonToo() {
        SamplePerson noon = person("jlin").quiet("12:00", "13:30");
        assertThat(planned(noon, filing("2026-03-10"), "at: 3 days before, time: \"12:15\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 13:30 jlin email 3-days-before");
    }

    @Test
    void goesBackToTheirStartWhereTheEndWouldBeTooLate() {
        SampleFirm firm = planned(JLIN, hearing("2026-03-10T06:30"), "at: 2 hours before");
        assertThat(firm.lines()).containsExactly("Mon 2026-03-09 21:00 jlin email 2-hours-before");
        assertThat(why(firm)).contains("sent at 21:00 already, before the quiet hours of jlin begin");
    }

    @Test
    void goesBackWhereTheEndIsTheDueTimeItself() {
        assertThat(planned(JLIN, hearing("2026-03-10T07:00"), "at: 2 hours before")
                        .lines())
                .containsExactly("Mon 2026-03-09 21:00 jlin email 2-hours-before");
    }

    @Test
    void goesBackWhereTheNextRungSpeaksFirst() {
        assertThat(planned(
                                JLIN,
                                filing("2026-03-10"),
                                "at: 3 days before, time: \"22:00\"",
                                "at: 2 days before, time: \"07:00\"")
                        .lines())
                .containsExactly(
                        "Sat 2026-03-07 21:00 jlin email 3-days-before",
                        "Sun 2026-03-08 07:00 jlin email 2-days-before");
    }

    @Test
    void breaksTheQuietHoursWhereNeitherIsInTime() {
        // Entered at 22:00 for 06:30 the next morning.
        SampleFirm firm = planned(
                JLIN,
                hearing("2026-03-10T06:30").known("2026-03-10T02:00:00Z"),
                "at: when known",
                "at: 2 hours before");
        assertThat(firm.lines())
                .containsExactly(
                        "Mon 2026-03-09 22:00 jlin email when-known", "Tue 2026-03-10 04:30 jlin email 2-hours-before");
        assertThat(why(firm)).contains("sent within the quiet hours of jlin: no moment outside them is in time");
    }

    @Test
    void holdsTheNewsOfANewEntryUntilTheMorning() {
        assertThat(planned(JLIN, filing("2026-03-10").known("2026-02-03T03:00:00Z"), "at: when known")
                        .lines())
                .containsExactly("Tue 2026-02-03 07:00 jlin email when-known");
    }

    @Test
    void holdsAQuestionAfterwardsThoughTheEntryIsDue() {
        assertThat(planned(JLIN, hearing("2026-03-10T20:00"), "at: 3 hours after")
                        .lines())
                .containsExactly("Wed 2026-03-11 07:00 jlin email 3-hours-after");
    }

    @Test
    void countsInTheReadersZone() {
        SamplePerson phoenix = person("jlin").quiet("21:00", "07:00").in("America/Phoenix");
        // 09:00 in New York is 06:00 in Phoenix, which keeps no daylight time.
        assertThat(planned(phoenix, hearing("2026-03-10T14:00"), "at: 1 day before, time: \"09:00\", zone: court")
                        .lines())
                .containsExactly("Mon 2026-03-09 07:00 jlin email 1-day-before");
    }

    @Test
    void doesNotHoldIntoALeave() {
        SamplePerson leaving = person("jlin").quiet("21:00", "07:00").away("2026-03-08", "2026-03-12");
        assertThat(planned(leaving, filing("2026-03-20"), "at: 13 days before, time: \"22:00\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 21:00 jlin email 13-days-before");
    }

    @Test
    void leavesPeopleWithoutQuietHoursAsTheyAre() {
        assertThat(planned(person("jlin"), filing("2026-03-10"), "at: 3 days before, time: \"03:00\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 03:00 jlin email 3-days-before");
    }
}
