package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Hearings when their court closes: they wait for a date, and everybody is told. */
class OffHearingsTest {
    private static final EntryId HEARING = SampleEntry.id("hearing");
    private static final String WED_2027_01_27 = "2027-01-27T22:00:00Z";
    private static final String RULES = """
            ladders:
              - id: all
                rungs:
                  - {at: 7 days before, to: lead-attorney, by: email}
            deadlines:
              - {id: binder, trigger: {kind: hearing}, due: 5 business days before, kind: task}
            """;

    private static String storm(String kind) {
        return """
                amends: us-nysd
                closures:
                  - name: Snow storm
                    on: 2027-01-28
                    kind: %s
                    authority: Notice of the Clerk of 27 January 2027
                """.formatted(kind);
    }

    private static SampleFirm with(SampleEntry entry) {
        return firm().with(person("jlin"))
                .with(person("ann"))
                .team("lead-attorney", "jlin")
                .team("paralegal", "ann")
                .court("us-nysd")
                .rules(RULES)
                .on(entry);
    }

    private static SampleEntry onThursday() {
        return hearing("2027-01-28T10:00");
    }

    private static Entry first(SampleFirm firm) {
        return firm.schedule().entries().getFirst();
    }

    private static List<String> told(SampleFirm firm) {
        return firm.schedule().reminders().stream()
                .filter(reminder -> reminder.purpose() == Purpose.MOVED)
                .map(reminder -> reminder.to().value())
                .distinct()
                .sorted()
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"holiday", "proclaimed", "clerk-inaccessible", "building-only"})
    void aHearingOnTheDayWaitsForADateSinceTheClosureIsKnown(String kind) {
        SampleFirm firm = with(onThursday()).closes(storm(kind), WED_2027_01_27);

        Entry waiting = first(firm);
        assertThat(waiting.status()).isEqualTo(EntryStatus.WAITING);
        assertThat(waiting.when().date()).isEmpty();
        assertThat(waiting.revision().number()).isEqualTo(2);
        assertThat(waiting.revision().knownAt()).hasToString(WED_2027_01_27);
        assertThat(firm.schedule().closures().off())
                .extracting(Closures.Off::why)
                .containsExactly("us-nysd does not sit on Thu 2027-01-28: Snow storm"
                        + " (Notice of the Clerk of 27 January 2027)");
    }

    @ParameterizedTest
    @CsvSource({"by video, OPEN", "by telephone, OPEN", "in person, WAITING"})
    void whereOnlyTheBuildingIsClosedWhatNeedsNoBuildingStands(String mode, EntryStatus status) {
        assertThat(first(with(onThursday().mode(mode)).closes(storm("building-only"), WED_2027_01_27))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void whereTheCourtDoesNotSitAVideoHearingWaitsToo() {
        assertThat(first(with(onThursday().mode("by video")).closes(storm("clerk-inaccessible"), WED_2027_01_27))
                        .status())
                .isEqualTo(EntryStatus.WAITING);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"HEARING", "TRIAL", "CONFERENCE"},
            mode = Mode.EXCLUDE)
    void whatIsNotBeforeACourtStands(EntryKind kind) {
        assertThat(first(with(entry("hearing", kind, "2027-01-28")).closes(storm("holiday"), WED_2027_01_27))
                        .status())
                .isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void ofAnotherCourtOrDayItStands() {
        assertThat(first(with(onThursday().court("us-cand")).closes(storm("holiday"), WED_2027_01_27))
                        .status())
                .isEqualTo(EntryStatus.OPEN);
        assertThat(first(with(hearing("2027-01-29T10:00")).closes(storm("holiday"), WED_2027_01_27))
                        .status())
                .isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void oneThatWasDatedKnowingOfTheClosureStands() {
        SampleEntry knowing = onThursday().revision(3, "2027-01-27T23:00:00Z");

        assertThat(first(with(knowing).closes(storm("holiday"), WED_2027_01_27)).status())
                .isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void everybodyOfTheTeamIsToldNotOnlyThoseWhoWereToldBefore() {
        assertThat(told(with(onThursday()).closes(storm("holiday"), WED_2027_01_27)))
                .containsExactly("ann", "jlin");
        assertThat(told(with(onThursday())
                        .with(person("mharper"))
                        .told(HEARING, "mharper", 1)
                        .closes(storm("holiday"), WED_2027_01_27)))
                .containsExactly("ann", "jlin", "mharper");
    }

    @Test
    void theNoticeSaysWhy() {
        assertThat(with(onThursday())
                        .closes(storm("holiday"), WED_2027_01_27)
                        .schedule()
                        .reminders())
                .filteredOn(reminder -> reminder.purpose() == Purpose.MOVED)
                .isNotEmpty()
                .allSatisfy(reminder -> assertThat(reminder.why())
                        .isEqualTo("it waits for a date; us-nysd does not sit on Thu 2027-01-28: Snow storm"
                                + " (Notice of the Clerk of 27 January 2027)"));
    }

    @Test
    void theSameFollowsOnceItIsStored() {
        SampleFirm firm = with(onThursday()).closes(storm("holiday"), WED_2027_01_27);
        Schedule before = firm.schedule();
        Schedule after = firm.on(before.entries().getFirst())
                .off(HEARING, onThursday().build().when())
                .schedule();

        assertThat(after.reminders()).isEqualTo(before.reminders());
        assertThat(after.entries()).isEqualTo(before.entries());
        assertThat(after.closures()).isEqualTo(Closures.NONE);
    }

    @Test
    void oneThatWasPastWhenTheClosureBecameKnownStands() {
        assertThat(first(with(hearing("2027-01-28T10:00")).closes(storm("holiday"), "2027-01-28T16:00:00Z"))
                        .status())
                .isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void whatHangsOnItStaysOnItsDateUntilTheHearingHasAnother() {
        SampleFirm open = with(onThursday());
        SampleFirm firm = with(onThursday());
        open.schedule().derived().forEach(firm::on);
        firm.closes(storm("holiday"), WED_2027_01_27);

        Entry binder = firm.schedule().derived().getFirst();
        assertThat(binder.when()).isEqualTo(open.schedule().derived().getFirst().when());
        assertThat(binder.status()).isEqualTo(EntryStatus.PROVISIONAL);
        assertThat(binder.revision().number()).isEqualTo(1);
        assertThat(binder.origin())
                .asString()
                .contains(
                        "waits for a date, since its court does not sit on that day; until it has one, this is counted"
                                + " from the former");
        assertThat(firm.schedule().closures().held()).isEmpty();
    }

    @Test
    void itStaysOffUnderAnotherNameOfTheClosure() {
        SampleFirm firm = with(onThursday()).closes(storm("holiday"), WED_2027_01_27);
        Schedule before = firm.schedule();
        Schedule after = firm.on(before.entries().getFirst())
                .off(HEARING, onThursday().build().when())
                .closes(storm("holiday").replace("Snow storm", "Blizzard"), "2027-01-27T23:00:00Z")
                .schedule();

        assertThat(after.entries().getFirst()).isEqualTo(before.entries().getFirst());
        assertThat(after.closures()).isEqualTo(Closures.NONE);
        assertThat(after.reminders()).hasSameSizeAs(before.reminders());
    }

    @Test
    void oneThatWasDatedKnowingOfTheClosureStandsWhenItsAuthorityIsPutRight() {
        SampleFirm firm = with(onThursday().revision(3, "2027-01-27T23:00:00Z"))
                .closes(storm("holiday"), WED_2027_01_27)
                .closes(storm("holiday").replace("Notice of the Clerk", "Order"), "2027-01-27T23:30:00Z");

        assertThat(first(firm).status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void itIsBackOnItsDayWhenTheClosureIsTakenBack() {
        Entry waiting = first(with(onThursday()).closes(storm("holiday"), WED_2027_01_27));
        SampleFirm firm = with(onThursday());
        firm.on(waiting).off(HEARING, onThursday().build().when());

        Entry again = first(firm);
        assertThat(again.when()).isEqualTo(onThursday().build().when());
        assertThat(again.status()).isEqualTo(EntryStatus.OPEN);
        assertThat(again.revision().number()).isEqualTo(3);
        assertThat(firm.schedule().closures().back())
                .extracting(Closures.Back::why)
                .containsExactly("the closure of Thu 2027-01-28 was taken back");
    }
}
