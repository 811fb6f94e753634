package org.tickler.calendars.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {

    private final Problems problems = new Problems();

    private Node read(String text) {
        return YamlReader.read(new SourceText("f.yaml", text), problems)
                .orElseThrow(() -> new AssertionError(problems));
    }

    private MapNode map(String text) {
        return (MapNode) read(text);
    }

    private List<String> refused(String text) {
        assertThat(YamlReader.read(new SourceText("f.yaml", text), problems)).isEmpty();
        return problems.sorted().stream().map(Problem::toString).toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no",
                "yes",
                "on",
                "off",
                "y",
                "010",
                "0x1F",
                "1_000",
                "+15551234567",
                "17:00",
                "17:00:00",
                "1e3",
                ".inf",
                "NaN",
                "2026-03-27",
                "2026-03-27T10:00:00Z",
                "1.10",
                "Null",
                "TRUE",
                "12:30:45.5",
                "=",
                "0o17",
                "190:20:30"
            })
    void keepsEveryPlainScalarAsTheTextThatWasTyped(String typed) {
        assertThat(map("key: " + typed).find("key")).contains(new TextNode(new Span("f.yaml", 1, 6), typed, false));
        assertThat(problems.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            value = {"key:", "key: ~", "key: null", "key: # #"})
    void tellsNothingFromText(String line) {
        assertThat(((TextNode) map(line).find("key").orElseThrow()).isNothing()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"key: \"\"", "key: 'null'", "key: \"~\"", "key: Null", "key: nulls"})
    void takesQuotedEmptinessForText(String line) {
        assertThat(((TextNode) map(line).find("key").orElseThrow()).isNothing()).isFalse();
    }

    @Test
    void knowsLineAndColumnOfEveryNode() {
        MapNode root = map("""
                # a comment
                people:
                  - {id: rdiaz, name: "R. Díaz", age: 44}
                  - id: jlin
                """);

        ListNode people = (ListNode) root.find("people").orElseThrow();
        assertThat(people.at()).isEqualTo(new Span("f.yaml", 3, 3));
        MapNode first = (MapNode) people.items().get(0);
        assertThat(first.at()).isEqualTo(new Span("f.yaml", 3, 5));
        assertThat(first.find("age").orElseThrow().at()).isEqualTo(new Span("f.yaml", 3, 39));
        assertThat(((MapNode) people.items().get(1)).find("id").orElseThrow().at())
                .isEqualTo(new Span("f.yaml", 4, 9));
    }

    @Test
    void countsAnAstralCharacterAsOneColumn() {
        assertThat(map("{a: \uD83D\uDE00, b: x}").find("b").orElseThrow().at()).isEqualTo(new Span("f.yaml", 1, 11));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only a comment\n", "---\n", "\uFEFF", "---\n...\n"})
    void readsAnEmptyFileAsNothing(String text) {
        assertThat(((TextNode) read(text)).isNothing()).isTrue();
        assertThat(problems.isEmpty()).isTrue();
    }

    @Test
    void ignoresAByteOrderMarkAndWindowsLineEnds() {
        assertThat(map("\uFEFFa: 1\r\nb: 2\r\n").find("b").orElseThrow().at()).isEqualTo(new Span("f.yaml", 2, 4));
    }

    @Test
    void reportsEveryDuplicateKeyWithBothPlacesAndKeepsTheFirst() {
        MapNode root = map("""
                id: one
                kind: a
                id: two
                list:
                  - {x: 1, "x": 2}
                kind: b
                """);

        assertThat(problems.sorted())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:3:1: error[duplicate-key]: \"id\" stands twice in this map, first at line 1, column 1; keep one",
                        "f.yaml:5:12: error[duplicate-key]: \"x\" stands twice in this map, first at line 5, column 6; keep one",
                        "f.yaml:6:1: error[duplicate-key]: \"kind\" stands twice in this map, first at line 2, column 1; keep one");
        assertThat(((TextNode) root.find("id").orElseThrow()).value()).isEqualTo("one");
    }

    @Test
    void unfoldsAliases() {
        MapNode root = map("a: &hours Mon-Fri\nb: *hours\n");

        assertThat(root.find("b")).isEqualTo(root.find("a"));
    }

    @Test
    void refusesAnAliasToItself() {
        assertThat(refused("a: &x [1, *x]")).singleElement().asString().startsWith("f.yaml:1:11: error[unknown-alias]");
    }

    @Test
    void refusesAnUnknownAlias() {
        assertThat(refused("to: *everybody"))
                .singleElement()
                .asString()
                .contains("error[unknown-alias]", "needs quotes");
    }

    @Test
    void refusesMoreThanFiftyAliases() {
        assertThat(refused("a: &x 1\nb: [" + "*x, ".repeat(51) + "]"))
                .singleElement()
                .asString()
                .contains("[alias-bomb]");
    }

    @Test
    void refusesAFewAliasesThatUnfoldToBillions() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [1, 1]\n");
        for (int level = 1; level <= 24; level++) {
            bomb.append(String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d]%n", level, level, level - 1, level - 1));
        }

        assertThat(refused(bomb.toString())).singleElement().asString().contains("[alias-bomb]");
    }

    @Test
    void refusesDepthThatOnlyAliasesMake() {
        String deep = "[".repeat(30) + "1" + "]".repeat(30);
        assertThat(refused("a: &a " + deep + "\nb: " + "[".repeat(30) + "*a" + "]".repeat(30)))
                .singleElement()
                .asString()
                .contains("[too-deep]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{a: ", "- ", "? "})
    void refusesTwentyThousandLevelsWithoutOverflowing(String opening) {
        assertThat(refused(opening.repeat(20_000))).singleElement().asString().contains("error[");
    }

    @Test
    void readsFiftyLevelsAndRefusesTheNext() {
        read("[".repeat(50) + "]".repeat(50));
        assertThat(refused("[".repeat(51) + "]".repeat(51)))
                .containsExactly("f.yaml:1:51: error[too-deep]: nested more than 50 levels deep; flatten the file");
    }

    @Test
    void refusesAFileOfMoreThanAMegabyte() {
        assertThat(refused("a: b\n".repeat(300_000)))
                .singleElement()
                .asString()
                .startsWith("f.yaml:1:1: error[too-large]: the file has 1500000 characters");
    }

    @Test
    void refusesTagsAndGoesOn() {
        read("a: !!str 010\nb: !!java.io.File [x]\n");

        assertThat(problems.sorted())
                .extracting(problem -> problem.code().code())
                .containsExactly("tag", "tag");
    }

    @Test
    void refusesASecondDocument() {
        assertThat(refused("a: 1\n---\nb: 2\n"))
                .singleElement()
                .asString()
                .startsWith("f.yaml:2:1: error[unsupported]: a second document starts here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"? [a, b]\n: c\n", "{[a]: b}", "a: &m {x: 1}\nb:\n  <<: *m\n"})
    void refusesWhatOtherYamlReadersAllow(String text) {
        assertThat(refused(text)).singleElement().asString().contains("error[unsupported]");
    }

    @Test
    void explainsTabs() {
        assertThat(refused("a:\n\tb: 1\n"))
                .containsExactly(
                        "f.yaml:2:1: error[tab]: a tab stands where YAML wants spaces; indent with spaces only");
    }

    @Test
    void explainsNulAndControlCharactersEachInItsPlace() {
        assertThat(refused("a: x\u0000y\nbc: \u0007\n"))
                .containsExactly(
                        "f.yaml:1:5: error[control-character]: a NUL character U+0000 cannot stand in a text file;"
                                + " delete it, or save the file as UTF-8 text",
                        "f.yaml:2:5: error[control-character]: the control character U+0007 cannot stand in a text file;"
                                + " delete it, or save the file as UTF-8 text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a: \"x\\0y\"", "a: \"\\uD800\"", "a: \"\\u0007\""})
    void refusesControlCharactersMadeByEscapes(String text) {
        YamlReader.read(new SourceText("f.yaml", text), problems);

        assertThat(problems.hasErrors()).isTrue();
    }

    @Test
    void refusesALoneSurrogate() {
        assertThat(refused("a: \uD800\n")).singleElement().asString().contains("error[control-character]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "title: Acme: the case      | 1:12 | needs quotes",
                "a: [1, 2                   | 1:9  | bracket was opened",
                "a: \"open                  | 1:9  | quote was opened",
                "a: @b                      | 1:4  | needs quotes",
                "a: \"\\UFFFFFFFF\"         | 1:   | not readable as YAML",
                "%YAML 3.0                  | 1:1  | not readable as YAML",
            })
    void saysWhereSyntaxEndsAndWhatToDo(String text, String place, String advice) {
        assertThat(refused(text))
                .singleElement()
                .asString()
                .startsWith("f.yaml:" + place)
                .contains("error[syntax]", advice);
    }

    @Test
    void saysThatIndentationDiffers() {
        assertThat(refused("a: 1\n  b: 2\n")).singleElement().asString().contains("error[syntax]");
        assertThat(refused("a:\n    b: 1\n  c: 2\n")).last().asString().contains("indented alike");
    }
}
