package org.tickler.rules.checkup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tickler.rules.checkup.Finding.Type;

/** A sheet whose matters are before courts and judges with rules of their own. */
class RulesOfAJudgeTest {
    private static final String JUDGE_DOE = """
            overlay: judge-doe
            title: Practices of Judge Doe
            version: 2026-11-26
            over: us-frcp
            courts: us-nysd
            judge: [Doe, Jane Doe]
            events:
              letter-filed: Filing of a pre-motion letter
            rules:
              - replaces: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                due: 14 days after
                authority: {cite: Doe Pract. 2}
                unchecked: a sample
                examples: [{on: 2026-03-06, due: 2026-03-20, source: by hand}]
              - id: letter-response
                title: Response to the letter
                kind: filing
                duty: any-party
                trigger: letter-filed
                due: 3 days after
                authority: {cite: Doe Pract. 3}
                unchecked: a sample
                examples: [{on: 2026-03-06, due: 2026-03-09, source: by hand}]
            """;

    private static Sheet sheet() {
        return Sheet.before("us-nysd").under(JUDGE_DOE);
    }

    private static Sheet answered(Sheet sheet) {
        return sheet.row("H-1", "event", "Complaint served", "2026-03-06").row("H-1", "filing", "Answer", "2026-03-27");
    }

    @Test
    void aMatterBeforeTheJudgeIsHeldAgainstTheJudgesRule() {
        Sheet doe = answered(sheet().beforeJudge("Hon. Doe"));

        assertThat(doe.said(Type.LATE)).containsExactly("dangerous Answer: 2026-03-20");
        assertThat(doe.findings(Type.LATE).getFirst().derivation().getFirst())
                .contains("overlay \"Practices of Judge Doe\"", "in place of Fed. R. Civ. P. 12(a)(1)(A)(i)");
        assertThat(doe.report().notes()).containsExactly("the overlay judge-doe on us-frcp held in 1 matter");
    }

    @Test
    void aMatterBeforeAnotherJudgeIsHeldAgainstThePack() {
        Sheet roe = answered(sheet().beforeJudge("Roe"));

        assertThat(roe.findings(Type.LATE)).isEmpty();
        assertThat(roe.report().notes())
                .containsExactly(
                        "the overlay judge-doe on us-frcp held in no matter: none is known to be before us-nysd,"
                                + " Doe or Jane Doe (the sheet's column judge)");
    }

    @Test
    void aMatterThatNamesNoJudgeIsBeforeTheOneWhoIsGiven() {
        assertThat(answered(sheet()).findings(Type.LATE)).isEmpty();
        assertThat(answered(sheet().elseBefore("Judge Doe")).said(Type.LATE))
                .containsExactly("dangerous Answer: 2026-03-20");
        assertThat(answered(sheet().elseBefore("Judge Doe").beforeJudge("Roe")).findings(Type.LATE))
                .isEmpty();
    }

    @Test
    void anotherCourtKnowsNothingOfTheJudge() {
        assertThat(answered(Sheet.before("us-nyed").under(JUDGE_DOE).beforeJudge("Doe"))
                        .findings(Type.LATE))
                .isEmpty();
    }

    @Test
    void whatFollowsFromAnEventOfTheJudgesOwnIsMissed() {
        assertThat(sheet().with("us-frcp")
                        .beforeJudge("Doe")
                        .named("H-1", "letter-filed", "", "2026-03-06")
                        .said(Type.MISSING))
                .containsExactly("dangerous Response to the letter: 2026-03-09");
    }

    @Test
    void aNameThatIsNearToTheJudgesIsSaid() {
        assertThat(answered(sheet().beforeJudge("John Doe")).report().notes())
                .anyMatch(note ->
                        note.startsWith("the judge \"john doe\" is near to the overlay judge-doe's (Doe, Jane Doe)"));
    }

    @Test
    void aMatterThatNamesTheJudgeByTwoOfTheOverlaysNamesIsBeforeThatJudge() {
        Sheet doe = answered(sheet())
                .beforeJudge("Doe")
                .row("H-1", "conference", "Conference", "2026-04-20")
                .beforeJudge("Hon. Jane Doe")
                .row("H-1", "conference", "Second conference", "2026-04-27");

        assertThat(doe.said(Type.LATE)).containsExactly("dangerous Answer: 2026-03-20");
    }
}
