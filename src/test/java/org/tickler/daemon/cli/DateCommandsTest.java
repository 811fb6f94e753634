package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** Orders and extensions as a docket clerk types them. */
class DateCommandsTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private TrialHome home;
    private String answer;

    @BeforeEach
    void serveAComplaint(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder, tests.address());
        Ran served = home.run(
                "add",
                "--matter=H-2291",
                "--kind=event",
                "--title=Service of the complaint",
                "--date=2031-03-07",
                "--court=us-nysd",
                "--event=complaint-served",
                "--as=rdiaz");
        assertThat(served.err()).isEmpty();
        Matcher found = Pattern.compile("Answer or Rule 12 motion \\[(D-\\w+)]").matcher(served.out());
        assertThat(found.find()).as(served.out()).isTrue();
        answer = found.group(1);
    }

    @Test
    void extendKeepsTheOriginalUntilItIsGranted() {
        Ran asked = home.run("extend", answer, "--to=2031-04-11", "--source=letter of 20 March", "--as=rdiaz");
        assertThat(asked.code()).isZero();
        assertThat(home.run("find", "answer").out()).contains("Fri 2031-03-28", "provisional");

        Ran granted = home.run("extend", answer, "--granted", "--to=2031-04-11", "--source=ECF 12", "--as=rdiaz");
        assertThat(granted.out()).contains("Fri 2031-03-28 -> Fri 2031-04-11");
        assertThat(home.run("explain", answer).out())
                .contains("set: extended to Fri 2031-04-11, ECF 12, entered by rdiaz", "proposed");
    }

    @Test
    void anExtensionByAPeriodIsCountedByTheLawOfItsRule() {
        Ran shown = home.run("extend", answer, "--by=14 days", "--source=ECF 12", "--as=rdiaz", "--dry-run");
        assertThat(shown.out())
                .contains(
                        "counted: The extension runs from the end of the first period, Fri 2031-03-28.",
                        "counted: Counted under Fed. R. Civ. P. 6 (Federal Rules");
        Ran granted = home.run("extend", answer, "--granted", "--by=14 days", "--source=ECF 12", "--as=rdiaz");
        assertThat(granted.out()).contains("Fri 2031-03-28 -> Fri 2031-04-11");

        Ran both = home.run("extend", answer, "--by=14 days", "--to=2031-04-11", "--source=ECF 12", "--as=rdiaz");
        assertThat(both.code()).isEqualTo(2);
        Ran odd = home.run("extend", answer, "--by=a fortnight", "--source=ECF 12", "--as=rdiaz");
        assertThat(odd.code()).isEqualTo(2);
        assertThat(odd.err()).contains("--by: expected a whole number of days");
    }

    @Test
    void extendSaysWhatIsMissing() {
        assertThat(home.run("extend", answer, "--to=2031-04-11", "--as=rdiaz"))
                .satisfies(ran -> assertThat(ran.code()).isEqualTo(2))
                .satisfies(ran -> assertThat(ran.err()).contains("--source"));
        assertThat(home.run("extend", answer, "--refused", "--granted", "--as=rdiaz")
                        .code())
                .isEqualTo(2);
        assertThat(home.run("extend", answer, "--refused", "--as=rdiaz"))
                .satisfies(ran -> assertThat(ran.code()).isEqualTo(1))
                .satisfies(ran -> assertThat(ran.err()).contains("no extension of"));
    }

    @Test
    void anOrderOfThreeDatesIsEnteredFromAFileAndVerifiedByAnother() throws IOException {
        Path file = home.write("ecf34.csv", """
                deadline,kind,date,time
                us-frcp/answer,,Fri 2031-04-18,
                Close of fact discovery,discovery,2031-09-30,
                Final pretrial conference,conference,2031-11-12,10:00
                """);
        Ran ordered = home.run("order", "--matter=H-2291", "--source=ECF 34", file, "--as=rdiaz");
        assertThat(ordered.err()).isEmpty();
        assertThat(ordered.out())
                .contains(
                        "Fri 2031-03-28 -> Fri 2031-04-18",
                        "new: Close of fact discovery [",
                        "Wed 2031-11-12 10:00",
                        "done: ");
        assertThat(home.run("agenda", "--from=2031-01-01", "--to=2031-12-31").out())
                .contains("Close of fact discovery", "proposed");

        Ran same = home.run("verify", "--matter=H-2291", "--source=ECF 34", "--as=rdiaz");
        assertThat(same.err()).contains("another person must look and verify it");
        Ran other = home.run("verify", "--matter=H-2291", "--source=ECF 34", "--as=mharper");
        assertThat(other.code()).as(other.err()).isZero();
        assertThat(home.run("agenda", "--from=2031-01-01", "--to=2031-12-31").out())
                .doesNotContain("proposed");
        assertThat(home.run("verify", "--matter=H-2291", "--source=ECF 34", "--as=mharper")
                        .err())
                .contains("waits for a second person");
    }

    @Test
    void anOrderWithOneWrongLineEntersNothing() throws IOException {
        Path file = home.write("ecf34.csv", """
                deadline,kind,date,time
                us-frcp/answer,,Thu 2031-04-18,
                us-frcp/answr,,2031-04-18,
                """);
        Ran ordered = home.run("order", "--matter=H-2291", "--source=ECF 34", file, "--as=rdiaz");
        assertThat(ordered.code()).isEqualTo(1);
        assertThat(ordered.err()).contains("ecf34.csv:2:", "2031-04-18 is a Friday", "nothing was entered");
        assertThat(home.run("explain", answer).out()).doesNotContain("ECF 34");

        Ran named = home.run("order", "--matter=H-2291", "--source=ECF 34", "--set", "answr=2031-04-18", "--as=rdiaz");
        assertThat(named.err()).contains("nothing on H-2291 is called \"answr\"; did you mean \"answer\"?");
    }

    @Test
    void anOrderThatIsEnteredTwiceNamesEachLineAndEntersNothing() throws IOException {
        Path file = home.write("ecf34.csv", """
                deadline,kind,date,event
                us-frcp/answer,,Fri 2031-04-18,
                Judgment entered,event,2031-06-02,judgment-entered
                """);
        Ran first = home.run("order", "--matter=H-2291", "--source=ECF 34", file, "--as=rdiaz");
        assertThat(first.out()).contains("new: Judgment entered [", "follows: ");
        Ran second = home.run("order", "--matter=H-2291", "--source=ECF 34", file, "--as=rdiaz");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err())
                .contains("ecf34.csv:2: Answer or Rule 12 motion [" + answer + "]", "was already entered by ECF 34")
                .contains("ecf34.csv:3: Judgment entered [");
        assertThat(home.run("find", "Judgment entered").out().lines().filter(line -> line.contains("[E-")))
                .hasSize(1);
    }

    @Test
    void whatSetNamesMayBeNewAndSetDeadlinesGoing() throws IOException {
        Ran added = home.run(
                "order",
                "--matter=H-2291",
                "--source=ECF 50",
                "--kind=event",
                "--event=judgment-entered",
                "--set",
                "Judgment=2031-06-02",
                "--as=rdiaz");
        assertThat(added.out()).contains("new: Judgment [", "follows: ");
        assertThat(home.run(
                                "order",
                                "--matter=H-2291",
                                "--source=ECF 50",
                                "--event=trial",
                                "--set",
                                "answer=2031-06-02",
                                "--as=rdiaz")
                        .err())
                .contains("--kind and --event");
        Path file = home.write("ecf51.csv", "deadline,date,event\nTrial,2031-09-01,trial\n");
        assertThat(home.run("order", "--matter=H-2291", "--source=ECF 51", file, "--as=rdiaz")
                        .err())
                .contains("ecf51.csv:2:", "the row has no kind");
    }

    @Test
    void aSourceThatIsTooLongNamesTheOption() {
        Ran refused = home.run(
                "order", "--matter=H-2291", "--source=" + "x".repeat(121), "--set", "answer=2031-04-18", "--as=rdiaz");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--source", "up to 120 printable characters");
    }

    @Test
    void anOrderThatNamesOneDeadlineTwiceEntersNothing() {
        for (String other : new String[] {"answer=2031-04-21", "us-frcp/answer=2031-04-21"}) {
            Ran twice = home.run(
                    "order",
                    "--matter=H-2291",
                    "--source=ECF 34",
                    "--set",
                    "answer=2031-04-18",
                    "--set",
                    other,
                    "--as=rdiaz");
            assertThat(twice.code()).isEqualTo(1);
            assertThat(twice.err()).contains("is named twice");
        }
        assertThat(home.run("explain", answer).out()).doesNotContain("ECF 34");
        assertThat(home.run("order", "--matter=H-2291", "--source=ECF 34", "--set", "answer", "--as=rdiaz")
                        .err())
                .contains("--set: expected NAME=DATE");
    }

    @Test
    void anOverrideIsGivenBackToTheRule() {
        Ran refused = home.run("correct", answer, "--to=2031-03-26", "--as=rdiaz");
        assertThat(refused.err()).contains("--reason TEXT");
        home.run("correct", answer, "--to=2031-03-26", "--reason=the waiver says so", "--as=rdiaz");
        assertThat(home.run("explain", answer).out()).contains("set: Wed 2031-03-26 by rdiaz: the waiver says so");
        assertThat(home.run("correct", answer, "--by-rule", "--as=rdiaz").out())
                .contains("Wed 2031-03-26 -> Fri 2031-03-28");
        assertThat(home.run("correct", answer, "--by-rule", "--title=X", "--as=rdiaz")
                        .code())
                .isEqualTo(2);
    }
}
