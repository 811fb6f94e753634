package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Folders under construction. Each bears the id of the process that builds it, so that what a killed one left can be
/// told from what another is building just now.
final class Leftovers {

    private static final String PREFIX = "unfinished-";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Leftovers() {}

    /// A new, empty folder of this process.
    static Path make(Path folder) throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + COUNT.incrementAndGet();
        Path made = folder.resolve(name);
        remove(made);
        return Files.createDirectory(made);
    }

    /// Removes the unfinished folders of processes that are gone.
    static void removeFrom(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path child : children) {
                if (!isBeingBuilt(child)) {
                    remove(child);
                }
            }
        }
    }

    /// Removes a folder and all in it; nothing happens where there is none.
    static void remove(Path folder) throws IOException {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                        throws IOException {
                    if (failure != null) {
                        throw failure;
                    }
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static boolean isBeingBuilt(Path folder) {
        String name = folder.getFileName().toString();
        String[] parts = name.substring(PREFIX.length()).split("-", 2);
        return ProcessHandle.of(Long.parseLong(parts[0]))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }
}
