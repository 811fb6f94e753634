package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.feed.FeedCache;
import org.tickler.engine.feed.FeedMaker;
import org.tickler.engine.feed.FeedTokens;
import org.tickler.engine.store.DatabaseClock;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.trial.Mailbox;
import org.tickler.rules.firm.PersonId;

/**
 * A brief that lives through a whole story: told together with one of a walled matter, not ready, escalated, answered, read
 * otherwise, verified, moved, filed, rejected, filed again and done. Then what is told of it, and to whom.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvidenceCommandTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private static final String RUNG = """
                rungs:
                  - id: long-before
                    at: 2000 days before
                    to: lead-attorney
                    by: email
                    answer:
                      from: lead-attorney
                      within: 1 business day
                    if-silent:
                      - tell: supervising-attorney
            """;
    private static final String SECRET = "Harper keeps silent";
    private static final String PASTED = "Qw3".repeat(14) + "x";

    private final ObjectMapper json = new ObjectMapper();
    /** A Wednesday in two years: feeds show three. */
    private final LocalDate due =
            LocalDate.now(ZoneOffset.UTC).plusYears(2).with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));

    private Path folder;
    private TrialHome home;
    private String brief;
    private String secret;

    @BeforeAll
    void live(@TempDir Path temp) throws IOException {
        folder = temp;
        home = TrialHome.in(folder, TESTS.address());
        home.edit("matters.yaml", matters -> matters + """
                  - id: H-2300
                    title: In re Walled
                    team:
                      lead-attorney: jlin
                    walled-off:
                      - mharper
                """);
        home.edit(
                "rules/reminders.yaml",
                rules -> rules.replaceFirst("    rungs:\n", RUNG)
                        .replace(
                                "#     - second-person\n#   verify: blind",
                                "      - second-person\n    verify: blind"));
        Path docket = home.write("docket.csv", """
                id,matter,kind,title,date
                B-1,H-2291,filing,Reply <script>alert(1)</script> & brief,%s
                S-1,H-2300,filing,Harper keeps silent,%s
                """.formatted(due, due));
        ran("load", docket);
        brief = id("Reply");
        secret = id(SECRET);
        try (Mailbox mailbox = Mailbox.open()) {
            DatabaseClock clock = new DatabaseClock(TESTS.database());
            DueSweep due =
                    PostOffice.sweep(TESTS.database(), clock, PostOffice.byMail(mailbox.port(), clock, home.folder()));
            due.run();
            feed(clock);
            ran("answer", brief, "not-ready", "--as=jlin");
            new Escalator(TESTS.database(), new BookKeeper(TESTS.database()), clock).sweep();
            due.run();
            ran("answer", brief, "have-it", "--as=mharper");
        }
        Path notice = home.write("notice.pdf", "Notice of electronic filing");
        assertThat(home.run("verify", brief, "--date=" + due.plusDays(1), "--as=rdiaz")
                        .code())
                .isEqualTo(1);
        ran("verify", brief, "--date=" + due, "--as=jlin");
        ran("move", brief, "--to=" + due.plusDays(2), "--reason=ECF 34, see " + PASTED, "--as=rdiaz");
        ran("verify", brief, "--date=" + due.plusDays(2), "--as=jlin");
        ran("done", brief, "--receipt=" + notice, "--as=jlin");
        ran("done", brief, "--rejected", "--reason=wrong event code", "--as=rdiaz");
        ran("done", brief, "--receipt=" + notice, "--as=jlin");
        ran("done", brief, "--confirm", "--as=rdiaz");
    }

    @Test
    void explainTellsTheWholeLifeInOrder() {
        String told = ran("explain", brief).out();
        assertThat(told)
                .containsSubsequence(
                        "its life:\n",
                        "loaded by ",
                        "docket.csv:2: Wed " + due + "\n",
                        "told jlin by email at jlin@firm.example: ",
                        "; accepted (message M-",
                        "jlin answered not-ready by command: to long-before of court-deadline",
                        "escalated from jlin to mharper: ",
                        "told mharper by email at mharper@firm.example",
                        "mharper answered have-it by command",
                        "read otherwise by rdiaz, who read the date from the paper: the paper says Thu "
                                + due.plusDays(1),
                        "verified by jlin, who read the date from the paper",
                        "moved by rdiaz: Wed " + due + " -> Fri " + due.plusDays(2) + " (the court changed it): ECF 34",
                        "claimed by jlin",
                        "receipt accepted: notice.pdf, 27 bytes, SHA-256 ",
                        "rejected by rdiaz",
                        "wrong event code",
                        "claimed by jlin",
                        "confirmed by rdiaz");
        assertThat(told)
                .containsPattern("the feed F-\\w{8} of jlin showed revision 1, Wed " + due
                        + "; fetched .* last by Calendar/1\\.0")
                .doesNotContain(SECRET);
        assertThat(ran("explain", brief, "--json").out())
                .contains(
                        "\"life\":[{\"at\":\"",
                        "\"what\":\"escalated\"",
                        "\"what\":\"feed\"",
                        "\"outcome\":\"accepted\"");
    }

    @Test
    void evidenceOfAMatterIsAFolderThatProvesItself() throws Exception {
        Path out = folder.resolve("matter");
        Ran ran = ran("evidence", "--matter=H-2291", "--out", out, "--as=rdiaz");
        assertThat(ran.out()).contains("written: " + out.resolve("index.html"), "3 receipts");
        String page = Files.readString(out.resolve("index.html"));
        assertThat(page)
                .contains(
                        "Reply &lt;script&gt;alert(1)&lt;/script&gt; &amp; brief",
                        "Made ",
                        "by <bdi>Rosa Diaz (rdiaz)</bdi>",
                        "Moved by Rosa Diaz (rdiaz): Wed " + due + " -&gt; Fri " + due.plusDays(2)
                                + " (the court changed it)",
                        "links hold",
                        "The file has the hash that its row has, and row ")
                .doesNotContain("<script", "http://", "https://");
        assertThat(page.replaceAll("href=\"(messages|receipts)/[A-Za-z0-9._-]+\"", ""))
                .doesNotContain("href=");
        assertThat(out.resolve("insurer.html")).doesNotExist();
        assertThat(everything(out)).doesNotContain(SECRET, "H-2300", secret, PASTED, "In re Walled");
        assertThat(everything(out.resolve("messages"))).contains("Filing: Reply", "left out: 1 passage");

        checkSums(out);
        String hash = hash(Files.readAllBytes(out.resolve("SHA256SUMS")));
        assertThat(PostOffice.texts(
                        TESTS.database(),
                        "SELECT who || ' ' || matter FROM audit WHERE act = 'evidence-made' AND detail ->> 'sha256' = '"
                                + hash + "'"))
                .containsExactly("rdiaz H-2291");
        checkChain(out.resolve("audit.jsonl"));
        JsonNode facts = json.readTree(out.resolve("evidence.json").toFile());
        assertThat(facts.path("chain").path("holds").asBoolean()).isTrue();
        assertThat(facts.path("entries").path(0).path("life").findValuesAsText("what"))
                .contains("tried", "answered", "escalated", "receipt", "act", "feed");
        assertThat(facts.path("receipts").path(0).path("matches").asBoolean()).isTrue();

        Ran again = home.run("evidence", "--matter=H-2291", "--out", out, "--as=rdiaz");
        assertThat(again.code()).isEqualTo(1);
        assertThat(again.err()).contains("is there already").doesNotContain("Exception");
    }

    @Test
    void aReceiptThatWasTamperedWithIsSaidLoudly() throws IOException {
        Path kept = receipt();
        byte[] before = Files.readAllBytes(kept);
        Path out = folder.resolve("tampered");
        try {
            Files.writeString(kept, "Notice of electronic filing, later");
            Ran ran = home.run("evidence", "--entry", brief, "--out", out, "--as=rdiaz");
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.out()).contains("WARNING: the receipt \"notice.pdf\"", "IT DOES NOT MATCH");
        } finally {
            Files.write(kept, before);
        }
        assertThat(Files.readString(out.resolve("index.html"))).contains("role=\"alert\"", "IT DOES NOT MATCH");
        try (Stream<Path> receipts = Files.list(out.resolve("receipts"))) {
            assertThat(receipts.map(file -> file.getFileName().toString()))
                    .allMatch(name -> name.startsWith("DOES-NOT-MATCH-"));
        }
        Files.move(kept, kept.resolveSibling("away"));
        try {
            Ran gone = home.run("evidence", "--entry", brief, "--out", folder.resolve("gone"), "--as=rdiaz");
            assertThat(gone.code()).isEqualTo(1);
            assertThat(gone.out()).contains("its file is gone from the home");
        } finally {
            Files.move(kept.resolveSibling("away"), kept);
        }
    }

    @Test
    void aWallHoldsWhoeverAsks() throws IOException {
        Ran refused = home.run("evidence", "--matter=H-2300", "--out", folder.resolve("wall"), "--as=mharper");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("the matter \"H-2300\" is not known");
        assertThat(folder.resolve("wall")).doesNotExist();

        Path out = folder.resolve("person");
        ran("evidence", "--person=jlin", "--out", out, "--as=mharper");
        assertThat(everything(out)).doesNotContain(SECRET, "H-2300", secret, "In re Walled");
        assertThat(Files.readString(out.resolve("index.html")))
                .contains("Jonah Lin (jlin) answered not-ready", "left out that whoever made this may not see")
                .doesNotContain("Escalated from Jonah Lin (jlin) to nobody", "Confirmed by Rosa Diaz");

        Path open = folder.resolve("open");
        ran("evidence", "--person=jlin", "--out", open, "--as=jlin");
        assertThat(everything(open)).contains(SECRET);
    }

    @Test
    void theInsurersPageCountsAPeriodOfTheWholeFirmAndTellsNoMatter() throws IOException {
        Path out = folder.resolve("firm");
        ran("evidence", "--from=2026-01-01", "--to=" + due.plusDays(30), "--out", out, "--as=mharper");
        JsonNode insurer = json.readTree(out.resolve("evidence.json").toFile())
                .path("insurer")
                .path("figures");
        assertThat(shares(insurer))
                .as("of the walled matter nothing is counted to whom may not see it")
                .contains(
                        "verified-by-two 1/1",
                        "answered-in-time 2/2",
                        "done-with-receipt 1/1",
                        "changed-by-hand 1/1",
                        "escalated 1/2",
                        "missed 0/0",
                        "drills 0/0",
                        "coverage-proofs 0/0");
        assertThat(Files.readString(out.resolve("insurer.html")))
                .contains("<b>1 of 2 (50 %)</b>", "<b>none</b>", "<td>filing</td><td>moved</td>")
                .doesNotContain("(0 %)");
        assertThat(everything(out)).doesNotContain(SECRET, "H-2300", secret, "Reply", "In re Walled", "Acme");
        for (String page : List.of("index.html", "insurer.html")) {
            assertThat(Files.readString(out.resolve(page))).contains("1 matter is left out because of walls");
        }
        Path all = folder.resolve("firm-all");
        ran("evidence", "--from=2026-01-01", "--to=" + due.plusDays(30), "--out", all, "--as=jlin");
        assertThat(everything(all)).contains("H-2300", secret).doesNotContain("because of walls", "In re Walled");
        assertThat(Files.readAllLines(out.resolve("audit.jsonl")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("detail"));
    }

    @Test
    void anEmptyPeriodIsSaidToBeEmpty() throws IOException {
        Path out = folder.resolve("empty");
        ran("evidence", "--matter=H-2291", "--from=2020-01-01", "--to=2020-01-31", "--out", out, "--as=rdiaz");
        assertThat(Files.readString(out.resolve("index.html"))).contains("Nothing that is told here.", "<p>None.</p>");
        assertThat(Pattern.compile("<b>none</b>")
                        .matcher(Files.readString(out.resolve("insurer.html")))
                        .results()
                        .count())
                .isEqualTo(8);
        assertThat(out.resolve("audit.jsonl")).isEmptyFile();
    }

    @Test
    void whatMakesNoSenseIsRefusedAndSaid() throws IOException {
        Path out = folder.resolve("none");
        assertThat(home.run("evidence", "--matter=H-2292", "--out", out, "--as=rdiaz")
                        .err())
                .contains("the matter \"H-2292\" is not known; did you mean \"H-2291\"?");
        assertThat(home.run("evidence", "--person=jlim", "--out", out, "--as=rdiaz")
                        .err())
                .contains("the person \"jlim\" is not known");
        assertThat(home.run("evidence", "--entry=E-aaaaaaaaaa", "--out", out, "--as=rdiaz")
                        .err())
                .contains("the entry \"E-aaaaaaaaaa\" is not known");
        assertThat(home.run(
                                "evidence",
                                "--matter=H-2291",
                                "--from=2026-02-01",
                                "--to=2026-01-01",
                                "--out",
                                out,
                                "--as=rdiaz")
                        .err())
                .contains("the period runs backwards");
        Ran whose = home.run("evidence", "--out", out, "--as=rdiaz");
        assertThat(whose.code()).isEqualTo(2);
        assertThat(whose.err()).contains("say whose evidence it is");
        assertThat(home.run("evidence", "--matter=H-2291", "--out", out, "--as=nobody")
                        .err())
                .contains("nobody has the id \"nobody\"");
        assertThat(home.run("evidence", "--matter=H-2291", "--entry=" + brief, "--out", out, "--as=rdiaz")
                        .code())
                .isEqualTo(2);
        Path file = home.write("a-file", "x");
        assertThat(home.run("evidence", "--matter=H-2291", "--out", file, "--as=rdiaz")
                        .err())
                .contains("is not an empty folder");
        assertThat(out).doesNotExist();
    }

    private Ran ran(Object... arguments) {
        Ran ran = home.run(arguments);
        assertThat(ran.code()).as(ran.toString()).isZero();
        return ran;
    }

    private String id(String word) {
        Matcher found = Pattern.compile("\\[([DE]-\\w+)]")
                .matcher(ran("find", word.split(" ")[0]).out());
        assertThat(found.find()).as(word).isTrue();
        return found.group(1);
    }

    private void feed(DatabaseClock clock) {
        FeedTokens.Added added = new FeedTokens(TESTS.database(), URI.create("https://tickler.firm.example"))
                .add(
                        new PersonId("jlin"),
                        new FeedScope(FeedScope.Of.PERSON, "jlin", FeedScope.Level.FULL),
                        "command",
                        clock.instant());
        new FeedMaker(TESTS.database(), clock).sweep();
        try (FeedCache cache = new FeedCache(TESTS.database(), clock)) {
            cache.refresh();
            String path = added.links().https().getPath();
            assertThat(cache.find(path.substring("/feeds/".length(), path.length() - ".ics".length()), "Calendar/1.0"))
                    .isInstanceOf(FeedCache.Lookup.Here.class);
            cache.refresh();
        }
    }

    private Path receipt() throws IOException {
        try (Stream<Path> kept = Files.list(home.folder().resolve("receipts"))) {
            return kept.findFirst().orElseThrow();
        }
    }

    private static String everything(Path folder) throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(file.getFileName())
                        .append('\n')
                        .append(Files.readString(file))
                        .append('\n');
            }
        }
        return all.toString();
    }

    private static List<String> shares(JsonNode figures) {
        return StreamSupport.stream(figures.spliterator(), false)
                .map(one ->
                        one.path("id").asText() + " " + one.path("numerator").asInt() + "/"
                                + one.path("denominator").asInt())
                .toList();
    }

    private static void checkSums(Path out) throws Exception {
        List<String> sums = Files.readAllLines(out.resolve("SHA256SUMS"));
        try (Stream<Path> files = Files.walk(out)) {
            assertThat(sums).hasSize((int) files.filter(Files::isRegularFile).count() - 1);
        }
        for (String line : sums) {
            assertThat(hash(Files.readAllBytes(out.resolve(line.substring(66)))))
                    .isEqualTo(line.substring(0, 64));
        }
    }

    /** Each row's hash follows from what stands in its line, but where something was left out of it. */
    private void checkChain(Path audit) throws Exception {
        int reckoned = 0;
        for (String line : Files.readAllLines(audit)) {
            JsonNode link = json.readTree(line);
            String row = line.substring(line.indexOf("\"row\":") + "\"row\":".length(), line.length() - 1);
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(link.path("before").asText()));
            String hash = HexFormat.of().formatHex(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
            if (!row.contains("(token left out)")) {
                assertThat(hash).isEqualTo(link.path("hash").asText());
                reckoned++;
            }
        }
        assertThat(reckoned).isGreaterThan(10);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
