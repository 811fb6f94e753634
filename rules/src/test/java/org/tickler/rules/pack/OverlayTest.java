package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.rules.count.PeriodCounter;
import org.tickler.rules.count.ShippedLaws;
import org.tickler.rules.firm.JudgeName;

class OverlayTest {
    private static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());

    private final Overlay overlay = TrialOverlay.overlay();
    private final Pack laid = overlay.on(TrialPack.pack());

    private List<CourtDeadline> deadlines(String trigger, String on) {
        return new DeadlineCalculator(laid, new PeriodCounter(ShippedLaws.laws(), CALENDARS))
                .deadlines(trigger, TriggerFacts.on(LocalDate.parse(on)));
    }

    private static List<String> lines(List<CourtDeadline> deadlines) {
        return deadlines.stream()
                .map(deadline -> deadline.rule().id() + " "
                        + (deadline.outcome() instanceof CourtDeadline.Dated dated
                                ? dated.due().earliest().due()
                                : "without date"))
                .toList();
    }

    @Test
    void readsWhomItIsForAndWhatItSays() {
        assertThat(overlay.id()).isEqualTo("judge-doe");
        assertThat(overlay.over()).isEqualTo("trial");
        assertThat(overlay.version()).isEqualTo("2026-11-26");
        assertThat(overlay.bench().courts()).containsExactly(new CalendarId("us-nysd"));
        assertThat(overlay.bench().names()).containsExactlyInAnyOrder(JudgeName.of("doe"), JudgeName.of("jane doe"));
        assertThat(overlay.touched()).containsExactlyInAnyOrder("answer", "letter-response", "objection");
        assertThat(overlay.without().getFirst().authority().cite()).isEqualTo("Doe Pract. 3");
    }

    @ParameterizedTest(name = "{0} before {1}: {2}")
    @CsvSource({
        "us-nysd, Hon. Doe, true",
        "us-nysd, JANE  DOE, true",
        "us-nysd, Roe, false",
        "us-nyed, Doe, false",
        "us-federal, Doe, false"
    })
    void holdsBeforeItsJudgeInItsCourts(String court, String judge, boolean holds) {
        assertThat(overlay.bench().sits(CALENDARS.get(new CalendarId(court)), Set.of(JudgeName.of(judge))))
                .isEqualTo(holds);
    }

    @Test
    void holdsBeforeEveryJudgeOfACourtWhereItNamesNone() {
        CourtCalendar nysd = CALENDARS.get(new CalendarId("us-nysd"));
        Overlay.Bench federal = new Overlay.Bench(List.of(new CalendarId("us-federal")), List.of());

        assertThat(federal.sits(nysd, Set.of())).isTrue();
        assertThat(federal.sits(nysd, Set.of(JudgeName.of("Roe")))).isTrue();
        assertThat(federal.sits(CALENDARS.get(new CalendarId("gb-ew")), Set.of()))
                .isFalse();
    }

    @Test
    void standsInPlaceOfTheRuleOfThatNameAndWhatFollowsFromItStillDoes() {
        assertThat(lines(deadlines("complaint-served", "2026-03-06")))
                .containsExactly("answer 2026-04-06", "reply 2026-04-20", "answer-after-removal without date");
    }

    @Test
    void leavesTheRuleUnderItOnDaysOnWhichItsTextIsNoLaw() {
        assertThat(lines(deadlines("complaint-served", "2025-12-31")))
                .startsWith("answer 2026-01-21")
                .anyMatch(line -> line.startsWith("objection"));
        assertThat(lines(deadlines("complaint-served", "2027-01-04")))
                .startsWith("answer 2027-01-25")
                .anyMatch(line -> line.startsWith("objection"));
    }

    @Test
    void tellsItsTextAndWhatItStandsInPlaceOf() {
        CourtDeadline answer = deadlines("complaint-served", "2026-03-06").getFirst();
        assertThat(((CourtDeadline.Dated) answer.outcome()).due().steps().getFirst())
                .isEqualTo(
                        "Answer: Doe Pract. 1, text from 2026-01-01; overlay \"Practices of Judge Doe\" of 2026-11-26,"
                                + " in place of Trial R. 12(a), on the pack trial of 2026-11-26.");
        assertThat(answer.rule().source().authority().cite()).isEqualTo("Doe Pract. 1");
        CourtDeadline reply = deadlines("complaint-served", "2026-03-06").get(1);
        assertThat(((CourtDeadline.Dated) reply.outcome()).due().steps().getFirst())
                .endsWith("; pack trial of 2026-11-26.");
    }

    @Test
    void hasEventsAndFactsOfItsOwn() {
        assertThat(laid.titleOf("letter-filed")).contains("Filing of a letter");
        assertThat(laid.facts()).containsKeys("jury", "us-party");
        assertThat(deadlines("letter-filed", "2026-03-06")).isEmpty();
    }

    @Test
    void runsItsOwnExamplesAndNobodyElses() {
        PackCheck check = new PackCheck(ShippedLaws.laws(), CALENDARS);
        Problems problems = new Problems();
        check.check(laid, overlay.ownOf(laid), problems);
        assertThat(problems.toString()).isEmpty();

        Overlay wrong = TrialOverlay.read(
                        TrialOverlay.TEXT.replace("due: 2026-04-06", "due: 2026-04-05"), new Problems())
                .orElseThrow();
        Pack wrongly = wrong.on(TrialPack.pack());
        check.check(wrongly, wrong.ownOf(wrongly), problems);
        assertThat(problems.toString())
                .startsWith("judge-doe.yaml:19:15: error[wrong-example]: the rule \"answer\" comes to 2026-04-06");
    }

    @Test
    void isLaidOverWhatAnotherOverlayHasMadeOfThePack() {
        Overlay other = TrialOverlay.read(
                        TrialOverlay.TEXT
                                .replace("judge-doe", "court")
                                .replace("Doe Pract.", "Local R.")
                                .replace("due: 30 days after", "due: 28 days after"),
                        new Problems())
                .orElseThrow();
        CourtRule answer = overlay.on(other.on(TrialPack.pack()))
                .triggeredBy("complaint-served", LocalDate.of(2026, 3, 6))
                .getFirst();

        assertThat(answer.source().authority().cite()).isEqualTo("Doe Pract. 1");
        assertThat(answer.source().overlaid().flatMap(CourtRule.Overlaid::inPlaceOf))
                .contains("Local R. 1");
    }

    private static String faults(String right, String wrong) {
        String text = TrialOverlay.TEXT.replaceFirst(
                Pattern.quote(right.replace("\\n", "\n")), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(text).isNotEqualTo(TrialOverlay.TEXT);
        Problems problems = new Problems();
        Optional<Overlay> read = TrialOverlay.read(text, problems);
        read.ifPresent(one -> new OverlayConsistency(one, TrialPack.pack(), problems).check());
        return problems.toString();
    }

    /** The first is replaced by the second, which gives the third. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overlay: judge-doe | overlay: Judge Doe | 1:10: error[bad-name]: overlay: cannot read",
                "over: trial | below: trial | 1:1: error[missing-key]: \"over\" is missing here",
                "courts: us-nysd | courts: [] | 5:9: error[empty-value]: courts: nothing is given",
                "judge: [Judge Doe, Jane Doe] | judge: [] | 6:8: error[empty-value]: judge: nothing is given",
                "replaces: answer\\n | replaces: anwser\\n | 12:5: error[unknown-rule]: replaces: nothing under this"
                        + " overlay has a rule \"anwser\"; did you mean \"answer\"?",
                "replaces: answer\\n | id: answer\\n | 12:5: error[taken-name]: there is a rule \"answer\" under this overlay"
                        + " already; write replaces: answer in place of id:",
                "replaces: answer\\n | replaces: answer\\n    id: mine\\n | 13:9: error[bad-name]: id: a rule in place of"
                        + " \"answer\" keeps that name",
                "rule: objection | rule: objections | 31:5: error[unknown-rule]: without: nothing under this overlay has a"
                        + " rule \"objections\"; did you mean \"objection\"?",
                "rule: objection | rule: answer | 31:5: error[overlap]: without: the rule \"answer\" is replaced at"
                        + " judge-doe.yaml:12:5 for the same days",
                "rule: objection\\n    cite: Doe Pract. 3\\n | rule: objection\\n | 31:5: error[missing-key]: \"cite\" is missing here",
                "from: 2026-01-01\\n    to: 2026-12-31 | from: 2026-01-01\\n    to: 2025-12-31 | 36:9: error[overlap]",
                "jury: a jury | us-party: a jury | 4:7: error[taken-name]: facts: \"us-party\" is under this overlay already",
                "letter-filed: Filing | removal: Filing | 4:7: error[taken-name]: events: \"removal\" is under this overlay",
                "trigger: letter-filed | trigger: leter-filed | 20:5: error[unknown-trigger]: the rule \"letter-response\""
                        + " names \"leter-filed\"",
                "if: jury | if: jurry | 20:5: error[unknown-fact]: if: the pack lists no fact called \"jurry\"; did you mean"
                        + " \"jury\"?",
                "trigger: letter-filed | trigger: objection | 10:17: warning[unused-event]",
                "trigger: letter-filed | trigger: letter-response | 20:5: error[rule-cycle]",
                "examples: {on: 2026-03-06, due: 2026-03-11, source: by hand}\\n | clear: no\\n | 20:5: error[no-example]",
                "unchecked: the text was not at hand\\n | clear: no\\n | 27:16: error[unverified]",
            })
    void saysOfEveryFaultWhereItStands(String right, String wrong, String expected) {
        assertThat(faults(right, wrong).lines()).anyMatch(line -> line.startsWith("judge-doe.yaml:" + expected));
    }

    @Test
    void keepsTheNameOfTheRuleWhereBothAreGiven() {
        assertThat(faults("- replaces: answer\\n", "- id: answer\\n    replaces: answer\\n"))
                .isEmpty();
    }

    @Test
    void saysNothingOfWhatThePackItselfDoes() {
        assertThat(faults("rule: objection", "rule: bundle")).isEmpty();
    }
}
