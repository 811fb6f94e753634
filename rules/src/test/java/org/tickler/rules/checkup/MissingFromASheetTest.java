package org.tickler.rules.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.Test;
import org.tickler.rules.checkup.Finding.Type;
import org.tickler.rules.checkup.Finding.Weight;

/** Deadlines that follow from a sheet's triggers and are not in it: whose they are, how old, how sure. */
class MissingFromASheetTest {
    private static Sheet requestsToProduce() {
        return Sheet.before("N.D. Ill.").with("us-frcp");
    }

    @Test
    void whatTheFirmMustDoIsDangerous() {
        assertThat(requestsToProduce()
                        .row("H-1", "event", "Requests to produce served", "2026-06-04", "", "plaintiff")
                        .actingFor("Plaintiff")
                        .said(Type.MISSING))
                .containsExactly("dangerous Response to requests to produce: 2026-07-06");
    }

    @Test
    void whatTheOtherSideMustDoIsToWatch() {
        Sheet sheet = requestsToProduce()
                .actingFor("for the Plaintiffs")
                .row("H-1", "event", "Requests to produce served", "2026-06-04", "", "Def.");

        assertThat(sheet.said(Type.MISSING)).containsExactly("note Response to requests to produce: 2026-07-06");
        assertThat(sheet.findings(Type.MISSING).getFirst().sentence())
                .startsWith("not in the sheet; to watch: the duty is the other side's (receiving party)");
    }

    @Test
    void aConferenceCallsForAResponseToEarlyRequestsOnlyWhereTheSheetKnowsOfSuch() {
        Sheet conference =
                Sheet.before("us-nysd").with("us-frcp").named("H-1", "discovery-conference", "", "2026-03-02");

        assertThat(conference.said(Type.MISSING))
                .containsExactly(
                        "dangerous Initial disclosures: 2026-03-16",
                        "dangerous Report of the discovery plan: 2026-03-16");
        assertThat(conference
                        .named("H-1", "", "early-production-response", "2026-04-02")
                        .said(Type.LATE))
                .containsExactly("dangerous : 2026-04-01");
    }

    @Test
    void whoseDutyItIsIsTheFirmsWhereNobodySays() {
        assertThat(requestsToProduce()
                        .row("H-1", "event", "Requests to produce served", "2026-06-04", "", "defendant")
                        .said(Type.MISSING))
                .containsExactly("dangerous Response to requests to produce: 2026-07-06");
    }

    @Test
    void aComplaintIsServedOnADefendant() {
        assertThat(Sheet.before("us-nysd")
                        .actingFor("plaintiff")
                        .row("H-1", "event", "Complaint served on Acme Freight", "2026-03-06")
                        .said(Type.MISSING))
                .containsExactly("note Answer or Rule 12 motion: 2026-03-27");
    }

    @Test
    void whatTheCourtDoesIsNobodysToMiss() {
        assertThat(Sheet.before("us-nysd")
                        .with("us-frcp")
                        .row("H-1", "event", "Judgment entered", "2026-03-31")
                        .said(Type.MISSING))
                .contains("note End of the automatic stay of execution: 2026-04-30");
    }

    @Test
    void whatIsMoreThanAYearBeforeTheSheetsLatestDateIsLongPast() {
        Sheet sheet = requestsToProduce()
                .row("H-1", "event", "Requests to produce served", "2021-03-01")
                .row("H-1", "trial", "Settlement conference", "2026-09-01")
                .row("H-1", "trial", "Status conference", "2026-05-01");

        assertThat(sheet.findings(Type.MISSING)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.NOTE);
            assertThat(finding.sentence()).contains("long past: was it done?");
        });
    }

    @Test
    void moreThanThreeOfAMatterThatAreLongPastAreOneNote() {
        Sheet sheet = requestsToProduce().readOn("2026-11-26");
        for (int year = 2019; year < 2023; year++) {
            sheet.row("H-1", "event", "Requests to produce served", year + "-03-01");
        }

        assertThat(sheet.findings(Type.MISSING)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.NOTE);
            assertThat(finding.sentence())
                    .startsWith(
                            "4 that are long past are not in the sheet; were they done? Response to requests to produce"
                                    + " (Mon 2019-04-01), ");
        });
    }

    @Test
    void aSlipIntoAnotherCenturyMakesNothingLongPast() {
        assertThat(requestsToProduce()
                        .row("H-1", "event", "Requests to produce served", "2026-06-04")
                        .row("H-1", "conference", "Status conference", "2062-06-01")
                        .said(Type.MISSING))
                .containsExactly("dangerous Response to requests to produce: 2026-07-06");
    }

    @Test
    void whatIsMoreThanNinetyDaysBeforeTheDayThatIsNamedIsLongPast() {
        Sheet sheet = requestsToProduce().row("H-1", "event", "Requests to produce served", "2026-06-04");

        assertThat(sheet.readOn("2026-10-04").said(Type.MISSING))
                .containsExactly("dangerous Response to requests to produce: 2026-07-06");
        assertThat(sheet.readOn("2026-10-05").said(Type.MISSING))
                .containsExactly("note Response to requests to produce: 2026-07-06");
    }

    @Test
    void ofSeveralRowsThatMayBeItTheSheetsFirstIsNamed() {
        Sheet sheet = Sheet.before("us-ca")
                .row("H-31", "hearing", "Motion hearing", "2026-06-15")
                .row("H-31", "filing", "Draft of the opposition", "2026-06-04")
                .row("H-31", "filing", "Opposition due", "2026-06-02")
                .row("H-31", "filing", "Far opposition", "2026-06-20");

        assertThat(sheet.findings(Type.MISSING))
                .extracting(Finding::sentence)
                .filteredOn(sentence -> sentence.contains("may be it"))
                .singleElement(STRING)
                .contains("\"Draft of the opposition\" (sheet.csv:2) may be it");
    }

    @Test
    void aMatterOfManyPartiesIsReadPartyByParty() {
        Sheet sheet = Sheet.before("us-nysd").with("us-frcp");
        for (int party = 0; party < 60; party++) {
            String name = "Party " + party;
            sheet.row("H-32", "event", "Service of the summons and complaint", "2026-03-02", "", name);
            if (party != 41) {
                sheet.row("H-32", "filing", "Answer", "2026-03-23", "", name);
            }
        }

        assertThat(sheet.said(Type.MISSING)).containsExactly("dangerous Answer or Rule 12 motion: 2026-03-23");
        assertThat(sheet.findings(Type.MISSING).getFirst().place().line()).isEqualTo(83);
    }

    @Test
    void aRowOnThatDayUnderAnotherNameMayBeIt() {
        Sheet sheet = Sheet.before("us-ca")
                .row("H-31", "hearing", "Motion hearing", "2026-06-15")
                .row("H-31", "filing", "Moving papers due", "2026-05-20")
                .row("H-31", "filing", "Opposition due", "2026-06-02")
                .row("H-31", "filing", "Reply due", "2026-06-08");

        assertThat(sheet.findings(Type.MISSING))
                .hasSize(3)
                .allSatisfy(finding -> assertThat(finding.weight()).isEqualTo(Weight.NOTE));
        assertThat(sheet.findings(Type.MISSING).get(1).sentence())
                .contains("\"Opposition due\" (sheet.csv:3) may be it");
    }

    @Test
    void serviceOfProcessIsNotMissingOnceTheComplaintWasServed() {
        assertThat(Sheet.before("us-nysd")
                        .row("H-1", "event", "Complaint filed", "2026-02-02")
                        .row("H-1", "event", "Complaint served", "2026-02-10")
                        .row("H-1", "filing", "Answer", "2026-03-03")
                        .said(Type.MISSING))
                .containsExactly("note Service of process: 2026-05-04");
    }

    @Test
    void anAnswerAfterRemovalStandsInPlaceOfTheAnswer() {
        assertThat(Sheet.before("S.D. Tex.")
                        .with("us-frcp")
                        .row("H-1", "event", "Complaint served", "2026-05-11")
                        .row("H-1", "filing", "Answer after removal", "2026-06-08")
                        .said(Type.MISSING))
                .containsExactly("note Answer or Rule 12 motion: 2026-06-01");
    }

    @Test
    void whatFollowsFromARowThatIsOnlyProbablyATriggerIsOneNote() {
        Sheet sheet =
                Sheet.before("us-ca").row("H-31", "hearing", "Hearing on motion for summary judgment", "2026-09-09");

        assertThat(sheet.findings(Type.MISSING)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.NOTE);
            assertThat(finding.sentence())
                    .startsWith("unsure: if the row is us-ca/summary-judgment-hearing, the sheet lacks")
                    .contains("Opposition to a motion for summary judgment (Thu 2026-08-20)");
        });
    }

    @Test
    void aDeadlineThatTheCourtMayNotEnlargeSaysSo() {
        assertThat(Sheet.before("us-nysd")
                        .with("us-frcp")
                        .row("H-1", "event", "Judgment entered", "2026-03-31")
                        .findings(Type.MISSING))
                .filteredOn(finding -> finding.title().equals("Motion to alter or amend the judgment"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.sentence()).contains("the court may not enlarge it"));
    }
}
