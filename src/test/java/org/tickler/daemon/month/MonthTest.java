package org.tickler.daemon.month;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.store.TestDatabase;

/** A firm of 12 people and 40 matters lives through a month; its tables are in {@code src/test/resources/month}. */
class MonthTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private static final List<String> FILES = List.of(
            "tickler.yaml",
            "people.yaml",
            "matters.csv",
            "calendars/firm.yaml",
            "rules/reminders.yaml",
            "rules/checks.yaml",
            "rules/sheets.yaml",
            "rules/watches.yaml",
            "docket.csv",
            "docket-2.csv");
    private static final Instant START =
            ZonedDateTime.of(2026, 3, 2, 7, 0, 0, 0, Dated.ZONE).toInstant();
    private static final Instant END =
            ZonedDateTime.of(2026, 3, 31, 18, 0, 0, 0, Dated.ZONE).toInstant();

    @Test
    void everyMessageThatWasPredictedByHandIsSentAndNoOther(@TempDir Path folder) throws Exception {
        List<String> predicted =
                Dated.table("predicted.txt").stream().map(Dated::shown).toList();
        List<String> sent;
        try (VirtualFirm firm = new VirtualFirm(folder, tests.address(), START, files())) {
            Script script = new Script(firm);
            new Deeds(firm).load("docket.csv");
            firm.settle();
            for (Dated happening : Dated.table("script.txt")) {
                firm.until(happening.at());
                script.play(happening);
            }
            firm.until(END);
            sent = firm.received().all().stream().map(Dated::shown).toList();
        }

        assertThat(missing(sent, predicted)).as("sent, and not predicted").isEmpty();
        assertThat(missing(predicted, sent)).as("predicted, and not sent").isEmpty();
    }

    private static Map<String, String> files() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String name : FILES) {
            files.put(name, Dated.file(name));
        }
        return files;
    }

    /** What of {@code all} is not in {@code others}, as often as it is too much. */
    private static List<String> missing(List<String> all, List<String> others) {
        List<String> left = new ArrayList<>(all);
        others.forEach(left::remove);
        return left.stream().sorted().toList();
    }
}
