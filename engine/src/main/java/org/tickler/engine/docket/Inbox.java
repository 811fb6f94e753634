package org.tickler.engine.docket;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;

/**
 * The folder into which people and programs drop files: what lies there settled is loaded, then kept in {@code loaded} or
 * {@code rejected} with a report beside it. Several nodes may sweep the same folder; each file is loaded once. One thread a
 * time.
 */
public final class Inbox {
    private static final Set<String> ENDINGS = Set.of("csv", "tsv", "json", "jsonl", "ics");
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final Database database;
    private final Loader loader;
    private final List<Mapping> mappings;
    private final InstantSource clock;
    private Map<Path, Look> before = new HashMap<>();

    /**
     * @param mappings the first whose {@code files} fits a file's name reads it; where none does it is in our own form
     */
    public Inbox(Path folder, Database database, Loader loader, List<Mapping> mappings, InstantSource clock) {
        this.folder = folder;
        this.database = database;
        this.loader = loader;
        this.mappings = List.copyOf(mappings);
        this.clock = clock;
    }

    /**
     * Loads every file that has not changed since the sweep before. Names that begin with a dot or a tilde, or end in
     * anything but csv, tsv, json, jsonl or ics, are left alone.
     *
     * @return the reports, in the order of the files' names
     * @throws IOException if the folder cannot be read or written
     */
    public List<LoadReport> sweep() throws IOException {
        Map<Path, Look> now = look();
        List<LoadReport> reports = new ArrayList<>();
        for (Path file : now.keySet().stream().sorted().toList()) {
            if (now.get(file).equals(before.get(file))) {
                inTurn(file, reports);
            }
        }
        before = now;
        return reports;
    }

    private void inTurn(Path file, List<LoadReport> reports) throws IOException {
        database.<Boolean, IOException>withHandle(handle -> {
            AdvisoryLock.LOAD.hold(handle);
            try {
                return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && reports.add(load(file));
            } finally {
                AdvisoryLock.LOAD.release(handle);
            }
        });
    }

    private LoadReport load(Path file) throws IOException {
        Mapping mapping = mappings.stream()
                .filter(one -> one.files().filter(glob -> fits(glob, file)).isPresent())
                .findFirst()
                .orElse(Mapping.NONE);
        LoadReport report =
                loader.load(List.of(file), LoadOptions.by("inbox").with(mapping), LoadProgress.SILENT);
        boolean any = report.count(Sort.NEW) + report.count(Sort.CHANGED) + report.count(Sort.SAME) > 0;
        keep(file, report, report.count(Sort.REJECTED) > 0 && !any ? "rejected" : "loaded");
        return report;
    }

    /** The report is there before the file is, so that a file without one was not loaded. */
    private void keep(Path file, LoadReport report, String where) throws IOException {
        Path kept = Files.createDirectories(folder.resolve(where));
        String stamp = STAMP.format(clock.instant().atOffset(ZoneOffset.UTC));
        String name = stamp + "-" + file.getFileName();
        for (int number = 2; Files.exists(kept.resolve(name)); number++) {
            name = stamp + "-" + number + "-" + file.getFileName();
        }
        Files.writeString(
                kept.resolve(name + ".report.txt"),
                String.join("\n", report.lines()) + "\n",
                StandardCharsets.UTF_8);
        Files.move(file, kept.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<Path, Look> look() throws IOException {
        Map<Path, Look> found = new HashMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Inbox::isOurs).toList();
        }
        for (Path file : files) {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                found.put(file, new Look(attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        }
        return found;
    }

    private static boolean isOurs(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return !name.startsWith(".")
                && !name.startsWith("~")
                && dot > 0
                && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static boolean fits(String glob, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file.getFileName());
    }

    /** What a file looked like. */
    private record Look(long size, long modifiedMillis) {}
}
