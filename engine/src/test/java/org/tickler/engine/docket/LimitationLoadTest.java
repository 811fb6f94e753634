package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;

/** What no source alone makes of a last day to sue. */
class LimitationLoadTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 8, 3);

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
        firm.load(row("limitation", "2026-08-03", ""));
    }

    private static String row(String kind, String date, String status) {
        return "1,H-2291," + kind + ",Last day to sue Bolt LLC," + date + ",,jlin," + status;
    }

    private void assertStands() {
        assertThat(firm.entry("1").when().date()).contains(LAST_DAY);
        assertThat(firm.entry("1").kind()).isEqualTo(EntryKind.LIMITATION);
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.codes()).containsExactly("both-changed");
    }

    @Test
    void doesNotMoveItLater() {
        LoadReport report = firm.load(row("limitation", "2026-09-08", ""));
        assertStands();
        assertThat(report.count(Sort.ASKED)).isEqualTo(1);
        assertThat(firm.questions())
                .extracting(Question::sentence)
                .singleElement()
                .asString()
                .contains("its source moved it to Tue 2026-09-08", "no single source makes a last day to sue later");

        firm.load(row("limitation", "2026-09-08", ""));
        assertStands();
        firm.load(row("limitation", "2026-10-13", ""));
        assertStands();
        firm.load(row("limitation", "", "waiting"));
        assertStands();

        firm.load(row("limitation", "2026-07-06", ""));
        assertThat(firm.entry("1").when().date()).as("earlier at once").contains(LocalDate.of(2026, 7, 6));
    }

    @Test
    void thatAgreesAgainSettlesWhatIsAsked() {
        firm.load(row("limitation", "2026-09-08", ""));
        firm.load(row("limitation", "2026-08-03", ""));
        assertThat(firm.entry("1").when().date()).contains(LAST_DAY);
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void doesNotEndItNorCallItSomethingElse() {
        for (String status : List.of("cancelled", "done", "waived", "superseded", "stayed")) {
            firm.load(row("limitation", "2026-08-03", status));
            assertStands();
        }
        firm.load(row("task", "2026-09-08", "cancelled"));
        assertStands();
        assertThat(firm.questions().getFirst().sentence())
                .contains("its source says task", "its source says cancelled", "its source moved it");
    }

    @Test
    void doesNotDropIt() {
        firm.load(
                LoadOptions.by("rdiaz").completely(),
                row("limitation", "2026-09-08", "").replace("1,H", "2,H"));
        assertThat(firm.entry("1").when().date()).contains(LAST_DAY);
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.codes()).contains("missing");
    }

    @Test
    void noCalendarDoesEither() {
        String calendar = """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                UID:sol\r
                DTSTART;VALUE=DATE:20260914\r
                CATEGORIES:limitation\r
                SUMMARY:[H-2291] Last day to sue Cray Inc.\r
                END:VEVENT\r
                END:VCALENDAR\r
                """;
        firm.loadText(LoadOptions.by("rdiaz"), "sol.ics", calendar);
        firm.loadText(LoadOptions.by("rdiaz"), "sol.ics", calendar.replace("20260914", "20261013"));
        assertThat(firm.entry("sol").when().date()).contains(LocalDate.of(2026, 9, 14));
        firm.loadText(LoadOptions.by("rdiaz"), "sol.ics", calendar.replace("SUMMARY", "STATUS:CANCELLED\r\nSUMMARY"));
        assertThat(firm.entry("sol").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.questions())
                .filteredOn(
                        question -> question.entry().equals(firm.entry("sol").id()))
                .extracting(Question::sentence)
                .anySatisfy(sentence -> assertThat(sentence).contains("its source says cancelled"));
    }

    @Test
    void twoPeopleCancelIt() {
        firm.load(row("limitation", "2026-08-03", "cancelled"));
        firm.acts.apply(new Act.Cancel(firm.entry("1").id()), new Signature(Samples.RDIAZ, Optional.empty()));
        assertStands();
        firm.acts.apply(new Act.Cancel(firm.entry("1").id()), new Signature(Samples.JLIN, Optional.empty()));
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(firm.codes()).isEmpty();
    }

    /** Two people cancelled it, the source wants it after all; what they said then cancels it no second time. */
    @Test
    void whatEndedItOnceIsNoWordForTheNextTime() {
        EntryId id = firm.entry("1").id();
        firm.acts.apply(new Act.Cancel(id), new Signature(Samples.RDIAZ, Optional.empty()));
        firm.acts.apply(new Act.Cancel(id), new Signature(Samples.JLIN, Optional.empty()));
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.CANCELLED);
        firm.load(row("limitation", "2026-09-08", ""));
        firm.load(row("limitation", "2026-08-03", ""));
        assertThat(firm.entry("1").status().reminds()).isTrue();
        firm.acts.apply(new Act.Cancel(id), new Signature(Samples.RDIAZ, Optional.empty()));
        assertThat(firm.entry("1").status().reminds()).isTrue();
    }
}
