package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** What evidence says of receipts: each of a hearing in the year 2031 that Jonah Lin says was held. */
class EvidenceReceiptsTest {
    /** As tokens look. */
    private static final String TOKEN = "Qw3".repeat(14) + "x";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private Path folder;
    private TrialHome home;
    private String hearing;

    @BeforeEach
    void enter(@TempDir Path temp) throws IOException {
        folder = temp;
        home = TrialHome.in(folder, tests.address());
        hearing = home.addHearing("Case management conference", "2031-03-05").entry();
    }

    @Test
    void everyFileOfTheFolderIsFoundByItsLinkWhateverAReceiptIsCalled() throws IOException {
        done("minutes-" + TOKEN.substring(0, 22) + ".pdf", "Minutes");
        done(TOKEN, "Order");
        done("Notice of hearing (2031).pdf", "Notice");
        Path out = evidence(0);
        List<String> linked = Pattern.compile("href=\"(receipts/[^\"]+)\"")
                .matcher(Files.readString(out.resolve("index.html")))
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(linked)
                .hasSize(3)
                .allSatisfy(link -> assertThat(out.resolve(link)).isRegularFile());
        assertThat(Pattern.compile("\"file\" : \"(receipts/[^\"]+)\"")
                        .matcher(Files.readString(out.resolve("evidence.json")))
                        .results()
                        .map((MatchResult found) -> found.group(1)))
                .isEqualTo(linked);
        assertThat(Files.readString(out.resolve("SHA256SUMS"))).doesNotContain(TOKEN);
    }

    private void done(String name, String content) throws IOException {
        Ran ran = home.run("done", hearing, "--receipt=" + home.write(name, content), "--as=jlin");
        assertThat(ran.code()).as(ran.toString()).isZero();
    }

    private Path evidence(int code) {
        Path out = folder.resolve("evidence");
        Ran ran = home.run("evidence", "--entry", hearing, "--out", out, "--as=rdiaz");
        assertThat(ran.code()).as(ran.toString()).isEqualTo(code);
        return out;
    }
}
