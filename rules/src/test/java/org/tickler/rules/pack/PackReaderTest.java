package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.calendars.text.Problems;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.count.Roll;
import org.tickler.rules.docket.EntryKind;

class PackReaderTest {
    private static CourtRule rule(String id) {
        return TrialPack.pack().rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static String problems(String text) {
        Problems problems = new Problems();
        PackReader.read(TrialPack.source(text), problems);
        return problems.toString();
    }

    @Test
    void readsAHeading() {
        Pack pack = TrialPack.pack();
        assertThat(pack.id()).isEqualTo("trial");
        assertThat(pack.version()).hasToString("2026-11-26");
        assertThat(pack.law()).hasToString("us-frcp");
        assertThat(pack.courts()).hasToString("us-federal");
        assertThat(pack.facts()).containsEntry("us-party", "the United States is a party");
        assertThat(pack.titleOf("removal")).contains("Removal of the action");
        assertThat(pack.titleOf("reply")).contains("Reply");
        assertThat(pack.titleOf("nothing")).isEmpty();
        assertThat(pack.unchecked()).isEqualTo(1);
        assertThat(pack.examples()).isEqualTo(pack.rules().size());
    }

    @Test
    void aPackThatManyBooksShareCannotBeChanged() {
        Pack pack = TrialPack.pack();
        assertThat(pack.facts()).isUnmodifiable();
        assertThat(pack.events()).isUnmodifiable();
        assertThat(pack.rules()).isUnmodifiable();
    }

    @Test
    void readsARuleWithItsActItsMovementAndItsSource() {
        CourtRule answer = rule("answer");
        assertThat(answer.act().kind()).isEqualTo(EntryKind.FILING);
        assertThat(answer.act().duty().words()).isEqualTo("served party");
        assertThat(answer.act().silence()).contains("A default may be entered.");
        assertThat(answer.condition()).hasToString("Optional[not us-party]");
        assertThat(answer.due()).isEqualTo(new DueRule.Single(new Period(21, PeriodUnit.DAYS, Direction.AFTER)));
        assertThat(answer.movement().whenTriggerMoves()).isEqualTo(WhenTriggerMoves.FOLLOW);
        assertThat(answer.movement().enlarge()).isTrue();
        assertThat(answer.source().authority().url()).contains("https://court.example/12");
        assertThat(answer.isChecked()).isTrue();
        assertThat(rule("reply").source().unchecked()).contains("the text was not at hand");
        assertThat(rule("reply").isChecked()).isFalse();
        assertThat(rule("reply").movement().whenTriggerMoves()).isEqualTo(WhenTriggerMoves.ASK);
        assertThat(rule("appeal").movement().restarts())
                .containsExactly(new CourtRule.Restart("motion-decided", "Trial R. 4(a)"));
        assertThat(rule("answer-of-the-united-states").movement().enlargeCite()).contains("Trial R. 6");
    }

    @Test
    void readsHowARuleIsCounted() {
        assertThat(rule("reply").counting().serviceDays()).isTrue();
        assertThat(rule("bundle").counting().roll()).contains(Roll.BACK);
        assertThat(rule("bundle").counting().clear()).contains(false);
        assertThat(rule("bundle").counting().hour()).hasToString("Optional[16:30]");
        assertThat(rule("execution").counting().firstPermitted()).isTrue();
        assertThat(rule("execution").counting().roll()).contains(Roll.NONE);
        assertThat(rule("texas-answer").counting().mondayNext()).isTrue();
        assertThat(rule("texas-answer").counting().law()).hasToString("Optional[us-tx-trcp]");
    }

    /** The first is replaced by the second, which gives the third. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "pack: trial | pack: Trial | 1:7: error[bad-name]: pack: cannot read \"Trial\": names have lower-case",
                "version: 2026-11-26 | version: today | 3:10: error[bad-value]: version: cannot read \"today\"",
                "law: us-frcp | law: US FRCP | 4:6: error[bad-name]: law: cannot read",
                "courts: us-federal | court: us-federal | 5:1: error[unknown-key]: no key is called \"court\" here; did you"
                        + " mean \"courts\"?",
                "us-party: the | US-party: the | 7:3: error[bad-name]: \"US-party\" is no name",
                "removal: Removal | Removal: Removal | 10:3: error[bad-name]: \"Removal\" is no name",
                "trial: First | trail: First | 81:5: error[unknown-trigger]: the rule \"bundle\" names \"trial\", which is"
                        + " neither an event nor a rule of this pack; did you mean \"trail\"?",
                "judgment: Entry | idle: Nothing\\n  judgment: Entry | 12:9: warning[unused-event]: no rule of the pack"
                        + " names \"idle\"",
                "id: reply | id: The reply | 54:9: error[bad-name]: id: cannot read",
                "kind: document | kind: paper | 83:11: error[bad-value]: kind: expected one of hearing,",
                "duty: government | duty: goverment | 46:11: error[bad-value]: duty: expected one of served-party,",
                "if: us-party | if: us-partie | 43:5: error[unknown-fact]: if: the pack lists no fact called \"us-partie\";"
                        + " did you mean \"us-party\"?",
                "facts: [us-party] | facts: [us-partie] | 53:16: error[unknown-fact]: facts: the pack lists no fact",
                "also: {removal: 2026-03-25} | also: {removl: 2026-03-25} | 72:16: error[unknown-trigger]: also: \"removl\","
                        + " which is neither",
                "due: 60 days after | due: 60 days | 49:10: error[bad-period]: due: cannot read \"60 days\": a period is a"
                        + " whole number of",
                "due: 60 days after | due: {later-of: [60 days after]} | 49:10: error[bad-period]: due: the later or earlier"
                        + " of several dates names two or more",
                "later-of: [21 days after, | later-of: [21 days after, [x], | 70:37: error[wrong-type]: later-of: expected a"
                        + " period",
                "later-of: [21 days after, | latest-of: [21 days after, | 70:11: error[unknown-key]",
                "not-before: 7 days before | not-before: a week before | 87:17: error[bad-period]",
                "roll: back | roll: forward | 88:11: error[bad-value]: roll: expected one of on, back, none,"
                        + " toward-trial",
                "service-days: yes | service-days: mail | 60:19: error[bad-value]",
                "bound: earliest | bound: first | 119:12: error[bad-value]",
                "terminal: monday-next-10am | terminal: monday | 110:15: error[bad-value]",
                "hour: \"16:30\" | hour: half past four | 90:11: error[bad-value]",
                "when-trigger-moves: ask | when-trigger-moves: asks | 61:25: error[bad-value]",
                "{on: motion-decided, | {on: motion-denied, | 93:5: error[unknown-trigger]: the rule \"appeal\" names",
                "restarts: [{on: motion-decided, cite: Trial R. 4(a)}] | restarts: [{on: motion-decided}]"
                        + " | 100:16: error[missing-key]: \"cite\" is missing here",
                "due: 60 days after | due: 90 minutes after | 49:10: error[bad-period]: due: cannot read \"90 minutes after\":"
                        + " minutes are not supported in court rules; a period is a whole number of hours,",
                "hour: \"16:30\" | suspended: [{from: removal}] | 90:16: error[not-supported]: suspended: days on which a period"
                        + " does not run are not left out by this program; take the key out",
                "hour: \"16:30\" | runs-from: last-day | 81:5: error[no-chain]: runs-from: the rule \"bundle\" follows from"
                        + " the event \"trial\" and from no other rule",
                "hour: \"16:30\" | runs-from: end | 90:16: error[bad-value]",
                "unchecked: the text was not at hand | silence: None. | 62:16: error[unverified]: authority: nothing says"
                        + " whether it was compared",
                "enlarge-authority: Trial R. 6 | unchecked: not at hand | 52:16: error[unverified]: authority: it is checked,"
                        + " and unchecked too",
                "to: 2015-11-30} | to: 2009-11-30} | 41:16: error[overlap]: to: 2009-11-30 is before from: 2009-12-01",
                "to: 2015-11-30} | to: 2015-12-01} | 34:5: error[overlap]: the rule \"answer\" stands at trial.yaml:16:5 too",
                "trigger: answer | trigger: reply | 54:5: error[rule-cycle]: the rule \"reply\" is set going by a chain",
                "examples: {on: 2014-03-06, due: 2014-04-07, source: by hand} | clear: no | 34:5: error[no-example]: a rule"
                        + " needs a worked example",
                "examples: {on: 2014-03-06, due: 2014-04-07, source: by hand} | examples: [] | 34:5: error[no-example]: a"
                        + " rule needs a worked example",
                "service: mail | service: male | 64:42: error[bad-value]: service: cannot read \"male\"",
                "source: by hand}]\\n  - id: reply | note: by hand}]\\n  - id: reply | 53:16: error[missing-key]: \"source\" is"
                        + " missing here",
            })
    void saysOfEveryFaultWhereItStands(String right, String wrong, String expected) {
        String text = TrialPack.TEXT.replaceFirst(
                Pattern.quote(right.replace("\\n", "\n")), Matcher.quoteReplacement(wrong.replace("\\n", "\n")));
        assertThat(text).isNotEqualTo(TrialPack.TEXT);
        assertThat(problems(text).lines()).anyMatch(line -> line.startsWith("trial.yaml:" + expected));
    }

    @Test
    void isEmptyWhereThereIsAnErrorAndReadWhereThereIsAWarning() {
        Problems problems = new Problems();
        assertThat(PackReader.read(TrialPack.source(TrialPack.TEXT.replace("kind: event", "kind: evnt")), problems))
                .isEmpty();
        assertThat(PackReader.read(
                        TrialPack.source(TrialPack.TEXT.replace("events:\n", "events:\n  idle: Nothing\n")), problems))
                .isPresent();
    }
}
