package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.engine.Samples;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;

/**
 * Who owns the truth, as a table: the source first said open on 12 March, then a person acts or not, then the source speaks
 * again.
 */
class TruthTableTest {
    private static final String FIRST = "1,H-2291,hearing,Motion hearing,2026-03-12,09:30,jlin,";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    @ParameterizedTest(name = "person {0}, source {1}: {2} on {3}, revision {4}, asked {5}")
    @CsvSource(nullValues = "-", textBlock = """
            # person,      source,      status,      date,       revision, asked
            nothing,       same,        OPEN,        2026-03-12, 1,        -
            nothing,       2026-03-19,  OPEN,        2026-03-19, 2,        -
            nothing,       2026-03-10,  OPEN,        2026-03-10, 2,        -
            nothing,       cancelled,   CANCELLED,   2026-03-12, 2,        -
            nothing,       gone,        OPEN,        2026-03-12, 1,        -
            nothing,       gone-complete, OPEN,      2026-03-12, 1,        missing
            2026-03-26,    same,        OPEN,        2026-03-26, 2,        -
            2026-03-26,    2026-03-26,  OPEN,        2026-03-26, 2,        -
            2026-03-26,    2026-03-19,  OPEN,        2026-03-19, 3,        both-changed
            2026-03-10,    2026-03-19,  OPEN,        2026-03-10, 2,        both-changed
            2026-03-26,    cancelled,   CANCELLED,   2026-03-26, 3,        -
            2026-03-26,    gone,        OPEN,        2026-03-26, 2,        -
            cancel,        same,        CANCELLED,   2026-03-12, 2,        -
            cancel,        2026-03-19,  PROVISIONAL, 2026-03-19, 3,        both-changed
            cancel,        cancelled,   CANCELLED,   2026-03-12, 2,        -
            cancel,        gone-complete, CANCELLED, 2026-03-12, 2,        -
            done,          same,        DONE,        2026-03-12, 1,        -
            done,          cancelled,   DONE,        2026-03-12, 1,        both-changed
            waive,         done,        WAIVED,      2026-03-12, 2,        both-changed
            """)
    void whatStandsAfterSourceAndPersonHaveSpoken(
            String person, String source, String status, LocalDate date, int revision, String asked) {
        LoadFixture firm = new LoadFixture(tests, folder);
        firm.load(FIRST, "2,H-2291,task,Prepare,2026-05-04,,jlin,");
        act(firm, person);
        say(firm, source);
        Entry entry = firm.entry("1");
        assertThat(entry.status()).hasToString(status);
        assertThat(entry.when().date()).contains(date);
        assertThat(entry.revision().number()).isEqualTo(revision);
        if (asked == null) {
            assertThat(firm.codes()).isEmpty();
        } else {
            assertThat(firm.codes()).containsExactly(asked);
        }
        say(firm, source);
        assertThat(firm.entry("1")).as("said again, nothing changes").isEqualTo(entry);
    }

    private static void act(LoadFixture firm, String person) {
        Signature by = Signature.of(Samples.RDIAZ, "order");
        switch (person) {
            case "nothing" -> {}
            case "done" -> firm.acts.apply(new Act.Claim(firm.entry("1").id(), Act.ReceiptGiven.NONE), by);
            case "waive" -> firm.acts.apply(new Act.Waive(firm.entry("1").id()), by);
            case "cancel" -> firm.acts.apply(new Act.Cancel(firm.entry("1").id()), by);
            default ->
                firm.acts.apply(
                        new Act.Move(firm.entry("1").id(), NewDate.of(DateGiven.on(LocalDate.parse(person)))), by);
        }
    }

    private static void say(LoadFixture firm, String source) {
        String other = "2,H-2291,task,Prepare,2026-05-04,,jlin,";
        switch (source) {
            case "same" -> firm.load(FIRST, other);
            case "cancelled" -> firm.load(FIRST + "cancelled", other);
            case "done" -> firm.load(FIRST + "done", other);
            case "gone" -> firm.load(other);
            case "gone-complete" -> firm.load(LoadOptions.by("rdiaz").completely(), other);
            default -> firm.load(FIRST.replace("2026-03-12", source), other);
        }
    }
}
