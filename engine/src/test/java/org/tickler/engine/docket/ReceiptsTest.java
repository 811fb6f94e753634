package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.store.KeptReceipt;

/** Files of receipts, as they are kept in the home. */
class ReceiptsTest {
    private static final byte[] NOTICE = "Notice of electronic filing".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path home;

    @Test
    void lieUnderTheirHashForTheDaemonsUserAlone() throws IOException {
        Path folder = home.resolve("receipts");
        KeptReceipt kept = new Receipts(folder).keep(NOTICE, "C:\\Users\\jlin\\notice.pdf");
        assertThat(kept.name()).isEqualTo("notice.pdf");
        assertThat(kept.size()).isEqualTo(NOTICE.length);
        Path file = folder.resolve(kept.sha256());
        assertThat(Files.readAllBytes(file)).isEqualTo(NOTICE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
    }

    @Test
    void areWrittenOnceAndNeverOver() throws IOException {
        Path folder = home.resolve("receipts");
        KeptReceipt first = new Receipts(folder).keep(NOTICE, "notice.pdf");
        Files.writeString(folder.resolve(first.sha256()), "somebody changed it");
        KeptReceipt again = new Receipts(folder).keep(NOTICE, "../../copy.pdf");
        assertThat(again.sha256()).isEqualTo(first.sha256());
        assertThat(again.name()).isEqualTo("copy.pdf");
        assertThat(folder.resolve(first.sha256())).hasContent("somebody changed it");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void areBounded() {
        assertThatThrownBy(() -> Receipts.of(new byte[Receipts.MOST_BYTES + 1], "film.mov"))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("more than 20 MB");
        assertThatThrownBy(() -> Receipts.of(new byte[0], "empty.pdf")).hasMessageContaining("is empty");
        assertThat(Receipts.of(NOTICE, "\u0000\n").name()).isEqualTo("receipt");
        assertThat(Receipts.of(NOTICE, "n".repeat(500)).name()).hasSize(200);
    }
}
