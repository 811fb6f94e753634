package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Status reports while a case is stayed. The stay is ordered on Monday 5 January 2026. */
class RepeatedDeadlineTest {
    private static SampleFirm stayed(String then) {
        return firm().on(entry("stay", EntryKind.EVENT, "2026-01-05").event("stay-ordered"))
                .rules("""
                        deadlines:
                          - {id: status-report, trigger: {event: stay-ordered}, due: 60 days after, %s, kind: filing}
                        """.formatted(then));
    }

    private static SampleEntry lifted(String date) {
        return entry("lifted", EntryKind.EVENT, date).event("stay-lifted");
    }

    private static List<LocalDate> dates(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(derived -> derived.when().date().orElseThrow())
                .toList();
    }

    @Test
    void comesAgainUntilTheStayIsLifted() {
        assertThat(dates(stayed("then: every 60 days, until: {event: stay-lifted}")
                        .on(lifted("2026-08-01"))))
                .containsExactly(LocalDate.of(2026, 3, 6), LocalDate.of(2026, 5, 5), LocalDate.of(2026, 7, 4));
    }

    @ParameterizedTest(name = "lifted on {0}: {1} reports")
    @CsvSource({"2026-03-05, 0", "2026-03-06, 1", "2026-05-04, 1", "2026-05-05, 2"})
    void standsOnTheDayOfTheLiftingItself(String date, int reports) {
        assertThat(dates(stayed("then: every 60 days, until: {event: stay-lifted}")
                        .on(lifted(date))))
                .hasSize(reports);
    }

    @Test
    void endsWithTheFirstLiftingThatStands() {
        assertThat(dates(stayed("then: every 60 days, until: {event: stay-lifted}")
                        .on(lifted("2026-06-01"))
                        .on(lifted("2026-04-01").called("vacated").status(EntryStatus.CANCELLED))
                        .on(lifted("2025-12-01").called("of an earlier stay"))
                        .on(lifted("2026-04-01").called("announced").waiting())))
                .hasSize(2);
    }

    @Test
    void endsAfterFiveYearsOrSixtyTimes() {
        List<LocalDate> reports = dates(stayed("then: every 60 days, until: {event: stay-lifted}"));
        assertThat(reports).hasSize(31);
        assertThat(reports.getLast()).isBeforeOrEqualTo(LocalDate.of(2031, 3, 6));
        assertThat(dates(stayed("then: every 7 days"))).hasSize(60);
    }

    @Test
    void countsMonthsFromTheFirstSoThatTheDayDoesNotDrift() {
        assertThat(dates(firm().on(entry("stay", EntryKind.EVENT, "2026-01-31").event("stay-ordered"))
                        .rules("""
                                        deadlines:
                                          - {id: report, trigger: {event: stay-ordered}, due: 0 days after, then: every 1 month, kind: filing}
                                        """)))
                .startsWith(
                        LocalDate.of(2026, 1, 31),
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 31),
                        LocalDate.of(2026, 4, 30));
    }

    @Test
    void countsBusinessDaysOneAfterTheOther() {
        // Friday 6 March is a holiday of the firm.
        assertThat(dates(firm().on(entry("stay", EntryKind.EVENT, "2026-03-02").event("stay-ordered"))
                        .rules("""
                                        deadlines:
                                          - {id: report, trigger: {event: stay-ordered}, due: 1 business day after, then: every 2 business days, kind: task}
                                        """)))
                .startsWith(
                        LocalDate.of(2026, 3, 3),
                        LocalDate.of(2026, 3, 5),
                        LocalDate.of(2026, 3, 10),
                        LocalDate.of(2026, 3, 12));
    }

    @Test
    void numbersItsOccurrences() {
        List<Entry> reports = stayed("then: every 60 days").schedule().derived();
        assertThat(reports.get(1).id()).isEqualTo(EntryId.derived(SampleEntry.id("stay"), "status-report", 2));
        assertThat(((Origin.Derived) reports.get(1).origin()).steps())
                .contains("every 60 days, number 2: 60 days after Fri 2026-03-06: Tue 2026-05-05");
    }

    @Test
    void supersedesWhatLiesAfterTheLifting() {
        SampleFirm after = stayed("then: every 60 days, until: {event: stay-lifted}");
        after.schedule().derived().forEach(after::on);
        List<Entry> derived = after.on(lifted("2026-05-20")).schedule().derived();
        assertThat(derived).hasSize(31);
        assertThat(derived)
                .filteredOn(entry -> entry.status() == EntryStatus.OPEN)
                .hasSize(2);
        assertThat(derived)
                .filteredOn(entry -> entry.status() == EntryStatus.SUPERSEDED)
                .hasSize(29);
    }

    @Test
    void comesOnceWhereNothingElseIsSaid() {
        assertThat(dates(stayed("roll: none"))).containsExactly(LocalDate.of(2026, 3, 6));
    }
}
