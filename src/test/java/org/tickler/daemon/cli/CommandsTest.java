package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** The commands where no daemon runs: directly on the database, a server of the firm's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private TrialHome home;
    private Ran first;

    @BeforeAll
    void writeTheHome(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder, TESTS.address());
        home.edit("matters.yaml", matters -> matters + """
                  - id: H-2300
                    title: Bolt LLC v. Harper
                    team:
                      lead-attorney: jlin
                    walled-off:
                      - mharper
                """);
        first = home.run("status", "--json");
    }

    @Test
    void theFirstCommandOnAnEmptyDatabaseActivatesTheHome() {
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains(
                        "\"running\":false", "\"applied\":true", "\"people\":4", "\"matters\":2", "\"embedded\":false");
        assertThat(first.code()).isZero();
    }

    @Test
    void verifyRefusesAClosureThatNobodyWaitsFor() {
        Ran verify = home.run("verify", "--closure=us-nysd=2031-03-06", "--as=rdiaz");
        assertThat(verify.err()).contains("no closure us-nysd=2031-03-06 waits for somebody to confirm it; none does");
        assertThat(verify.code()).isEqualTo(1);
        assertThat(home.run("verify", "--as=rdiaz").code()).isEqualTo(2);
    }

    @Test
    void statusSaysThatNobodySendsAndThatMessagesAreHeld() {
        Ran status = home.run("status");
        assertThat(status.out())
                .contains(
                        "Harper & Lin LLP, home " + home.folder(),
                        "daemon: not running; nothing leaves until tickler serve runs",
                        "4 people, 2 matters, ",
                        "email: not set up; messages are written to outbox/ and not sent",
                        "due and unsent: ");
    }

    @Test
    void addShowsWhatItWillDoAndThenDoesIt() {
        Ran added = home.addHearing("Motion to compel", "2031-03-12T09:30");
        assertThat(added.err()).isEmpty();
        String id = added.entry();
        assertThat(added.out().lines().toList())
                .startsWith("new: Motion to compel [" + id + "], Wed 2031-03-12 09:30 (America/New_York)")
                .endsWith("done: " + id);
        assertThat(home.run("agenda", "--from=2031-03-12", "--to=2031-03-12").out())
                .contains("Wed 2031-03-12 09:30 (America/New_York)  H-2291  hearing: Motion to compel [" + id
                        + "], open");
    }

    @Test
    void whatIsOnlyShownIsNotDone() {
        Ran shown = home.run(
                "add",
                "--matter=H-2291",
                "--kind=task",
                "--title=Xylophone",
                "--date=2031-05-06",
                "--as=jlin",
                "--dry-run");
        assertThat(shown.out()).contains("new: Xylophone", "nothing was changed");
        assertThat(home.run("find", "xylophone").out()).isEmpty();
    }

    @Test
    void moveShowsBothDatesAndKeepsTheHour() {
        String id = home.addHearing("Status conference", "2031-04-02T14:00").entry();
        Ran moved = home.run("move", id, "--to=2031-04-03", "--as=rdiaz", "--reason=order of 1 April");
        assertThat(moved.out())
                .contains("moves: Status conference [" + id + "], Wed 2031-04-02 14:00 (America/New_York)"
                        + " -> Thu 2031-04-03 14:00 (America/New_York)");
        assertThat(home.run("find", "status", "conference").out()).contains("Thu 2031-04-03 14:00");
    }

    @Test
    void explainTellsWhyADateIsThereUpToThePersonWhoGaveIt() {
        String id = home.run(
                        "add",
                        "--matter=H-2291",
                        "--kind=trial",
                        "--title=Jury trial",
                        "--date=2031-10-06",
                        "--as=jlin")
                .entry();
        home.run("move", id, "--to=2031-10-07", "--as=rdiaz", "--reason=order of 1 April");
        Matcher derived = Pattern.compile("\\[(D-\\w+)]")
                .matcher(home.run("find", "exhibit").out());
        assertThat(derived.find()).isTrue();

        Ran explained = home.run("explain", derived.group(1));
        assertThat(explained.code()).isZero();
        assertThat(explained.out())
                .contains(
                        " [" + derived.group(1) + "], ",
                        "derived by the rule exhibit-list:\n",
                        "  from: Jury trial [" + id + "], Tue 2031-10-07\n",
                        "    revision 1: Mon 2031-10-06; entered by jlin on ",
                        "    revision 2: Tue 2031-10-07; moved by rdiaz on ",
                        ": order of 1 April\n");
        assertThat(home.run("explain", derived.group(1), "--json").out())
                .contains(
                        "\"rule\":\"exhibit-list\"",
                        "\"trigger\":\"" + id + "\"",
                        "\"derivation\":[\"",
                        "\"chain\":[{\"type\":\"entry\",\"id\":\"" + id + "\"",
                        "\"cause\":\"moved\",\"by\":\"rdiaz\",\"reason\":\"order of 1 April\"");
    }

    @Test
    void explainShowsNothingThatTheViewerMayNotSee() {
        String id = home.run(
                        "add", "--matter=H-2300", "--kind=task", "--title=Walled", "--date=2031-10-06", "--as=jlin")
                .entry();
        assertThat(home.run("explain", id, "--as=jlin").out()).contains("task of H-2300 (Bolt LLC v. Harper), open");
        Ran refused = home.run("explain", id, "--as=mharper");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).contains("the entry \"" + id + "\" is not known");
    }

    @Test
    void correctChangesATitle() {
        String id = home.addHearing("Motion to squash", "2031-06-02T14:00").entry();
        assertThat(home.run("correct", id, "--title=Motion to quash", "--as=jlin")
                        .out())
                .contains("title Motion to squash -> Motion to quash");
        assertThat(home.run("find", "squash").out()).isEmpty();
    }

    @Test
    void whatIsCancelledIsNotMovedAnyMore() {
        String id = home.addHearing("Settlement talk", "2031-07-02T14:00").entry();
        assertThat(home.run("cancel", id, "--as=jlin", "--reason=settled").out())
                .contains("cancelled: Settlement talk", "done: " + id);
        Ran moved = home.run("move", id, "--to=2031-07-03", "--as=jlin");
        assertThat(moved.code()).isEqualTo(1);
        assertThat(moved.err()).contains("is cancelled; if it is wanted after all: tickler reopen");
    }

    @Test
    void anActSaysAsAnObjectWhatItDid() {
        String id = home.addHearing("Pretrial", "2031-08-05T10:00").entry();
        assertThat(home.run("move", id, "--to=2031-08-06", "--as=jlin", "--json")
                        .out())
                .startsWith("{")
                .contains("\"applied\":true", "\"entry\":\"" + id + "\"", "\"moves\":[\"moves: Pretrial")
                .hasLineCount(1);
    }

    @Test
    void loadReportsEachRowThatItRefusesAndLoadsTheOthers() throws IOException {
        Path docket = home.write("docket.csv", """
                id,matter,kind,title,date,time
                a1,H-2291,hearing,Markman hearing,2031-09-11,10:00
                a2,H-2291,filing,Opening brief,20 September,
                """);
        Ran loaded = home.run("load", docket);
        assertThat(loaded.code()).isEqualTo(1);
        assertThat(loaded.out()).contains("1 new", "1 rejected", "docket.csv:3: date: \"20 September\" is no date");
        assertThat(home.run("agenda", "--from=2031-09-11", "--to=2031-09-11").out())
                .contains("Thu 2031-09-11 10:00 (America/New_York)  H-2291  hearing: Markman hearing");
        assertThat(home.run("load", docket).out()).contains("0 new, 0 changed, 1 same");
    }

    @Test
    void planShowsWhatALeaveWouldChangeAndAppliesNothing() {
        home.run("add", "--matter=H-2291", "--kind=filing", "--title=Reply", "--date=2031-10-20", "--as=jlin");
        String before =
                home.run("agenda", "--from=2031-10-01", "--to=2031-10-31").out();
        Ran plan = home.run("plan", "--leave=jlin=2031-10-01..2031-10-31");
        assertThat(plan.out()).contains("moved reminder: ", "jlin is away", "nothing was applied");
        assertThat(home.run("agenda", "--from=2031-10-01", "--to=2031-10-31").out())
                .isEqualTo(before);
    }

    @Test
    void planOfWhatIsActiveChangesNothing() {
        assertThat(home.run("plan").out())
                .startsWith("would change: 0 entries; reminders: 0 new, 0 moved, 0 withdrawn");
    }

    @Test
    void agendaAndFindShowNothingBehindAWall() {
        home.run("add", "--matter=H-2300", "--kind=task", "--title=Wallpaper", "--date=2031-11-05", "--as=jlin");
        assertThat(home.run("find", "wallpaper", "--as=jlin").out()).contains("Wallpaper");
        assertThat(home.run("agenda", "--from=2031-11-05", "--to=2031-11-05", "--as=jlin")
                        .out())
                .contains("Wallpaper");
        assertThat(home.run("find", "wallpaper", "--as=mharper").out()).isEmpty();
        assertThat(home.run("agenda", "--from=2031-11-05", "--to=2031-11-05", "--as=mharper")
                        .out())
                .contains("nothing on the agenda")
                .doesNotContain("Wallpaper", "H-2300");
    }

    @Test
    void whoIsBehindAWallCannotActThere() {
        Ran refused =
                home.run("add", "--matter=H-2300", "--kind=task", "--title=T", "--date=2031-11-06", "--as=mharper");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("this cannot be done as mharper: mharper is walled off from H-2300");
    }

    @Test
    void feedAddShowsItsAddressOnceAndListNever() {
        Ran added = home.run("feed", "add", "--as=jlin");
        assertThat(added.out()).contains("https://", "webcal://", "calendar.google.com");
        String token = added.out().replaceAll("(?s).*/feeds/([A-Za-z0-9_-]+)\\.ics.*", "$1");
        assertThat(token).hasSizeBetween(20, 60);
        assertThat(home.run("feed", "list").out()).contains("seen as jlin").doesNotContain(token);
    }

    @Test
    void migrateSaysThatTheTablesAreUpToDate() {
        assertThat(home.run("migrate").out()).contains("are up to date");
    }

    @Test
    void aHomeThatDiffersFromWhatIsActiveSaysSoAndChangesNothing() throws IOException {
        String rules = Files.readString(home.folder().resolve("rules/reminders.yaml"));
        home.edit("rules/reminders.yaml", text -> text.replaceFirst("7 days before", "8 days before"));
        try {
            Ran status = home.run("status");
            assertThat(status.code()).isZero();
            assertThat(status.err()).contains("differ from the active ones, which stay so until tickler serve starts");
            assertThat(home.run("plan").out()).contains("nothing was applied");
        } finally {
            home.edit("rules/reminders.yaml", text -> rules);
        }
        assertThat(home.run("status").err()).isEmpty();
    }
}
