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
import org.tickler.daemon.home.OverlayFiles;
import org.tickler.daemon.home.PackFiles;
import org.tickler.daemon.settings.EffectiveSettings;
import org.tickler.rules.deadline.CourtLaw;
import org.tickler.rules.pack.CourtRule;
import org.tickler.rules.pack.Overlay;
import org.tickler.rules.pack.Pack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says everything that is wrong with a home, each fault where it stands. Reads files only. */
@Command(
        name = "check",
        description =
                "Validates settings, people, matters, rules, calendars and templates, and runs the worked examples of"
                        + " the packs and overlays in use. Files only: no database.")
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
            description =
                    "Say only what is wrong with these files of a home; the rest of it is read all the same. A pack of"
                            + " court rules, or an overlay in no home, is checked by itself.")
    private List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        List<Path> packFiles = files.stream().filter(PackFiles::isPack).toList();
        Problems ofPacks = new Problems();
        List<Pack> packs = new ArrayList<>();
        packFiles.forEach(file -> PackFiles.read(file, ofPacks).ifPresent(packs::add));
        PackFiles.runExamples(packs, ofPacks);
        List<Path> overlayFiles = files.stream()
                .filter(file -> OverlayFiles.isOverlay(file) && !isOfAHome(file))
                .toList();
        List<CourtLaw.UsedOverlay> overlays = overlays(overlayFiles, packs, ofPacks);
        List<Problem> found = new ArrayList<>(ofPacks.sorted());
        Optional<HomeFiles> read = Optional.empty();
        List<Path> others = files.stream()
                .filter(file -> !packFiles.contains(file) && !overlayFiles.contains(file))
                .toList();
        if (files.isEmpty() || !others.isEmpty()) {
            read = home(others, found);
            read.ifPresent(all -> packs.addAll(all.packs()));
            read.ifPresent(all -> overlays.addAll(all.rules().law().overlays()));
        }
        print(found, read, new Texts(packs, overlays));
        return (of(Severity.ERROR, found).isEmpty() ? Exit.FINE : Exit.PROBLEMS).code();
    }

    /** The overlays in {@code overlayFiles}, their examples run, on {@code packs} and those that are shipped. */
    private static List<CourtLaw.UsedOverlay> overlays(List<Path> overlayFiles, List<Pack> packs, Problems problems) {
        List<CourtLaw.UsedOverlay> overlays = new ArrayList<>();
        if (!overlayFiles.isEmpty()) {
            OverlayFiles.read(overlayFiles, packs, problems).ifPresent(law -> {
                OverlayFiles.runExamples(law, PackFiles.calendars(), problems);
                overlays.addAll(law.overlays());
            });
        }
        return overlays;
    }

    /** Whether it is one of the rule files of a home, with the others of which it is read. */
    private boolean isOfAHome(Path file) {
        Home around = new Home(homeOf(file));
        return Files.exists(around.settings())
                && around.rules().equals(file.toAbsolutePath().normalize().getParent());
    }

    /** Reads the home that {@code others} lie in, and finds what is wrong with them; with all of it, if none is named. */
    private Optional<HomeFiles> home(List<Path> others, List<Problem> found) {
        Home checked = new Home(others.isEmpty() ? home.folder() : homeOf(others.getFirst()));
        if (!Files.isDirectory(checked.folder())) {
            throw Complaint.unavailable("there is no folder " + checked + "; \"tickler init DIR\" writes a home");
        }
        Set<String> only = others.stream().map(file -> within(checked, file)).collect(Collectors.toSet());
        Problems problems = new Problems();
        Optional<HomeFiles> read = new HomeReader(checked, home.environment(), Instant.EPOCH).read(problems);
        if (only.isEmpty()) {
            read.ifPresent(all -> {
                PackFiles.runExamples(all.packs(), problems);
                PackFiles.runLimitations(all.rules().limitations(), all.calendars(), problems);
            });
        }
        read.ifPresent(all -> OverlayFiles.runExamples(all.rules().law(), all.calendars(), problems));
        problems.sorted().stream()
                .filter(problem -> only.isEmpty() || only.contains(problem.at().file()))
                .forEach(found::add);
        return read;
    }

    /** What was read of court rules. */
    private record Texts(List<Pack> packs, List<CourtLaw.UsedOverlay> overlays) {
        List<CourtRule> rules() {
            return Stream.concat(
                            packs.stream().flatMap(pack -> pack.rules().stream()),
                            overlays.stream()
                                    .flatMap(used -> used.overlay().rules().stream())
                                    .map(Overlay.Rule::rule))
                    .toList();
        }
    }

    private void print(List<Problem> found, Optional<HomeFiles> read, Texts texts) {
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
        Map<String, Object> counts = counts(errors, warnings, read, texts);
        out.println(json ? Json.line(counts) : summary(counts));
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

    private static Map<String, Object> counts(
            List<Problem> errors, List<Problem> warnings, Optional<HomeFiles> read, Texts texts) {
        Map<String, Object> counts = new LinkedHashMap<>();
        counts.put("type", "summary");
        counts.put("errors", errors.size());
        counts.put("warnings", warnings.size());
        read.ifPresent(files -> {
            counts.put("people", files.people().size());
            counts.put("matters", files.matters().size());
            counts.put("ladders", files.rules().ladders().size());
            counts.put("deadlines", files.rules().deadlines().size());
            counts.put("limitations", files.rules().limitations().size());
            counts.put("calendars", files.calendars().ids().size());
            counts.put("templates", files.templates().size());
        });
        List<CourtRule> rules = texts.rules();
        if (read.isPresent() || !texts.packs().isEmpty()) {
            counts.put("packs", texts.packs().size());
        }
        if (read.isPresent() || !texts.overlays().isEmpty()) {
            counts.put("overlays", texts.overlays().size());
        }
        if (read.isPresent() || !rules.isEmpty()) {
            counts.put("court-rules", rules.size());
            counts.put(
                    "examples",
                    rules.stream().mapToInt(rule -> rule.examples().size()).sum());
            counts.put("unchecked-rules", (int)
                    rules.stream().filter(rule -> !rule.isChecked()).count());
        }
        return counts;
    }

    /** {@code 2 errors, 1 warning}, then what was read where there was no error. */
    private static String summary(Map<String, Object> counts) {
        List<String> words = new ArrayList<>();
        counts.forEach((key, count) -> {
            if (count instanceof Integer number) {
                words.add(number + " " + (number == 1 ? one(key) : key).replace('-', ' '));
            }
        });
        String problems = words.get(0) + ", " + words.get(1);
        return words.size() == 2 ? problems : problems + ": " + String.join(", ", words.subList(2, words.size()));
    }

    private static String one(String key) {
        return key.equals("people") ? "person" : key.substring(0, key.length() - 1);
    }
}
