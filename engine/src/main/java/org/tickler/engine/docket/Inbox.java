package org.tickler.engine.docket;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;

/**
 * The folder into which people and programs drop files: what lies there settled is loaded, then kept in {@code loaded} or
 * {@code rejected} with a report beside it. Several nodes may sweep the same folder; each file is loaded once. One thread a
 * time.
 */
public final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    /** What programs call a file that they have not finished. */
    private static final Set<String> UNFINISHED =
            Set.of("tmp", "part", "partial", "crdownload", "download", "swp", "lock");

    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT);

    private final Path folder;
    private final Database database;
    private final Loader loader;
    private final List<Mapping> mappings;
    private final InstantSource clock;
    private Map<Path, Look> before = Map.of();

    /**
     * @param folder it may not exist yet
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
     * Loads every file that has not changed since the sweep before. Folders, links, names that begin with a dot or a tilde,
     * and those that programs give to what is not finished, are left alone. A file whose load fails stays for the next
     * sweep and stops no other.
     *
     * @return the reports, in the order of the files' names
     * @throws UncheckedIOException if the folder cannot be read or written
     */
    public List<LoadReport> sweep() {
        Map<Path, Look> now = look();
        List<LoadReport> reports = new ArrayList<>();
        List<RuntimeException> failures = new ArrayList<>();
        for (Map.Entry<Path, Look> one : now.entrySet()) {
            if (one.getValue().equals(before.get(one.getKey()))) {
                try {
                    inTurn(one.getKey(), reports);
                } catch (RuntimeException e) {
                    failures.add(e);
                }
            }
        }
        before = now;
        if (!failures.isEmpty()) {
            throw failures.getFirst();
        }
        return reports;
    }

    /** Whoever comes second finds that the file is gone. */
    private void inTurn(Path file, List<LoadReport> reports) {
        database.<Boolean, RuntimeException>withHandle(handle -> {
            AdvisoryLock.LOAD.hold(handle);
            try {
                return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && reports.add(load(file));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
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
        LoadReport report = loader.load(List.of(file), LoadOptions.by("inbox").with(mapping), LoadProgress.SILENT);
        boolean any = report.count(Sort.NEW) + report.count(Sort.CHANGED) + report.count(Sort.SAME) > 0;
        boolean rejected = report.count(Sort.REJECTED) > 0 && !any;
        keep(file, report, rejected ? "rejected" : "loaded");
        if (report.count(Sort.REJECTED) > 0) {
            LOG.warn("{}: {}; see its report in {}", file.getFileName(), report.summary(), folder);
        } else {
            LOG.info("{}: {}", file.getFileName(), report.summary());
        }
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
                kept.resolve(name + ".report.txt"), String.join("\n", report.lines()) + "\n", StandardCharsets.UTF_8);
        Files.move(file, kept.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<Path, Look> look() {
        Map<Path, Look> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Inbox::isFinished).toList()) {
                look(file, found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static void look(Path file, Map<Path, Look> found) throws IOException {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                found.put(
                        file,
                        new Look(
                                attributes.size(), attributes.lastModifiedTime().toMillis()));
            }
        } catch (NoSuchFileException gone) {
            LOG.debug("{} was taken by another", file);
        }
    }

    private static boolean isFinished(Path file) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && !name.startsWith("~") && !name.endsWith("~") && !UNFINISHED.contains(ending);
    }

    private static boolean fits(String glob, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + glob).matches(file.getFileName());
    }

    /** What a file looked like. */
    private record Look(long size, long modifiedMillis) {}
}
