package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Dates that courts, rule committees, statutes and guides have published, and some that follow from their texts. */
class WorkedExamplesTest {

    static Stream<Arguments> examples() {
        return Stream.concat(Examples.all().stream(), Examples.further().stream())
                .map(example -> Arguments.of(example.get("id"), example));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void isAnsweredAsPublished(String id, Map<String, Object> example) {
        Computation.Due due = Examples.due(example);
        String expected = String.valueOf(example.get("expected"));

        if ("high".equals(example.get("certainty"))) {
            assertThat(due.prevailing().due().toString())
                    .as("%s: %s", id, due.prevailing().steps())
                    .isEqualTo(expected);
        } else {
            assertThat(Examples.dates(due))
                    .as("%s: %s", id, due.prevailing().steps())
                    .containsAnyElementsOf(accepted(example, expected));
        }
    }

    private static List<String> accepted(Map<String, Object> example, String expected) {
        return Stream.concat(
                        Stream.of(expected),
                        example.get("accept") instanceof List<?> list
                                ? list.stream().map(String::valueOf)
                                : Stream.empty())
                .toList();
    }
}
