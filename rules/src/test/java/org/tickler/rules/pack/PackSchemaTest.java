package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.Words;
import org.tickler.calendars.text.YamlReader;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.docket.EntryKind;

/** The published schema of packs takes what the reader takes, and refuses what it can know to be wrong. */
class PackSchemaTest {
    /** What depends on two places of the file at once. */
    private static final Set<ProblemCode> BEYOND_A_SCHEMA =
            Set.of(PackProblem.UNKNOWN_TRIGGER, PackProblem.UNKNOWN_FACT, PackProblem.OVERLAP, PackProblem.RULE_CYCLE);

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(PackSchemaTest.class.getResourceAsStream("/schema/pack.json"));
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Stream<SourceText> shipped() {
        return ShippedPacks.sources().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void takesTheShippedPacks(SourceText file) {
        assertThat(SCHEMA.validate(json(node(file.text())))).as(file.file()).isEmpty();
    }

    @Test
    void takesEveryWordOfTheClosedSets() {
        assertThat(words("rule/properties/kind")).containsExactlyElementsOf(Words.all(EntryKind.class));
        assertThat(words("rule/properties/duty")).containsExactlyElementsOf(Words.all(Duty.class));
        assertThat(words("rule/properties/when-trigger-moves"))
                .containsExactlyElementsOf(Words.all(WhenTriggerMoves.class));
        assertThat(words("example/properties/service"))
                .allMatch(word -> ServiceMethod.find(word).isPresent())
                .containsAll(Stream.of(ServiceMethod.values())
                        .map(method -> method.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    private static List<String> words(String place) {
        List<String> words = new ArrayList<>();
        SCHEMA.getSchemaNode().at("/definitions/" + place + "/enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    @Test
    void agreesWithTheReaderOnEverySlip() {
        JsonNode whole = json(node(TrialPack.TEXT));
        List<JsonNode> slips = new ArrayList<>(List.of(whole));
        slip(whole, slips::add);

        assertThat(slips).hasSizeGreaterThan(1000);
        slips.forEach(PackSchemaTest::agree);
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
        Problems problems = new Problems();
        PackReader.read(TrialPack.source(file), problems);
        return problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .collect(Collectors.toSet());
    }

    /** Every key left out, every key misspelt, every value put in another shape. */
    private static void slip(JsonNode node, Consumer<JsonNode> take) {
        take.accept(JSON.nullNode());
        for (String text : List.of("", "yes", "Zz z", "2027-02-03", "16:30", "21 days after", "trial")) {
            take.accept(JSON.textNode(text));
        }
        take.accept(JSON.arrayNode());
        take.accept(JSON.arrayNode().add(node.deepCopy()));
        take.accept(JSON.arrayNode().add(node.deepCopy()).add("yes"));
        take.accept(JSON.objectNode().put("x", "y"));
        if (node instanceof ObjectNode map) {
            map.fieldNames().forEachRemaining(key -> {
                take.accept(map.deepCopy().without(key));
                ObjectNode misspelt = map.deepCopy();
                misspelt.set(key + "x", misspelt.remove(key));
                take.accept(misspelt);
                slip(map.get(key), value -> take.accept(map.deepCopy().set(key, value)));
            });
        } else if (node instanceof ArrayNode list) {
            for (int index = 0; index < list.size(); index++) {
                int at = index;
                slip(list.get(at), value -> {
                    ArrayNode changed = list.deepCopy();
                    changed.set(at, value);
                    take.accept(changed);
                });
            }
        }
    }

    private static Node node(String text) {
        return YamlReader.read(new SourceText("pack.yaml", text), new Problems())
                .orElseThrow();
    }

    private static JsonNode json(Node node) {
        return switch (node) {
            case TextNode text -> text.isNothing() ? JSON.nullNode() : JSON.textNode(text.value());
            case ListNode list -> {
                ArrayNode array = JSON.arrayNode();
                list.items().forEach(item -> array.add(json(item)));
                yield array;
            }
            case MapNode map -> {
                ObjectNode object = JSON.objectNode();
                map.entries().forEach(entry -> object.set(entry.key().value(), json(entry.value())));
                yield object;
            }
        };
    }
}
