package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.HomeFiles;
import org.tickler.daemon.home.HomeReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a home, each fault where it stands. Reads files only. */
@Command(name = "check", description = "Validates settings, people, rules, calendars and templates.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One object a line instead of sentences.")
    private boolean json;

    @Override
    public Integer call() {
        Home checked = new Home(home.folder());
        if (!Files.isDirectory(checked.folder())) {
            throw Complaint.unavailable("there is no folder " + checked + "; \"tickler init DIR\" writes a home");
        }
        Problems problems = new Problems();
        Optional<HomeFiles> files = new HomeReader(checked, System.getenv(), Instant.EPOCH).read(problems);
        List<Problem> found = problems.sorted();
        PrintWriter out = spec.commandLine().getOut();
        found.forEach(problem -> out.println(json ? Json.line(keys(problem)) : problem.toString()));
        if (!json) {
            out.println(summary(found, files));
        }
        return (problems.hasErrors() ? Exit.PROBLEMS : Exit.FINE).code();
    }

    private static Map<String, Object> keys(Problem problem) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("file", problem.at().file());
        keys.put("line", problem.at().line());
        keys.put("column", problem.at().column());
        keys.put("severity", Words.of(problem.severity()));
        keys.put("code", problem.code().code());
        keys.put("sentence", problem.sentence());
        return keys;
    }

    private static String summary(List<Problem> found, Optional<HomeFiles> files) {
        long errors = found.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        String counts = count(errors, "error") + ", " + count(found.size() - errors, "warning");
        return files.map(home -> counts + ": " + count(home.people().size(), "person", "people") + ", "
                        + count(home.matters().size(), "matter") + ", "
                        + count(home.rules().ladders().size(), "ladder") + ", "
                        + count(home.calendars().ids().size(), "calendar"))
                .orElse(counts);
    }

    private static String count(long number, String one) {
        return count(number, one, one + "s");
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
