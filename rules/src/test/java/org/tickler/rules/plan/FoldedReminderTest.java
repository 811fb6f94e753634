package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import org.junit.jupiter.api.Test;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Who wants a digest gets what needs no answer with the morning sheet, where that is in time. */
class FoldedReminderTest {
    private static final SamplePerson JLIN = person("jlin").digest();

    private static SampleFirm planned(SamplePerson who, SampleEntry entry, String rung) {
        return firm().with(who).on(entry).rules("""
                ladders:
                  - id: all
                    rungs:
                      - {to: jlin, %s}
                sheets:
                  - {id: morning, sheet: morning, to: everyone, every: business day, time: "07:30"}
                """.formatted(rung));
    }

    @Test
    void leavesWithTheSheetOfItsDay() {
        SampleFirm firm = planned(JLIN, filing("2026-03-10"), "by: email, at: 1 day before, time: \"09:00\"");
        assertThat(firm.lines()).containsExactly("Mon 2026-03-09 07:30 jlin email 1-day-before");
        assertThat(firm.schedule().reminders().getFirst().why()).contains("folded into the morning sheet");
    }

    @Test
    void leavesAtTheSheetsHourAlsoInQuietHours() {
        assertThat(planned(
                                person("jlin").digest().quiet("21:00", "08:00"),
                                filing("2026-03-10"),
                                "by: email, at: 1 day before, time: \"09:00\"")
                        .lines())
                .containsExactly("Mon 2026-03-09 07:30 jlin email 1-day-before");
    }

    @Test
    void goesByItselfWhereNoSheetComesWithinADay() {
        // Saturday: the next sheet is Monday's
        assertThat(planned(JLIN, filing("2026-03-10"), "by: email, at: 3 days before, time: \"09:00\"")
                        .lines())
                .containsExactly("Sat 2026-03-07 09:00 jlin email 3-days-before");
    }

    @Test
    void goesByItselfWhereTheSheetComesTooLateForTheEntry() {
        assertThat(planned(JLIN, hearing("2026-03-10T07:00"), "by: email, at: 2 hours before")
                        .lines())
                .containsExactly("Tue 2026-03-10 05:00 jlin email 2-hours-before");
    }

    @Test
    void isNeverFoldedWhereAnAnswerIsWanted() {
        assertThat(planned(
                                JLIN,
                                filing("2026-03-10"),
                                "by: email, at: 1 day before, time: \"09:00\", answer: {from: any, within: 1 hour}")
                        .lines())
                .containsExactly("Mon 2026-03-09 09:00 jlin email 1-day-before");
    }

    @Test
    void foldsMailAndLeavesTextMessagesAtTheirHour() {
        assertThat(planned(JLIN, filing("2026-03-10"), "by: sms and email, at: 1 day before, time: \"09:00\"")
                        .lines())
                .containsExactlyInAnyOrder(
                        "Mon 2026-03-09 07:30 jlin email 1-day-before", "Mon 2026-03-09 09:00 jlin sms 1-day-before");
    }

    @Test
    void goesByItselfForWhoWantsEach() {
        assertThat(planned(person("jlin"), filing("2026-03-10"), "by: email, at: 1 day before, time: \"09:00\"")
                        .lines())
                .containsExactly("Mon 2026-03-09 09:00 jlin email 1-day-before");
    }
}
