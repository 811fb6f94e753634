package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** A court closes, as a clerk sees it who drops a file and types commands. */
class CourtClosesTest {
    private static final String STORM = """
            amends: us-nysd
            closures:
              - name: Snow storm
                on: 2031-03-06
                kind: clerk-inaccessible
                authority: Notice of the Clerk of 5 March 2031
            """;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private TrialHome home;

    /** The answer to a complaint served on Thursday 13 February 2031 is due on Thursday 6 March. */
    private void open(Path folder, String... calendars) throws IOException {
        home = TrialHome.in(folder, tests.address());
        for (String calendar : calendars) {
            Files.writeString(home.folder().resolve("calendars/storm.yaml"), calendar);
        }
        home.run(
                "add",
                "--matter=H-2291",
                "--kind=event",
                "--title=Complaint served",
                "--event=complaint-served",
                "--date=2031-02-13",
                "--as=rdiaz");
    }

    @Test
    void planShowsTheHoldTheLaterDateAndTheHearingThatWouldWait(@TempDir Path folder) throws IOException {
        open(folder);
        home.addHearing("Motion to compel", "2031-03-06T09:30");
        Ran plan = home.run("plan", "--closure", "us-nysd=2031-03-06");

        assertThat(plan.out())
                .contains("provisional: Answer or Rule 12 motion")
                .contains("That would make it Fri 2031-03-07; the earlier date stands until a second person confirms")
                .contains("waiting: Motion to compel")
                .contains("us-nysd does not sit on Thu 2031-03-06")
                .contains("nothing was applied");
    }

    @Test
    void verifyShowsWhatMovesAndMovesItOnlyWhereItIsToldTo(@TempDir Path folder) throws IOException {
        open(folder, STORM);
        assertThat(home.run("status").out())
                .contains("closure us-nysd=2031-03-06, Snow storm (Notice of the Clerk of 5 March 2031): nobody has"
                        + " confirmed it");

        Ran dry = home.run("verify", "--closure=us-nysd=2031-03-06", "--as=rdiaz", "--dry-run");
        assertThat(dry.out()).contains("Thu 2031-03-06 -> Fri 2031-03-07", "nothing was changed");
        Ran done = home.run("verify", "--closure=us-nysd=2031-03-06", "--as=rdiaz", "--json");
        assertThat(done.out()).contains("\"closure\":\"us-nysd=2031-03-06\"", "\"applied\":true");

        assertThat(home.run("status").out()).doesNotContain("nobody has confirmed");
        assertThat(home.run("agenda", "--from=2031-03-06", "--to=2031-03-07", "--json")
                        .out())
                .contains("\"2031-03-07\"");
        assertThat(home.run("verify", "--closure=us-nysd=2031-03-06", "--as=rdiaz")
                        .err())
                .contains("none does");
    }
}
