package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.firm.Channel.SMS;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Those who were told of a date hear when it no longer holds. */
class MovesTest {
    private static final EntryId HEARING = SampleEntry.id("hearing");
    private static final String RULES = """
            ladders:
              - id: all
                rungs:
                  - {at: when known, to: jlin, by: email}
                  - {at: 7 days before, to: jlin, by: email}
                  - {at: 1 day before, to: jlin, by: email}
            """;

    private static SampleFirm moved() {
        return firm().with(person("jlin"))
                .with(person("ann").without(SMS))
                .on(hearing("2026-04-14T10:00").revision(2, "2026-03-05T15:00:00Z"))
                .rules(RULES);
    }

    @Test
    void tellsThoseWhoWereToldOnEveryChannel() {
        SampleFirm firm = moved().told(HEARING, "jlin", 1).told(HEARING, "ann", 1);
        assertThat(firm.lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:10 ann email moved",
                        "Thu 2026-03-05 10:10 jlin email moved",
                        "Thu 2026-03-05 10:10 jlin sms moved",
                        "Thu 2026-03-05 10:10 jlin email when-known - told by the notice of the move",
                        "Tue 2026-04-07 09:00 jlin email 7-days-before",
                        "Mon 2026-04-13 09:00 jlin email 1-day-before");
        assertThat(firm.schedule().reminders())
                .filteredOn(reminder -> reminder.purpose() == Purpose.MOVED)
                .hasSize(3)
                .allSatisfy(reminder -> {
                    assertThat(reminder.ask().ladder()).isEqualTo("moved");
                    assertThat(reminder.answer()).isEmpty();
                });
    }

    @Test
    void tellsNobodyWhoWasNotTold() {
        assertThat(moved().lines())
                .containsExactly(
                        "Thu 2026-03-05 10:00 jlin email when-known",
                        "Tue 2026-04-07 09:00 jlin email 7-days-before",
                        "Mon 2026-04-13 09:00 jlin email 1-day-before");
    }

    @Test
    void doesNotTellAgainOfTheRevisionThatSomebodyHeardOfFirst() {
        assertThat(moved().told(HEARING, "jlin", 2).going()).noneMatch(line -> line.contains("moved"));
    }

    @Test
    void suppressesWhatIsBornLateInTheNewRevision() {
        assertThat(moved().on(hearing("2026-03-11T10:00").revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 jlin email moved",
                        "Thu 2026-03-05 10:00 jlin sms moved",
                        "Thu 2026-03-05 10:00 jlin email when-known - told by the notice of the move",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before - told by the notice of the move",
                        "Tue 2026-03-10 09:00 jlin email 1-day-before");
    }

    @Test
    void stillAsksForTheAnswerThatIsBornLateInTheNewRevision() {
        assertThat(moved().on(hearing("2026-03-11T10:00").revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: 7 days before, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                                """)
                        .going())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 jlin email moved",
                        "Thu 2026-03-05 10:00 jlin sms moved",
                        "Thu 2026-03-05 10:00 jlin email 7-days-before late");
    }

    @Test
    void givesTheRungsOfANewRevisionNewIds() {
        SampleFirm before = moved().on(hearing("2026-04-14T10:00"));
        assertThat(before.schedule().reminders())
                .extracting(reminder -> reminder.id())
                .doesNotContainAnyElementsOf(moved().schedule().reminders().stream()
                        .map(reminder -> reminder.id())
                        .toList());
    }

    @Test
    void doesNotWakePeopleForADistantMove() {
        assertThat(firm().with(person("jlin").quiet("21:00", "07:00"))
                        .on(hearing("2026-04-14T10:00").revision(2, "2026-03-06T03:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .rules("ladders: []")
                        .lines())
                .containsExactlyInAnyOrder(
                        "Fri 2026-03-06 07:00 jlin email moved", "Fri 2026-03-06 07:00 jlin sms moved");
    }

    @Test
    void wakesPeopleForAHearingThatWasMovedToDawn() {
        assertThat(firm().with(person("jlin").quiet("21:00", "07:00"))
                        .on(hearing("2026-03-06T06:45").revision(2, "2026-03-06T03:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .rules("ladders: []")
                        .lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 22:00 jlin email moved", "Thu 2026-03-05 22:00 jlin sms moved");
    }

    @Test
    void tellsOfACorrectionToAPastDate() {
        assertThat(moved().on(hearing("2026-03-03T10:00").revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .going())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:00 jlin email moved", "Thu 2026-03-05 10:00 jlin sms moved");
    }

    @Test
    void tellsThatAHearingHasNoDateAnyMore() {
        assertThat(moved().on(hearing("2026-04-14T10:00").waiting().revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:10 jlin email moved", "Thu 2026-03-05 10:10 jlin sms moved");
    }

    @Test
    void handsTheNoticeToWhoeverStandsIn() {
        assertThat(firm().with(person("jlin").away("2026-03-05", "2026-03-05").delegate("dkim"))
                        .with(person("dkim").without(SMS))
                        .on(hearing("2026-04-14T10:00").revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "jlin", 1)
                        .rules("ladders: []")
                        .lines())
                .containsExactly("Thu 2026-03-05 10:10 dkim email moved for jlin");
    }

    @Test
    void tellsEveryoneWhoEverHeardThatAHearingIsCancelled() {
        SampleFirm firm = moved().on(hearing("2026-04-14T10:00")
                        .revision(3, "2026-03-05T15:00:00Z")
                        .status(EntryStatus.CANCELLED))
                .told(HEARING, "jlin", 2)
                .told(HEARING, "ann", 1);
        assertThat(firm.lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:10 ann email cancelled",
                        "Thu 2026-03-05 10:10 jlin email cancelled",
                        "Thu 2026-03-05 10:10 jlin sms cancelled");
        assertThat(firm.schedule().reminders())
                .allSatisfy(reminder -> assertThat(reminder.purpose()).isEqualTo(Purpose.CANCELLED));
    }

    @Test
    void doesNotTellAgainWhoHeardOfACancellationFromItsNotice() {
        assertThat(firm().with(person("jlin").away("2026-03-05", "2026-03-05").delegate("dkim"))
                        .with(person("dkim").without(SMS))
                        .on(hearing("2026-04-14T10:00")
                                .revision(2, "2026-03-05T15:00:00Z")
                                .status(EntryStatus.CANCELLED))
                        .told(HEARING, "jlin", 1)
                        .told(HEARING, "dkim", 2)
                        .rules("ladders: []")
                        .lines())
                .containsExactly("Thu 2026-03-05 10:10 dkim email cancelled for jlin");
    }

    @Test
    void tellsOfACancellationOverTheQuietHoursAndToWhoeverStandsIn() {
        SampleEntry cancelled =
                hearing("2026-04-14T10:00").revision(2, "2026-03-06T03:00:00Z").status(EntryStatus.CANCELLED);
        assertThat(firm().with(person("jlin").without(SMS).quiet("21:00", "07:00"))
                        .with(person("ann").away("2026-03-05", "2026-03-06").delegate("dkim"))
                        .with(person("dkim").without(SMS))
                        .on(cancelled)
                        .told(HEARING, "jlin", 1)
                        .told(HEARING, "ann", 1)
                        .rules("ladders: []")
                        .lines())
                .containsExactly(
                        "Thu 2026-03-05 22:10 dkim email cancelled for ann",
                        "Fri 2026-03-06 07:00 jlin email cancelled");
    }

    @Test
    void doesNotTellThatAHearingIsCancelledWhichWasPast() {
        assertThat(moved().on(hearing("2026-03-03T10:00")
                                .revision(2, "2026-03-05T15:00:00Z")
                                .status(EntryStatus.CANCELLED))
                        .told(HEARING, "ann", 1, hearing("2026-03-03T10:00"))
                        .lines())
                .containsExactly("Thu 2026-03-05 10:10 ann email cancelled - the entry was past when it was cancelled");
    }

    @Test
    void tellsThoseWhoWereToldThatItIsOffForNow() {
        assertThat(moved().on(hearing("2026-04-14T10:00")
                                .revision(2, "2026-03-05T15:00:00Z")
                                .status(EntryStatus.STAYED))
                        .told(HEARING, "jlin", 1)
                        .lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:10 jlin sms stayed", "Thu 2026-03-05 10:10 jlin email stayed");
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"DONE", "WAIVED", "SUPERSEDED"})
    void hasNothingToSayOfWhatIsOver(EntryStatus status) {
        assertThat(moved().on(hearing("2026-04-14T10:00")
                                .revision(2, "2026-03-05T15:00:00Z")
                                .status(status))
                        .told(HEARING, "jlin", 1)
                        .lines())
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = EntryStatus.class,
            names = {"PROPOSED", "OPEN", "PROVISIONAL", "CLAIMED"})
    void remindsOfWhatIsNotDone(EntryStatus status) {
        assertThat(moved().on(hearing("2026-04-14T10:00").status(status)).going())
                .hasSize(3);
    }

    @Test
    void waitsTenMinutesForAnUndoOfAFarMove() {
        assertThat(notice("2026-04-14T10:00", hearing("2026-04-07T10:00"))).containsExactly("Thu 2026-03-05 10:10");
        assertThat(notice("2026-04-14T10:00", hearing("2026-03-10T10:00"))).containsExactly("Thu 2026-03-05 10:10");
    }

    @Test
    void waitsForNothingWhereTheOldOrTheNewDateIsWithinAWorkingDay() {
        assertThat(notice("2026-04-14T10:00", hearing("2026-03-05T16:00"))).containsExactly("Thu 2026-03-05 10:00");
        assertThat(notice("2026-04-14T10:00", hearing("2026-03-09T16:00")))
                .as("Friday is a holiday of the firm")
                .containsExactly("Thu 2026-03-05 10:00");
        assertThat(notice("2026-03-09T16:00", hearing("2026-03-09T14:00"))).containsExactly("Thu 2026-03-05 10:00");
    }

    @Test
    void waitsForNothingWhereTheDateMovesEarlierOrIntoThePast() {
        assertThat(notice("2026-04-06T10:00", hearing("2026-04-07T10:00"))).containsExactly("Thu 2026-03-05 10:00");
        assertThat(notice("2026-04-07T09:30", hearing("2026-04-07T10:00"))).containsExactly("Thu 2026-03-05 10:00");
        assertThat(notice("2026-03-02T10:00", hearing("2026-02-25T10:00"))).containsExactly("Thu 2026-03-05 10:00");
    }

    @Test
    void goesThroughQuietHoursWhereTheDateMovesEarlier() {
        assertThat(night("2026-04-14T10:00", hearing("2026-04-21T10:00")))
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 22:00 jlin email moved", "Thu 2026-03-05 22:00 jlin sms moved");
        assertThat(night("2026-04-14T10:00", hearing("2026-03-06T12:00")))
                .as("what was near is held to the morning where that is in time")
                .containsExactlyInAnyOrder(
                        "Fri 2026-03-06 07:00 jlin email moved", "Fri 2026-03-06 07:00 jlin sms moved");
        assertThat(night("2026-04-14T10:00", hearing("2026-03-06T06:30")))
                .as("and goes at night where it is not")
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 22:00 jlin email moved", "Thu 2026-03-05 22:00 jlin sms moved");
    }

    @Test
    void waitsForAnUndoOfACancellationToo() {
        SampleEntry cancelled =
                hearing("2026-04-14T10:00").revision(2, "2026-03-05T15:00:00Z").status(EntryStatus.CANCELLED);
        assertThat(moved().on(cancelled)
                        .told(HEARING, "ann", 1, hearing("2026-04-14T10:00"))
                        .lines())
                .containsExactly("Thu 2026-03-05 10:10 ann email cancelled");
        SampleEntry near =
                hearing("2026-03-09T10:00").revision(2, "2026-03-05T15:00:00Z").status(EntryStatus.CANCELLED);
        assertThat(moved().on(near)
                        .told(HEARING, "ann", 1, hearing("2026-03-09T10:00"))
                        .lines())
                .containsExactly("Thu 2026-03-05 10:00 ann email cancelled");
    }

    @Test
    void tellsNobodyOfAMoveThatWasUndoneBeforeAnybodyHeardOfIt() {
        assertThat(moved().on(hearing("2026-04-14T10:00").revision(3, "2026-03-05T15:05:00Z"))
                        .told(HEARING, "jlin", 1, hearing("2026-04-14T10:00"))
                        .lines())
                .containsExactlyInAnyOrder(
                        "Thu 2026-03-05 10:05 jlin email when-known - told of this date already",
                        "Tue 2026-04-07 09:00 jlin email 7-days-before",
                        "Mon 2026-04-13 09:00 jlin email 1-day-before");
    }

    @Test
    void tellsWhoHeardOfTheDateInBetweenThatTheOldOneHoldsAgain() {
        assertThat(moved().on(hearing("2026-04-14T10:00").revision(3, "2026-03-05T15:05:00Z"))
                        .told(HEARING, "jlin", 1, hearing("2026-04-14T10:00"))
                        .told(HEARING, "ann", 1, hearing("2026-04-14T10:00"))
                        .told(HEARING, "ann", 2, hearing("2026-04-21T10:00"))
                        .rules("ladders: []")
                        .lines())
                .containsExactly("Thu 2026-03-05 10:05 ann email moved");
    }

    @Test
    void tellsWhoHeardThatItIsOffThatItStandsAgain() {
        assertThat(moved().on(hearing("2026-04-14T10:00").revision(3, "2026-03-05T15:05:00Z"))
                        .toldOff(HEARING, "ann", 2)
                        .rules("ladders: []")
                        .lines())
                .containsExactly("Thu 2026-03-05 10:15 ann email moved");
    }

    @Test
    void doesNotAskAgainWhatWasAnsweredForADateThatCameBack() {
        SampleFirm back = moved().on(hearing("2026-03-11T10:00").revision(3, "2026-03-05T15:05:00Z"))
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 7 days before, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                        """);
        assertThat(back.told(HEARING, "jlin", 1, hearing("2026-03-11T10:00")).going())
                .containsExactly("Thu 2026-03-05 10:05 jlin email 7-days-before late");
        assertThat(back.told(HEARING, "jlin", 2, hearing("2026-03-11T10:00"), "all/7-days-before")
                        .going())
                .isEmpty();
    }

    @Test
    void asksAnewWithTheNoticeWhatWasAnsweredForTheOldDate() {
        assertThat(moved().on(hearing("2026-03-17T10:00").revision(2, "2026-03-11T15:00:00Z"))
                        .told(HEARING, "jlin", 1, hearing("2026-03-16T10:00"), "all/7-days-before")
                        .rules("""
                                ladders:
                                  - id: all
                                    rungs:
                                      - {at: 10 days before, to: jlin, by: email}
                                      - {at: 7 days before, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                                      - {at: 6 days before, to: jlin, by: email}
                                      - {at: 1 day before, to: jlin, by: email}
                                """)
                        .lines())
                .as("in one message with the notice, not before it")
                .containsExactlyInAnyOrder(
                        "Wed 2026-03-11 11:10 jlin email moved",
                        "Wed 2026-03-11 11:10 jlin sms moved",
                        "Wed 2026-03-11 11:10 jlin email 7-days-before late",
                        "Wed 2026-03-11 11:10 jlin email 6-days-before - told by the notice of the move",
                        "Sat 2026-03-07 09:00 jlin email 10-days-before - born late",
                        "Mon 2026-03-16 09:00 jlin email 1-day-before");
    }

    @Test
    void tellsOfAnotherRoom() {
        assertThat(moved().on(hearing("2026-04-14T10:00").mode("by video").revision(2, "2026-03-05T15:00:00Z"))
                        .told(HEARING, "ann", 1, hearing("2026-04-14T10:00"))
                        .rules("ladders: []")
                        .lines())
                .containsExactly("Thu 2026-03-05 10:10 ann email moved");
    }

    private static List<String> notice(String to, SampleEntry former) {
        return moved()
                .on(hearing(to).revision(2, "2026-03-05T15:00:00Z"))
                .told(HEARING, "ann", 1, former)
                .rules("ladders: []")
                .lines()
                .stream()
                .map(line -> line.replace(" ann email moved", ""))
                .toList();
    }

    private static List<String> night(String to, SampleEntry former) {
        return firm().with(person("jlin").quiet("21:00", "07:00"))
                .on(hearing(to).revision(2, "2026-03-06T03:00:00Z"))
                .told(HEARING, "jlin", 1, former)
                .rules("ladders: []")
                .lines();
    }

    @Test
    void saysThatSomebodyWhoWasToldIsNoLongerKnown() {
        assertThat(moved().told(HEARING, "gone", 1).gaps())
                .containsExactly("gone was told of the former date and is no longer known");
    }
}
