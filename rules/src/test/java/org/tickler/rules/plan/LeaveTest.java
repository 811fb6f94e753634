package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.firm.Channel.EMAIL;
import static org.tickler.rules.firm.Channel.SMS;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import org.junit.jupiter.api.Test;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Who is away is stood in for, or hears earlier; nothing is dropped. */
class LeaveTest {
    private static final SampleEntry FILING = filing("2026-03-19");

    private static SampleFirm planned(SampleEntry entry, String rung, SamplePerson... people) {
        SampleFirm firm = firm().on(entry).rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {%s}
                        """.formatted(rung));
        for (SamplePerson one : people) {
            firm.with(one);
        }
        return firm;
    }

    private static SampleFirm dayBefore(SamplePerson... people) {
        return planned(FILING, "at: 1 day before, to: jlin, by: email", people);
    }

    private static SamplePerson away(String from, String to) {
        return person("jlin").away(from, to);
    }

    @Test
    void handsTheReminderToTheDelegateUnderTheSameId() {
        PlannedReminder own = dayBefore(person("jlin")).schedule().reminders().getFirst();
        SampleFirm firm = dayBefore(away("2026-03-16", "2026-03-20").delegate("dkim"), person("dkim"));
        assertThat(firm.lines()).containsExactly("Wed 2026-03-18 09:00 dkim email 1-day-before for jlin");
        PlannedReminder taken = firm.schedule().reminders().getFirst();
        assertThat(taken.id()).isEqualTo(own.id());
        assertThat(taken.ask()).isEqualTo(own.ask());
        assertThat(taken.why()).contains("jlin is away on Wed 2026-03-18: dkim stands in");
    }

    @Test
    void countsTheFirstAndTheLastDayOfALeave() {
        assertThat(dayBefore(away("2026-03-18", "2026-03-18").delegate("dkim"), person("dkim"))
                        .lines())
                .containsExactly("Wed 2026-03-18 09:00 dkim email 1-day-before for jlin");
        assertThat(dayBefore(away("2026-03-19", "2026-03-25").delegate("dkim"), person("dkim"))
                        .lines())
                .containsExactly("Wed 2026-03-18 09:00 jlin email 1-day-before");
    }

    @Test
    void speaksInTheZoneAndByTheChannelOfWhoeverStandsIn() {
        assertThat(dayBefore(
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim").in("Europe/London").without(EMAIL))
                        .schedule()
                        .reminders())
                .singleElement()
                .satisfies(reminder -> {
                    assertThat(reminder.channel()).isEqualTo(SMS);
                    assertThat(reminder.due().at()).hasToString("2026-03-18T09:00:00Z");
                });
    }

    @Test
    void goesOnToTheDelegatesDelegate() {
        assertThat(dayBefore(
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim").away("2026-03-18", "2026-03-18").delegate("mharper"),
                                person("mharper"))
                        .lines())
                .containsExactly("Wed 2026-03-18 09:00 mharper email 1-day-before for jlin");
    }

    @Test
    void passesOverADelegateWhoMayNotSeeTheMatterOrCannotBeReached() {
        SampleFirm firm = dayBefore(
                away("2026-03-16", "2026-03-20").delegate("dkim"),
                person("dkim").delegate("ann"),
                person("ann").without(EMAIL).without(SMS).delegate("mharper"),
                person("mharper"));
        assertThat(firm.walledOff("dkim").lines())
                .containsExactly("Wed 2026-03-18 09:00 mharper email 1-day-before for jlin");
    }

    @Test
    void endsWhereTwoStandInForEachOther() {
        SampleFirm firm = dayBefore(
                away("2026-03-16", "2026-03-20").delegate("dkim"),
                person("dkim").away("2026-03-16", "2026-03-20").delegate("jlin"));
        assertThat(firm.lines()).containsExactly("Fri 2026-03-13 09:00 jlin email 1-day-before");
    }

    @Test
    void speaksOnTheLastWorkingDayBeforeALeaveWithoutDelegate() {
        SampleFirm firm = dayBefore(away("2026-03-16", "2026-03-20"));
        assertThat(firm.lines()).containsExactly("Fri 2026-03-13 09:00 jlin email 1-day-before");
        assertThat(firm.schedule().reminders().getFirst().why())
                .contains("jlin is away on Wed 2026-03-18, and nobody stands in: sent on the last working day before");
    }

    @Test
    void passesOverTheFirmsHolidayAndAnotherLeave() {
        // Closed on Friday 6 March; away on Thursday the 5th, too.
        assertThat(planned(
                                filing("2026-03-10"),
                                "at: 1 day before, to: jlin, by: email",
                                away("2026-03-09", "2026-03-12").away("2026-03-05", "2026-03-05"))
                        .lines())
                .containsExactly("Wed 2026-03-04 09:00 jlin email 1-day-before");
    }

    @Test
    void speaksDuringTheLeaveWhereTheEntryWasNotKnownBefore() {
        SampleFirm firm = planned(
                filing("2026-03-19").known("2026-03-17T14:00:00Z"),
                "at: 1 day before, to: jlin, by: email",
                away("2026-03-16", "2026-03-20"));
        assertThat(firm.lines()).containsExactly("Wed 2026-03-18 09:00 jlin email 1-day-before");
        assertThat(firm.schedule().reminders().getFirst().why()).contains("sent nevertheless");
    }

    @Test
    void neverAsksWhetherAThingWasDoneBeforeItIsDue() {
        assertThat(planned(
                                filing("2026-03-19"),
                                "at: 1 day after, to: jlin, by: email",
                                away("2026-03-20", "2026-03-25"))
                        .lines())
                .containsExactly("Fri 2026-03-20 09:00 jlin email 1-day-after");
    }

    @Test
    void handsTheNewsOfANewEntryToTheDelegate() {
        assertThat(planned(
                                filing("2026-03-19").known("2026-03-17T14:00:00Z"),
                                "at: when known, to: jlin, by: email",
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim"))
                        .lines())
                .containsExactly("Tue 2026-03-17 10:00 dkim email when-known for jlin");
    }

    @Test
    void judgesTheDayInTheZoneOfWhoeverIsAway() {
        // 20:00 on the 17th in Los Angeles is 23:00 in New York; the leave starts on the 18th, local time.
        assertThat(planned(
                                hearing("2026-03-18T08:00"),
                                "at: 9 hours before, to: jlin, by: email",
                                person("jlin")
                                        .in("America/Los_Angeles")
                                        .away("2026-03-18", "2026-03-20")
                                        .delegate("dkim"),
                                person("dkim"))
                        .lines())
                .containsExactly("Tue 2026-03-17 20:00 jlin email 9-hours-before");
    }

    @Test
    void handsOverWhatFallsToSomebodyWhoLeftTheFirm() {
        assertThat(dayBefore(person("jlin").left("2026-03-01").delegate("dkim"), person("dkim"))
                        .schedule()
                        .reminders())
                .singleElement()
                .satisfies(reminder -> assertThat(reminder.why()).contains("jlin has left: dkim stands in"));
    }

    @Test
    void saysThatSomebodyLeftAndNobodyStandsIn() {
        SampleFirm firm = dayBefore(person("jlin").left("2026-03-01"));
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps())
                .containsExactly(
                        "ladder all, 1-day-before, to jlin: jlin has left, and no delegate is there who may see H-2291");
    }

    @Test
    void handsOverNothingThatTheAbsentPersonMayNotSee() {
        SampleFirm firm = dayBefore(away("2026-03-16", "2026-03-20").delegate("dkim"), person("dkim"))
                .walledOff("jlin");
        assertThat(firm.lines()).isEmpty();
        assertThat(firm.gaps()).singleElement().asString().endsWith("jlin is walled off from H-2291");
    }

    @Test
    void sparesTheDelegateWhoIsToldOfTheRungAnyway() {
        assertThat(planned(
                                FILING,
                                "at: 1 day before, to: [jlin, dkim], by: email",
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim"))
                        .lines())
                .containsExactlyInAnyOrder(
                        "Wed 2026-03-18 09:00 dkim email 1-day-before",
                        "Wed 2026-03-18 09:00 dkim email 1-day-before for jlin"
                                + " - dkim stands in for jlin and is told of this rung already");
    }

    @Test
    void doesNotSpareTheDelegateAnAnswer() {
        assertThat(planned(
                                FILING,
                                "at: 1 day before, to: [jlin, dkim], by: email, answer: {from: each, within: 4 hours}",
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim"))
                        .going())
                .containsExactlyInAnyOrder(
                        "Wed 2026-03-18 09:00 dkim email 1-day-before",
                        "Wed 2026-03-18 09:00 dkim email 1-day-before for jlin");
    }

    @Test
    void sparesTheDelegateOfTwoTheSecondOfEqualReminders() {
        assertThat(planned(
                                FILING,
                                "at: 1 day before, to: [jlin, ann], by: email",
                                away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("ann").away("2026-03-16", "2026-03-20").delegate("dkim"),
                                person("dkim"))
                        .going())
                .hasSize(1);
    }
}
