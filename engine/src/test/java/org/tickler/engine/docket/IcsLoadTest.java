package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.text.Words;
import org.tickler.engine.Samples;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;

/** Calendars as Outlook, Google and Apple export them. */
class IcsLoadTest {
    private static final LoadOptions BY_CLERK = LoadOptions.by("rdiaz");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
    }

    @Test
    void loadsWhatOutlookExports() {
        LoadReport report = load("outlook.ics");
        assertThat(entries())
                .containsExactly(
                        "hearing OPEN [EXTERNAL] Motion to compel – Acme v. Bolt: Thu 2026-03-12 09:30-10:30 (America/New_York)",
                        "filing OPEN Opposition brief (filing): Fri 2026-03-20",
                        "meeting OPEN Team meeting: Mon 2026-03-02 09:00-09:30 (America/New_York)",
                        "meeting OPEN Team meeting: Tue 2026-03-17 11:00-11:30 (America/New_York)",
                        "meeting OPEN Team meeting: Mon 2026-03-23 09:00-09:30 (America/New_York)");
        assertThat(report.items(Sort.REJECTED))
                .singleElement()
                .satisfies(item -> assertThat(item.text())
                        .startsWith("outlook.ics:58: \"Lunch\" names no matter")
                        .contains("[H-2291]"));
    }

    @Test
    void loadsWhatGoogleExportsWithWhatIsCancelled() {
        load("google.ics");
        assertThat(entries())
                .containsExactly(
                        "deposition OPEN Deposition of J. Roe: Thu 2026-03-19 15:00-16:00 (America/New_York)",
                        "other CANCELLED Expert reports due: Fri 2026-04-03",
                        "meeting OPEN Meeting with client: Mon 2026-03-02 15:00-15:45 (America/New_York)",
                        "meeting CANCELLED Meeting with client: Mon 2026-03-09 15:00-15:45 (America/New_York)",
                        "meeting OPEN Meeting with client: Mon 2026-03-16 15:00-15:45 (America/New_York)",
                        "meeting OPEN Meeting with client: Mon 2026-03-23 15:00-15:45 (America/New_York)");
    }

    @Test
    void loadsWhatAppleExportsInItsOwnZonesAndOverSeveralDays() {
        load("apple.ics");
        assertThat(entries())
                .containsExactly(
                        "mediation OPEN Mediation in Los Angeles: Wed 2026-03-18 09:30-10:30 (America/Los_Angeles)",
                        "trial OPEN Acme v. Bolt: Mon 2026-06-01",
                        "meeting OPEN Meeting with the expert: Fri 2026-03-20 08:00-08:45 (America/New_York)");
        assertThat(loaded().get(1).details().notes()).contains("Until Wed 2026-06-03.");
    }

    @Test
    void loadedTwiceChangesNothing() {
        load("google.ics");
        LoadReport again = load("google.ics");
        assertThat(again.count(Sort.SAME)).isEqualTo(6);
        assertThat(again.count(Sort.NEW) + again.count(Sort.CHANGED) + again.count(Sort.MISSING))
                .isZero();
    }

    @Test
    void anInstanceThatAPersonMovedStaysWhereTheSeriesDoesNotChange() {
        load("google.ics");
        Entry second = loaded().get(4);
        firm.acts.apply(
                new Act.Move(second.id(), NewDate.of(DateGiven.on(LocalDate.of(2026, 3, 18)))),
                Signature.of(Samples.RDIAZ, "client asked"));
        load("google.ics");
        assertThat(firm.firm.entry(second.id()).when().date()).contains(LocalDate.of(2026, 3, 18));
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void anInstanceThatTheSourceCancelsIsCancelledAndItsRemindersGo() {
        String text = text("google.ics");
        firm.loadText(BY_CLERK, "google.ics", text.replace("STATUS:CANCELLED\r\n", ""));
        assertThat(loaded().get(3).status()).isEqualTo(EntryStatus.OPEN);
        load("google.ics");
        assertThat(loaded().get(3).status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(loaded().get(3).revision().number()).isEqualTo(2);
    }

    @Test
    void aMappingFixesTheMatterAndSaysWhatCategoriesMean() {
        Mapping court = new Mapping(
                "court-calendar",
                Optional.empty(),
                Map.of(),
                Mapping.Layout.USUAL,
                Map.of("matter", "H-2291"),
                Map.of("kind", Map.of("Court", "hearing")),
                List.of(),
                false);
        LoadReport report = firm.loadText(BY_CLERK.with(court), "court.ics", """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                UID:1\r
                DTSTART;VALUE=DATE:20260312\r
                CATEGORIES:Court\r
                SUMMARY:Acme\r
                END:VEVENT\r
                END:VCALENDAR\r
                """);
        assertThat(report.source()).isEqualTo("court-calendar");
        assertThat(entries()).containsExactly("hearing OPEN Acme: Thu 2026-03-12");
    }

    @Test
    void aHostileFileIsBoundedAndSaidInTheReport() {
        String endless = """
                BEGIN:VCALENDAR\r
                VERSION:2.0\r
                BEGIN:VEVENT\r
                UID:endless\r
                DTSTART:20260302T090000Z\r
                RRULE:FREQ=SECONDLY\r
                SUMMARY:[H-2291] Meeting\r
                END:VEVENT\r
                END:VCALENDAR\r
                """;
        LoadReport report = firm.loadText(BY_CLERK, "endless.ics", endless);
        assertThat(report.count(Sort.NEW)).isLessThanOrEqualTo(1500);
        assertThat(report.items(Sort.REJECTED).size() + report.items(Sort.NOTE).size())
                .isPositive();
        LoadReport nested = firm.loadText(BY_CLERK, "nested.ics", "BEGIN:VEVENT\r\n".repeat(30_000));
        assertThat(nested.count(Sort.REJECTED)).isPositive();
        LoadReport zipped = firm.loadText(BY_CLERK, "zipped.ics", "PK\u0003\u0004");
        assertThat(zipped.items(Sort.REJECTED))
                .singleElement()
                .satisfies(item -> assertThat(item.sentence()).contains("compressed"));
    }

    private LoadReport load(String name) {
        return firm.loadText(BY_CLERK, name, text(name));
    }

    private static String text(String name) {
        try (InputStream in = IcsLoadTest.class.getResourceAsStream("/load/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What was loaded, in the order of the events' ids. */
    private List<Entry> loaded() {
        return firm.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered)
                .sorted(java.util.Comparator.comparing(entry -> ((Origin.Entered) entry.origin()).id()))
                .toList();
    }

    private List<String> entries() {
        return loaded().stream()
                .map(entry -> Words.of(entry.kind()) + " " + entry.status() + " " + entry.title() + ": "
                        + DateWords.of(entry.when()))
                .toList();
    }
}
