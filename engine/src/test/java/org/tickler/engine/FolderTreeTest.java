package org.tickler.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder is removed whole, whatever else happens to it meanwhile. */
class FolderTreeTest {
    @TempDir
    private Path home;

    @Test
    void nothingHappensWhereThereIsNoFolder() throws IOException {
        FolderTree.remove(home.resolve("none"));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void followsNoLink() throws IOException {
        Path kept =
                Files.writeString(Files.createDirectory(home.resolve("kept")).resolve("file"), "x");
        Path folder = Files.createDirectory(home.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), kept.getParent());
        FolderTree.remove(folder);
        assertThat(folder).doesNotExist();
        assertThat(kept).exists();
    }

    @Test
    void whatSomebodyElseRemovesMeanwhileKeepsNothingElseBack() throws Exception {
        for (int time = 0; time < 10; time++) {
            Path folder = filled(home.resolve("folder-" + time));
            Callable<Boolean> removal = () -> {
                FolderTree.remove(folder);
                return Files.notExists(folder);
            };
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                for (Future<Boolean> gone : threads.invokeAll(List.of(removal, removal))) {
                    assertThat(gone.get()).as("when the removal is over").isTrue();
                }
            }
        }
    }

    private static Path filled(Path folder) throws IOException {
        for (int at = 0; at < 10; at++) {
            Path inner = Files.createDirectories(folder.resolve("inner-" + at));
            for (int file = 0; file < 20; file++) {
                Files.writeString(inner.resolve("file-" + file), "x");
            }
        }
        return folder;
    }
}
