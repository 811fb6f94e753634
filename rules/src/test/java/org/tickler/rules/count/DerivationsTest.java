package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is said of the worked examples and of some odd cases, word for word: dates, readings with their reasons, steps, refusals. The
 * files beside the examples were read by a person; {@link #main} writes them anew after a change of the words.
 */
class DerivationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"worked-examples", "odd-cases"})
    void areSaidWordForWord(String name) {
        assertThat(said(name)).isEqualTo(Examples.text("/count/" + name + ".said.txt"));
    }

    /** @param arguments the folder of the resources */
    public static void main(String[] arguments) throws IOException {
        for (String name : List.of("worked-examples", "odd-cases")) {
            Files.writeString(Path.of(arguments[0], "count", name + ".said.txt"), said(name), StandardCharsets.UTF_8);
        }
    }

    private static String said(String name) {
        return Examples.text("/count/" + name + ".jsonl")
                .lines()
                .map(Examples::parse)
                .map(DerivationsTest::said)
                .collect(Collectors.joining("\n"));
    }

    private static String said(Map<String, Object> example) {
        String head = example.get("id") + " ";
        return switch (Examples.COUNTER.count(CountLine.read(example))) {
            case Computation.Due due -> head + words(due);
            case Computation.Refused refused -> head + refused.why() + ": " + refused.message() + "\n";
        };
    }

    private static String words(Computation.Due due) {
        String readings = due.isDisputed()
                ? Stream.of(due.earliest(), due.prevailing(), due.latest())
                        .map(reading -> "  reading " + reading.due() + " because " + reading.because() + "\n")
                        .collect(Collectors.joining())
                : "";
        return due.prevailing().due().words() + "\n" + readings
                + due.steps().stream()
                        .map(step -> "  " + Objects.requireNonNull(step) + "\n")
                        .collect(Collectors.joining());
    }
}
