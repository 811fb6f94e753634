package org.tickler.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Words;
import org.tickler.rules.count.ServiceMethod;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.sample.Slips;

/** The published schema of packs takes what the reader takes, and refuses what it can know to be wrong. */
class PackSchemaTest {
    private static final List<String> TEXTS =
            List.of("", "yes", "Zz z", "2027-02-03", "16:30", "21 days after", "trial");

    /** What depends on two places of the file at once. */
    private static final Set<ProblemCode> BEYOND_A_SCHEMA =
            Set.of(PackProblem.UNKNOWN_TRIGGER, PackProblem.UNKNOWN_FACT, PackProblem.OVERLAP, PackProblem.RULE_CYCLE);

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(PackSchemaTest.class.getResourceAsStream("/schema/pack.json"));

    static Stream<SourceText> shipped() {
        return ShippedPacks.sources().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    void takesTheShippedPacks(SourceText file) {
        assertThat(SCHEMA.validate(Slips.json(file.text()))).as(file.file()).isEmpty();
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
        JsonNode whole = Slips.json(TrialPack.TEXT);
        List<JsonNode> slips = new ArrayList<>(List.of(whole));
        Slips.each(whole, TEXTS, slips::add);

        assertThat(slips).hasSizeGreaterThan(1000);
        slips.forEach(PackSchemaTest::agree);
    }

    @Test
    void agreesWithTheReaderOnEverySlipInAnOverlay() {
        JsonNode whole = Slips.json(TrialOverlay.TEXT);
        List<JsonNode> slips = new ArrayList<>(List.of(whole));
        Slips.each(whole, TEXTS, slips::add);

        assertThat(SCHEMA.validate(whole)).isEmpty();
        assertThat(TrialOverlay.problems(TrialOverlay.TEXT).isEmpty()).isTrue();
        assertThat(slips).hasSizeGreaterThan(300);
        slips.forEach(slip -> agree(slip, errors(TrialOverlay.problems(slip.toString()))));
    }

    @Test
    void takesNoRuleOfAPackThatReplaces() {
        String pack = TrialPack.TEXT.replaceFirst("- id: answer\n", "- replaces: answer\n");
        assertThat(SCHEMA.validate(Slips.json(pack))).isNotEmpty();
    }

    private static void agree(JsonNode json) {
        agree(json, problems(json.toString()));
    }

    private static void agree(JsonNode json, Set<ProblemCode> problems) {
        boolean taken = SCHEMA.validate(json).isEmpty();
        if (problems.isEmpty()) {
            assertThat(taken).as("the reader takes:%n%s", json).isTrue();
        } else if (taken) {
            assertThat(BEYOND_A_SCHEMA).as("the schema takes:%n%s", json).containsAll(problems);
        }
    }

    private static Set<ProblemCode> problems(String file) {
        Problems problems = new Problems();
        PackReader.read(TrialPack.source(file), problems);
        return errors(problems);
    }

    private static Set<ProblemCode> errors(Problems problems) {
        return problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(Problem::code)
                .collect(Collectors.toSet());
    }
}
