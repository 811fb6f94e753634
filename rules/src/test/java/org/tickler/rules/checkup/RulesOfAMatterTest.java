package org.tickler.rules.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.checkup.Finding.Type;
import org.tickler.rules.checkup.Finding.Weight;

/** Which of several federal packs are a matter's, where nobody names one. */
class RulesOfAMatterTest {
    private static List<String> authorities(Sheet sheet, Type type) {
        return sheet.findings(type).stream()
                .map(finding -> finding.authority().orElseThrow())
                .toList();
    }

    @Test
    void theLettersOfADocketNumberTellThem() {
        assertThat(authorities(
                        Sheet.before("us-nysd").row("1:26-cv-01042", "hearing", "Motion hearing", "2026-06-18"),
                        Type.MISSING))
                .containsExactly("Fed. R. Civ. P. 6(c)(1)", "Fed. R. Civ. P. 6(c)(2)");
        assertThat(authorities(
                        Sheet.before("us-nysd").row("1:26-cr-00017", "hearing", "Motion hearing", "2026-06-18"),
                        Type.MISSING))
                .containsExactly("Fed. R. Crim. P. 47(c)", "Fed. R. Crim. P. 47(d)");
    }

    @Test
    void theNameOfABankruptcyCourtTellsThem() {
        assertThat(authorities(
                        Sheet.before("Bankr. S.D.N.Y.").row("H-7", "hearing", "Motion hearing", "2026-06-18"),
                        Type.MISSING))
                .containsExactly("Fed. R. Bankr. P. 9006(d)(1)", "Fed. R. Bankr. P. 9006(d)(2)");
    }

    @Test
    void aRowThatOnlyOnePackKnowsTellsThem() {
        assertThat(authorities(
                        Sheet.before("us-nysd")
                                .row("H-7", "event", "Complaint served", "2026-03-06")
                                .row("H-7", "filing", "Answer", "2026-03-27")
                                .row("H-7", "hearing", "Motion hearing", "2026-06-18"),
                        Type.MISSING))
                .containsExactly("Fed. R. Civ. P. 6(c)(1)", "Fed. R. Civ. P. 6(c)(2)");
    }

    @Test
    void moreRowsOutweighOneThatIsCalledAsAnotherPackCallsIt() {
        assertThat(authorities(
                        Sheet.before("us-nysd")
                                .row("H-7", "event", "Offer of judgment served", "2026-05-28")
                                .row("H-7", "filing", "Acceptance of the offer of judgment", "2026-06-11")
                                .row("H-7", "event", "Recommended disposition served", "2026-06-01"),
                        Type.MISSING))
                .allSatisfy(cite -> assertThat(cite).startsWith("Fed. R. Civ. P."));
    }

    @Test
    void anAppealFromACivilJudgmentIsUnderTheAppellateRules() {
        assertThat(Sheet.before("us-nysd")
                        .row("1:26-cv-01042", "event", "Judgment entered", "2026-03-31")
                        .row("1:26-cv-01042", "filing", "Notice of appeal", "2026-05-01")
                        .said(Type.LATE))
                .containsExactly("dangerous Notice of appeal: 2026-04-30");
    }

    @Test
    void nothingIsDerivedWhereNothingTellsThemAndThatIsSaidOnce() {
        Sheet sheet = Sheet.before("us-nysd")
                .row("H-7", "hearing", "Motion hearing", "2026-06-18")
                .row("H-7", "hearing", "Motion hearing", "2026-08-20");

        assertThat(sheet.findings(Type.MISSING)).isEmpty();
        assertThat(sheet.findings(Type.WHICH_PACK)).singleElement().satisfies(finding -> {
            assertThat(finding.weight()).isEqualTo(Weight.NOTE);
            assertThat(finding.sentence()).startsWith("it may be under us-frbp or us-frcp or us-frcrp");
        });
    }

    @Test
    void aPackThatSomebodyChoseIsTheMatters() {
        assertThat(authorities(
                        Sheet.before("us-nysd").with("us-frbp").row("H-7", "hearing", "Motion hearing", "2026-06-18"),
                        Type.MISSING))
                .containsExactly("Fed. R. Bankr. P. 9006(d)(1)", "Fed. R. Bankr. P. 9006(d)(2)");
    }

    @Test
    void courtsAreFoundByWhateverASheetCallsThem() {
        for (String name : List.of("S.D. Tex.", "USDC SDTX", "us-txsd", "Southern District of Texas")) {
            Checkup.Report report = Sheet.before(name)
                    .row("H-7", "event", "Complaint served", "2026-03-06")
                    .report();
            assertThat(report.findings()).as(name).noneMatch(finding -> finding.type() == Type.UNKNOWN_COURT);
        }
        assertThat(Sheet.before("Court of Nowhere")
                        .row("H-7", "event", "Complaint served", "2026-03-06")
                        .findings(Type.UNKNOWN_COURT))
                .hasSize(1);
    }
}
