package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** People who are away, who hand matters on, who leave: one story, on a server of the firm's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LeaveAndReassignTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private TrialHome home;
    private String hearing = "";

    @BeforeAll
    void writeTheHome(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder, TESTS.address());
        home.edit("people.yaml", people -> people + """
                  - id: kcho
                    name: Kim Cho
                    email: kcho@firm.example
                """);
        home.edit("matters.yaml", matters -> matters + """
                  - id: H-2300
                    title: Bolt LLC v. Harper
                    team:
                      lead-attorney:
                        - who: mharper
                          until: 2026-03-31
                        - jlin from 2026-04-01
                    walled-off:
                      - kcho
                """);
        hearing = home.addHearing("Motion to compel", "2031-03-12T09:30").entry();
    }

    @Test
    @Order(1)
    void saysWhoWasLeadInMarch() {
        assertThat(home.run("team", "H-2300", "--on=2026-03-15").out())
                .contains("lead-attorney: ", "(mharper), until 2026-03-31")
                .doesNotContain("jlin");
        assertThat(home.run("team", "H-2300", "--on=2026-04-01", "--json").out())
                .contains("\"person\":\"jlin\"", "\"from\":\"2026-04-01\"")
                .doesNotContain("mharper");
        assertThat(home.run("team", "H-2300", "--as=kcho").err()).contains("no matter has the id \"H-2300\"");
    }

    @Test
    @Order(2)
    void showsWhichRemindersPassToWhomAndDoesNothingUntilTold() {
        Ran shown = home.run(
                "leave", "jlin", "--from=2031-02-01", "--to=2031-03-20", "--delegate=kcho", "--as=rdiaz", "--dry-run");
        assertThat(shown.err()).isEmpty();
        assertThat(shown.out())
                .contains(
                        "jlin is away from 2031-02-01 to 2031-03-20; kcho stands in",
                        "reminders: Motion to compel [" + hearing + "]",
                        "jlin -> kcho",
                        "nothing was changed");
        assertThat(home.run("agenda", "--person=kcho").out()).doesNotContain(hearing);
    }

    @Test
    @Order(3)
    void aPersonOnLeaveIsStoodInForAndBackAfterIt() {
        assertThat(home.run("leave", "jlin", "--from=2031-02-01", "--to=2031-03-20", "--delegate=kcho", "--as=rdiaz")
                        .out())
                .contains("done: jlin");
        assertThat(home.run("agenda", "--json").out()).contains("\"to\":\"kcho\"");
        assertThat(home.run("leave", "jlin", "--from=2031-02-01", "--to=2031-03-20", "--as=rdiaz")
                        .err())
                .contains("nothing changes: jlin is away");
        Ran back = home.run("leave", "jlin", "--cancel", "--as=rdiaz");
        assertThat(back.out()).contains("jlin is not away from 2031-02-01 to 2031-03-20 after all", "kcho -> jlin");
        assertThat(home.run("agenda", "--json").out().lines())
                .noneMatch(line -> line.contains("\"to\":\"kcho\"") && line.contains("\"planned\""));
    }

    @Test
    @Order(4)
    void refusesWhatCannotBeMeant() {
        assertThat(home.run("leave", "jlin", "--as=rdiaz").code()).isEqualTo(2);
        assertThat(home.run("leave", "jlni", "--for-good", "--as=rdiaz").err())
                .contains("nobody has the id \"jlni\"", "jlin");
        assertThat(home.run("reassign", "--from=jlin", "--to=acme", "--all", "--as=rdiaz")
                        .err())
                .contains("acme is not one of the staff");
        assertThat(home.run("reassign", "--from=jlin", "--to=kcho", "--matter=H-2300", "--as=rdiaz")
                        .err())
                .contains("H-2300 stays as it is: kcho is walled off from it");
    }

    @Test
    @Order(5)
    void handsTheMattersOnAndKeepsWhoHeldThem() {
        Ran done = home.run("reassign", "--from=jlin", "--to=kcho", "--all", "--on=2031-03-11", "--as=rdiaz");
        assertThat(done.err()).isEmpty();
        assertThat(done.out())
                .contains(
                        "H-2291: lead-attorney is kcho from 2031-03-11 on, jlin until 2031-03-10",
                        "warning: H-2300 stays as it is: kcho is walled off from it",
                        "done: jlin");
        assertThat(home.run("team", "H-2291", "--on=2031-03-10").out()).contains("(jlin), until 2031-03-10");
        assertThat(home.run("team", "H-2291", "--on=2031-03-11").out())
                .contains("(kcho), from 2031-03-11")
                .doesNotContain("jlin");
    }

    @Test
    @Order(6)
    void listsWhatSomebodyWhoLeavesLeavesBehind() {
        Ran shown = home.run("leave", "jlin", "--for-good", "--on=2026-01-02", "--as=rdiaz");
        assertThat(shown.out())
                .contains(
                        "jlin is gone from 2026-01-02 on",
                        "H-2300: nobody is lead-attorney when jlin is gone",
                        "tickler reassign --from jlin --to PERSON");
        assertThat(home.run("status").out()).contains("nobody's: H-2300: nobody is lead-attorney any more");
        assertThat(home.run("feed", "add", "--as=jlin", "--person=jlin").code()).isNotZero();
    }
}
