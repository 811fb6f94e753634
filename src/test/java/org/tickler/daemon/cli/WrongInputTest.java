package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** What is wrong is said in a sentence, with what to do, and with the exit code that a script needs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WrongInputTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private Path folder;
    private TrialHome home;

    @BeforeAll
    void writeTheHome(@TempDir Path made) throws IOException {
        folder = made;
        home = TrialHome.in(made, TESTS.address());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            cancel E-none --as=jlin                                            | 1 | no entry has the id "E-none"; tickler agenda and tickler find list them
            cancel E-none --as=jlinn                                           | 1 | nobody has the id "jlinn"; did you mean "jlin"?
            cancel E-none --as=acme                                            | 1 | only staff change the docket
            cancel E-none                                                      | 2 | Missing required option: '--as=PERSON'
            cancel E?none --as=jlin                                            | 1 | an entry's id has letters, digits and hyphens
            move E-none --as=jlin                                              | 2 | say what changes: --to, --ends, --location or --mode
            move E-none --to=2031-02-30 --as=jlin                              | 2 | --to: expected a date such as 2026-03-12
            add --matter=H-2292 --kind=task --title=T --date=2031-03-04 --as=jlin | 1 | no matter has the id "H-2292"; did you mean "H-2291"?
            add --matter=H-2291 --kind=taks --title=T --date=2031-03-04 --as=jlin | 1 | there is no kind "taks"; did you mean "task"?
            add --matter=H-2291 --kind=task --title=T --date=soon --as=jlin    | 2 | --date: expected a date
            agenda --from=tomorrow                                             | 2 | --from: expected a date such as 2026-03-12, but was "tomorrow"
            agenda --from=2031-03-04 --to=2031-03-03                           | 2 | --to: expected 2031-03-04 or later
            agenda --person=jlinn                                              | 1 | the person "jlinn" is not known; did you mean "jlin"?
            agenda --matter=H-2290                                             | 1 | the matter "H-2290" is not known; did you mean "H-2291"?
            find x --as=nobody                                                 | 1 | the person "nobody" is not known
            plan --move=E-none=2031-03-04                                      | 1 | --move: no entry has the id "E-none"
            plan --leave=jlin=2031-03-04                                       | 2 | --leave: expected PERSON=2026-12-21..2027-01-02
            plan --leave=jlinn=2031-03-04..2031-03-05                          | 1 | --leave: nobody has the id "jlinn"; did you mean "jlin"?
            plan --closure=us-nysdd=2031-06-20                                 | 1 | us-nysdd
            plan --rules=/no/such/folder                                       | 3 | --rules: there is no folder /no/such/folder
            release 7 --as=jlin                                                | 1 | no hold 7 waits for a release; none does
            release seven --as=jlin                                            | 2 | 'seven'
            load /no/such/docket.csv                                           | 3 | /no/such/docket.csv
            load                                                               | 2 | Missing required parameter: 'FILE'
            feed                                                               | 2 | say add, list or revoke
            feed add --as=nobody                                               | 1 | nobody
            feed revoke F-none                                                 | 1 | no feed with the id "F-none" is open; see: tickler feed list
            agendo                                                             | 2 | Did you mean: tickler agenda
            """)
    void saysWhatIsWrong(String line, int code, String said) {
        Ran ran = home.run((Object[]) line.split(" "));
        assertThat(ran.err()).startsWith("tickler: ").contains(said).doesNotContain("\tat ", "Exception");
        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsThree() {
        Terminal terminal = new Terminal(Map.of());
        assertThat(terminal.run("status", "--home", folder.resolve("nowhere"))).isEqualTo(3);
        assertThat(terminal.err()).contains("there is no folder ").contains("\"tickler init DIR\" writes a home");
    }

    @Test
    void aDatabaseThatIsAwayIsThree() throws IOException {
        TrialHome away = TrialHome.in(Files.createDirectories(folder.resolve("away")), TESTS.address());
        away.edit("tickler.yaml", text -> text.replaceFirst("127\\.0\\.0\\.1:\\d+/", "127.0.0.1:1/"));
        Ran ran = away.run("agenda");
        assertThat(ran.err())
                .startsWith("tickler: ")
                .contains("127.0.0.1:1")
                .doesNotContain("\tat ", "Exception", TESTS.address().run().password());
        assertThat(ran.code()).isEqualTo(3);
    }

    @Test
    void settingsWithAnErrorAreOneAndSayWhere() throws IOException {
        TrialHome broken = TrialHome.in(Files.createDirectories(folder.resolve("broken")), TESTS.address());
        broken.edit("tickler.yaml", text -> text.replace("zone: America/New_York", "zone: America/New_Yrok"));
        Ran ran = broken.run("status");
        assertThat(ran.err())
                .contains("tickler.yaml:7:7: error[", "America/New_York")
                .doesNotContain("\tat ");
        assertThat(ran.code()).isEqualTo(1);
    }

    @Test
    void theFirstCommandOfAHomeWithErrorsActivatesNothing() throws IOException {
        try (TestDatabase empty = TestDatabase.open()) {
            TrialHome broken = TrialHome.in(Files.createDirectories(folder.resolve("unsound")), empty.address());
            broken.edit("people.yaml", text -> text.replace("delegate: jlin", "delegate: jlinn"));
            Ran ran = broken.run("agenda");
            assertThat(ran.err())
                    .contains("nothing is active in this database yet", "people.yaml:", "did you mean \"jlin\"?");
            assertThat(ran.code()).isEqualTo(1);
        }
    }
}
