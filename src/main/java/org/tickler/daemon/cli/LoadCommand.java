package org.tickler.daemon.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Nearest;
import org.tickler.daemon.Complaint;
import org.tickler.daemon.Exit;
import org.tickler.daemon.OpenHome;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadProgress;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.docket.Mapping;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Loads dockets from files. Ends with 1 where a row was rejected; the others are loaded all the same. */
@Command(
        name = "load",
        description = "Loads entries from files, and reports what is new, changed, suspicious, rejected.")
final class LoadCommand implements Callable<Integer> {
    private static final int WIDTH = 40;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOption home;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "One load of one source.")
    private List<Path> files;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Whose rows they are; left out: the mapping's name, else docket.")
    private @Nullable String source;

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "How to read them, by a mapping of tickler.yaml; its name is the source's.")
    private @Nullable String mapping;

    @Option(names = "--complete", description = "The files hold all rows: what is missing is asked about.")
    private boolean complete;

    @Option(names = "--dry-run", description = "Only says what would happen.")
    private boolean dryRun;

    @Option(names = "--as", paramLabel = "PERSON", description = "Who loads; left out: this user of the machine.")
    private @Nullable String as;

    @Mixin
    private Output output;

    @Override
    public Integer call() {
        files.stream().filter(file -> !Files.isRegularFile(file)).findFirst().ifPresent(file -> {
            throw Complaint.unavailable("there is no file " + file + "; nothing was loaded");
        });
        try (OpenHome open = home.open()) {
            String who = as == null
                    ? "command:" + System.getProperty("user.name")
                    : ActOptions.staff(open.engine().people(), as).value();
            LoadOptions options = new LoadOptions(
                    Optional.ofNullable(source), mapping(open), complete, dryRun, who, Optional.empty());
            LoadReport report = open.engine().load(files, options, progress());
            if (output.json()) {
                report.jsonLines().forEach(spec.commandLine().getOut()::println);
            } else {
                report.lines().forEach(output::say);
            }
            return (report.count(LoadReport.Sort.REJECTED) > 0 ? Exit.PROBLEMS : Exit.FINE).code();
        }
    }

    private Mapping mapping(OpenHome open) {
        return mapping == null ? Mapping.NONE : mapping(open, mapping);
    }

    private static Mapping mapping(OpenHome open, String name) {
        List<Mapping> mappings = open.settings().mappings();
        List<String> names = mappings.stream().map(Mapping::name).toList();
        return mappings.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Complaint.problems("--mapping: tickler.yaml has no mapping \"" + name + "\""
                        + Nearest.hint(name, names)
                        + (names.isEmpty() ? "; it has none" : " It has " + String.join(", ", names))));
    }

    /** A bar on the terminal; nothing where nobody looks. */
    private LoadProgress progress() {
        if (Prompt.find().isEmpty()) {
            return LoadProgress.SILENT;
        }
        PrintWriter err = spec.commandLine().getErr();
        return (file, rows, of) -> {
            int done = of == 0 ? WIDTH : (int) Math.min(WIDTH, rows * WIDTH / of);
            err.print("\r" + "#".repeat(done) + ".".repeat(WIDTH - done) + " " + rows + "/" + of + " " + file);
            err.print(rows >= of ? System.lineSeparator() : "");
            err.flush();
        };
    }
}
