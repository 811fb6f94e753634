package org.tickler.rules.lang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.CalendarProblem;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.holiday.Observance;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.Words;
import org.tickler.rules.sample.Slips;

/** The published schema of calendar files takes what the reader takes, and refuses what it can know to be wrong. */
class CalendarSchemaTest {
    private static final List<String> TEXTS = List.of("", "yes", "Zz z", "2027-02-03", "16:30");

    /** What depends on other files, or on two places of the file at once. */
    private static final Set<ProblemCode> BEYOND_A_SCHEMA = Set.of(
            TextProblem.UNKNOWN_ZONE,
            CalendarProblem.DUPLICATE_CALENDAR,
            CalendarProblem.UNKNOWN_CALENDAR,
            CalendarProblem.CALENDAR_CYCLE,
            CalendarProblem.UNKNOWN_OBSERVANCE,
            CalendarProblem.BAD_COVERAGE);

    private static final String DEFINITION = """
            {calendar: mine, title: Mine, over: us-federal, state: us-nysd, zone: America/New_York,
             coverage: {from: 1999-01-01, to: 2030-12-31, checked: 2026-11-26},
             closing-hour: {at: "16:30", authority: Rule 1}, filing-hour: {at: midnight, authority: Rule 2},
             observed: [{when: sunday-to-monday-after, authority: Code 1, from: 2000-01-01, to: 2030-01-01},
               {when: weekend-to-next-open-weekday, authority: Code 1}],
             opens: [{name: A, on: July 4, authority: Order 1, from: 2027-01-01, to: 2028-01-01}],
             closures: [{name: B, on: [June 1, 2 days before Easter], kind: state-holiday, authority: Code 2,
               from: 2027-01-01, to: 2028-01-01, observed: [sunday-to-monday-after]}]}
            """;
    private static final String AMENDMENT = """
            {amends: us-nysd, observed: {when: saturday-to-monday-after, authority: Code 1},
             opens: {on: July 4, authority: Order 1}, closures: {name: A, on: 2027-01-28, kind: holiday, authority: x}}
            """;

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(CalendarSchemaTest.class.getResourceAsStream("/schema/calendar.json"));

    static Stream<SourceText> shipped() {
        return ShippedCourts.sources().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void takesTheShippedCourts(SourceText file) {
        assertThat(SCHEMA.validate(Slips.json(file.text()))).as(file.file()).isEmpty();
    }

    @Test
    void takesEveryKindAndEveryObservance() {
        assertThat(SCHEMA.getSchemaNode().at("/definitions/closure/properties/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Words.all(ClosureKind.class));
        assertThat(SCHEMA.getSchemaNode().at("/definitions/when/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Words.all(Observance.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {DEFINITION, AMENDMENT})
    void agreesWithTheReaderOnEverySlip(String file) {
        JsonNode whole = Slips.json(file);
        List<JsonNode> slips = new ArrayList<>(List.of(whole));
        Slips.each(whole, TEXTS, slips::add);

        assertThat(problems(file)).isEmpty();
        slips.forEach(CalendarSchemaTest::agree);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Easter",
                "easter",
                "2 days before Easter",
                "0 days before Easter",
                "1 day after 4th Thursday of November",
                "365 days after Easter",
                "366 days after Easter",
                "1000 days after Easter",
                "1 day after 1 day after Easter",
                "Monday before May 25",
                "Monday on or before May 25",
                "Monday on before May 25",
                "Mon before May 25",
                "Tuesday after November 1",
                "1 day after 2027-01-28",
                "July 4",
                "July 04",
                "July 40",
                "6th Monday of May",
            })
    void agreesWithTheReaderOnDays(String day) {
        ObjectNode file = (ObjectNode) Slips.json(AMENDMENT);
        ((ObjectNode) file.get("opens")).put("on", day);

        agree(file);
        assertThat(SCHEMA.validate(file).isEmpty())
                .as(day)
                .isEqualTo(problems(file.toString()).isEmpty());
    }

    private static void agree(JsonNode json) {
        boolean taken = SCHEMA.validate(json).isEmpty();
        Set<ProblemCode> problems = problems(json.toString());
        if (problems.isEmpty()) {
            assertThat(taken).as("the reader takes:%n%s", json).isTrue();
        } else if (taken) {
            assertThat(BEYOND_A_SCHEMA).as("the schema takes:%n%s", json).containsAll(problems);
        }
    }

    private static Set<ProblemCode> problems(String file) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        sources.add(new SourceText("calendars/mine.yaml", file));
        Problems problems = new Problems();
        CalendarReader.book(sources, problems);
        return problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .collect(Collectors.toSet());
    }
}
