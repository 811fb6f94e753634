package org.tickler.engine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BinariesTest {

    private static final String DEAD = "unfinished-4999999-1";

    @Test
    void twoAtOnceUnpackOneWholeCopyAndClearWhatAKilledOneLeft(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve(DEAD).resolve("bin"));
        Files.writeString(folder.resolve(DEAD).resolve("bin/postgres"), "half of it");

        CompletableFuture<Path> other = CompletableFuture.supplyAsync(() -> unpackedUnder(folder));
        Path mine = unpackedUnder(folder);

        assertThat(other.join()).isEqualTo(mine);
        assertThat(folder).isDirectoryContaining(path -> path.equals(mine));
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(mine);
        }
        assertThat(mine.resolve("bin/postgres")).isExecutable();
        assertThat(mine.resolve("lib/libpq.so")).isSymbolicLink().exists();
        assertThat(Shell.run(mine.resolve("bin/postgres").toString(), "--version"))
                .startsWith("postgres (PostgreSQL) " + TestPostgres.version() + ".");
    }

    private static Path unpackedUnder(Path folder) {
        try {
            return TestPostgres.binaries().unpackedUnder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
