package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.Main;
import org.tickler.daemon.cli.TrialHome.Ran;

/** The daemon in a process of its own on the embedded database, and the commands beside it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServeCommandTest {
    private static final Duration START = Duration.ofSeconds(90);

    private TrialHome home;
    private Path log;
    private Process daemon;

    @BeforeAll
    void serve(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder);
        log = folder.resolve("serve.log");
        daemon = start(log);
        await().atMost(START).until(() -> said().contains("ready: ") || !daemon.isAlive());
    }

    @AfterAll
    void end() {
        daemon.destroyForcibly();
    }

    @Test
    @Order(1)
    void saysOnOneLineThatItIsReadyAndWhere() throws Exception {
        assertThat(said().lines().filter(line -> line.contains("ready: ")))
                .singleElement()
                .asString()
                .contains(
                        "Harper & Lin LLP",
                        "http://127.0.0.1:" + home.http(),
                        "http://127.0.0.1:" + home.ops(),
                        "embedded");
        assertThat(home.ask("GET", "/-/healthy").statusCode()).isEqualTo(200);
        assertThat(home.ask("GET", "/-/ready").body()).isEqualTo("ready\n");
    }

    @Test
    @Order(2)
    void statusBesideItSaysThatItRuns() {
        Ran status = home.run("status");
        assertThat(status.err()).isEmpty();
        assertThat(status.out()).contains("daemon: running as " + daemon.pid() + "-", "database: embedded, ");
    }

    @Test
    @Order(3)
    void whatIsAddedBesideItIsSeenAtOnce() {
        Ran added = home.addHearing("Motion to compel", "2031-03-12T09:30");
        assertThat(added.err()).isEmpty();
        await().atMost(Duration.ofSeconds(5)).until(() -> outbox().anyMatch(text -> text.contains("Motion to compel")));
        assertThat(home.run("agenda").out())
                .contains("hearing: Motion to compel [" + added.entry() + "], open", "by email, held");
        assertThat(home.run("cancel", added.entry(), "--as=jlin").out()).contains("done: " + added.entry());
    }

    @Test
    @Order(4)
    void servesAFeedThatWasAddedBesideIt() throws Exception {
        Ran added = home.run("feed", "add", "--as=jlin", "--json");
        URI address = URI.create(added.out().replaceAll("(?s).*\"https\":\"([^\"]+)\".*", "$1"));
        URI local = URI.create("http://127.0.0.1:" + home.http() + address.getPath());
        await().atMost(Duration.ofSeconds(5))
                .until(() -> TrialHome.send("GET", local).statusCode() == 200);
        assertThat(TrialHome.send("GET", local).body()).startsWith("BEGIN:VCALENDAR");
        assertThat(said()).doesNotContain(address.getPath());
    }

    @Test
    @Order(5)
    void keepsWhatIsActiveWhereTheHomeIsBroken() throws Exception {
        home.edit("rules/reminders.yaml", good -> good + "bogus: yes\n");
        HttpResponse<String> refused = home.ask("POST", "/-/reload");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("not reloaded", "rules/reminders.yaml:", "bogus");
        assertThat(home.ask("GET", "/metrics").body()).contains("config_last_reload_successful 0.0");
        assertThat(home.ask("GET", "/-/ready").statusCode()).isEqualTo(200);
        assertThat(home.run("agenda").err()).contains("the home has errors, and what was active before them stays so");
        home.edit("rules/reminders.yaml", bad -> bad.replace("bogus: yes\n", ""));
    }

    @Test
    @Order(6)
    void readsTheHomeAgainOnHangUp() throws Exception {
        new ProcessBuilder("kill", "-HUP", Long.toString(daemon.pid())).start().waitFor();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> home.ask("GET", "/metrics").body().contains("config_last_reload_successful 1.0"));
    }

    @Test
    @Order(7)
    void takesUpTheWordsOfARungAtReload() throws Exception {
        Files.writeString(home.folder().resolve("templates/hearing-prep.txt"), "PREPARE for {{title}}\n");
        home.edit(
                "rules/reminders.yaml",
                rules -> rules.replaceAll("(?m)^( +)- at: when known$", "$0\n$1  template: hearing-prep"));
        HttpResponse<String> reloaded = home.ask("POST", "/-/reload");
        assertThat(reloaded.body()).doesNotContain("not reloaded");
        Ran added = home.addHearing("Motion in limine", "2031-04-10T09:30");
        await().atMost(Duration.ofSeconds(5))
                .until(() -> outbox().anyMatch(text -> text.contains("PREPARE for Motion in limine")));
        assertThat(home.run("cancel", added.entry(), "--as=jlin").out()).contains("done: " + added.entry());
    }

    @Test
    @Order(8)
    void countsForThoseWhoWatchIt() throws Exception {
        assertThat(home.ask("GET", "/metrics").body())
                .contains(
                        "reminders_due_unsent ",
                        "oldest_due_unsent_seconds ",
                        "sweep_last_success_timestamp_seconds{step=\"due\"}",
                        "outbox_state{state=\"held\"}",
                        "send_attempts_total{channel=\"email\",class=\"accepted\"}",
                        "ack_latency_seconds_count ",
                        "escalations_total ",
                        "feed_generation_errors_total ",
                        "audit_chain_verified_timestamp ",
                        "tzdb_info{version=",
                        "coverage_gaps 0.0",
                        "guard_findings{watch=\"no-owner\"}",
                        "config_hash ",
                        "asks_open ",
                        "clock_offset_seconds ");
    }

    @Test
    @Order(8)
    void showsEveryMetricThatTheAlertRulesName() throws Exception {
        String rules = Files.readString(Path.of("../docs/prometheus/tickler-alerts.yaml"));
        String shown = home.ask("GET", "/metrics").body();
        Set<String> words = Set.of("and", "by", "sum", "abs", "count", "count_values", "increase", "time");
        List<String> named = rules.lines()
                .filter(line -> line.strip().startsWith("expr: "))
                .map(line ->
                        line.strip().substring("expr: ".length()).replaceAll("\"[^\"]*\"|\\{[^}]*}|\\[[^]]*]", " "))
                .flatMap(line ->
                        Pattern.compile("[a-z_]{3,}").matcher(line).results().map(MatchResult::group))
                .filter(word -> !words.contains(word))
                .distinct()
                .toList();
        assertThat(named)
                .hasSizeGreaterThan(10)
                .allSatisfy(name -> assertThat(shown).containsPattern("(?m)^" + name + "(\\{| )"));
    }

    @Test
    @Order(9)
    void aSecondOneSaysThatThePortIsTaken() throws Exception {
        Path second = log.resolveSibling("second.log");
        Process another = start(second);
        assertThat(another.waitFor(START.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(another.exitValue()).isEqualTo(3);
        assertThat(Files.readString(second))
                .contains("tickler: cannot listen on 127.0.0.1:" + home.ops() + ": Address already in use; stop what")
                .doesNotContain("\tat ");
        assertThat(home.ask("GET", "/-/ready").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(10)
    void endsInOrderWhenToldAndLeavesNoDatabaseBehind() throws Exception {
        daemon.destroy();
        assertThat(daemon.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(daemon.exitValue()).isZero();
        assertThat(said()).contains("stopping: ", "stopped");
        assertThat(home.folder().resolve("data/cluster/postmaster.pid")).doesNotExist();
    }

    @Test
    @Order(11)
    void afterItTheCommandsWorkAlone() {
        Ran status = home.run("status");
        assertThat(status.code()).isZero();
        assertThat(status.out()).contains("daemon: not running");
        assertThat(home.folder().resolve("data/cluster/postmaster.pid")).doesNotExist();
    }

    private Process start(Path into) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dlogback.configurationFile=logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "serve",
                        "--home",
                        home.folder().toString()))
                .redirectErrorStream(true)
                .redirectOutput(into.toFile())
                .start();
    }

    private String said() throws IOException {
        return Files.readString(log);
    }

    private Stream<String> outbox() throws IOException {
        try (Stream<Path> files = Files.list(home.folder().resolve("outbox"))) {
            return files.map(ServeCommandTest::text).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
