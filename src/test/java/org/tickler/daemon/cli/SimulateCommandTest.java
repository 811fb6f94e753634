package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** The days to come of a home on a server of the firm's, whose mail server, which must hear nothing, is on this machine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SimulateCommandTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private final LocalDate today = LocalDate.now(ZoneId.of("America/New_York"));
    private final LocalDate due = today.plusDays(40);
    private ServerSocket mailServer;
    private TrialHome home;

    @BeforeAll
    void writeTheHome(@TempDir Path folder) throws IOException {
        mailServer = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        home = TrialHome.in(folder, TESTS.address());
        home.edit("tickler.yaml", settings -> settings + """

                mail:
                  host: 127.0.0.1
                  port: %d
                  tls: none
                  from: tickler@firm.example
                """.formatted(mailServer.getLocalPort()));
        assertThat(home.run(
                                "add",
                                "--matter=H-2291",
                                "--kind=filing",
                                "--title=Reply brief",
                                "--date=" + due,
                                "--as=rdiaz")
                        .code())
                .isZero();
    }

    @AfterAll
    void close() throws IOException {
        mailServer.close();
    }

    /** One run for all of it: a copy is made of a whole server. */
    @Test
    void saysDayByDayWhoWouldBeToldAndTouchesAndSendsNothing() throws Exception {
        List<String> before = rows();
        long copies = copies();
        Ran ran = home.run("simulate", "--to=" + due);

        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
        assertThat(ran.out())
                .contains("email to jlin, Jonah Lin: ")
                .contains("sms to jlin, Jonah Lin: ")
                .contains("rung H-2291, Reply brief [", "an answer is wanted")
                .contains("email to mharper, Mara Harper: ")
                .containsPattern("escalation H-2291, Reply brief \\[")
                .containsPattern("\\d+ messages with \\d+ reminders to 3 people until ");
        assertThat(rows()).isEqualTo(before);
        assertThat(copies()).isEqualTo(copies);
        mailServer.setSoTimeout(1);
        assertThatThrownBy(mailServer::accept).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void fromADayOnWithEverybodyAnsweringNobodyIsToldNext() {
        Ran ran = home.run("simulate", "--from=" + due.minusDays(8), "--to=" + due, "--answers=all", "--json");

        assertThat(ran.out())
                .contains("\"purpose\":\"rung\"", "\"subject\":\"To sign: Exit control, ", "\"escalations\":0")
                .doesNotContain("\"purpose\":\"escalation\"", "has not signed it", "\"at\":\"" + today);
        assertThat(ran.out().lines())
                .last()
                .asString()
                .startsWith("{\"type\":\"simulation\"")
                .contains("\"to\":\"" + due + "\"");
    }

    @Test
    void takesNoDaysThatAreOver() {
        assertThat(home.run("simulate", "--to=2020-01-01").code()).isEqualTo(2);
        Ran ran = home.run("simulate", "--from=2020-01-01", "--to=" + due);
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("--from: expected ");
    }

    /** Every row of every table, as one text each. */
    private static List<String> rows() {
        return TESTS.database()
                .withHandle(handle -> handle
                        .createQuery(
                                "SELECT relname FROM pg_class WHERE relnamespace = 'tickler'::regnamespace AND relkind = 'r'")
                        .mapTo(String.class)
                        .list()
                        .stream()
                        .sorted()
                        .flatMap(table -> Stream.concat(
                                Stream.of(table),
                                handle
                                        .createQuery(
                                                "SELECT xmin::text || ' ' || t::text FROM " + table + " t ORDER BY 1")
                                        .mapTo(String.class)
                                        .stream()))
                        .toList());
    }

    private static long copies() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith("tickler-simulate-"))
                    .count();
        }
    }
}
