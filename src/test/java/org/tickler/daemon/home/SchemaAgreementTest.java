package org.tickler.daemon.home;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problem;
import org.tickler.calendars.text.ProblemCode;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.Severity;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.calendars.text.YamlReader;
import org.tickler.daemon.settings.SettingsProblem;
import org.tickler.daemon.settings.SettingsReader;

/**
 * The published schemas and the readers take the same files: what a reader takes its schema takes, and what the schema
 * takes the reader refuses only for what no schema can know. Tried on a file with every key, and on every slip in it.
 */
class SchemaAgreementTest {
    /** What depends on other files, on the machine, or on two places of the file at once. */
    private static final Set<ProblemCode> BEYOND_A_SCHEMA = Set.of(
            TextProblem.UNKNOWN_ZONE,
            TextProblem.DUPLICATE_KEY,
            HomeProblem.UNKNOWN_PERSON,
            HomeProblem.UNKNOWN_COURT,
            HomeProblem.DUPLICATE_ID,
            HomeProblem.DELEGATE_CIRCLE,
            HomeProblem.ANSWERS_FOR,
            HomeProblem.BAD_SPAN,
            SettingsProblem.BAD_HOURS,
            SettingsProblem.BAD_MAPPING,
            SettingsProblem.MISSING_SECRET,
            SettingsProblem.UNREADABLE_SECRET,
            SettingsProblem.UNPROTECTED,
            SettingsProblem.CONFLICT,
            SettingsProblem.BAD_ADDRESS);

    private static final CourtFiles COURTS = CourtFiles.read(List.of(), new Problems());
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @TempDir
    Path home;

    private enum File {
        TICKLER("""
                {firm: Harper & Lin LLP, zone: America/New_York, hours: "Mon-Fri 09:00-17:30", calendar: us-federal,
                 last-resort: rdiaz,
                 database: {url: "jdbc:postgresql://db/tickler", user: tickler, password-file: secret,
                   owner: tickler_owner, owner-password-file: secret},
                 mail: {host: smtp.firm.example, port: 587, tls: starttls, from: tickler@firm.example,
                   reply-to: docket@firm.example, ehlo: tickler.firm.example, user: tickler, auth: xoauth2,
                   password-file: secret, connections: 4, per-minute: 60,
                   oauth: {token-url: "https://login.example/token", client-id: tickler, client-secret-file: secret,
                     refresh-token-file: secret, scope: mail}},
                 sms: {account-sid: AC0123456789, auth-token-file: secret, from: "+12125550100",
                   base-url: "http://127.0.0.1:4010"},
                 http: {address: 127.0.0.1, port: 8080, public-url: "https://tickler.firm.example",
                   trusted-proxies: [127.0.0.1]},
                 ops: {address: 127.0.0.1, port: 8081},
                 imap: {host: imap.firm.example, port: 993, tls: implicit, user: tickler, auth: xoauth2,
                   password-file: secret, folder: INBOX,
                   oauth: {token-url: "https://login.example/token", client-id: tickler, client-secret-file: secret,
                     refresh-token-file: secret, scope: "https://outlook.office365.com/.default"}},
                 heartbeat: {url: "https://monitor.example/1", every: 5 minutes},
                 mappings: [{name: clio, files: clio-*.csv, dates: MM/dd/yyyy, times: "h:mm a", delimiter: tab,
                   columns: {date: Start}, fixed: {zone: America/New_York}, words: {kind: {Court: hearing}},
                   dated: [{column: SOL, kind: limitation, title: Last day to sue, event: accident}],
                   create-matters: no}],
                 webhooks: [{name: intake, url: "https://intake.firm.example/tickler", secret-file: secret,
                   events: [told, answered], as: rdiaz, detail: full}],
                 limits: {hold-over: 100, hold-over-clients: 20}}
                """),
        PEOPLE("""
                {people: [{id: rdiaz, name: Rosa Diaz, kind: staff, roles: [docket-clerk], email: rdiaz@firm.example,
                  mobile: "+12125550103", zone: America/New_York, quiet: "21:00-07:00", delegate: jlin, wants: digest,
                  leave: [{from: 2026-12-21, to: 2027-01-02}], left: 2030-01-01, never: [sms],
                  consent: {email: 2026-01-05, sms: 2026-01-05}, answers-for: [jlin]}, {id: jlin, name: Jonah Lin}]}
                """),
        MATTERS("""
                {matters: [{id: H-2291, title: Acme Corp. v. Bolt LLC, side: plaintiff, practice: commercial,
                  phase: discovery, facts: [us-party], opened: 2026-01-05, closed: 2027-01-05, team: {lead-attorney: [{who: jlin, from: 2026-01-05, until: 2026-03-31}, rdiaz from 2026-04-01 until 2026-12-31], paralegal: [jlin],
                    client: rdiaz},
                  court: us-nysd, claims: [{id: bolt, claim: personal-injury, against: Bolt LLC, accrued: 2024-05-01..2024-05-09,
                    born: 2010-03-04, repose-from: 2023-01-01, court: us-nysd, rule: sample,
                    tolling: [{from: 2025-01-01, to: 2025-01-31, why: stay, source: order}],
                    agreements: [{from: 2026-06-01, until: 2026-12-01, source: letter}]}], confidentiality: team, walled-off: [rdiaz],
                  proceedings: [{court: us-nysd, number: "1:26-cv-00417", judge: Doe, zone: America/New_York,
                    from: 2026-01-05, until: 2027-01-05}]}]}
                """);

        private final String whole;
        private final JsonSchema schema;

        File(String whole) {
            this.whole = whole;
            this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(SchemaAgreementTest.class.getResourceAsStream("/schema/" + file() + ".json"));
        }

        private String file() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @ParameterizedTest
    @EnumSource(File.class)
    void takeAFileWithEveryKey(File file) throws IOException {
        JsonNode json = json(node(file.whole));

        assertThat(refusals(file, json)).isEmpty();
        assertThat(problems(file, file.whole)).isEmpty();
        assertThat(keysOf(json, file.schema.getSchemaNode())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(File.class)
    void agreeOnEverySlip(File file) throws IOException {
        List<JsonNode> slips = new ArrayList<>();
        slip(json(node(file.whole)), slips::add);

        assertThat(slips).hasSizeGreaterThan(100);
        for (JsonNode slip : slips) {
            List<Problem> problems = problems(file, slip.toString());
            Set<ValidationMessage> refusals = refusals(file, slip);
            if (problems.isEmpty()) {
                assertThat(refusals).as("the reader takes:%n%s", slip).isEmpty();
            } else if (refusals.isEmpty()) {
                assertThat(BEYOND_A_SCHEMA)
                        .as("the schema takes:%n%s%nthe reader says:%n%s", slip, problems)
                        .containsAll(problems.stream().map(Problem::code).collect(Collectors.toSet()));
            }
        }
    }

    /** The keys of the schema's definitions that the sample never uses. */
    private static Set<String> keysOf(JsonNode sample, JsonNode schema) {
        Set<String> unused = schema.findValues("properties").stream()
                .flatMap(properties -> names(properties).stream())
                .collect(Collectors.toSet());
        unused.removeIf(key -> !sample.findValues(key).isEmpty());
        return unused;
    }

    private List<Problem> problems(File file, String yaml) throws IOException {
        Files.writeString(home.resolve("secret"), "s3cret");
        SourceText text = new SourceText(file.file() + ".yaml", yaml);
        Problems problems = new Problems();
        switch (file) {
            case TICKLER -> new SettingsReader(home, Map.of()).read(text, problems);
            case PEOPLE ->
                YamlReader.read(text, problems)
                        .ifPresent(node ->
                                new PeopleReader(ZoneOffset.UTC, Instant.EPOCH).read(Fields.of(node, problems)));
            case MATTERS ->
                YamlReader.read(text, problems)
                        .ifPresent(node -> new MattersReader(Set.of("rdiaz", "jlin"), COURTS.book(), Instant.EPOCH)
                                .read(Fields.of(node, problems)));
        }
        return problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    }

    private static Set<ValidationMessage> refusals(File file, JsonNode json) {
        return file.schema.validate(json);
    }

    private static Node node(String yaml) {
        return YamlReader.read(new SourceText("whole.yaml", yaml), new Problems())
                .orElseThrow();
    }

    /** Every value in another shape, every key left out or misspelt. */
    private static void slip(JsonNode node, Consumer<JsonNode> take) {
        for (JsonNode other : List.of(
                JSON.textNode("no such thing"),
                JSON.textNode("-1"),
                JSON.arrayNode(),
                JSON.arrayNode().add("x").add("y"),
                JSON.arrayNode().add(JSON.arrayNode()),
                JSON.objectNode(),
                JSON.objectNode().put("key", "value"))) {
            take.accept(other);
        }
        if (node instanceof ObjectNode map) {
            for (String key : names(map)) {
                JsonNode value = map.get(key);
                take.accept(map.deepCopy().without(key));
                take.accept(((ObjectNode) map.deepCopy().without(key)).set(key + "s", value));
                slip(value, changed -> take.accept(map.deepCopy().set(key, changed)));
            }
        } else if (node instanceof ArrayNode list) {
            for (int at = 0; at < list.size(); at++) {
                int place = at;
                slip(list.get(at), changed -> take.accept(list.deepCopy().set(place, changed)));
            }
        }
    }

    private static List<String> names(JsonNode map) {
        List<String> names = new ArrayList<>();
        map.fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** Every value is a text, as the readers see it. */
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
