package org.tickler.rules.lang;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Words;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.docket.EntryKind;

/**
 * The published schema and the reader take the same files: what the reader takes the schema takes, and what the schema takes
 * the reader refuses only for what no schema can know.
 */
class SchemaAgreementTest {
    /** What depends on the firm's names, or on two places of the files at once. */
    private static final Set<ProblemCode> BEYOND_A_SCHEMA = Set.of(
            RuleProblem.UNKNOWN_PACK,
            RuleProblem.UNKNOWN_NAME,
            RuleProblem.UNKNOWN_EVENT,
            RuleProblem.UNKNOWN_COURT,
            RuleProblem.UNKNOWN_TEMPLATE,
            RuleProblem.DUPLICATE_ID,
            RuleProblem.LADDER_TIE,
            RuleProblem.CHECK_TIE,
            RuleProblem.MATTER_ACT_TIE,
            RuleProblem.DEADLINE_CYCLE,
            RuleProblem.ESCALATION_CYCLE,
            RuleProblem.ANSWER_FROM_NOBODY,
            RuleProblem.ANSWER_TOO_LATE,
            RuleProblem.OUT_OF_PLACE,
            RuleProblem.TIME_NOT_WANTED);

    private static final JsonSchema SCHEMA = schema();
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static JsonSchema schema() {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(SchemaAgreementTest.class.getResourceAsStream("/schema/rules.json"));
    }

    static Stream<Path> files() throws IOException {
        return Stream.concat(Corpus.good(), Corpus.bad());
    }

    static Stream<Path> good() throws IOException {
        return Corpus.good();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void agreeOnEveryFile(Path file) throws IOException {
        Problems ofYaml = new Problems();
        Optional<Node> root = YamlReader.read(Corpus.source(file), ofYaml);
        if (root.isPresent() && !ofYaml.hasErrors()) {
            agree(Corpus.source(file), json(root.get()));
        }
    }

    /** Every key left out, every value put in another shape, every key misspelt. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void agreeOnEverySlip(Path file) throws IOException {
        JsonNode good =
                json(YamlReader.read(Corpus.source(file), new Problems()).orElseThrow());
        List<JsonNode> slips = new ArrayList<>();
        slip(good, slips::add);
        for (JsonNode slip : slips) {
            agree(new SourceText("slip.yaml", slip.toString()), slip);
        }
    }

    @Test
    void takeEveryKindOfEntry() {
        assertThat(SCHEMA.getSchemaNode().at("/definitions/kind/enum"))
                .extracting(JsonNode::asText)
                .containsExactlyElementsOf(Words.all(EntryKind.class));
    }

    private static void agree(SourceText file, JsonNode json) {
        Set<ValidationMessage> refusals = SCHEMA.validate(json);
        Problems problems = new Problems();
        boolean read = RuleReader.read(List.of(file), Corpus.KNOWN, PackShelf.EMPTY, problems)
                .isPresent();
        if (read) {
            assertThat(refusals).as("the reader takes:%n%s", file.text()).isEmpty();
        } else if (refusals.isEmpty()) {
            Set<ProblemCode> codes =
                    problems.sorted().stream().map(Problem::code).collect(Collectors.toSet());
            assertThat(BEYOND_A_SCHEMA)
                    .as("the schema takes:%n%s%nthe reader says:%n%s", file.text(), problems)
                    .containsAll(codes);
        }
    }

    private static void slip(JsonNode node, Consumer<JsonNode> take) {
        for (JsonNode other : List.of(
                JSON.nullNode(),
                JSON.textNode(""),
                JSON.textNode("0 days"),
                JSON.textNode("Zz z"),
                JSON.arrayNode(),
                JSON.arrayNode().add(node.deepCopy()),
                JSON.arrayNode().add(node.deepCopy()).add(node.deepCopy()),
                JSON.objectNode(),
                JSON.objectNode().put("x", "y"))) {
            take.accept(other);
        }
        switch (node) {
            case ObjectNode map ->
                map.fieldNames().forEachRemaining(key -> {
                    take.accept(map.deepCopy().without(key));
                    ObjectNode misspelt = map.deepCopy();
                    misspelt.set(key + "x", misspelt.remove(key));
                    take.accept(misspelt);
                    slip(map.get(key), value -> take.accept(map.deepCopy().set(key, value)));
                });
            case ArrayNode list -> {
                for (int index = 0; index < list.size(); index++) {
                    int at = index;
                    slip(list.get(at), value -> {
                        ArrayNode changed = list.deepCopy();
                        changed.set(at, value);
                        take.accept(changed);
                    });
                }
            }
            default -> {}
        }
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case MapNode map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach(entry -> object.set(entry.key().value(), json(entry.value())));
                yield object;
            }
            case ListNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case org.tickler.calendars.text.TextNode text ->
                text.isNothing() ? JSON.nullNode() : TextNode.valueOf(text.value());
        };
    }
}
