package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.lang.Rulebook;
import org.tickler.rules.plan.Schedule;
import org.tickler.rules.plan.Scheduler;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** The firm's own deadlines. The trial is on Monday 9 March 2026 in the Southern District of New York. */
class FirmDeadlineTest {
    private static final String EXHIBITS = """
            deadlines:
              - {id: exhibit-list, trigger: {kind: trial}, due: 14 court days before, kind: task, owner: paralegal}
            """;

    private static SampleEntry trial(String date) {
        return entry("trial", EntryKind.TRIAL, date).court("us-nysd");
    }

    private static SampleFirm planned(String rules, SampleEntry... entries) {
        SampleFirm firm = firm().with(person("ann").role("paralegal")).rules(rules);
        for (SampleEntry one : entries) {
            firm.on(one);
        }
        return firm;
    }

    /** What is derived, a line each. */
    private static List<String> derived(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .map(entry -> entry.title() + " "
                        + entry.when().date().map(Object::toString).orElse("without date") + " "
                        + entry.status() + " revision " + entry.revision().number())
                .toList();
    }

    private static Entry only(SampleFirm firm) {
        Schedule schedule = firm.schedule();
        assertThat(schedule.derived()).hasSize(1);
        return schedule.derived().getFirst();
    }

    /** The firm after its derived entries were stored, with another trial in place of the first. */
    private static SampleFirm stored(SampleFirm before, SampleEntry... now) {
        SampleFirm after = firm().with(person("ann").role("paralegal")).rules(EXHIBITS);
        before.schedule().derived().forEach(after::on);
        for (SampleEntry one : now) {
            after.on(one);
        }
        return after;
    }

    @Test
    void derivesATaskFromATrialWithTheStepsThatLedToIt() {
        Entry task = only(planned(EXHIBITS, trial("2026-03-09")));
        assertThat(task.when())
                .isEqualTo(new When.AllDay(LocalDate.of(2026, 2, 17), Optional.empty(), ZoneId.of("America/New_York")));
        assertThat(task.kind()).isEqualTo(EntryKind.TASK);
        assertThat(task.title()).isEqualTo("Exhibit list");
        assertThat(task.details().owner()).contains("paralegal");
        assertThat(task.details().authority()).contains("firm");
        assertThat(task.details().court()).contains(new CalendarId("us-nysd"));
        assertThat(task.id()).isEqualTo(EntryId.derived(SampleEntry.id("trial"), "exhibit-list", 1));
        assertThat(((Origin.Derived) task.origin()).steps())
                .containsExactly("the trial is on Mon 2026-03-09", "14 court days before: Tue 2026-02-17");
    }

    @ParameterizedTest(name = "due {0}, roll {1}: {2}")
    @CsvSource({
        "14 days before, none, 2026-02-23",
        "15 days before, none, 2026-02-22",
        "15 days before, back, 2026-02-20",
        "15 days before, forward, 2026-02-23",
        "21 days before, none, 2026-02-16",
        "21 days before, back, 2026-02-13",
        "21 days before, forward, 2026-02-17",
        "1 month before, none, 2026-02-09",
        "2 weeks after, none, 2026-03-23",
        "15 court days before, none, 2026-02-13",
        "1 court day before, none, 2026-03-06",
        "1 business day before, none, 2026-03-05",
        "60 days after, none, 2026-05-08",
        "0 days after, none, 2026-03-09",
    })
    void countsFromTheTrial(String due, String roll, String expected) {
        assertThat(only(planned(
                                "deadlines:\n  - {id: x, trigger: {kind: trial}, due: %s, roll: %s, kind: task}"
                                        .formatted(due, roll),
                                trial("2026-03-09")))
                        .when()
                        .date())
                .hasToString("Optional[" + expected + "]");
    }

    @Test
    void saysWhichHolidayItPassedAndWhereItRolled() {
        assertThat(((Origin.Derived) only(planned(
                                        "deadlines:\n  - {id: x, trigger: {kind: trial}, due: 21 days before, roll: back, kind: task}",
                                        trial("2026-03-09")))
                                .origin())
                        .steps())
                .containsExactly(
                        "the trial is on Mon 2026-03-09",
                        "21 days before: Mon 2026-02-16",
                        "a closed day: rolled back to Fri 2026-02-13",
                        "passed over Mon 2026-02-16, Washington's Birthday");
    }

    @Test
    void isUnconfirmedWhereTheCalendarKnowsNothing() {
        SampleFirm firm = planned(EXHIBITS, trial("2053-09-12"));
        assertThat(derived(firm)).containsExactly("Exhibit list 2053-08-15 PROVISIONAL revision 1");
        assertThat(((Origin.Derived) only(firm).origin()).steps())
                .last()
                .asString()
                .startsWith("unconfirmed: the earliest date that is safe");
    }

    @Test
    void becomesOpenOnceTheCalendarIsKnown() {
        SampleFirm unknown = planned(EXHIBITS, trial("2053-09-12"));
        assertThat(derived(stored(unknown, trial("2026-03-09"))))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 2");
    }

    @Test
    void keepsItsRevisionWhileTheDateStays() {
        SampleFirm before = planned(EXHIBITS, trial("2026-03-09"));
        SampleFirm after = stored(before, trial("2026-03-09").revision(2, "2026-01-20T15:00:00Z"));
        assertThat(after.schedule().derived()).isEqualTo(before.schedule().derived());
    }

    @Test
    void isKnownSinceTheTriggerWasOrTheRule() {
        assertThat(only(planned(EXHIBITS, trial("2026-03-09"))).revision())
                .isEqualTo(new Revision(1, Instant.parse("2026-01-05T15:00:00Z")));
        assertThat(only(planned(EXHIBITS, trial("2026-03-09")).rulesKnown("2026-02-01T15:00:00Z"))
                        .revision())
                .isEqualTo(new Revision(1, Instant.parse("2026-02-01T15:00:00Z")));
    }

    @Test
    void followsItsTriggerInANewRevision() {
        SampleFirm after = stored(
                planned(EXHIBITS, trial("2026-03-09")), trial("2026-03-16").revision(2, "2026-02-02T15:00:00Z"));
        Entry moved = only(after);
        assertThat(moved.when().date()).hasToString("Optional[2026-02-24]");
        assertThat(moved.revision()).isEqualTo(new Revision(2, Instant.parse("2026-02-02T15:00:00Z")));
        assertThat(only(stored(after, trial("2026-03-16").revision(2, "2026-02-02T15:00:00Z"))))
                .isEqualTo(moved);
    }

    @Test
    void isKnownSinceTheRulesBecameActiveWhereOnlyACalendarChanged() {
        // Stored from a time when the court's days were counted otherwise; the rule itself is as old as before.
        SampleFirm after = stored(planned(EXHIBITS, trial("2026-03-11")), trial("2026-03-09"));
        Instant activated = Instant.parse("2026-02-01T15:00:00Z");
        Rulebook rulebook = after.rulebook().since(activated, Optional.of(after.rulebook()));
        Schedule schedule =
                Scheduler.derive(after.docket(), rulebook, SampleFirm.CALENDARS, SampleFirm.FIRM, after.people());
        assertThat(schedule.derived())
                .singleElement()
                .satisfies(entry -> assertThat(entry.revision()).isEqualTo(new Revision(2, activated)));
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"DONE", "WAIVED", "CANCELLED"})
    void leavesWhatIsSettledAsItIs(EntryStatus status) {
        Entry settled = only(planned(EXHIBITS, trial("2026-03-09"))).withStatus(status);
        SampleFirm after = planned(EXHIBITS, trial("2026-04-20").revision(2, "2026-02-02T15:00:00Z"))
                .on(settled);
        assertThat(only(after)).isEqualTo(settled);
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"PROPOSED", "STAYED", "CLAIMED"})
    void keepsTheStatusThatPeopleGaveIt(EntryStatus status) {
        Entry given = only(planned(EXHIBITS, trial("2026-03-09"))).withStatus(status);
        SampleFirm after = planned(EXHIBITS, trial("2026-03-16").revision(2, "2026-02-02T15:00:00Z"))
                .on(given);
        assertThat(derived(after)).containsExactly("Exhibit list 2026-02-24 " + status + " revision 2");
    }

    @Test
    void staysClaimedThoughItsTriggerIsStayed() {
        SampleFirm stayed = planned(EXHIBITS, trial("2026-03-09").status(EntryStatus.STAYED));
        Entry claimed = only(stayed).withStatus(EntryStatus.CLAIMED);
        assertThat(only(stayed).status()).isEqualTo(EntryStatus.STAYED);
        assertThat(only(stayed.on(claimed)).status()).isEqualTo(EntryStatus.CLAIMED);
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"CANCELLED", "WAIVED", "SUPERSEDED"})
    void isSupersededWhereItsTriggerIsOff(EntryStatus status) {
        SampleFirm after = stored(
                planned(EXHIBITS, trial("2026-03-09")), trial("2026-03-09").status(status));
        assertThat(derived(after)).containsExactly("Exhibit list 2026-02-17 SUPERSEDED revision 2");
    }

    @Test
    void isSupersededWhereItsRuleIsGone() {
        SampleFirm after = stored(planned(EXHIBITS, trial("2026-03-09")), trial("2026-03-09"))
                .rules("deadlines: []");
        assertThat(derived(after)).containsExactly("Exhibit list 2026-02-17 SUPERSEDED revision 2");
    }

    @Test
    void tellsThoseWhoWereToldThatItNoLongerFollows() {
        SampleFirm before = planned(EXHIBITS, trial("2026-03-09"));
        SampleFirm after = stored(before, trial("2026-03-09").status(EntryStatus.CANCELLED))
                .told(only(before).id(), "ann", 1);
        assertThat(after.lines())
                .containsExactlyInAnyOrder(
                        "Mon 2026-01-05 10:10 ann email cancelled", "Mon 2026-01-05 10:10 ann sms cancelled");
    }

    @Test
    void comesBackInANewRevisionWhereItFollowsAgain() {
        SampleFirm before = planned(EXHIBITS, trial("2026-03-09"));
        SampleFirm off = stored(before, trial("2026-03-09").status(EntryStatus.CANCELLED));
        assertThat(derived(stored(off, trial("2026-03-09"))))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 3");
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"PROPOSED", "PROVISIONAL", "CLAIMED", "DONE"})
    void followsATriggerThatStands(EntryStatus status) {
        assertThat(derived(planned(EXHIBITS, trial("2026-03-09").status(status))))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 1");
    }

    @Test
    void isStayedWithItsTriggerAndNoLonger() {
        SampleFirm stayed = planned(EXHIBITS, trial("2026-03-09").status(EntryStatus.STAYED));
        assertThat(derived(stayed)).containsExactly("Exhibit list 2026-02-17 STAYED revision 1");
        assertThat(stayed.lines()).isEmpty();
        assertThat(derived(stored(stayed, trial("2026-03-09"))))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 1");
    }

    @Test
    void waitsWithItsTrigger() {
        assertThat(derived(planned(EXHIBITS, trial("2026-03-09").waiting())))
                .containsExactly("Exhibit list without date WAITING revision 1");
        SampleFirm before = planned(EXHIBITS, trial("2026-03-09").waiting());
        assertThat(derived(stored(before, trial("2026-03-09").revision(2, "2026-01-20T15:00:00Z"))))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 2");
    }

    @Test
    void standsBackForAPersonsOwnEntry() {
        EntryId id = EntryId.derived(SampleEntry.id("trial"), "exhibit-list", 1);
        Entry own = trial("2026-02-20").build();
        Entry byHand = new Entry(
                id,
                own.matter(),
                EntryKind.TASK,
                "Exhibit list, by order",
                own.when(),
                EntryStatus.OPEN,
                own.details(),
                new Origin.Entered("order", "1"),
                own.revision());
        Schedule schedule = planned(EXHIBITS, trial("2026-03-09")).on(byHand).schedule();
        assertThat(schedule.derived()).isEmpty();
        assertThat(schedule.entries()).contains(byHand);
    }

    @Test
    void isRemindedLikeAnyEntry() {
        assertThat(planned(EXHIBITS + """
                                ladders:
                                  - id: tasks
                                    for: {kind: task}
                                    rungs:
                                      - {at: 2 business days before, to: owner, by: email}
                                """, trial("2026-03-09")).going())
                .containsExactly("Thu 2026-02-12 09:00 ann email 2-business-days-before");
    }

    @Test
    void setsChainsGoing() {
        SampleFirm firm = planned("""
                deadlines:
                  - {id: exhibit-list, trigger: {kind: trial}, due: 14 court days before, kind: task}
                  - {id: exhibit-draft, trigger: {kind: task}, due: 5 business days before, kind: document}
                """, trial("2026-03-09"));
        assertThat(derived(firm))
                .containsExactly("Exhibit list 2026-02-17 OPEN revision 1", "Exhibit draft 2026-02-09 OPEN revision 1");
        assertThat(((Origin.Derived) firm.schedule().derived().getLast().origin()).trigger())
                .isEqualTo(EntryId.derived(SampleEntry.id("trial"), "exhibit-list", 1));
    }

    @Test
    void isSetGoingByAnEvent() {
        assertThat(derived(planned(
                        "deadlines:\n  - {id: x, title: Our answer, trigger: {event: complaint-served}, due: 7 days after, kind: task}",
                        entry("served", EntryKind.EVENT, "2026-03-09").event("complaint-served"),
                        entry("other", EntryKind.EVENT, "2026-03-09").event("answer-served"))))
                .containsExactly("Our answer 2026-03-16 OPEN revision 1");
    }
}
