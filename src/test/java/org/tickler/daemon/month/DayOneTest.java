package org.tickler.daemon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.Tickler;
import org.tickler.daemon.month.ManyMatters.Told;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.watch.Status;

/** The first day of a firm that comes with 3,000 matters in a spreadsheet. */
class DayOneTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private static final long SEED = 20_260_302;
    private static final Instant LOADED = at(2, 10);
    private static final int FOLD = 25;
    private static final int PER_MINUTE = 600;
    /** Ten seconds' worth. */
    private static final int BURST = PER_MINUTE / 6;

    private static final int CONNECTIONS = 4;
    private static final String SETTINGS = """
            firm: Three Thousand & Co.
            zone: America/New_York
            hours: "Mon-Fri 09:00-17:30"
            last-resort: boss
            mail:
              host: 127.0.0.1
              port: {mail-port}
              tls: none
              from: docket@firm.example
              per-minute: %d
            http: {address: 127.0.0.1, port: {http-port}, public-url: "http://127.0.0.1:{http-port}"}
            ops: {address: 127.0.0.1, port: {ops-port}}
            """.formatted(PER_MINUTE);

    /** One test, since a firm of this size is made once. */
    @Test
    void holdsFirstFoldsWhatIsLateAndWritesToNoClientForTimeThatPassedBefore(@TempDir Path folder) throws Exception {
        ManyMatters many = new ManyMatters(SEED, LOADED);
        Map<String, String> files = new HashMap<>(many.files());
        files.put("tickler.yaml", SETTINGS);
        try (VirtualFirm firm = new VirtualFirm(folder, tests.address(), LOADED, files)) {
            LoadReport report = firm.engine()
                    .load(List.of(firm.file("sheet.csv")), LoadOptions.by("clerk"), (file, rows, all) -> {});
            assertThat(report.count(LoadReport.Sort.NEW)).isEqualTo(many.rows());
            assertThat(report.count(LoadReport.Sort.REJECTED)).isZero();

            firm.until(at(2, 16));
            onlyOwnersAreAskedBeforeTheRelease(firm, many);
            Status.Held held = theHoldSaysWhatWouldGo(firm, many);
            theReleaseSaysToWhom(folder, held.hold().id(), many);

            int before = firm.received().all().size();
            int mailsBefore = firm.mailedAt().size();
            firm.engine().release(held.hold().id(), "clerk");
            firm.settle();
            List<Dated> released =
                    firm.received().all().subList(before, firm.received().all().size());
            whatWasHeldLeavesFolded(released, many);
            noMinuteHasMoreThanTheMailServerBears(
                    firm.mailedAt().subList(mailsBefore, firm.mailedAt().size()));

            before = firm.received().all().size();
            firm.until(at(4, 18));
            whatComesDueIsTold(
                    firm.received().all().subList(before, firm.received().all().size()), many);
        }
    }

    /** Each of the staff has one message at most, of what looks wrong in the spreadsheet. */
    private static void onlyOwnersAreAskedBeforeTheRelease(VirtualFirm firm, ManyMatters many) {
        List<Dated> sent = firm.received().all();
        assertThat(many.past()).isGreaterThan(ManyMatters.MATTERS / 2);
        assertThat(lines(sent)).allMatch(line -> line.contains(" question "));
        assertThat(sent.stream().map(Dated::who)).doesNotHaveDuplicates().noneMatch(who -> who.startsWith("client"));
    }

    private static Status.Held theHoldSaysWhatWouldGo(VirtualFirm firm, ManyMatters many) {
        List<Status.Held> holds = firm.engine().status().holds();
        assertThat(holds).hasSize(1);
        List<Told> soon = within(many, told -> told.at().isBefore(many.dayAfter()));
        int messages = messages(soon, told -> told.who() + told.at());
        int toClients = messages(soon.stream().filter(Told::isClients).toList(), told -> told.who() + told.at());
        assertThat(holds.getFirst().reminders()).isEqualTo(soon.size());
        assertThat(holds.getFirst().hold().why())
                .isEqualTo("it would send " + messages + " messages, " + toClients
                        + " of them to clients, within 24 hours; the limits are 100 and 20");
        return holds.getFirst();
    }

    /** Before it is given: the command as it is typed beside the daemon. */
    private static void theReleaseSaysToWhom(Path folder, long hold, ManyMatters many) {
        StringWriter said = new StringWriter();
        int code = Tickler.commands(Map.of(), new PrintWriter(said, true), new PrintWriter(said, true))
                .execute("--home", folder.toString(), "release", Long.toString(hold), "--as=clerk", "--dry-run");
        Map<String, Long> soon = within(many, told -> told.at().isBefore(many.dayAfter())).stream()
                .collect(Collectors.groupingBy(Told::who, Collectors.counting()));
        assertThat(code).as(said.toString()).isZero();
        assertThat(said.toString().lines().filter(line -> line.startsWith("  ")))
                .containsExactlyInAnyOrderElementsOf(soon.entrySet().stream()
                        .map(one -> "  " + one.getKey() + ": " + one.getValue()
                                + (one.getValue() == 1 ? " reminder" : " reminders") + " by email")
                        .toList());
    }

    /** One reminder of an entry to a person at once, and as few messages as there can be. */
    private static void whatWasHeldLeavesFolded(List<Dated> released, ManyMatters many) {
        List<Told> now = within(many, told -> !told.at().isAfter(at(2, 16)));
        assertThat(lines(released)).containsExactlyInAnyOrderElementsOf(words(now));
        assertThat(released).hasSize(messages(now, Told::who));
        assertThat(now.stream().filter(told -> told.at().equals(LOADED)).map(told -> told.who() + " " + told.row()))
                .doesNotHaveDuplicates();
        assertThat(now).as("clients who are told of days to come").anyMatch(Told::isClients);
    }

    private static void noMinuteHasMoreThanTheMailServerBears(List<Long> times) {
        assertThat(times).as("more than a burst, or nothing is shown").hasSizeGreaterThan(BURST);
        for (int first = 0; first < times.size(); first++) {
            for (int last = first; last < times.size(); last++) {
                double seconds = (times.get(last) - times.get(first))
                        / (double) Duration.ofSeconds(1).toNanos();
                assertThat(last - first + 1 - BURST - CONNECTIONS)
                        .isLessThanOrEqualTo((int) Math.ceil(seconds * PER_MINUTE / 60));
            }
        }
    }

    private static void whatComesDueIsTold(List<Dated> sent, ManyMatters many) {
        List<Told> due =
                within(many, told -> told.at().isAfter(at(2, 16)) && !told.at().isAfter(at(4, 18)));
        assertThat(lines(sent)).containsExactlyInAnyOrderElementsOf(words(due));
        assertThat(due).isNotEmpty();
    }

    private static List<Told> within(ManyMatters many, Predicate<Told> wanted) {
        return many.told().stream().filter(wanted).toList();
    }

    private static List<String> words(List<Told> told) {
        return told.stream().map(one -> one.who() + " " + one.words()).toList();
    }

    private static List<String> lines(List<Dated> sent) {
        return sent.stream()
                .flatMap(message -> Arrays.stream(message.what().split(", ")).map(line -> message.who() + " " + line))
                .toList();
    }

    private static int messages(List<Told> told, Function<Told, String> together) {
        return told.stream().collect(Collectors.groupingBy(together, Collectors.counting())).values().stream()
                .mapToInt(count -> Math.ceilDiv(count.intValue(), FOLD))
                .sum();
    }

    private static Instant at(int day, int hour) {
        return ZonedDateTime.of(2026, 3, day, hour, 0, 0, 0, Dated.ZONE).toInstant();
    }
}
