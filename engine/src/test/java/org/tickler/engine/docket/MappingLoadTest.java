package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.text.Words;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.docket.Mapping.DatedColumn;
import org.tickler.engine.docket.Mapping.Layout;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.MatterId;

/** Exports in the manner of the programs that law firms use, read by mappings. */
class MappingLoadTest {
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
    void readsAnExportInTheMannerOfClio() {
        Mapping clio = mapping(
                "clio",
                new DateForm("MM/dd/yyyy h:mm a", "h:mm a"),
                Map.of(
                        "id",
                        "Event ID",
                        "matter",
                        "Matter Number",
                        "kind",
                        "Type",
                        "title",
                        "Subject",
                        "date",
                        "Start"),
                Map.of("kind", Map.of("Court Appearance", "hearing", "Depo", "deposition")));
        LoadReport report = load(clio, """
                "Event ID","Matter Number","Type","Subject","Start","Location","Attendees"
                "9001","H-2291","Court Appearance","Motion to compel","03/12/2026 9:30 AM","Courtroom 14C","J. Lin; R. Diaz"
                "9002","H-2291","Depo","Deposition of J. Roe","03/18/2026 2:00 PM","Room 3","J. Lin"
                "9003","H-2291","Depo","Deposition of M. Poe","18/03/2026 2:00 PM","Room 3","J. Lin"
                """);
        assertThat(entries())
                .containsExactly(
                        "9001 hearing Motion to compel: Thu 2026-03-12 09:30 (America/New_York)",
                        "9002 deposition Deposition of J. Roe: Wed 2026-03-18 14:00 (America/New_York)");
        assertThat(report.source()).isEqualTo("clio");
        assertThat(texts(report, Sort.REJECTED))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith(
                                "export.csv:4: date: \"18/03/2026 2:00 PM\" is no date in the form MM/dd/yyyy h:mm a")
                        .contains("03/10/2026 9:30 AM"));
        assertThat(texts(report, Sort.NOTE)).containsExactly("export.csv:1: the column \"Attendees\" is not read");
    }

    @Test
    void readsAnExportInTheMannerOfMyCase() {
        Mapping mycase = mapping(
                "mycase",
                new DateForm("yyyy-MM-dd", "H:mm"),
                Map.of(
                        "id", "Event Id",
                        "matter", "Case Number",
                        "title", "Event Name",
                        "date", "Start Date",
                        "time", "Start Time",
                        "ends", "End Time",
                        "notes", "Description"),
                Map.of());
        Mapping fixed = new Mapping(
                mycase.name(),
                mycase.files(),
                mycase.columns(),
                new Layout(mycase.layout().dates(), Optional.of(';')),
                Map.of("kind", "meeting"),
                Map.of(),
                List.of(),
                false);
        load(fixed, """
                \uFEFFEvent Id;Case Number;Event Name;Start Date;Start Time;End Time;Description
                E-1;H-2291;Client meeting;2026-03-10;9:00;10:15;"Bring the ledger;
                and the lease"
                """);
        assertThat(entries())
                .containsExactly("E-1 meeting Client meeting: Tue 2026-03-10 09:00-10:15 (America/New_York)");
        assertThat(firm.entry("mycase", "E-1").details().notes()).contains("Bring the ledger;\nand the lease");
    }

    @Test
    void readsAnExportInTheMannerOfOutlook() {
        Mapping outlook = mapping(
                "outlook",
                new DateForm("M/d/yyyy", "h:mm:ss a"),
                Map.of(
                        "matter", "Categories",
                        "title", "Subject",
                        "date", "Start Date",
                        "time", "Start Time",
                        "ends", "End Time",
                        "notes", "Description"),
                Map.of());
        Mapping hearings = new Mapping(
                outlook.name(),
                outlook.files(),
                outlook.columns(),
                outlook.layout(),
                Map.of("kind", "hearing"),
                Map.of(),
                List.of(),
                false);
        String export = """
                "Subject","Start Date","Start Time","End Date","End Time","All day event","Categories","Description","Location"
                "Motion to compel","3/12/2026","9:30:00 AM","3/12/2026","10:30:00 AM","False","H-2291","","Courtroom 14C"
                """;
        load(hearings, export);
        assertThat(entries())
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .endsWith("hearing Motion to compel: Thu 2026-03-12 09:30-10:30 (America/New_York)"));
        LoadReport moved = load(hearings, export.replace("3/12/2026", "3/19/2026"));
        assertThat(moved.count(Sort.CHANGED)).isEqualTo(1);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void readsAWideSheetARowAMatterAColumnADate() {
        LoadReport report = load(wide(true), """
                File No.,Client,Limitation,Trial,Closed
                H-2291,Acme,11/30/2026,6/1/2026,
                H-2300,Baker,,soon,
                ,Nobody,3/2/2026,,
                """);
        assertThat(entries())
                .containsExactly(
                        "H-2291 / Limitation limitation Limitation runs out: Mon 2026-11-30",
                        "H-2291 / Trial trial Trial: Mon 2026-06-01");
        assertThat(texts(report, Sort.REJECTED))
                .anySatisfy(line -> assertThat(line).startsWith("export.csv:3: date: \"soon\" is no date"))
                .anySatisfy(line -> assertThat(line).startsWith("export.csv:4: matter is missing"))
                .hasSize(2);
        LoadReport again = load(wide(true), """
                File No.,Client,Limitation,Trial
                H-2291,Acme,11/30/2026,6/8/2026
                """);
        assertThat(again.count(Sort.CHANGED)).isEqualTo(1);
        assertThat(again.count(Sort.SAME)).isEqualTo(1);
    }

    @Test
    void makesAMatterThatIsNotKnownOnlyWhereTheMappingSaysSo() {
        String sheet = "File No.,Limitation,Trial\nH-9000,11/30/2026,\n";
        assertThat(load(wide(false), sheet).count(Sort.REJECTED)).isEqualTo(1);
        LoadReport made = load(wide(true), sheet);
        assertThat(made.count(Sort.NEW)).isEqualTo(1);
        assertThat(texts(made, Sort.NOTE))
                .anySatisfy(line -> assertThat(line).contains("the matter H-9000 was made; it needs a team"));
        List<MatterId> onFile = firm.firm.database().withHandle(MatterStore::ids);
        assertThat(onFile).contains(new MatterId("H-9000"));
    }

    @Test
    void saysWhichColumnsOfTheMappingTheFileLacks() {
        LoadReport report = load(wide(false), "File No,Limitations\nH-2291,11/30/2026\n");
        assertThat(report.count(Sort.NEW)).isZero();
        assertThat(texts(report, Sort.REJECTED))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("export.csv:1: expected a header")
                        .contains("matter"));
    }

    private LoadReport load(Mapping mapping, String text) {
        return firm.loadText(BY_CLERK.with(mapping), "export.csv", text);
    }

    private static Mapping wide(boolean createMatters) {
        return new Mapping(
                "limitations",
                Optional.empty(),
                Map.of("matter", "File No."),
                new Layout(new DateForm("M/d/yyyy", "h:mm a"), Optional.empty()),
                Map.of(),
                Map.of(),
                List.of(
                        new DatedColumn("Limitation", EntryKind.LIMITATION, "Limitation runs out", Optional.empty()),
                        new DatedColumn("Trial", EntryKind.TRIAL, "Trial", Optional.empty())),
                createMatters);
    }

    private static Mapping mapping(
            String name, DateForm dates, Map<String, String> columns, Map<String, Map<String, String>> words) {
        return new Mapping(
                name,
                Optional.empty(),
                columns,
                new Layout(dates, Optional.empty()),
                Map.of(),
                words,
                List.of(),
                false);
    }

    private static List<String> texts(LoadReport report, Sort sort) {
        return report.items(sort).stream().map(Item::text).toList();
    }

    private List<String> entries() {
        return firm.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered)
                .map(MappingLoadTest::line)
                .sorted()
                .toList();
    }

    private static String line(Entry entry) {
        return ((Origin.Entered) entry.origin()).id() + " " + Words.of(entry.kind()) + " " + entry.title() + ": "
                + DateWords.of(entry.when());
    }
}
