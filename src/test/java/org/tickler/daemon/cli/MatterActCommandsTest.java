package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** A matter is settled, stayed, closed, and a slip is taken back, as a docket clerk types it. */
class MatterActCommandsTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void aSettlementIsAskedForConfirmedExplainedAndFallsThrough(@TempDir Path folder) throws IOException {
        TrialHome home = TrialHome.in(folder, tests.address());
        String hearing = home.addHearing("Motion to compel", "2031-04-09T09:30").entry();

        Ran unsaid = home.run("settle", "--matter=H-2291", "--on=2031-03-03", "--as=rdiaz");
        assertThat(unsaid.code()).isEqualTo(1);
        assertThat(unsaid.err()).contains("--reason TEXT");

        Ran shown = home.run(
                "settle", "--matter=H-2291", "--on=2031-03-03", "--reason=term sheet", "--as=rdiaz", "--dry-run");
        assertThat(shown.out())
                .contains("when confirmed, suspends: Motion to compel [" + hearing, "nothing was changed");

        Ran asked = home.run("settle", "--matter=H-2291", "--on=2031-03-03", "--reason=term sheet", "--as=rdiaz");
        assertThat(asked.code()).as(asked.err()).isZero();
        assertThat(asked.out()).contains("asks: jlin must confirm the settlement", "done: H-2291");
        assertThat(home.run("status").out())
                .contains("settlement of H-2291, asked for by rdiaz", "tickler settle --matter H-2291 --confirm");
        assertThat(home.run("settle", "--matter=H-2291", "--confirm", "--as=rdiaz")
                        .err())
                .contains("nobody confirms their own");

        Ran confirmed = home.run("settle", "--matter=H-2291", "--confirm", "--as=jlin");
        assertThat(confirmed.code()).as(confirmed.err()).isZero();
        assertThat(confirmed.out())
                .contains("suspends: Motion to compel [" + hearing, "opens: Stipulation of dismissal");
        assertThat(home.run("explain", hearing).out())
                .contains(
                        "stayed, because H-2291 is settled since Mon 2031-03-03, by rdiaz, confirmed by jlin",
                        "term sheet; before, it was open");
        assertThat(home.run("explain", hearing, "--json").out()).contains("\"stayed-by\":{\"act\":\"settle\"");

        Ran back = home.run("settle", "--matter=H-2291", "--falls-through", "--reason=no funding", "--as=jlin");
        assertThat(back.code()).as(back.err()).isZero();
        assertThat(back.out())
                .contains("stands again: Motion to compel [" + hearing, "cancelled: Stipulation of dismissal");
        assertThat(home.run("explain", hearing).out()).contains("resumed by jlin", "settlement-ended: no funding");
    }

    @Test
    void aMatterIsStayedClosedAndReopenedAndASlipIsTakenBack(@TempDir Path folder) throws IOException {
        TrialHome home = TrialHome.in(folder, tests.address());
        String hearing = home.addHearing("Motion to compel", "2031-04-09T09:30").entry();

        Ran stayed = home.run("stay", "--matter=H-2291", "--on=2031-03-03", "--reason=bankruptcy", "--as=rdiaz");
        assertThat(stayed.out()).as(stayed.err()).contains("suspends: Motion to compel [" + hearing);
        Ran lifted = home.run("stay", "--matter=H-2291", "--lift", "--reason=relief granted", "--as=rdiaz");
        assertThat(lifted.out()).as(lifted.err()).contains("stands again: Motion to compel [" + hearing);

        Ran closed = home.run("close", "--matter=H-2291", "--on=2031-03-03", "--reason=paid", "--as=rdiaz");
        assertThat(closed.code()).as(closed.err()).isZero();
        Ran added = home.run(
                "add", "--matter=H-2291", "--kind=task", "--title=Return the file", "--date=2031-05-05", "--as=jlin");
        assertThat(added.out()).as(added.err()).contains("warning: H-2291 is closed since Mon 2031-03-03");
        Ran undone = home.run("undo", added.entry(), "--as=jlin");
        assertThat(undone.out()).as(undone.err()).contains("takes back: entered by jlin", "done: taken back");
        assertThat(home.run("close", "--matter=H-2291", "--reopen", "--reason=appeal", "--as=rdiaz")
                        .code())
                .isZero();

        assertThat(home.run("undo", "--as=jlin").code()).isEqualTo(2);
        assertThat(home.run("close", "--matter=H-2291", "--confirm", "--reopen", "--as=jlin")
                        .code())
                .isEqualTo(2);
    }
}
