package org.tickler.engine.store.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.tickler.engine.FolderTree;

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
        FolderTree.remove(made);
        return Files.createDirectory(made);
    }

    /// Removes the unfinished folders of processes that are gone.
    static void removeFrom(Path folder) throws IOException {
        try (var children = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path child : children) {
                if (!isBeingBuilt(child)) {
                    FolderTree.remove(child);
                }
            }
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
