package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

class LawReaderTest {
    private static final String PLAIN = """
            laws:
              - law: us-xx
                title: Somewhere
                calendar: us-federal
                texts:
                  - authority: {cite: Some Code 1}
                    roll-after: "on"
            """;

    private final Problems problems = new Problems();

    private Laws read(String text) {
        return LawReader.read(List.of(new SourceText("laws/xx.yaml", text)), problems);
    }

    @Test
    void readsALawOfWhichLittleIsSaid() {
        LawText text = read(PLAIN).find(new LawId("us-xx")).orElseThrow().current();

        assertThat(problems.toString()).isEmpty();
        assertThat(text.ending().after()).isEqualTo(Disputed.settled(Roll.ON));
        assertThat(text.ending().before()).isEqualTo(Disputed.settled(Roll.NONE));
        assertThat(text.skip()).isEqualTo(new LawText.Skip(Optional.empty(), List.of(), false));
        assertThat(text.closing().stateHolidaysAfter()).isFalse();
        assertThat(text.service().extras()).isEmpty();
    }

    @Test
    void takesWhatATextLeavesOutFromTheLawItIsLike() {
        Laws laws = read(PLAIN + """
                  - law: us-yy
                    title: Elsewhere
                    calendar: us-nysd
                    texts:
                      - like: us-xx
                        authority: {cite: Other Code 2}
                        short: under 7 days
                """);

        LawText text = laws.find(new LawId("us-yy")).orElseThrow().current();
        assertThat(problems.toString()).isEmpty();
        assertThat(text.ending().after()).isEqualTo(Disputed.settled(Roll.ON));
        assertThat(text.authority().cite()).isEqualTo("Other Code 2");
        assertThat(text.skip().shortPeriods()).hasValueSatisfying(shorter -> {
            assertThat(shorter.covers(6, "")).isTrue();
            assertThat(shorter.covers(7, "")).isFalse();
        });
    }

    @Test
    void takesNoDayOfValidityFromTheLawItIsLike() {
        Laws laws = read(
                PLAIN.replace("- authority", "- from: 2009-12-01\n        to: 2016-11-30\n        authority") + """
                  - law: us-yy
                    title: Elsewhere
                    calendar: us-nysd
                    texts:
                      - {like: us-xx, authority: {cite: Other Code 2}}
                """);

        CountingLaw law = laws.find(new LawId("us-yy")).orElseThrow();
        assertThat(law.on(LocalDate.of(2009, 11, 30))).contains(law.current());
        assertThat(law.on(LocalDate.of(2016, 12, 1))).contains(law.current());
    }

    @Test
    void keepsTextsInTheOrderOfTime() {
        CountingLaw law = read(PLAIN.replace("- authority", "- from: 2019-01-01\n        authority")
                        .replace(
                                "    texts:",
                                "    texts:\n      - {from: 2012-10-01, to: 2018-12-31, authority: {cite: Old Code 1}}"))
                .find(new LawId("us-xx"))
                .orElseThrow();

        assertThat(law.on(LocalDate.of(2018, 12, 31)))
                .hasValueSatisfying(text -> assertThat(text.authority().cite()).isEqualTo("Old Code 1"));
        assertThat(law.on(LocalDate.of(2019, 1, 1))).contains(law.current());
        assertThat(law.on(LocalDate.of(2012, 9, 30))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "law: us-xx | law: US XX | bad-law-id",
                "roll-after: \"on\" | roll-after: forward | bad-value",
                "roll-after: \"on\" | short: fewer than 7 days | bad-count",
                "roll-after: \"on\" | recess: {name: July, from: 07-41, to: 07-31} | bad-count",
                "roll-after: \"on\" | roll-before: [{is: back}] | missing-key",
                "roll-after: \"on\" | like: us-zz | unknown-law",
                "roll-after: \"on\" | service: {methods: pigeon, add: 3 days, cite: Code} | bad-value",
                "roll-after: \"on\" | service: {methods: mail, add: three days, cite: Code} | bad-count",
                "roll-after: \"on\" | rolls: \"on\" | unknown-key",
                "{cite: Some Code 1} | {url: here} | missing-key",
                "roll-after: \"on\" | {from: 2020-01-02, to: 2020-01-01} | syntax",
            })
    void saysWhatIsWrong(String right, String wrong, String code) {
        read(PLAIN.replace(right, wrong));

        assertThat(problems.sorted())
                .as(problems.toString())
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.at().file()).isEqualTo("laws/xx.yaml"))
                .anySatisfy(problem -> assertThat(problem.code().code()).isEqualTo(code));
    }

    @Test
    void refusesTextsThatOverlap() {
        read(PLAIN.replace("    texts:", "    texts:\n      - {from: 2012-10-01, authority: {cite: Old Code 1}}"));

        assertThat(problems.toString()).contains("bad-validity", "stand in the order of time");
    }

    @Test
    void refusesTwoLawsOfOneName() {
        read(PLAIN + PLAIN.replace("laws:\n", ""));

        assertThat(problems.toString()).contains("two laws are called us-xx");
    }
}
