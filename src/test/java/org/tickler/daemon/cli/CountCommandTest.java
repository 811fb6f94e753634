package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = """
            {"id": "a", "law": "us-frcp", "trigger": "2027-03-10", "direction": "after", "count": 14, "unit": "days"}
            """.strip();

    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(Map.of());

    private List<JsonNode> count(int exit, String lines) throws IOException {
        return count(exit, lines.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> count(int exit, byte[] lines) throws IOException {
        Path file = Files.write(folder.resolve("lines.jsonl"), lines);
        assertThat(terminal.run("count", file)).as(terminal.err()).isEqualTo(exit);
        assertThat(terminal.err()).isEmpty();
        return terminal.out().lines().map(CountCommandTest::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new IllegalStateException("no JSON: " + line, e);
        }
    }

    private static String with(String key, String value) {
        return GOOD.replaceFirst("\\{", "{\"" + key + "\": " + value + ", ");
    }

    private static String in(String key, String value) {
        return GOOD.replaceFirst("\"" + key + "\": [^,}]+", Matcher.quoteReplacement("\"" + key + "\": " + value));
    }

    private static String code(JsonNode answer) {
        return answer.at("/error/code").asText();
    }

    @Test
    void answersWithTheDateAndItsDerivation() throws IOException {
        JsonNode answer = count(0, GOOD).getFirst();

        assertThat(answer.fieldNames()).toIterable().containsExactly("id", "due", "derivation");
        assertThat(answer.get("id").asText()).isEqualTo("a");
        assertThat(answer.get("due").asText()).isEqualTo("2027-03-24");
        assertThat(answer.get("derivation")).isNotEmpty().allMatch(JsonNode::isTextual);
    }

    @Test
    void givesAllReadingsWhereTheLawHasSeveral() throws IOException {
        // 4 July 2026 is a Saturday; courts keep the Friday, which the rule does not name
        JsonNode answer = count(0, in("trigger", "\"2026-06-19\"")).getFirst();

        assertThat(answer.get("due").asText()).isEqualTo("2026-07-06");
        assertThat(answer.get("readings").toString())
                .isEqualTo("{\"earliest\":\"2026-07-03\",\"prevailing\":\"2026-07-06\",\"latest\":\"2026-07-06\"}");
        assertThat(answer.at("/because/earliest/0").asText()).contains("not the Friday on which it is kept");
        assertThat(answer.at("/because/latest/0").asText()).contains("courts close on the Friday");
    }

    @Test
    void answersWithAnHourWhereThePeriodHasOne() throws IOException {
        String line = in("unit", "\"hours\"")
                .replace("\"count\": 14", "\"count\": 72")
                .replace("2027-03-10\"", "2027-03-10T15:30\", \"timezone\": \"America/New_York\"");
        assertThat(count(0, line).getFirst().get("due").asText()).isEqualTo("2027-03-15T15:30");
    }

    @Test
    void answersOtherLinesWhereOneIsBadInTheOrderOfTheLines() throws IOException {
        List<JsonNode> answers = count(1, GOOD + "\n\n  \r\nnonsense\n" + in("id", "7") + "\n");

        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).get("due").asText()).isEqualTo("2027-03-24");
        assertThat(answers.get(1).get("id").asInt()).isEqualTo(4);
        assertThat(code(answers.get(1))).isEqualTo("bad-json");
        assertThat(answers.get(1).at("/error/message").asText()).isNotBlank();
        assertThat(answers.get(2).get("due").asText()).isEqualTo("2027-03-24");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7|7",
                "-1|-1",
                "1.50|1.50",
                "123456789012345678901234567890|123456789012345678901234567890",
                "\"x\\u00e9\"|\"x\u00e9\"",
                "null|1",
                "true|true"
            })
    void givesAnIdBackAsItCame(String id, String back) throws IOException {
        count(0, in("id", id));

        assertThat(terminal.out()).startsWith("{\"id\":" + back + ",\"due\":");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1]",
                "1",
                "null",
                "\"text\"",
                "{",
                "{}{}",
                "{\"a\": 1} x",
                "{\"a\": NaN}",
                "{'a': 1}",
                "{\"a\": 01}",
                "{\"a\": 1, \"a\": 2}",
                "{\"a\": {\"b\": 1, \"b\": 1}}",
                "{\"a\": tru",
                "{a: 1}"
            })
    void saysWhereALineIsNoObject(String line) throws IOException {
        JsonNode answer = count(1, line).getFirst();

        assertThat(code(answer)).isEqualTo("bad-json");
        assertThat(answer.get("id").asInt()).isEqualTo(1);
    }

    @Test
    void namesALineByItsIdAlsoWhereTheRestOfItIsBroken() throws IOException {
        List<JsonNode> answers = count(1, "{\"id\": \"x\", \"count\": 1, \"count\": 2}\n{\"id\": 5, \"count\": }");

        assertThat(answers).extracting(answer -> answer.get("id").asText()).containsExactly("x", "5");
        assertThat(answers).extracting(CountCommandTest::code).containsOnly("bad-json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count|null|missing-key",
                "law|null|missing-key",
                "trigger|null|missing-key",
                "unit|null|missing-key",
                "count|14.0|bad-value",
                "count|1e1|bad-value",
                "count|\"14\"|bad-value",
                "count|-1|bad-value",
                "count|10000|bad-value",
                "count|99999999999999999999|bad-value",
                "count|true|bad-value",
                "count|[14]|bad-value",
                "law|\"no-such-law\"|unknown-law",
                "law|17|bad-value",
                "trigger|\"2027-02-30\"|bad-value",
                "trigger|\"10 March 2027\"|bad-value",
                "trigger|\"2027-03-10T25:00\"|bad-value",
                "trigger|20270310|bad-value",
                "trigger|\"1850-01-01\"|unknown-day",
                "unit|\"fortnights\"|bad-value",
                "unit|\"hours\"|hour-missing",
                "direction|\"sideways\"|bad-value",
            })
    void refusesAKeyWithAStableCode(String key, String value, String code) throws IOException {
        JsonNode answer = count(1, in(key, value)).getFirst();

        assertThat(code(answer)).isEqualTo(code);
        assertThat(answer.get("id").asText()).isEqualTo("a");
        assertThat(answer.has("due")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "court|\"zz\"|unknown-calendar",
                "as_of|\"1950\"|unknown-text",
                "timezone|\"EST5\"|bad-value",
                "service_method|\"pigeon\"|bad-value",
                "extra_holidays|\"2027-03-24\"|bad-value",
                "deemed|\"yes\"|bad-value"
            })
    void refusesAnAddedKeyWithAStableCode(String key, String value, String code) throws IOException {
        assertThat(code(count(1, with(key, value)).getFirst())).isEqualTo(code);
    }

    @Test
    void passesOverKeysThatItDoesNotKnowHoweverDeep() throws IOException {
        assertThat(count(0, with("other", "[".repeat(40) + "]".repeat(40)))).hasSize(1);
    }

    @Test
    void refusesALineThatIsNestedWithoutEnd() throws IOException {
        List<JsonNode> answers = count(1, with("other", "[".repeat(100_000)) + "\n" + GOOD);

        assertThat(code(answers.getFirst())).isEqualTo("bad-json");
        assertThat(answers.get(1).has("due")).isTrue();
    }

    @Test
    void refusesALineOfMoreThanAMegabyteAndOneThatIsNotUtf8() throws IOException {
        byte[] wrong = (GOOD + "\n" + "\u00e9" + "\n" + GOOD + "\n").getBytes(StandardCharsets.ISO_8859_1);
        List<JsonNode> bad = count(1, wrong);
        assertThat(bad).hasSize(3);
        assertThat(code(bad.get(1))).isEqualTo("bad-json");
        assertThat(bad.get(1).get("id").asInt()).isEqualTo(2);

        Terminal again = new Terminal(Map.of());
        Path file = Files.writeString(
                folder.resolve("long.jsonl"),
                padded(InputLines.LONGEST) + "\r\n" + padded(InputLines.LONGEST + 1) + "\n" + GOOD);
        assertThat(again.run("count", file)).isEqualTo(1);
        List<JsonNode> answers = again.out().lines().map(CountCommandTest::json).toList();
        assertThat(answers.get(0).has("due")).isTrue();
        assertThat(code(answers.get(1))).isEqualTo("bad-json");
        assertThat(answers.get(2).has("due")).isTrue();
    }

    private static String padded(int length) {
        return GOOD + " ".repeat(length - GOOD.length());
    }

    @Test
    void readsSeveralFilesAndAMarkOfByteOrder() throws IOException {
        Path one = Files.writeString(folder.resolve("1"), "\uFEFF" + GOOD);
        Path two = Files.writeString(folder.resolve("2"), GOOD);

        assertThat(terminal.run("count", one, two)).isZero();
        assertThat(terminal.out().lines()).hasSize(2);
    }

    @Test
    void complainsOfAFileThatIsNotThereBeforeItAnswersAny() throws IOException {
        Path one = Files.writeString(folder.resolve("1"), GOOD);

        assertThat(terminal.run("count", one, folder.resolve("2"))).isEqualTo(3);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).contains("there is no file");
    }

    @Test
    void answersALineBeforeItWaitsForTheNext() {
        StringWriter flushed = new StringWriter();
        PrintWriter out = new PrintWriter(new java.io.BufferedWriter(flushed));
        List<Integer> seen = new ArrayList<>();
        List<byte[]> chunks = List.of(
                (GOOD + "\n" + GOOD.substring(0, 20)).getBytes(StandardCharsets.UTF_8),
                (GOOD.substring(20) + "\n").getBytes(StandardCharsets.UTF_8));
        InputStream in = new InputStream() {
            private int chunk;

            @Override
            public int read() {
                throw new UnsupportedOperationException("lines are read in blocks");
            }

            @Override
            public int read(byte[] into, int at, int most) throws IOException {
                seen.add((int) flushed.toString().lines().count());
                return chunk == chunks.size() ? -1 : new ByteArrayInputStream(chunks.get(chunk++)).read(into, at, most);
            }
        };

        assertThat(CountCommand.answer(new CountAnswers(CountCommand.counter()), in, out))
                .isTrue();
        assertThat(seen).containsExactly(0, 1, 2);
    }
}
