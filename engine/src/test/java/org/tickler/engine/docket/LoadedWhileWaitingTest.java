package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.text.SourceText;
import org.tickler.engine.Samples;
import org.tickler.engine.book.Book;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;

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
        Book book = Samples.book();
        List<SourceText> calendars = new ArrayList<>(book.calendars());
        calendars.add(new SourceText("calendars/closure.yaml", """
                amends: us-nysd
                closures:
                  - {name: Snow storm, on: 2026-03-12, kind: holiday, authority: Notice of the Clerk}
                """));
        Instant known = LoadFixture.MON_2026_02_02.plusSeconds(60);
        fixture.firm.books().activate(book.with(book.rules(), calendars, book.packs()), "rdiaz", known);
        fixture.firm.reconcile(known);
        assertThat(fixture.entry("1").status()).isEqualTo(EntryStatus.WAITING);
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
