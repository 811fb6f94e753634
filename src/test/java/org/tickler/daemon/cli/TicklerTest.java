package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.tickler.daemon.Complaint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TicklerTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void saysItsVersionAndThatOfTheTimeZones() {
        assertThat(run(Map.of(), () -> "", "--version")).isZero();
        assertThat(out.toString()).matches("tickler \\d+\\.\\d+\\.\\d+\\S* \\(Java \\d.*, tzdb \\d{4}[a-z]\\)\\R");
    }

    @Test
    void takesTheHomeBeforeTheCommand() {
        assertThat(run(Map.of("TICKLER_HOME", "/elsewhere"), () -> "", "--home", "/firm", "probe"))
                .isZero();
        assertThat(out).hasToString("/firm%n".formatted());
    }

    @Test
    void takesTheHomeAfterTheCommand() {
        assertThat(run(Map.of("TICKLER_HOME", "/elsewhere"), () -> "", "probe", "--home=/firm"))
                .isZero();
        assertThat(out).hasToString("/firm%n".formatted());
    }

    @Test
    void takesTheHomeFromTheEnvironment() {
        assertThat(run(Map.of("TICKLER_HOME", "/elsewhere"), () -> "", "probe")).isZero();
        assertThat(out).hasToString("/elsewhere%n".formatted());
    }

    @Test
    void worksInTheCurrentFolderWhenNothingNamesAHome() {
        assertThat(run(Map.of(), () -> "", "probe")).isZero();
        assertThat(out).hasToString(".%n".formatted());
    }

    @Test
    void complainsInOneLineAndWithoutAStackTrace() {
        var code = run(
                Map.of(),
                () -> {
                    throw Complaint.problems("no person named jlinn; nearest: jlin");
                },
                "probe");
        assertThat(code).isEqualTo(1);
        assertThat(err).hasToString("tickler: no person named jlinn; nearest: jlin%n".formatted());
    }

    @Test
    void endsWithThreeWhenSomethingNeededIsAway() {
        var code = run(
                Map.of(),
                () -> {
                    throw Complaint.unavailable("the database does not answer");
                },
                "probe");
        assertThat(code).isEqualTo(3);
    }

    @Test
    void showsAFaultOfItsOwnInFull() {
        var code = run(
                Map.of(),
                () -> {
                    throw new IllegalStateException("two of one id");
                },
                "probe");
        assertThat(code).isEqualTo(3);
        assertThat(err.toString()).contains("IllegalStateException: two of one id", "at org.tickler");
    }

    @Test
    void namesTheNearestCommandForOneItDoesNotKnow() {
        assertThat(run(Map.of(), () -> "", "prob")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("tickler: Unmatched argument at index 0: 'prob'")
                .contains("probe", "tickler --help")
                .doesNotContain("Exception");
    }

    @Test
    void wantsACommand() {
        assertThat(run(Map.of(), () -> "")).isEqualTo(2);
        assertThat(err.toString()).startsWith("tickler: a command is missing");
    }

    private int run(Map<String, String> environment, Supplier<String> act, String... arguments) {
        var report = new PrintWriter(out, true);
        var complaints = new PrintWriter(err, true);
        return Tickler.commands(environment, report, complaints)
                .addSubcommand(new Probe(act))
                .setErr(complaints)
                .setExecutionExceptionHandler(Failures::failed)
                .execute(arguments);
    }

    @Command(name = "probe")
    private final class Probe implements Runnable {

        private final Supplier<String> act;

        @Mixin
        private HomeOption home;

        private Probe(Supplier<String> act) {
            this.act = act;
        }

        @Override
        public void run() {
            act.get();
            new PrintWriter(out, true).println(home.folder());
        }
    }
}
