package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;

/** Done with its receipt, waived, reopened, verified: the life of an entry as it is lived at the command line. */
class LifeCommandsTest {
    @TempDir
    Path folder;

    @Test
    void anEntryIsVerifiedBlindThenDoneByReceiptAndASecondPerson() throws IOException {
        TrialHome home = TrialHome.in(folder);
        home.edit(
                "rules/reminders.yaml",
                rules -> rules.replace(
                        "#     - second-person\n#   verify: blind", "      - second-person\n    verify: blind"));
        Ran added = home.run(
                "add", "--matter=H-2291", "--kind=filing", "--title=Reply brief", "--date=2031-03-12", "--as=rdiaz");
        assertThat(added.code()).as(added.err()).isZero();
        String brief = added.entry();
        assertThat(home.run("agenda", "--matter=H-2291").out())
                .contains("Reply brief [" + brief + "], proposed, not verified");

        Ran unread = home.run("verify", brief, "--as=jlin");
        assertThat(unread.code()).isEqualTo(1);
        assertThat(unread.err()).contains("reading it from the paper").doesNotContain("2031");
        Ran differs = home.run("verify", brief, "--date=2031-03-13", "--as=jlin");
        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out())
                .contains("differs: Reply brief", "not verified: " + brief)
                .doesNotContain("2031-03-12");
        assertThat(home.run("verify", brief, "--date=2031-03-12", "--as=rdiaz").err())
                .contains("another person must look");
        assertThat(home.run("verify", brief, "--date=2031-03-12", "--as=jlin").code())
                .isZero();

        Path notice = home.write("notice.pdf", "Notice of electronic filing");
        assertThat(home.run("done", brief, "--receipt=" + folder.resolve("none.pdf"), "--as=jlin")
                        .code())
                .isEqualTo(3);
        Ran dry = home.run("done", brief, "--receipt=" + notice, "--as=jlin", "--dry-run");
        assertThat(dry.out()).contains("claimed: Reply brief", "nothing was changed");
        assertThat(home.folder().resolve("receipts")).isEmptyDirectory();
        assertThat(home.run("done", brief, "--receipt=" + notice, "--as=jlin").code())
                .isZero();
        try (Stream<Path> kept = Files.list(home.folder().resolve("receipts"))) {
            assertThat(kept).singleElement().satisfies(file -> assertThat(file).hasSameBinaryContentAs(notice));
        }
        assertThat(home.run("done", brief, "--confirm", "--as=jlin").err()).contains("another person must look");
        assertThat(home.run("done", brief, "--confirm", "--as=rdiaz").out()).contains("done: Reply brief");
        assertThat(home.run("reopen", brief, "--as=rdiaz").err()).contains("says why: --reason TEXT");
        assertThat(home.run("reopen", brief, "--reason=struck by the judge", "--as=rdiaz")
                        .code())
                .isZero();
        assertThat(home.run("waive", brief, "--reason=moot", "--as=mharper").code())
                .isZero();

        assertThat(home.run("explain", brief).out())
                .contains(
                        "entered by rdiaz",
                        "read otherwise by jlin",
                        "verified by jlin",
                        "claimed by jlin",
                        "receipt accepted: notice.pdf, 27 bytes, SHA-256 ",
                        "confirmed by rdiaz",
                        "reopened by rdiaz",
                        "waived by mharper")
                .contains(": struck by the judge", ": moot");
        assertThat(home.run("explain", brief, "--json").out())
                .contains("\"receipts\":[{\"verdict\":\"accepted\"", "\"what\":\"verified\",\"by\":\"jlin\"");
    }

    @Test
    void wrongWordsAreRefusedWithWhatToSay() throws IOException {
        TrialHome home = TrialHome.in(folder);
        assertThat(home.run("done", "E-aaaaaaaaaa", "--submitted", "--accepted", "--as=jlin")
                        .code())
                .isEqualTo(2);
        assertThat(home.run("done", "E-aaaaaaaaaa", "--stamped=2031-03-12", "--as=jlin")
                        .err())
                .contains("--receipt NUMBER, --stamped DATE and --names DEFENDANT");
        assertThat(home.run("verify", "E-aaaaaaaaaa", "E-bbbbbbbbbb", "--date=2031-03-12", "--as=jlin")
                        .err())
                .contains("name that entry alone");
    }
}
