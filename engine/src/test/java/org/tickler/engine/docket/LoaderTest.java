package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

class LoaderTest {
    private static final LoadOptions BY_CLERK = LoadOptions.by("rdiaz");
    private static final String HEARING = "1,H-2291,hearing,Motion hearing,2026-03-12,09:30,jlin,";

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
    }

    @Test
    void aRowBecomesAnEntryInTheCourtsZoneWithItsReminders() {
        LoadReport report = firm.load(HEARING);
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(report.items()).isEmpty();
        assertThat(firm.entry("1").when().zone()).isEqualTo(Samples.NEW_YORK);
        assertThat(firm.entry("1").when())
                .isInstanceOfSatisfying(
                        When.Timed.class,
                        timed -> assertThat(timed.start()).isEqualTo(LocalDateTime.of(2026, 3, 12, 9, 30)));
        assertThat(firm.firm.reminders()).isNotEmpty();
    }

    @Test
    void loadedTwiceChangesNothing() {
        String[] rows = {HEARING, "2,H-2291,filing,Brief,2026-03-21,,jlin,"};
        firm.load(rows);
        List<String> before = firm.firm.versions();
        firm.clock.set(firm.clock.instant().plus(Duration.ofDays(1)));
        LoadReport report = firm.load(rows);
        assertThat(report.count(Sort.SAME)).isEqualTo(2);
        assertThat(report.count(Sort.ASKED)).isZero();
        assertThat(firm.firm.versions().stream().filter(row -> !row.startsWith("audit")))
                .isEqualTo(
                        before.stream().filter(row -> !row.startsWith("audit")).toList());
    }

    @Test
    void aDateThatOnlyTheSourceChangesMovesTheEntry() {
        firm.load(HEARING);
        LoadReport report = firm.load(HEARING.replace("03-12", "03-19"));
        assertThat(report.count(Sort.CHANGED)).isEqualTo(1);
        assertThat(firm.entry("1").when().date()).contains(LocalDate.of(2026, 3, 19));
        assertThat(firm.entry("1").revision().number()).isEqualTo(2);
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void anUnchangedSourceNeverUndoesAPersonsMove() {
        firm.load(HEARING);
        move(LocalDate.of(2026, 3, 26));
        LoadReport report = firm.load(HEARING);
        assertThat(report.count(Sort.SAME)).isEqualTo(1);
        assertThat(firm.entry("1").when().date()).contains(LocalDate.of(2026, 3, 26));
    }

    @Test
    void aSourceThatChangesItsTitleLeavesAPersonsDateAlone() {
        firm.load(HEARING);
        move(LocalDate.of(2026, 3, 26));
        firm.load(HEARING.replace("Motion hearing", "Hearing on motion"));
        assertThat(firm.entry("1").title()).isEqualTo("Hearing on motion");
        assertThat(firm.entry("1").when().date()).contains(LocalDate.of(2026, 3, 26));
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void changedOnBothSidesIsAQuestionAndTheEarlierDateIsReminded() {
        firm.load(HEARING);
        move(LocalDate.of(2026, 3, 26));
        LoadReport report = firm.load(HEARING.replace("03-12", "03-19"));
        assertThat(report.items(Sort.ASKED)).hasSize(1);
        assertThat(firm.codes()).containsExactly("both-changed");
        assertThat(firm.questions().getFirst().asked()).isEqualTo(Samples.JLIN);
        assertThat(firm.entry("1").when().date()).contains(LocalDate.of(2026, 3, 19));
        assertThat(firm.firm.reminders(Purpose.QUESTION)).hasSize(1);
    }

    @Test
    void thePersonsEarlierDateStandsAgainstALaterOneOfTheSource() {
        firm.load(HEARING);
        move(LocalDate.of(2026, 3, 10));
        firm.load(HEARING.replace("03-12", "03-19"));
        assertThat(firm.entry("1").when().date()).contains(LocalDate.of(2026, 3, 10));
        assertThat(firm.codes()).containsExactly("both-changed");
    }

    @Test
    void aPersonWhoMovesItAgainSettlesTheQuestion() {
        firm.load(HEARING);
        move(LocalDate.of(2026, 3, 26));
        firm.load(HEARING.replace("03-12", "03-19"));
        move(LocalDate.of(2026, 3, 20));
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void whatASourceMovesAfterItWasCancelledHereRemindsAndIsAsked() {
        firm.load(HEARING);
        firm.acts.apply(new Act.Cancel(firm.entry("1").id()), Signature.of(Samples.RDIAZ, "settled"));
        firm.load(HEARING.replace("03-12", "03-19"));
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(firm.codes()).containsExactly("both-changed");
    }

    @Test
    void aMissingRowIsCountedAndChangesNothing() {
        firm.load(HEARING, "2,H-2291,filing,Brief,2026-03-20,,jlin,");
        LoadReport report = firm.load(HEARING);
        assertThat(report.count(Sort.MISSING)).isEqualTo(1);
        assertThat(firm.entry("2").status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void ofAMissingRowOfACompleteSourceItsOwnerIsAskedUntilItIsBack() {
        firm.load(HEARING, "2,H-2291,filing,Brief,2026-03-20,,jlin,");
        firm.load(BY_CLERK.completely(), HEARING);
        assertThat(firm.codes()).containsExactly("missing");
        assertThat(firm.entry("2").status()).isEqualTo(EntryStatus.OPEN);
        firm.load(HEARING, "2,H-2291,filing,Brief,2026-03-20,,jlin,");
        assertThat(firm.codes()).isEmpty();
    }

    @Test
    void cancelledByTheSourceWithdrawsItsReminders() {
        firm.load(HEARING);
        firm.load(HEARING + "cancelled");
        assertThat(firm.entry("1").status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(firm.entry("1").revision().number()).isEqualTo(2);
        assertThat(firm.firm.reminders(firm.entry("1").id(), ReminderState.PLANNED))
                .isEmpty();
    }

    @Test
    void oneBadRowStopsNoOther() {
        LoadReport report = firm.load(
                "1,H-2291,hearng,Motion hearing,2026-03-12,09:30,jlin,",
                "2,H-2292,filing,Brief,2026-03-20,,jlin,",
                "3,H-2291,filing,Brief,03/20/2026,,jlin,",
                "4,H-2291,filing,,2026-03-20,,jlin,",
                "5,H-2291,filing,Reply,2026-03-27,,jlin,");
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(report.items(Sort.REJECTED).stream().map(LoadReport.Item::text))
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line)
                                .startsWith("docket.csv:2: kind: ")
                                .contains("did you mean \"hearing\"?"),
                        line -> assertThat(line)
                                .startsWith("docket.csv:3: no matter")
                                .contains("\"H-2291\""),
                        line -> assertThat(line)
                                .startsWith("docket.csv:4: date: ")
                                .contains("such as 2026-03-10"),
                        line -> assertThat(line).isEqualTo("docket.csv:5: title is missing"));
    }

    @Test
    void suspiciousRowsLoadRemindAndAskTheirOwnerInOneMessage() {
        LoadReport report = firm.load(
                "1,H-2291,filing,On a Saturday,2026-03-21,,jlin,",
                "2,H-2291,filing,On a holiday,2026-05-25,,jlin,",
                "3,H-2291,filing,In the past,2026-01-12,,jlin,",
                "4,H-2291,filing,With a wrong weekday,Tue 2026-03-11,,jlin,",
                "5,H-2291,filing,Far away,2028-03-13,,jlin,",
                "6,H-2291,filing,Before it was opened,2025-12-15,,jlin,done",
                "7,H-2291,trial,Trial,2026-06-01,09:00,jlin,",
                "8,H-2291,filing,After trial,2026-06-10,,jlin,",
                "9,H-2291,filing,Nobody's,2026-03-18,,,",
                "10,H-2291,filing,Somebody's,2026-04-18,,jlim,");
        assertThat(report.count(Sort.NEW)).isEqualTo(10);
        assertThat(report.count(Sort.REJECTED)).isZero();
        assertThat(report.count(Sort.SUSPICIOUS)).isEqualTo(8);
        assertThat(firm.codes())
                .containsExactly(
                        "after-trial",
                        "far-off",
                        "holiday",
                        "no-owner",
                        "past",
                        "unknown-owner",
                        "weekday",
                        "weekend",
                        "weekend");
        assertThat(firm.firm.reminders(Purpose.QUESTION))
                .hasSize(9)
                .allSatisfy(row -> assertThat(row.planned().due().at()).isEqualTo(LoadFixture.MON_2026_02_02));
    }

    @Test
    void rowsWithoutIdAreKnownByWhatTheySayAndTwoAlikeAreRefused() {
        String header = "matter,kind,title,date\n";
        firm.loadText(BY_CLERK, "docket.csv", header + "H-2291,filing,Brief,2026-03-20\n");
        LoadReport moved = firm.loadText(BY_CLERK, "other.csv", header + "H-2291,filing,Brief,2026-03-23\n");
        assertThat(moved.count(Sort.CHANGED)).isEqualTo(1);
        LoadReport twice = firm.loadText(
                BY_CLERK, "docket.csv", header + "H-2291,filing,Brief,2026-03-20\nH-2291,filing,brief,2026-03-24\n");
        assertThat(twice.items(Sort.REJECTED))
                .hasSize(2)
                .allSatisfy(item -> assertThat(item.sentence()).startsWith("lines 2, 3 have the same"));
        assertThat(firm.entries()).hasSize(1);
    }

    @Test
    void aDryRunWritesNothing() {
        LoadReport report = firm.load(BY_CLERK.dry(), HEARING);
        assertThat(report.count(Sort.NEW)).isEqualTo(1);
        assertThat(firm.entries()).isEmpty();
    }

    @Test
    void theReportReadsAsTextAndAsJsonLines() {
        LoadReport report = firm.load(HEARING, "2,H-2291,filing,Brief,soon,,jlin,");
        assertThat(report.lines().getFirst()).startsWith("loaded from docket: 1 new, 0 changed, 0 same");
        assertThat(report.jsonLines())
                .anySatisfy(line ->
                        assertThat(line).contains("\"result\":\"rejected\"").contains("\"line\":3"));
        assertThat(report.jsonLines().getLast()).contains("\"type\":\"load\"").contains("\"new\":1");
    }

    private void move(LocalDate to) {
        firm.clock.set(firm.clock.instant().plus(Duration.ofHours(1)));
        firm.acts.apply(
                new Act.Move(firm.entry("1").id(), NewDate.of(DateGiven.on(to))), Signature.of(Samples.RDIAZ, "order"));
    }
}
