package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    Path home;

    private final Terminal terminal = new Terminal(Map.of());

    @BeforeEach
    void writeAHome() {
        assertThat(new Terminal(Map.of()).run("init", home)).isZero();
    }

    private void misspell(String file, String right, String wrong) throws IOException {
        Path path = home.resolve(file);
        Files.writeString(path, Files.readString(path).replace(right, wrong));
    }

    @Test
    void endsWithZeroWhereThereAreWarningsOnly() throws IOException {
        misspell("matters.yaml", "      paralegal: rdiaz\n", "");
        misspell("people.yaml", "      - paralegal\n", "");
        misspell("people.yaml", "      - associate\n", "      - associate\n      - paralegals\n");
        misspell("rules/reminders.yaml", "          - paralegal\n", "");
        misspell("rules/reminders.yaml", "      - paralegal\n", "");
        misspell("rules/reminders.yaml", "owner: paralegal", "owner: paralegals");
        misspell("people.yaml", "    email: legal@acme.example\n", "");

        assertThat(terminal.run("check", "--home", home)).isZero();
        assertThat(terminal.out()).contains("warning[unreachable]: acme").contains("0 errors, 1 warning: 4 people");
    }

    @Test
    void endsWithThreeWhereThereIsNoHome() {
        assertThat(terminal.run("check", "--home", home.resolve("nowhere"))).isEqualTo(3);
        assertThat(terminal.err()).contains("there is no folder", "tickler init DIR");
    }

    @Test
    void endsWithTwoOnAWrongCommandLine() {
        assertThat(terminal.run("check", "--hom", home)).isEqualTo(2);
    }

    @Test
    void saysOfAFileOnlyWhatIsWrongWithIt() throws IOException {
        misspell("people.yaml", "kind: client", "kind: clients");
        misspell("matters.yaml", "phase:", "faze:");

        assertThat(terminal.run("check", home.resolve("matters.yaml"))).isEqualTo(1);
        assertThat(terminal.out())
                .contains("matters.yaml:9:5: error[unknown-key]")
                .doesNotContain("people.yaml");
        assertThat(new Terminal(Map.of()).run("check", home.resolve("rules/reminders.yaml")))
                .isZero();
    }

    @Test
    void refusesAFileThatLiesInNoHome(@TempDir Path elsewhere) throws IOException {
        Path file = Files.writeString(elsewhere.resolve("rules.yaml"), "ladders: []\n");

        assertThat(terminal.run("check", "--home", home, file)).isEqualTo(1);
        assertThat(terminal.err()).contains("lies outside of the home");
        assertThat(new Terminal(Map.of()).run("check", "--home", home, home.resolve("no.yaml")))
                .isEqualTo(3);
    }

    @Test
    void writesAnObjectALine() throws IOException {
        misspell("people.yaml", "kind: client", "kind: clients");

        assertThat(terminal.run("check", "--json", "--home", home)).isEqualTo(1);
        List<JsonNode> lines = new ArrayList<>();
        for (String line : terminal.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines.getFirst().get("type").asText()).isEqualTo("problem");
        assertThat(lines.getFirst().get("file").asText()).isEqualTo("people.yaml");
        assertThat(lines.getFirst().get("line").asInt()).isEqualTo(36);
        assertThat(lines.getFirst().get("column").asInt()).isEqualTo(11);
        assertThat(lines.getFirst().get("severity").asText()).isEqualTo("error");
        assertThat(lines.getFirst().get("code").asText()).isEqualTo("bad-value");
        assertThat(lines.getFirst().get("sentence").asText()).contains("did you mean \"client\"?");
        assertThat(lines.getLast().get("type").asText()).isEqualTo("summary");
        assertThat(lines.getLast().get("errors").asInt()).isEqualTo(1);
    }

    @Test
    void printsTheSettingsInForce() {
        Terminal asked = new Terminal(Map.of("TICKLER_HTTP_PORT", "18080"));

        assertThat(asked.run("check", "--settings", "--home", home)).isZero();
        assertThat(asked.out())
                .contains("http.port: 18080\n", "hours: Mon 09:00-17:30, Tue", "database: embedded, in data/\n");
    }

    @Test
    void readsPeopleAndMattersFromCsvAsFromYaml() throws IOException {
        Files.delete(home.resolve("people.yaml"));
        Files.delete(home.resolve("matters.yaml"));
        Files.writeString(home.resolve("people.csv"), """
                id,name,kind,roles,email,mobile,quiet,delegate,consent.email
                mharper,Mara Harper,,supervising-attorney,mharper@firm.example,+12125550101,21:00-07:00,jlin,
                jlin,Jonah Lin,,associate,jlin@firm.example,+12125550102,,rdiaz,
                rdiaz,Rosa Diaz,,docket-clerk;paralegal,rdiaz@firm.example,+12125550103,,,
                acme,Acme Corp.,client,,legal@acme.example,,,,2026-01-05
                """);
        Files.writeString(home.resolve("matters.csv"), """
                id,title,opened,court,team.lead-attorney,team.client
                H-2291,"Acme Corp. v. Bolt, LLC",2026-01-05,us-nysd,jlin,acme
                """);

        assertThat(terminal.run("check", "--home", home)).isZero();
        assertThat(terminal.out()).startsWith("0 errors, 0 warnings: 4 people, 1 matter, ");
    }

    @Test
    void checksAPackByItselfWithoutAHome(@TempDir Path elsewhere) throws IOException {
        assertThat(terminal.run("check", "--home", elsewhere, TrialPack.in(elsewhere)))
                .isZero();
        assertThat(terminal.out())
                .isEqualTo("0 errors, 0 warnings: 1 pack, 5 court rules, 5 examples, 1 unchecked rule%n".formatted());
    }

    @Test
    void runsTheWorkedExamplesOfAPack(@TempDir Path elsewhere) throws IOException {
        Path pack = TrialPack.in(elsewhere, "due: 2026-05-05", "due: 2026-05-06");

        assertThat(terminal.run("check", pack)).isEqualTo(1);
        assertThat(terminal.out())
                .contains(
                        pack
                                + ":33:16: error[wrong-example]: the rule \"answer-of-the-united-states\" comes to 2026-05-05"
                                + " from 2026-03-06, and not to 2026-05-06: Answer of the United States: Trial R. 12(b)",
                        "1 error, 0 warnings: 1 pack, ");
    }

    @Test
    void saysWhatIsWrongWithAPackThatCannotBeRead(@TempDir Path elsewhere) throws IOException {
        Path pack = TrialPack.in(elsewhere, "trigger: trial\n", "trigger: trail\n");

        assertThat(terminal.run("check", pack)).isEqualTo(1);
        assertThat(terminal.out()).contains("error[unknown-trigger]", "did you mean \"trial\"?", "1 error, 1 warning");
    }

    @Test
    void countsThePacksInUse() throws IOException {
        misspell("rules/reminders.yaml", "use: us-frcp\n", "use: us-frcp@2026-11-26\n");

        terminal.run("check", "--json", "--home", home);
        JsonNode summary =
                new ObjectMapper().readTree(terminal.out().lines().toList().getLast());
        assertThat(summary.get("packs").asInt()).isEqualTo(1);
        assertThat(summary.get("court-rules").asInt()).isPositive();
        assertThat(summary.get("examples").asInt())
                .isGreaterThanOrEqualTo(summary.get("court-rules").asInt());
        assertThat(summary.has("unchecked-rules")).isTrue();
    }

    @Test
    void checksAnOverlayThatLiesInNoHomeByItself(@TempDir Path elsewhere) throws IOException {
        Path overlay = TrialOverlay.in(elsewhere);

        assertThat(terminal.run("check", "--home", elsewhere, overlay)).isZero();
        assertThat(terminal.out())
                .isEqualTo("0 errors, 0 warnings: 1 overlay, 1 court rule, 1 example, 1 unchecked rule%n".formatted());
        Terminal wrong = new Terminal(Map.of());
        assertThat(wrong.run("check", TrialOverlay.in(elsewhere, "due: 2026-04-06", "due: 2026-04-05")))
                .isEqualTo(1);
        assertThat(wrong.out())
                .contains(overlay + ":17:7: error[wrong-example]: the rule \"answer\" comes to 2026-04-06");
    }

    @Test
    void checksOverlaysThatStandOnEachOtherAndOnAPackThatIsGivenTogether(@TempDir Path elsewhere) throws IOException {
        Path judge = TrialOverlay.in(elsewhere, "over: us-frcp", "over: trial");
        Path court = Files.writeString(
                elsewhere.resolve("court.yaml"),
                Files.readString(judge)
                        .replace("overlay: judge-doe", "overlay: court")
                        .replace("judge: Doe\n", ""));

        assertThat(terminal.run("check", judge)).isEqualTo(1);
        assertThat(terminal.out()).contains("error[unknown-pack]: over: no pack in use is called \"trial\"");
        Terminal together = new Terminal(Map.of());
        assertThat(together.run("check", judge, court, TrialPack.in(elsewhere))).isZero();
        assertThat(together.out()).startsWith("0 errors, 0 warnings: 1 pack, 2 overlays, 7 court rules, 7 examples, ");
    }

    @Test
    void checksAnOverlayOfAHomeWithTheRestOfIt() throws IOException {
        Path overlay = TrialOverlay.in(home.resolve("rules"), "due: 2026-04-06", "due: 2026-04-05");

        assertThat(terminal.run("check", overlay)).isEqualTo(1);
        assertThat(terminal.out()).contains("rules/judge-doe.yaml:17:7: error[wrong-example]");
        Terminal mended = new Terminal(Map.of());
        TrialOverlay.in(home.resolve("rules"));
        assertThat(mended.run("check", "--home", home)).isZero();
        assertThat(mended.out()).startsWith("0 errors, 0 warnings: ").contains("1 pack, 1 overlay, ");
    }

    @Test
    void checksADraftThatNoHomeReadsByItself() throws IOException {
        Path drafts = Files.createDirectories(home.resolve("drafts"));

        assertThat(terminal.run("check", TrialOverlay.in(drafts, "due: 2026-04-06", "due: 2026-04-05")))
                .isEqualTo(1);
        assertThat(terminal.out()).contains("judge-doe.yaml:17:7: error[wrong-example]");
    }

    @Test
    void countsNoOverlaysWhereThereAreNone() throws IOException {
        terminal.run("check", "--json", "--home", home);
        JsonNode summary =
                new ObjectMapper().readTree(terminal.out().lines().toList().getLast());
        assertThat(summary.get("overlays").asInt()).isZero();
    }
}
