package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code check} says of homes with faults, word for word. {@code main} writes it anew, to be read in the diff. */
class BrokenHomesTest {
    @TempDir
    Path home;

    static Stream<Path> homes() throws IOException {
        return BrokenHomes.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("homes")
    void saysWhereEachFaultStands(Path broken) throws IOException {
        String said = BrokenHomes.check(broken, home);

        assertThat(said).isEqualTo(BrokenHomes.expected(broken));
        assertThat(said).startsWith("exit 1\n").doesNotContain("Exception", "\tat ");
        assertThat(said.lines().skip(1).filter(line -> line.contains(": error[")))
                .isNotEmpty()
                .allMatch(line -> line.matches("\\S+:\\d+:\\d+: error\\[[a-z0-9-]+]: \\S.*"));
    }

    @Test
    void areAtLeastSixty() throws IOException {
        assertThat(BrokenHomes.all()).hasSizeGreaterThan(60);
    }

    @Test
    void leaveTheHomeTheyStartFromWithoutAFault(@TempDir Path whole) throws IOException {
        assertThat(BrokenHomes.check(BrokenHomes.FOLDER.resolve("base"), whole))
                .startsWith("exit 0\n0 errors, 0 warnings: ");
    }

    @Test
    void showEveryProblemThatAHomeCanHave() throws IOException {
        Set<String> shown = new HashSet<>();
        for (Path broken : BrokenHomes.all()) {
            BrokenHomes.expected(broken)
                    .lines()
                    .filter(line -> line.matches("\\S+:\\d+:\\d+: (error|warning)\\[.*"))
                    .forEach(line -> shown.add(line.substring(line.indexOf('[') + 1, line.indexOf(']'))));
        }
        assertThat(shown).containsAll(ProblemCodes.ofHomes());
    }

    /** @param arguments the folder {@code broken} of the sources, and an empty one to work in */
    public static void main(String[] arguments) throws IOException {
        PrintWriter out = new PrintWriter(System.out, true);
        for (Path broken : BrokenHomes.all()) {
            Path name = broken.getFileName();
            String said = BrokenHomes.check(
                    broken, Files.createDirectories(Path.of(arguments[1]).resolve(name)));
            Files.writeString(Path.of(arguments[0]).resolve(name).resolve("expected.txt"), said);
            out.println("== " + name + "\n" + said);
        }
    }
}
