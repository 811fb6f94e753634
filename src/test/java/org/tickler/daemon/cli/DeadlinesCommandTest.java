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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.pack.ShippedPacks;

class DeadlinesCommandTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(Map.of());
    private String pack;

    @BeforeEach
    void writeThePack() throws IOException {
        pack = TrialPack.in(folder).toString();
    }

    private int deadlines(String event, String on, Object... more) {
        List<Object> words = new ArrayList<>(List.of("deadlines", "--pack", pack, "--event", event, "--on", on));
        words.addAll(List.of(more));
        return terminal.run(words.toArray());
    }

    private List<JsonNode> json() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : terminal.out().lines().toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }

    @Test
    void tellsADeadlineWithAllThatBearsOnIt() {
        assertThat(deadlines("complaint-served", "2026-03-06")).isZero();
        assertThat(terminal.err()).isEmpty();
        assertThat(terminal.out()).contains("""
                Answer [answer], filing
                  due: Fri 2026-03-27
                  duty: served party
                  authority: Trial R. 12(a), compared with its text on Thu 2026-11-26
                  text: https://court.example/12
                  the court may enlarge it
                  if missed: A default may be entered.
                  derivation:
                    Answer: Trial R. 12(a); pack trial of 2026-11-26.
                    Service of the complaint: Fri 2026-03-06.
                """);
    }

    @Test
    void setsAChainedDeadlineUnderTheOneThatSetsItGoing() {
        deadlines("complaint-served", "2026-03-06");
        assertThat(terminal.out())
                .contains("""

                  Reply [reply], filing
                    follows from: Answer
                    due: Fri 2026-04-10
                """, "    authority: Trial R. 13, not compared with its text: the text was not at hand\n")
                .contains(
                        "Counted as if \"Answer\" were done on its last day, Fri 2026-03-27; done or served earlier, it makes this"
                                + " date earlier. When its day is known, enter that as the event answer.");
        Terminal known = new Terminal(Map.of());
        known.run(
                "deadlines",
                "--pack=" + pack,
                "--event=complaint-served",
                "--on=2026-03-06",
                "--also=answer=2026-03-16");
        assertThat(known.out()).contains("    due: Mon 2026-03-30\n").doesNotContain("Counted as if");
    }

    @Test
    void waitsForAnEventUntilItIsGiven() throws IOException {
        deadlines("complaint-served", "2026-03-06");
        assertThat(terminal.out()).contains("no date yet: waits for Removal of the action (--also removal=DATE)");

        Terminal given = new Terminal(Map.of());
        given.run(
                "deadlines",
                "--pack=" + pack,
                "--event=complaint-served",
                "--on=2026-03-06",
                "--also=removal=2026-03-25");
        assertThat(given.out())
                .contains("Answer after removal [answer-after-removal], filing\n  due: Wed 2026-04-01\n");
    }

    @Test
    void takesTheRulesThatAFactSelects() {
        assertThat(deadlines("complaint-served", "2026-03-06", "--fact", "us-party"))
                .isZero();
        assertThat(terminal.out())
                .contains(
                        "Answer of the United States [answer-of-the-united-states], filing\n  due: Tue 2026-05-05\n",
                        "  the court may not enlarge it (Trial R. 6)\n")
                .doesNotContain("[answer],");
    }

    @Test
    void addsTheDaysOfService() {
        deadlines("answer", "2026-03-27", "--service", "mail", "--court", "us-nysd");
        assertThat(terminal.out()).contains("due: Mon 2026-04-13");
    }

    @Test
    void countsFromBothEndsOfARange() {
        deadlines("complaint-served", "2026-03-01..2026-03-05");
        assertThat(terminal.out())
                .contains(
                        "due: Mon 2026-03-23\n",
                        "  readings:\n    earliest: Mon 2026-03-23, since the trigger was on one of the days",
                        "    latest: Thu 2026-03-26, since ");
    }

    @Test
    void tellsTheHourAndTheFirstDayOnWhichTheActIsPermitted() {
        deadlines("trial", "2026-06-11T10:00");
        assertThat(terminal.out()).contains("  due: Mon 2026-06-08 16:30\n  not before: Thu 2026-06-04\n");
    }

    @Test
    void printsARefusedDateWithItsReasonAndEndsWithOne() throws IOException {
        assertThat(deadlines("complaint-served", "2999-03-06", "--json")).isEqualTo(1);
        JsonNode answer = json().getFirst();
        assertThat(answer.get("due").isNull()).isTrue();
        assertThat(answer.get("error").asText()).contains("2999");
        assertThat(answer.get("readings")).isEmpty();
    }

    @Test
    void writesTheKeysThatOthersRelyOn() throws IOException {
        assertThat(deadlines("complaint-served", "2026-03-06", "--json")).isZero();
        List<JsonNode> lines = json();
        assertThat(lines)
                .extracting(line -> line.get("rule").asText())
                .containsExactly("answer", "reply", "answer-after-removal");
        JsonNode answer = lines.getFirst();
        assertThat(List.copyOf(fields(answer)))
                .containsExactly(
                        "rule",
                        "title",
                        "due",
                        "authority",
                        "readings",
                        "derivation",
                        "pack",
                        "kind",
                        "duty",
                        "trigger",
                        "checked",
                        "url",
                        "enlarge",
                        "silence");
        assertThat(answer.get("due").asText()).isEqualTo("2026-03-27");
        assertThat(answer.get("readings").get(0).get("reading").asText()).isEqualTo("earliest");
        assertThat(answer.get("derivation").get(0).asText()).startsWith("Answer: Trial R. 12(a)");
        assertThat(lines.get(1).get("trigger").asText()).isEqualTo("answer");
        assertThat(lines.get(1).get("checked").isNull()).isTrue();
        assertThat(lines.get(2).get("waiting-for").asText()).isEqualTo("removal");
    }

    private static List<String> fields(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--event=complaint-servd | --event: the pack trial knows no event called \"complaint-servd\"; did you mean"
                        + " \"complaint-served\"? events: answer, complaint-served, removal, trial",
                "--fact=us-partie | --fact: the pack trial knows no fact called \"us-partie\"; did you mean \"us-party\"?"
                        + " facts: us-party",
                "--court=us-nyds | --court: the pack trial serves no court with the calendar \"us-nyds\"; did you mean"
                        + " \"us-nysd\"? calendars: us-cacd, ",
                "--court=gb-ew | --court: the pack trial serves no court with the calendar \"gb-ew\"",
                "--service=mial | --service: no way of service is called \"mial\"; did you mean \"mail\"? ways: mail, ",
                "--also=removl=2026-03-10 | --also: the pack trial knows no event called \"removl\"",
                "--also=removal | --also: expected EVENT=DATE, such as removal=2026-03-10, but was \"removal\"",
                "--also=removal=soon | --also: expected a date such as 2026-03-12, but was \"soon\"",
                "--on=2026-02-30 | --on: expected a date such as 2026-03-06",
                "--on=2026-03-06T25:00 | --on: expected a date such as 2026-03-06",
                "--on=2026-03-06..2026-03-05 | --on: a range of days ends after it starts",
                "--pack=us-nyy | --pack: no pack is called \"us-nyy\"; did you mean \"us-ny\"? packs: ",
            })
    void refusesAWrongNameWithTheNearestAndAListOfAll(String wrong, String message) {
        List<Object> words = new ArrayList<>(List.of("deadlines", wrong));
        for (String right : List.of("--pack=" + pack, "--event=complaint-served", "--on=2026-03-06")) {
            if (!wrong.startsWith(right.substring(0, right.indexOf('=')))) {
                words.add(right);
            }
        }
        assertThat(terminal.run(words.toArray())).isEqualTo(2);
        assertThat(terminal.err()).startsWith("tickler: " + message);
        assertThat(terminal.out()).isEmpty();
    }

    @Test
    void saysWhatIsWrongWithTheFileOfAPack() throws IOException {
        TrialPack.in(folder, "due: 60 days after", "due: sixty days after");
        assertThat(deadlines("trial", "2026-06-11")).isEqualTo(1);
        assertThat(terminal.err()).contains("trial.yaml:29:", "error[bad-period]");
        assertThat(new Terminal(Map.of())
                        .run("deadlines", "--pack=" + folder + "/no.yaml", "--event=x", "--on=2026-06-11"))
                .isEqualTo(3);
    }

    @Test
    void laysAnOverlayOverThePack() throws IOException {
        Path overlay = TrialOverlay.in(folder, "over: us-frcp", "over: trial");

        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", overlay))
                .isZero();
        assertThat(terminal.out())
                .contains(
                        """
                        Answer [answer], filing
                          due: Mon 2026-04-06
                          duty: served party
                          authority: Doe Pract. 2, not compared with its text: a sample
                          overlay: Practices of Judge Doe of 2026-11-26, in place of Trial R. 12(a)
                        """,
                        "  Reply [reply], filing\n    follows from: Answer\n    due: Mon 2026-04-20\n",
                        "Southern District");
        Terminal inJson = new Terminal(Map.of());
        inJson.run(
                "deadlines",
                "--json",
                "--pack=" + pack,
                "--overlay=" + overlay,
                "--court=us-nysd",
                "--event=complaint-served",
                "--on=2026-03-06");
        assertThat(inJson.out()).contains("\"overlay\":\"judge-doe\",\"in-place-of\":\"Trial R. 12(a)\"");
    }

    @Test
    void refusesAnOverlayThatDoesNotFitWhatIsAsked() throws IOException {
        Path overlay = TrialOverlay.in(folder, "over: us-frcp", "over: trial");

        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", overlay, "--court", "us-nyed"))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("the overlay judge-doe is not for the court us-nyed but for us-nysd");
        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", TrialOverlay.in(folder)))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("stands on the pack us-frcp, and --pack is trial");
        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", pack))
                .isEqualTo(2);
        assertThat(terminal.err()).contains("holds no overlay");
        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", folder.resolve("no.yaml")))
                .isEqualTo(3);
        Path wrong = TrialOverlay.in(folder, "due: 30 days after", "due: 30 days");
        assertThat(deadlines("complaint-served", "2026-03-06", "--overlay", wrong))
                .isEqualTo(1);
        assertThat(terminal.err()).contains("the overlays have errors:", "judge-doe.yaml:13:8: error[bad-period]");
    }

    @Test
    void saysThatNothingIsSetGoing() {
        assertThat(deadlines("removal", "2026-06-11")).isZero();
        assertThat(terminal.out())
                .isEqualTo("\"Removal of the action\" sets no deadline of the pack trial going on that day with those"
                        + " facts.%n".formatted());
    }

    @Test
    void listsThePacks() {
        assertThat(terminal.run("events")).isZero();
        assertThat(terminal.out().lines()).hasSameSizeAs(ShippedPacks.names());
        assertThat(terminal.out()).contains("us-ny  New York civil practice, version ");
    }

    @Test
    void listsTheEventsAndFactsOfAPack() {
        assertThat(terminal.run("events", "--pack", pack)).isZero();
        assertThat(terminal.out()).isEqualTo("""
                trial  Rules of the Court of Trials, version 2026-11-26: 5 rules, 1 not compared with their text
                  counted by the law us-frcp, for the courts of us-federal
                events:
                  complaint-served  Service of the complaint: 3 deadlines, 4 with those that follow from them
                  removal  Removal of the action: bears on other events' deadlines (--also)
                  trial  First day of trial: 1 deadline
                facts:
                  us-party  the United States is a party
                """);
    }

    @Test
    void listsWhatAnOverlayHasOfItsOwn() throws IOException {
        Path overlay = TrialOverlay.in(folder, "over: us-frcp", "over: trial");
        Files.writeString(
                overlay,
                Files.readString(overlay)
                        .replace("rules:", """
                events:
                  letter-filed: Filing of a letter
                without: [{rule: bundle, cite: Doe Pract. 9}]
                rules:""")
                        .replace("trigger: complaint-served", "trigger: letter-filed"));

        assertThat(terminal.run("events", "--pack", pack, "--overlay", overlay)).isZero();
        assertThat(terminal.out())
                .contains("for the courts of us-nysd\n", "  letter-filed  Filing of a letter: 1 deadline, 2 with those")
                .contains("""
                        overlay judge-doe  Practices of Judge Doe, version 2026-11-26:
                          answer  Answer, from letter-filed (Doe Pract. 2), in place of Trial R. 12(a)
                          without bundle (Doe Pract. 9)
                        """);
        terminal.run("events", "--json", "--pack", pack, "--overlay", overlay);
        assertThat(terminal.out())
                .contains("{\"type\":\"overlay\",\"pack\":\"trial\",\"overlay\":\"judge-doe\"")
                .contains("\"trigger\":\"letter-filed\",\"authority\":\"Doe Pract. 2\",\"overlay\":\"judge-doe\"")
                .contains("{\"type\":\"without\",\"pack\":\"trial\",\"without\":\"bundle\"");
        assertThat(terminal.run("events", "--overlay", overlay)).isEqualTo(2);
        assertThat(terminal.err()).contains("--overlay: say with --pack");
    }

    @Test
    void listsThemAsObjectsToo() throws IOException {
        terminal.run("events", "--json", "--pack", pack);
        List<JsonNode> lines = json();
        assertThat(lines)
                .extracting(line -> line.get("type").asText())
                .containsExactly("pack", "event", "event", "event", "fact");
        assertThat(lines.getFirst().get("rules").asInt()).isEqualTo(5);
        assertThat(lines.getFirst().get("unchecked").asInt()).isEqualTo(1);
        assertThat(lines.get(1).get("event").asText()).isEqualTo("complaint-served");
        assertThat(lines.get(1).get("deadlines").asInt()).isEqualTo(3);
        assertThat(lines.get(1).get("with-chained").asInt()).isEqualTo(4);
    }
}
