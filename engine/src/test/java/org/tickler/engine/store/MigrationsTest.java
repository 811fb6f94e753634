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
    private static final Map<String, String> RELEASED = Map.ofEntries(
            Map.entry("V1__the_spine.sql", "cfc76eab84ec18ffdef557f07ec22c2622b69db9e138b99cc9f5904f2e55ad65"),
            Map.entry("V2__instructions.sql", "35fa7bb4e03cd163f9db6749a39be5a76c5f526bb3777f546f738d7314509435"),
            Map.entry("V3__closures.sql", "c3e913c3dd0bb15e19ac2f6213f6114097dbe2dac3cb9dfb294e70fa4559957c"),
            Map.entry("V4__life.sql", "41354d8bfbc1e47e8495778957ad8080fd82bee6a9875f1476d60f323ce4b4e2"),
            Map.entry("V5__matter_acts.sql", "b2688c29824a12831fffe7f40c649ee15428436ead5501bfdd7d9961a673c167"),
            Map.entry("V6__answers.sql", "1d42d34e60214d0d6230d38ea55cb73947db71bec772bca3f856d54e1404c48e"),
            Map.entry("V7__escalation.sql", "1f5bbd6a6ee9128d7997907e2136b9cefb6e076bc6b0acbe4ae72ee6cd3d2a8a"),
            Map.entry("V8__people.sql", "7f3036d8794728d3497cc91c23b56b9ea63b8f7e20301aa5684311a5615ad882"),
            Map.entry("V9__sheets.sql", "6dbcaaf627fbf61d2f957e7aa7608a87e375062b541033567c26bdb47782e812"),
            Map.entry("V10__proof.sql", "1c6a958687eabd47d329c4d9b1dc69d013c03079545c851c31ef51fa9ff28022"),
            Map.entry("V11__api.sql", "63b085e0b3813eb2c4fdd7d44c9fd90554b118efa0cf44000f8a45c481fd83a0"),
            Map.entry("V12__history.sql", "0aeea4c641e7586421ba0f31c3d3dde4908a132d53e33886edf8af64c1271dac"),
            Map.entry("V13__mends.sql", "443dd85723662f1be1172997b2861019bf03aff7aa793ea330e0d69158806a60"),
            Map.entry("V14__channel_check.sql", "9090a37847cedce5467151f678497b0b17e05a210a3ef234b045aa67d7a1680a"));

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
