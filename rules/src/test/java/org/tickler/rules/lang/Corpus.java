package org.tickler.rules.lang;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** Rule files under {@code src/test/resources/rules}: good ones, and bad ones with what is said of them. */
final class Corpus {
    /** The names that the files of the corpus may use. */
    static final Known KNOWN = new Known(
            Set.of("lead-attorney", "supervising-attorney", "paralegal", "docket-clerk", "client"),
            Set.of("jlin", "mharper", "rdiaz"),
            Set.of("us-federal", "us-nysd"),
            Set.of("hearing-notice", "client-update"),
            Set.of("complaint-served", "stay-ordered", "stay-lifted"));

    private static final Path ROOT = root();

    private Corpus() {}

    private static Path root() {
        Path inModule = Path.of("src/test/resources/rules");
        return Files.isDirectory(inModule) ? inModule : Path.of("rules").resolve(inModule);
    }

    static Stream<Path> good() throws IOException {
        return files("good");
    }

    static Stream<Path> bad() throws IOException {
        return files("bad");
    }

    private static Stream<Path> files(String folder) throws IOException {
        try (Stream<Path> found = Files.list(ROOT.resolve(folder))) {
            List<Path> sorted = found.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            return sorted.stream();
        }
    }

    static SourceText source(Path file) throws IOException {
        return new SourceText(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
    }

    static Optional<Rulebook> read(Path file, Problems problems) throws IOException {
        return RuleReader.read(List.of(source(file)), KNOWN, PackShelf.EMPTY, problems);
    }

    /** Where what is said of a bad file stands. */
    static Path expected(Path file) {
        return file.resolveSibling(file.getFileName().toString().replace(".yaml", ".expected"));
    }
}
