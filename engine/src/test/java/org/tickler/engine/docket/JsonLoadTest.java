package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.TestDatabase;

class JsonLoadTest {
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
    void aListOfObjectsIsADocketWithTheNamesOfTheColumns() {
        LoadReport report = firm.loadText(BY_CLERK, "docket.json", """
                [
                  {"id": 1, "matter": "H-2291", "kind": "hearing", "title": "Motion hearing", "date": "2026-03-12",
                   "time": "09:30", "owner": "jlin", "notes": null},
                  {"id": "2", "matter": "H-2291", "kind": "filing", "title": "Brief", "date": "Fri 2026-03-20"}
                ]
                """);
        assertThat(report.count(Sort.NEW)).isEqualTo(2);
        assertThat(report.count(Sort.REJECTED)).isZero();
        assertThat(firm.entry("2").when().date()).contains(LocalDate.of(2026, 3, 20));
    }

    @Test
    void theSameRowsAsCsvChangeNothing() {
        firm.load("1,H-2291,filing,Brief,2026-03-20,,jlin,");
        LoadReport report = firm.loadText(BY_CLERK, "docket.json", """
                [{"id": "1", "matter": "H-2291", "kind": "filing", "title": "Brief", "date": "2026-03-20", "owner": "jlin"}]""");
        assertThat(report.count(Sort.SAME)).isEqualTo(1);
    }

    @Test
    void aBadObjectNamesItsLineAndStopsNoOther() {
        LoadReport report = firm.loadText(BY_CLERK, "docket.json", """
                [
                  {"id": "1", "matter": "H-2291", "kind": "filing", "date": "2026-03-20"},
                  {"id": "2", "matter": {"id": "H-2291"}, "kind": "filing", "title": "Brief", "date": "2026-03-20"},
                  "three",
                  {"id": "4", "id": "5", "matter": "H-2291", "kind": "filing", "title": "Brief", "date": "2026-03-20"},
                  {"id": "6", "mater": "H-2291", "matter": "H-2291", "kind": "filing", "title": "Reply", "date": "2026-03-27"}
                ]
                """);
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(report.items(Sort.REJECTED).stream().map(Item::text))
                .containsExactlyInAnyOrder(
                        "docket.json:2: title is missing",
                        "docket.json:3: matter holds a list or an object; expected a text",
                        "docket.json:4: expected an object with matter, kind, title and date, found three",
                        "docket.json:5: id stands twice");
        assertThat(report.items(Sort.NOTE).stream().map(Item::text))
                .containsExactly("docket.json:6: the key \"mater\" is not read; did you mean \"matter\"?");
    }

    @Test
    void pastAFaultOfItsSyntaxNothingIsReadAndWhatStoodBeforeIs() {
        LoadReport report = firm.loadText(BY_CLERK, "docket.json", """
                [
                  {"id": "1", "matter": "H-2291", "kind": "filing", "title": "Brief", "date": "2026-03-20"},
                  {"id": "2", "matter": "H-2291" "kind": "filing"}
                ]
                """);
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(report.items(Sort.REJECTED))
                .singleElement()
                .satisfies(item -> assertThat(item.text()).startsWith("docket.json:3: from here on this is not JSON"));
    }

    @Test
    void ofLinesOfJsonABadOneStopsNoOther() {
        LoadReport report = firm.loadText(BY_CLERK, "docket.jsonl", """
                {"id": "1", "matter": "H-2291", "kind": "filing", "title": "Brief", "date": "2026-03-20"}
                {"id": "2", "matter": "H-2291", "kind": }

                {"id": "3", "matter": "H-2291", "kind": "filing", "title": "Reply", "date": "2026-03-27"}""");
        assertThat(report.count(Sort.NEW)).isEqualTo(2);
        assertThat(report.items(Sort.REJECTED))
                .singleElement()
                .satisfies(item -> assertThat(item.text()).startsWith("docket.jsonl:2: this line is not JSON"));
    }

    @Test
    void aMappingNamesTheKeysOfAnotherProgram() {
        Mapping mapping = new Mapping(
                "clio",
                Optional.empty(),
                Map.of("id", "entry_id", "matter", "matter_number", "title", "summary", "date", "start"),
                new Mapping.Layout(new DateForm("MM/dd/yyyy h:mm a", "h:mm a"), Optional.empty()),
                Map.of("kind", "deposition"),
                Map.of(),
                List.of(),
                false);
        LoadReport report = firm.loadText(BY_CLERK.with(mapping), "export.json", """
                {"entry_id": 88, "matter_number": "H-2291", "summary": "Deposition of Roe", "start": "03/18/2026 2:00 PM"}""");
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(DateWords.of(firm.entry("clio", "88").when())).isEqualTo("Wed 2026-03-18 14:00 (America/New_York)");
    }

    @Test
    void hostileJsonIsRefusedInASentence() {
        assertThat(only(firm.loadText(BY_CLERK, "deep.json", "[".repeat(100_000))))
                .contains("nesting depth");
        assertThat(only(firm.loadText(BY_CLERK, "empty.json", ""))).contains("the file is empty");
        StringBuilder keys = new StringBuilder("{\"a0\": 1");
        for (int at = 1; at < 10_000; at++) {
            keys.append(", \"a").append(at).append("\": 1");
        }
        assertThat(only(firm.loadText(BY_CLERK, "wide.json", keys + "}"))).contains("more than 200 keys");
        assertThat(only(firm.loadText(BY_CLERK, "long.jsonl", "x".repeat(1_500_000))))
                .contains("more than 1000000 characters");
    }

    private static String only(LoadReport report) {
        assertThat(report.items(Sort.REJECTED)).hasSize(1);
        return report.items(Sort.REJECTED).getFirst().sentence();
    }
}
