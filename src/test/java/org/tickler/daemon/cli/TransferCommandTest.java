package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** A matter comes before another court, as a docket clerk types it. */
class TransferCommandTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void transferListsWhatIsOpenAndDoesWhatItIsTold(@TempDir Path folder) throws IOException {
        TrialHome home = TrialHome.in(folder, tests.address());
        String stays = home.addHearing("Status conference", "2031-04-02T14:00").entry();
        String goes = home.addHearing("Motion to compel", "2031-04-09T09:30").entry();

        Ran shown =
                home.run("transfer", "--matter=H-2291", "--to=us-cand", "--on=2031-03-17", "--as=rdiaz", "--dry-run");
        assertThat(shown.out()).contains("keep: Status conference [" + stays, "keep: Motion to compel [" + goes);

        Ran done = home.run(
                "transfer",
                "--matter=H-2291",
                "--to=us-cand",
                "--on=2031-03-17",
                "--drop=" + goes,
                "--as=rdiaz",
                "--reason=ECF 50");
        assertThat(done.code()).as(done.err()).isZero();
        assertThat(done.out()).contains("drop: Motion to compel [" + goes, "done: H-2291");
        assertThat(home.run("explain", goes).out()).contains("cancelled", "transferred by rdiaz");

        assertThat(home.run("transfer", "--matter=H-2291", "--to=us-cnad", "--on=2031-05-01", "--as=rdiaz")
                        .err())
                .contains("did you mean \"us-cand\"?");
    }
}
