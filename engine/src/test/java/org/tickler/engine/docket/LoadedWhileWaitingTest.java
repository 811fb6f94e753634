package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;

/** A closure took a hearing off its day, and the file that it came from is loaded again. */
class LoadedWhileWaitingTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture fixture;

    @BeforeEach
    void takeTheHearingOff() {
        fixture = new LoadFixture(tests, folder);
        fixture.load("1,H-2291,hearing,Motion to compel,2026-03-12,09:30,jlin,open");
        Entry dated = fixture.entry("1");
        Entry waiting = dated.withWhen(
                        new When.Waiting(Samples.NEW_YORK), dated.revision().next(LoadFixture.MON_2026_02_02))
                .withStatus(EntryStatus.WAITING);
        fixture.firm.change(waiting, Change.Cause.COURT_CLOSED, LoadFixture.MON_2026_02_02);
    }

    @Test
    void theSameRowGivesItNoDate() {
        fixture.load("1,H-2291,hearing,Motion to compel,2026-03-12,09:30,jlin,open");
        assertThat(fixture.entry("1").status()).isEqualTo(EntryStatus.WAITING);
    }

    @Test
    void anotherTitleGivesItNoDateEither() {
        fixture.load("1,H-2291,hearing,Second motion to compel,2026-03-12,09:30,jlin,open");
        assertThat(fixture.entry("1").title()).isEqualTo("Second motion to compel");
        assertThat(fixture.entry("1").status()).isEqualTo(EntryStatus.WAITING);
        assertThat(fixture.entry("1").when().date()).isEmpty();
    }

    @Test
    void aNewDateOfTheCourtHoldsWithoutAQuestion() {
        fixture.load("1,H-2291,hearing,Motion to compel,2026-03-19,09:30,jlin,open");
        assertThat(fixture.entry("1").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(fixture.entry("1").when().date()).hasToString("Optional[2026-03-19]");
        assertThat(fixture.codes()).isEmpty();
    }
}
