package org.tickler.calendars.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {

    private enum Sea {
        NORTH_SEA,
        BALTIC
    }

    private enum OwnCode implements ProblemCode {
        BAD_COLOUR;

        @Override
        public String code() {
            return "bad-colour";
        }
    }

    private final Problems problems = new Problems();

    private Fields fields(String yaml) {
        return Fields.of(
                YamlReader.read(new SourceText("f.yaml", yaml), problems).orElseThrow(), problems);
    }

    private List<String> printed() {
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @Test
    void readsEachTypeFromWhatWasTyped() {
        Fields fields = fields("""
                phone: +15551234567
                count: 010
                answer: no
                on: 2026-03-27
                at: 17:00
                early: 9:05
                zone: America/New_York
                sea: north-sea
                """);

        assertThat(fields.text("phone")).isEqualTo("+15551234567");
        assertThat(fields.integer("count")).contains(10);
        assertThat(fields.bool("answer")).contains(false);
        assertThat(fields.date("on")).contains(LocalDate.of(2026, 3, 27));
        assertThat(fields.time("at")).contains(LocalTime.of(17, 0));
        assertThat(fields.time("early")).contains(LocalTime.of(9, 5));
        assertThat(fields.zone("zone")).contains(ZoneId.of("America/New_York"));
        assertThat(fields.oneOf("sea", Sea.class)).contains(Sea.NORTH_SEA);
        assertThat(fields.finish()).isTrue();
        assertThat(printed()).isEmpty();
    }

    @Test
    void namesEveryMissingKeyAndStaysUsable() {
        Fields fields = fields("a: 1\n");

        assertThat(fields.text("id")).isEmpty();
        assertThat(fields.date("from")).isEmpty();
        assertThat(fields.findText("title")).isEmpty();
        assertThat(fields.findText("a")).contains("1");
        fields.need("rungs");
        assertThat(fields.finish()).isFalse();
        assertThat(printed())
                .containsExactly(
                        "f.yaml:1:1: error[missing-key]: \"id\" is missing here; add the line \"id: ...\"",
                        "f.yaml:1:1: error[missing-key]: \"from\" is missing here; add the line \"from: ...\"",
                        "f.yaml:1:1: error[missing-key]: \"rungs\" is missing here; add the line \"rungs: ...\"");
    }

    @Test
    void namesUnknownKeysWithTheNearestThatIsStillFree() {
        Fields fields = fields("tilte: x\nbananas: y\nid: z\n");
        fields.findText("title");
        fields.findText("id");

        assertThat(fields.finish()).isFalse();
        assertThat(printed())
                .containsExactly(
                        "f.yaml:1:1: error[unknown-key]: no key is called \"tilte\" here; did you mean \"title\"?",
                        "f.yaml:2:1: error[unknown-key]: no key is called \"bananas\" here; expected one of title, id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "on: 2026-02-30      | on: cannot read \"2026-02-30\"; expected something like 2026-03-27",
                "on: 3/27/2026       | on: cannot read \"3/27/2026\": not a date; expected something like 2026-03-27",
                "on: 2026-3-27       | on: cannot read \"2026-3-27\": not a date; expected something like 2026-03-27",
                "on: [2026-03-27]    | on: expected a single value, found a list",
                "on: {a: b}          | on: expected a single value, found a map of keys and values",
                "on:                 | on: nothing is given; add a value or take the key out",
                "on: ' '             | on: nothing is given; add a value or take the key out",
            })
    void saysWhatAWrongDateShouldLookLike(String yaml, String sentence) {
        Fields fields = fields(yaml);

        assertThat(fields.findDate("on")).isEmpty();
        assertThat(fields.finish()).isFalse();
        assertThat(problems.sorted()).extracting(Problem::sentence).containsExactly(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9", "0900", "9:5", "09:00:00", "9am", "-1:00", "12:60"})
    void refusesTimesThatAreNone(String typed) {
        Fields fields = fields("at: '" + typed + "'");

        assertThat(fields.findTime("at")).isEmpty();
        assertThat(printed())
                .singleElement()
                .asString()
                .startsWith("f.yaml:1:5: error[bad-value]")
                .endsWith("\"09:00\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "ten", "0x10", "1_000", "12345678901", "+5", "--1", "1 day"})
    void refusesNumbersThatAreNotWhole(String typed) {
        assertThat(fields("n: " + typed).findInteger("n")).isEmpty();
        assertThat(problems.hasErrors()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "no,false", "true,true", "false,false"})
    void readsFourWordsAsYesOrNo(String typed, boolean meant) {
        assertThat(fields("a: " + typed).bool("a")).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "off", "YES", "1", "y"})
    void refusesOtherWordsForYesOrNo(String typed) {
        assertThat(fields("a: " + typed).findBool("a")).isEmpty();
        assertThat(printed()).singleElement().asString().contains("expected one of yes, no, true, false");
    }

    @ParameterizedTest
    @CsvSource({
        "America/New_Yrok,America/New_York",
        "New York,America/New_York",
        "new_york,America/New_York",
        "america/chicago,America/Chicago",
        "Europe/Lodnon,Europe/London"
    })
    void suggestsTheZoneThatWasMeant(String typed, String meant) {
        assertThat(fields("zone: " + typed).findZone("zone")).isEmpty();
        assertThat(printed())
                .singleElement()
                .asString()
                .startsWith("f.yaml:1:7: error[unknown-zone]")
                .endsWith("did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EST", "GMT+2", "+02:00", "Etc/GMT+5", "Z", "Middle-earth/Shire"})
    void refusesZonesThatDoNotFollowClockChanges(String typed) {
        assertThat(fields("zone: " + typed).findZone("zone")).isEmpty();
        assertThat(printed()).singleElement().asString().contains("error[unknown-zone]", "America/New_York");
    }

    @Test
    void suggestsTheNearestWordOfAClosedSet() {
        assertThat(fields("sea: blatic").findOneOf("sea", Sea.class)).isEmpty();
        assertThat(printed())
                .containsExactly("f.yaml:1:6: error[bad-value]: sea: expected one of north-sea, baltic;"
                        + " found \"blatic\"; did you mean \"baltic\"?");
    }

    @Test
    void readsOneValueOrAListAlike() {
        assertThat(fields("to: rdiaz").texts("to")).containsExactly("rdiaz");
        assertThat(fields("to: [rdiaz, jlin]").texts("to")).containsExactly("rdiaz", "jlin");
        assertThat(fields("to:\n  - rdiaz\n").texts("to")).containsExactly("rdiaz");
        assertThat(fields("to: []").texts("to")).isEmpty();
        assertThat(fields("to:").texts("to")).isEmpty();
        assertThat(fields("a: b").texts("to")).isEmpty();
    }

    @Test
    void namesEveryWrongItemOfAListAtItsPlace() {
        Fields fields = fields("days:\n  - 2026-01-01\n  - tomorrow\n  - {a: b}\n  -\n");

        assertThat(fields.list("days", LocalDate::parse, TextProblem.BAD_VALUE, "2026-03-27"))
                .containsExactly(LocalDate.of(2026, 1, 1));
        assertThat(problems.sorted()).extracting(problem -> problem.at().line()).containsExactly(3, 4, 5);
        assertThat(fields.finish()).isFalse();
    }

    @Test
    void readsOneMapOrAListOfMapsAlike() {
        assertThat(fields("leave: {from: a}").maps("leave")).hasSize(1);
        assertThat(fields("leave: [{from: a}, {from: b}]").maps("leave"))
                .extracting(leave -> leave.text("from"))
                .containsExactly("a", "b");
    }

    @Test
    void anErrorInsideFailsEverythingAroundItButNotItsNeighbour() {
        Fields fields = fields("rungs:\n  - {at: 1}\n  - {ta: 1}\n");
        List<Fields> rungs = fields.maps("rungs");
        rungs.forEach(rung -> rung.text("at"));

        assertThat(rungs.get(0).finish()).isTrue();
        assertThat(rungs.get(1).finish()).isFalse();
        assertThat(fields.finish()).isFalse();
    }

    @Test
    void complainsOnceAboutATextWhereAMapIsWanted() {
        Fields fields = fields("mail: smtp.firm.example\n");
        Fields mail = fields.map("mail");

        assertThat(mail.text("host")).isEmpty();
        assertThat(mail.integer("port")).isEmpty();
        assertThat(mail.finish()).isFalse();
        assertThat(fields.finish()).isFalse();
        assertThat(printed())
                .containsExactly("f.yaml:1:7: error[wrong-type]: expected a map of keys and values (key: value),"
                        + " found \"smtp.firm.example\"");
    }

    @Test
    void complainsOnceAboutAMapThatIsMissing() {
        Fields mail = fields("a: 1").map("mail");

        assertThat(mail.text("host")).isEmpty();
        assertThat(printed()).singleElement().asString().contains("\"mail\" is missing");
    }

    @Test
    void takesAnEmptyFileForAnEmptyMap() {
        Fields fields = fields("# nothing yet\n");

        assertThat(fields.findText("firm")).isEmpty();
        assertThat(fields.finish()).isTrue();
    }

    @Test
    void complainsAboutAListWhereTheFileShouldBeAMap() {
        assertThat(fields("- a\n").finish()).isFalse();
        assertThat(printed()).singleElement().asString().contains("error[wrong-type]", "found a list");
    }

    @Test
    void readsWithTheCallersParserAndCode() {
        Fields fields = fields("colour: ultra\n  round");

        assertThat(fields.read("colour", FieldsTest::colour, OwnCode.BAD_COLOUR, "red"))
                .isEmpty();
        assertThat(printed())
                .containsExactly("f.yaml:1:9: error[bad-colour]: colour: cannot read \"ultra round\":"
                        + " not a colour; expected something like red");
    }

    private static String colour(String text) {
        if (!text.toLowerCase(Locale.ROOT).equals("red")) {
            throw new IllegalArgumentException("not a colour");
        }
        return text;
    }

    @Test
    void recordsTheCallersOwnErrorsAndWarnings() {
        Fields fields = fields("a: 1\nb: 2\n");
        fields.has("a");
        fields.warning("b", OwnCode.BAD_COLOUR, "looks odd");
        assertThat(fields.node("b")).isPresent();
        assertThat(fields.finish()).isTrue();

        fields.error("a", OwnCode.BAD_COLOUR, "is wrong");
        assertThat(fields.finish()).isFalse();
        assertThat(printed())
                .containsExactly(
                        "f.yaml:1:4: error[bad-colour]: is wrong", "f.yaml:2:4: warning[bad-colour]: looks odd");
    }

    @Test
    void handsOutKeysThatAreNames() {
        Fields team = fields("team: {lead-attorney: jlin, client: acme}").map("team");

        assertThat(team.keys()).extracting(TextNode::value).containsExactly("lead-attorney", "client");
        team.keys().forEach(role -> team.texts(role.value()));
        assertThat(team.finish()).isTrue();
    }

    @Test
    void needsAListToHoldSomething() {
        Fields fields = fields("on: []\nto:\nby: email\n");
        List.of("on", "to", "by").forEach(fields::need);

        assertThat(printed())
                .containsExactly(
                        "f.yaml:1:5: error[empty-value]: on: nothing is given; add at least one value",
                        "f.yaml:2:4: error[empty-value]: to: nothing is given; add at least one value");
    }
}
