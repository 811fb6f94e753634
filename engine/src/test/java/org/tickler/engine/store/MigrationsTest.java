package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Firms' databases have run these: one that is edited would never run there again, so a change is a new file. */
class MigrationsTest {
    private static final Map<String, String> RELEASED = Map.of(
            "V1__the_spine.sql", "cfc76eab84ec18ffdef557f07ec22c2622b69db9e138b99cc9f5904f2e55ad65",
            "V2__instructions.sql", "35fa7bb4e03cd163f9db6749a39be5a76c5f526bb3777f546f738d7314509435",
            "V3__closures.sql", "c3e913c3dd0bb15e19ac2f6213f6114097dbe2dac3cb9dfb294e70fa4559957c",
            "V11__api.sql", "63b085e0b3813eb2c4fdd7d44c9fd90554b118efa0cf44000f8a45c481fd83a0");

    @Test
    void neverChangeOnceTheyHaveRun() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/db"))) {
            Map<String, String> now = new TreeMap<>();
            files.filter(file -> file.getFileName().toString().startsWith("V"))
                    .forEach(file -> now.put(file.getFileName().toString(), hash(file)));

            assertThat(now)
                    .as("a new migration's SHA-256 is entered here; an old one's stays")
                    .isEqualTo(RELEASED);
        }
    }

    private static String hash(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
