package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.home.Home;
import org.tickler.daemon.home.HomeFiles;
import org.tickler.daemon.home.HomeReader;
import org.tickler.daemon.settings.EffectiveSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a home, each fault where it stands. Reads files only. */
@Command(
        name = "check",
        description = "Validates settings, people, matters, rules, calendars and templates. Files only: no database.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Option(names = "--json", description = "One object a line instead of sentences.")
    private boolean json;

    @Option(
            names = "--settings",
            description = "Also print the settings in force; of secrets only where they are kept.")
    private boolean settings;

    @Parameters(
            paramLabel = "FILE",
            arity = "0..*",
            description = "Say only what is wrong with these files of a home; the rest of it is read all the same.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        Home checked = new Home(files.isEmpty() ? home.folder() : homeOf(files.getFirst()));
        if (!Files.isDirectory(checked.folder())) {
            throw Complaint.unavailable("there is no folder " + checked + "; \"tickler init DIR\" writes a home");
        }
        Set<String> only = files.stream().map(file -> within(checked, file)).collect(Collectors.toSet());
        Problems problems = new Problems();
        Optional<HomeFiles> read = new HomeReader(checked, home.environment(), Instant.EPOCH).read(problems);
        List<Problem> found = problems.sorted().stream()
                .filter(problem -> only.isEmpty() || only.contains(problem.at().file()))
                .toList();
        List<Problem> errors = of(Severity.ERROR, found);
        List<Problem> warnings = of(Severity.WARNING, found);
        PrintWriter out = spec.commandLine().getOut();
        Stream.concat(errors.stream(), warnings.stream())
                .forEach(problem -> out.println(json ? Json.line(keys(problem)) : problem.toString()));
        if (settings) {
            read.map(HomeFiles::settings).map(EffectiveSettings::lines).stream()
                    .flatMap(List::stream)
                    .forEach(line -> out.println(json ? Json.line(keys(line)) : line.key() + ": " + line.value()));
        }
        out.println(json ? Json.line(counts(errors, warnings, read)) : summary(counts(errors, warnings, read)));
        return (errors.isEmpty() ? Exit.FINE : Exit.PROBLEMS).code();
    }

    /** The home that {@code file} lies in: the given one, else the nearest folder above it that has a tickler.yaml. */
    private Path homeOf(Path file) {
        Path given = home.folder().toAbsolutePath().normalize();
        Path folder = file.toAbsolutePath().normalize();
        if (folder.startsWith(given) && Files.exists(new Home(given).settings())) {
            return given;
        }
        for (Path above = folder.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(new Home(above).settings())) {
                return above;
            }
        }
        return given;
    }

    /** How problems call {@code file}. */
    private static String within(Home home, Path file) {
        Path whole = file.toAbsolutePath().normalize();
        if (!Files.isRegularFile(whole)) {
            throw Complaint.unavailable("there is no file " + file + "; name files of the home " + home);
        }
        if (!whole.startsWith(home.folder())) {
            throw Complaint.problems(file + " lies outside of the home " + home
                    + ", and its names mean nothing without one; put it there, or name its home with --home");
        }
        return home.folder().relativize(whole).toString();
    }

    private static List<Problem> of(Severity severity, List<Problem> problems) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .toList();
    }

    private static Map<String, Object> keys(Problem problem) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "problem");
        keys.put("file", problem.at().file());
        keys.put("line", problem.at().line());
        keys.put("column", problem.at().column());
        keys.put("severity", Words.of(problem.severity()));
        keys.put("code", problem.code().code());
        keys.put("sentence", problem.sentence());
        return keys;
    }

    private static Map<String, Object> keys(EffectiveSettings.Line line) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "setting");
        keys.put("key", line.key());
        keys.put("value", line.value());
        return keys;
    }

    private static Map<String, Object> counts(List<Problem> errors, List<Problem> warnings, Optional<HomeFiles> read) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("type", "summary");
        counts.put("errors", errors.size());
        counts.put("warnings", warnings.size());
        read.ifPresent(files -> {
            counts.put("people", files.people().size());
            counts.put("matters", files.matters().size());
            counts.put("ladders", files.rules().ladders().size());
            counts.put("deadlines", files.rules().deadlines().size());
            counts.put("calendars", files.calendars().ids().size());
            counts.put("templates", files.templates().size());
        });
        return counts;
    }

    /** {@code 2 errors, 1 warning}, then what was read where there was no error. */
    private static String summary(Map<String, Object> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count instanceof Integer number) {
                words.add(number + " " + (number == 1 ? one(key) : key));
            }
        });
        String problems = words.get(0) + ", " + words.get(1);
        return words.size() == 2 ? problems : problems + ": " + String.join(", ", words.subList(2, words.size()));
    }

    private static String one(String key) {
        return key.equals("people") ? "person" : key.substring(0, key.length() - 1);
    }
}
