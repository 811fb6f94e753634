package org.tickler.rules.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.tickler.rules.checkup.Finding.Type;
import org.tickler.rules.checkup.Finding.Weight;

/** Rows of a sheet by themselves: weekdays, closed courts, rows that stand twice, what is left out. */
class RowsOfASheetTest {
    @Test
    void aWeekdayThatIsNotTheDatesIsWrong() {
        assertThat(Sheet.before("us-nysd")
                        .onA(DayOfWeek.TUESDAY, "H-1", "Status conference", "2026-03-11")
                        .findings(Type.WEEKDAY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo(
                                "2026-03-11 is a Wednesday, but the sheet says Tuesday; which of the two is right?"));
        assertThat(Sheet.before("us-nysd")
                        .onA(DayOfWeek.WEDNESDAY, "H-1", "Status conference", "2026-03-11")
                        .findings(Type.WEEKDAY))
                .isEmpty();
    }

    @Test
    void aHearingOnAHolidayIsWrongAndADepositionIsToLookAt() {
        Sheet sheet = Sheet.before("us-nysd")
                .row("H-1", "hearing", "Oral ruling", "2026-10-12")
                .row("H-1", "deposition", "Deposition of the driver", "2026-10-12");

        assertThat(sheet.said(Type.CLOSED)).containsExactly("wrong Oral ruling", "note Deposition of the driver");
    }

    @Test
    void whatIsServedOnAClosedDayIsNoFault() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "event", "Complaint served", "2026-10-12")
                        .findings(Type.CLOSED))
                .isEmpty();
    }

    @Test
    void theSameTitleButForASlipThreeDaysApartIsProbablyOneRow() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "deposition", "Deposition of the physician", "2026-06-01")
                        .row("H-1", "deposition", "Deposition of the physcian", "2026-06-04")
                        .said(Type.DUPLICATE))
                .containsExactly("note Deposition of the physcian");
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "deposition", "Deposition of the physician", "2026-06-01")
                        .row("H-1", "deposition", "Deposition of the physician", "2026-06-05")
                        .row("H-2", "deposition", "Deposition of the physician", "2026-06-01")
                        .findings(Type.DUPLICATE))
                .isEmpty();
    }

    @Test
    void aMatterWithoutALastDayToSueIsToLookAt() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "conference", "Status conference", "2026-06-01")
                        .row("H-2", "limitation", "Claim runs out", "2026-06-01")
                        .row("H-3", "task", "SOL", "2026-06-01")
                        .findings(Type.NO_LIMITATION))
                .singleElement()
                .satisfies(finding -> assertThat(finding.matter()).isEqualTo("H-1"));
    }

    @Test
    void moreThanThreeSuchMattersAreOneNote() {
        Sheet sheet = Sheet.before("us-nysd");
        for (int matter = 1; matter <= 4; matter++) {
            sheet.row("H-" + matter, "conference", "Status conference", "2026-06-01");
        }

        assertThat(sheet.findings(Type.NO_LIMITATION))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence())
                        .isEqualTo("4 matters have no last day to sue: H-1, H-2, H-3, H-4"));
    }

    @Test
    void aRowWhoseDateCouldNotBeReadIsNotAlsoSaidToHaveNone() {
        Sheet sheet = Sheet.before("us-nysd").row("H-1", "limitation", "Claim runs out", "");
        Finding absent = Finding.about(sheet.last(), Type.NO_SUCH_DATE, Weight.WRONG, "there is no day \"2026-02-30\"");

        assertThat(sheet.report(absent).findings()).containsExactly(absent);
        assertThat(sheet.said(Type.NO_DATE)).containsExactly("note Claim runs out");
    }

    @Test
    void whatIsDangerousComesFirstAndWhatIsToLookAtLast() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "conference", "Status conference", "2026-06-01")
                        .row("H-2", "hearing", "Ruling", "2026-10-12")
                        .row("H-3", "event", "Complaint served", "2026-03-06")
                        .report()
                        .findings())
                .extracting(Finding::weight)
                .isSorted()
                .contains(Weight.DANGEROUS, Weight.WRONG, Weight.NOTE);
    }
}
