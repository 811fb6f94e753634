package org.tickler.calendars.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ProblemsTest {

    private final Problems problems = new Problems();

    @Test
    void listsByFileLineAndColumn() {
        problems.error(new Span("b.yaml", 1, 1), TextProblem.SYNTAX, "fourth");
        problems.error(new Span("a.yaml", 10, 1), TextProblem.SYNTAX, "third");
        problems.warning(new Span("a.yaml", 2, 9), TextProblem.SYNTAX, "second");
        problems.error(new Span("a.yaml", 2, 1), TextProblem.TAG, "first");

        assertThat(problems.sorted())
                .extracting(Problem::sentence)
                .containsExactly("first", "second", "third", "fourth");
        assertThat(problems.toString())
                .startsWith("a.yaml:2:1: error[tag]: first\na.yaml:2:9: warning[syntax]: second\n");
    }

    @Test
    void warningsAreNotErrors() {
        problems.warning(Span.startOf("a.yaml"), TextProblem.SYNTAX, "careful");

        assertThat(problems.hasErrors()).isFalse();
        assertThat(problems.isEmpty()).isFalse();
    }

    @Test
    void placesCountFromOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Span("a", 0, 1))
                .withMessageContaining("count from 1");
    }

    @Test
    void aProblemMustSayWhatIsWrong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Problem(Span.startOf("a"), Severity.ERROR, TextProblem.TAG, " "));
    }

    @Test
    void aSourceMustHaveAName() {
        assertThatIllegalArgumentException().isThrownBy(() -> new SourceText("", "a: b"));
    }
}
