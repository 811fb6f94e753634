package org.tickler.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirmKeyTest {
    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndReadableByItsOwnerAlone() throws IOException {
        byte[] key = FirmKey.in(folder);

        assertThat(key).hasSize(32);
        assertThat(FirmKey.in(folder)).isEqualTo(key);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("firm.key"))))
                .isEqualTo("rw-------");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void isMadeAlthoughAnEarlierProcessOfTheSameNumberWasKilledWhileMakingIt() throws IOException {
        Files.writeString(folder.resolve("firm.key." + ProcessHandle.current().pid()), "half a key");

        assertThat(FirmKey.in(folder)).hasSize(32);
    }

    @Test
    void belongsToWhomTheFolderBelongs() throws IOException {
        if (Files.getOwner(folder).getName().equals("root")) {
            Files.setOwner(
                    folder,
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));
        }

        FirmKey.in(folder);

        assertThat(Files.getOwner(folder.resolve("firm.key"))).isEqualTo(Files.getOwner(folder));
    }

    @Test
    void isNotUsedWhenItIsDamaged() throws IOException {
        for (String damaged : List.of("", "00", "not hexadecimal at all")) {
            Files.writeString(folder.resolve("firm.key"), damaged);

            assertThatThrownBy(() -> FirmKey.in(folder))
                    .isInstanceOf(Complaint.class)
                    .hasMessageContaining("firm.key is damaged")
                    .hasMessageContaining("restore it from a backup");
        }
    }
}
