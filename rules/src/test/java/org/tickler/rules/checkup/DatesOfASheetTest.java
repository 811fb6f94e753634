package org.tickler.rules.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.checkup.Finding.Type;
import org.tickler.rules.checkup.Finding.Weight;

/** Dates of a sheet, held against the rule that gives them. */
class DatesOfASheetTest {
    @Test
    void anAnswerThreeDaysAfterItsLastDayIsDangerous() {
        Sheet sheet = Sheet.before("S.D.N.Y.")
                .row("H-2291", "event", "Complaint served", "2026-01-26")
                .row("H-2291", "filing", "Answer or Rule 12 motion", "2026-02-20");

        assertThat(sheet.findings(Type.LATE)).singleElement().satisfies(late -> {
            assertThat(late.weight()).isEqualTo(Weight.DANGEROUS);
            assertThat(late.dates())
                    .isEqualTo(new Finding.Dates(
                            Optional.of(LocalDate.of(2026, 2, 20)), Optional.of(LocalDate.of(2026, 2, 17))));
            assertThat(late.authority()).contains("Fed. R. Civ. P. 12(a)(1)(A)(i)");
            assertThat(late.derivation())
                    .contains(
                            "Mon 2026-02-16 is closed (Washington's Birthday); the period runs on to Tue 2026-02-17.");
        });
    }

    @Test
    void aDateThatTheRuleGivesIsCountedAsAgreeing() {
        Checkup.Report report = Sheet.before("us-nysd")
                .row("H-2291", "event", "Complaint served", "2026-03-06")
                .row("H-2291", "filing", "Answer", "2026-03-27")
                .report();

        assertThat(report.compared()).isEqualTo(1);
        assertThat(report.agreeing()).isEqualTo(1);
    }

    @Test
    void aDateTooEarlyIsWrongAndNotDangerous() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-2291", "event", "Complaint served", "2026-03-06")
                        .row("H-2291", "filing", "Answer", "2026-03-20")
                        .said(Type.EARLY))
                .containsExactly("wrong Answer: 2026-03-27");
    }

    @Test
    void serviceByMailAddsThreeDays() {
        Sheet mailed = Sheet.before("us-nysd")
                .row("H-2291", "event", "Interrogatories served", "2026-05-05", "US mail", "")
                .row("H-2291", "discovery", "Answers to interrogatories", "2026-06-04");

        assertThat(mailed.said(Type.EARLY)).containsExactly("wrong Answers to interrogatories: 2026-06-08");
        assertThat(mailed.findings(Type.EARLY).getFirst().derivation())
                .contains("3 days for service (mail; Fed. R. Civ. P. 6(d)) after Thu 2026-06-04: Sun 2026-06-07.");
    }

    @Test
    void serviceByTheFilingSystemAddsNone() {
        Checkup.Report report = Sheet.before("us-nysd")
                .row("H-2291", "event", "Interrogatories served", "2026-05-05", "ECF", "")
                .row("H-2291", "discovery", "Answers to interrogatories", "2026-06-04")
                .report();

        assertThat(report.agreeing()).isEqualTo(1);
    }

    @Test
    void aDateThatIsRightOnlyByMailIsUnsureWhereTheSheetDoesNotSayHow() {
        Sheet sheet = Sheet.before("us-nysd")
                .row("H-2291", "event", "Interrogatories served", "2026-05-05")
                .row("H-2291", "discovery", "Answers to interrogatories", "2026-06-08");

        assertThat(sheet.said(Type.LATE)).containsExactly("note Answers to interrogatories: 2026-06-04");
        assertThat(sheet.findings(Type.LATE).getFirst().sentence())
                .endsWith("it is right if the paper was served by mail, which the sheet does not say");
    }

    @Test
    void aWayOfServiceThatNobodyKnowsIsSaid() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-2291", "event", "Interrogatories served", "2026-05-05", "pigeon", "")
                        .findings(Type.UNKNOWN_SERVICE))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).startsWith("\"pigeon\" is no way of service"));
    }

    @Test
    void aDateThatTheCourtMayHaveMovedIsUnsure() {
        assertThat(Sheet.before("us-nysd")
                        .named("H-2291", "complaint-served", "", "2026-03-06")
                        .named("H-2291", "", "answer", "2026-04-10")
                        .row("H-2291", "filing", "Answer (extended by stipulation)", "2026-04-10")
                        .findings(Type.LATE))
                .hasSize(2)
                .last()
                .satisfies(late -> {
                    assertThat(late.weight()).isEqualTo(Weight.NOTE);
                    assertThat(late.sentence()).contains("speaks of more time");
                });
    }

    @Test
    void theOtherSidesLateDateIsWrongButEndangersNobody() {
        assertThat(Sheet.before("us-nysd")
                        .actingFor("Plaintiff")
                        .row("H-2291", "event", "Complaint served", "2026-01-26")
                        .row("H-2291", "filing", "Answer", "2026-02-20")
                        .said(Type.LATE))
                .containsExactly("wrong Answer: 2026-02-17");
    }

    @Test
    void aDateIsHeldAgainstTheEventThatARowProbablyIs() {
        Sheet california = Sheet.before("Superior Court of California, County of Los Angeles")
                .row("H-31", "event", "Judgment entered", "2026-04-06")
                .row("H-31", "event", "Notice of entry of judgment served", "2026-04-09")
                .row("H-31", "filing", "Notice of appeal", "2026-06-08");

        assertThat(california.findings(Type.EARLY)).isEmpty();
        assertThat(california.said(Type.MISSING))
                .contains("dangerous Notice of intention to move for a new trial: 2026-04-24");
    }

    @Test
    void aDateThatWaitsForAnotherEventIsNotComparedAndSaysForWhich() {
        assertThat(Sheet.before("us-ca")
                        .row("H-31", "trial", "Trial", "2026-11-02")
                        .row("H-31", "discovery", "Expert demand", "2026-08-24")
                        .findings(Type.NO_TRIGGER))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("(trial-set)"));
    }

    @Test
    void aYearThatNoCalendarVouchesForIsUnknown() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-2301", "hearing", "Far hearing", "2044-05-02")
                        .findings(Type.UNKNOWN))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("vouches for 1986-01-01 to 2036-12-31"));
    }
}
