package org.tickler.daemon.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as a newcomer starts it. It fails by itself where anything in its story does not happen. */
class DemoTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ENDED_BY_TERM = 143;

    @TempDir
    Path temp;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void tellsTheMonthKeepsTheFirmOpenAndLeavesNothingBehind() throws Exception {
        Process demo = start("--keep");
        try {
            await().atMost(PATIENCE).until(() -> said().contains("the texts  ") || !demo.isAlive());
            assertThat(said())
                    .contains("12 dates loaded")
                    .contains("no mailbox takes e-mail for Elena Ruiz, so she heard by text at once")
                    .contains("Mon, Mar 9, 9:00 AM    e-mail to Mara Harper: No answer yet")
                    .contains("Tom Okafor texts back")
                    .contains("e-mail to Jonah Lin: Moved: Hearing Wed, Mar 25, 2026")
                    .contains("Wed, Mar 25   Hearing on the motion to compel")
                    .contains("17 were answered by the person asked, 1 by the next one; open: 0")
                    .contains("overdue: 0");
            assertTheFirmIsOpen();
            demo.destroy();
            assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).as(said()).isZero();
            assertThat(homes()).isEmpty();
        } finally {
            demo.destroyForcibly();
        }
    }

    @Test
    void leavesNothingBehindWhereItIsEndedInTheMiddle() throws Exception {
        Process demo = start();
        try {
            await().atMost(PATIENCE).until(() -> said().contains("dates loaded") || !demo.isAlive());
            demo.destroy();
            assertThat(demo.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(demo.exitValue()).as(said()).isEqualTo(ENDED_BY_TERM);
            assertThat(homes()).isEmpty();
        } finally {
            demo.destroyForcibly();
        }
    }

    private void assertTheFirmIsOpen() throws Exception {
        URI question = address("a question to answer");
        assertThat(get(question).body()).contains("Bench trial", "Do you have this in hand?");
        HttpResponse<String> calendar = get(address("Jonah Lin's calendar"));
        assertThat(calendar.body()).contains("BEGIN:VEVENT", "Bench trial");
        String tag = calendar.headers().firstValue("ETag").orElseThrow();
        assertThat(get(address("Jonah Lin's calendar"), "If-None-Match", tag).statusCode())
                .isEqualTo(304);
        URI mails = address("the e-mails");
        assertThat(get(mails).body())
                .contains("To Jonah Lin (jlin@firm.example), Wed, Apr 8, 9:00 AM", "Trial Mon, Apr 13, 2026 [H-2275]");
        assertThat(get(mails.resolve("/mail/1")).body()).contains("Matter:");
        assertThat(get(mails.resolve("/mail/1.html")).body()).contains("<html");
        assertThat(get(mails.resolve("/mail/999")).statusCode()).isEqualTo(404);
        assertThat(get(address("the texts")).body()).contains("To Tom Okafor (+12125550105), Fri, Apr 3, 9:00 AM");
    }

    private Process start(String... options) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(
                                ProcessHandle.current().info().command().orElseThrow(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-Djava.io.tmpdir=" + temp,
                                "-cp",
                                System.getProperty("java.class.path"),
                                "org.tickler.daemon.Main",
                                "demo"),
                        Stream.of(options))
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(temp.resolve("said").toFile())
                .start();
    }

    private String said() throws Exception {
        return Files.readString(temp.resolve("said"), UTF_8);
    }

    private URI address(String what) throws Exception {
        Matcher line = Pattern.compile(Pattern.quote(what) + " +(http\\S+)").matcher(said());
        assertThat(line.find()).as(said()).isTrue();
        return URI.create(line.group(1));
    }

    private HttpResponse<String> get(URI address, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private List<Path> homes() throws Exception {
        try (Stream<Path> all = Files.list(temp)) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith("tickler-demo-"))
                    .toList();
        }
    }
}
