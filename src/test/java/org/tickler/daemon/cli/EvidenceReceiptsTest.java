package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.token.Tokens;

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

    @Test
    void whatWasComparedWithWhatIsSaidAsItIs() throws IOException {
        done("held.pdf", "Minutes");
        done("changed.pdf", "Order");
        done("third.pdf", "Notice");
        Path changed = home.folder().resolve("receipts").resolve(sha256("Order"));
        Files.writeString(changed, "Order, another one");
        tests.database()
                .inTransaction(
                        handle -> handle.execute("INSERT INTO receipt (entry, matter, verdict, sha256, name, size,"
                                + " by_whom, at, road) SELECT entry, matter, verdict, '" + sha256("Smuggled")
                                + "', 'smuggled.pdf',"
                                + " size, by_whom, at, road FROM receipt WHERE name = 'held.pdf'"));
        Files.writeString(home.folder().resolve("receipts").resolve(sha256("Smuggled")), "Smuggled");
        Path out = evidence(1);
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page)
                .containsPattern("The file has the hash that its row has, and row \\d+ of the audit\\.")
                .contains(
                        "IT DOES NOT MATCH: its row has the SHA-256 " + sha256("Order")
                                + ", and so has the audit; the file" + " that lies in the home now has "
                                + sha256("Order, another one"),
                        "its file has the SHA-256 that its row has, " + sha256("Smuggled")
                                + ", but no row of the audit has that");
        assertThat(names(out.resolve("receipts")))
                .containsExactlyInAnyOrder(
                        sha256("Minutes").substring(0, 12) + "-held.pdf",
                        "DOES-NOT-MATCH-" + sha256("Order").substring(0, 12) + "-changed.pdf",
                        sha256("Notice").substring(0, 12) + "-third.pdf",
                        sha256("Smuggled").substring(0, 12) + "-smuggled.pdf");
        assertThat(Files.readString(out.resolve("evidence.json")))
                .contains("\"matches-both\"", "\"matches-row-only\"", "\"does-not-match\"");
    }

    @Test
    void noTokenStandsInACopyOfAReceiptThatIsText() throws IOException {
        String forwarded = "Notice of Electronic Filing\n> answer here: https://tickler.firm.example/a/" + TOKEN + "\n";
        done("receipt.txt", forwarded);
        done("notice.pdf", "%PDF-1.7\0 no text");
        Path out = evidence(0);
        String copy = "TOKENS-LEFT-OUT-" + sha256(forwarded).substring(0, 12) + "-receipt.txt";
        assertThat(out.resolve("receipts").resolve(copy))
                .hasContent(
                        "Notice of Electronic Filing\n> answer here: https://tickler.firm.example/a/(token left out)");
        assertThat(Files.readString(out.resolve("index.html")))
                .contains(
                        "href=\"receipts/" + copy + "\"",
                        "Of this copy tokens are left out",
                        "and of the copies of receipts and attachments that are text");
        assertThat(names(out.resolve("receipts")))
                .contains(sha256("%PDF-1.7\0 no text").substring(0, 12) + "-notice.pdf");
        assertThat(Files.readString(home.folder().resolve("receipts").resolve(sha256(forwarded))))
                .as("what is kept stays as it came")
                .isEqualTo(forwarded);
    }

    private static String sha256(String content) {
        return Tokens.hex(Tokens.hash(content.getBytes(StandardCharsets.UTF_8)));
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

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
