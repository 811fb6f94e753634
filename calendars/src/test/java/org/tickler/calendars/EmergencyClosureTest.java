package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** Which days are emergency closures, and what a book says without them. */
class EmergencyClosureTest {

    private static final CalendarId NYSD = new CalendarId("us-nysd");
    private static final LocalDate THU_2027_01_28 = LocalDate.of(2027, 1, 28);
    private static final LocalDate FRI_2027_01_29 = LocalDate.of(2027, 1, 29);
    private static final Instant MONDAY = Instant.parse("2027-01-25T14:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2027-01-27T22:00:00Z");

    private static final String STORM = """
            amends: us-nysd
            closures:
              - name: Snow storm
                on: [2027-01-28, 2027-01-29]
                kind: clerk-inaccessible
                authority: Notice of the Clerk of 27 January 2027
            """;

    private static List<String> places(CalendarBook book) {
        return book.emergencies().stream().map(EmergencyClosure::place).toList();
    }

    @Test
    void singleDaysOfAFileThatAmendsACalendarAre() {
        assertThat(places(Courts.with(STORM))).containsExactly("us-nysd=2027-01-28", "us-nysd=2027-01-29");
    }

    @Test
    void eventsOfAFileNamedAfterACalendarAre() {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        sources.add(new SourceText("calendars/us-nysd.ics", """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//court//EN
                BEGIN:VEVENT
                UID:1@court
                DTSTART;VALUE=DATE:20270128
                SUMMARY:Snow storm
                CATEGORIES:building-only
                DESCRIPTION:Notice of the Clerk of 27 January 2027
                END:VEVENT
                END:VCALENDAR
                """));

        assertThat(CalendarReader.book(sources, new Problems()).emergencies())
                .containsExactly(new EmergencyClosure(
                        NYSD,
                        THU_2027_01_28,
                        new Closure("Snow storm", ClosureKind.BUILDING_ONLY, "Notice of the Clerk of 27 January 2027"),
                        Instant.EPOCH));
    }

    @Test
    void holidaysThatComeBackAreNotNorWhatACalendarOfTheFirmsOwnCloses() {
        assertThat(places(Courts.with(STORM.replace("[2027-01-28, 2027-01-29]", "January 28"))))
                .isEmpty();
        assertThat(places(Courts.with(STORM.replace(
                        "amends: us-nysd", "calendar: harper-lin\ntitle: Harper & Lin LLP\nover: us-federal"))))
                .isEmpty();
        assertThat(places(Courts.with())).isEmpty();
    }

    @Test
    void daysThatAFileOpensAreNot() {
        assertThat(places(Courts.with("""
                        amends: us-nysd
                        opens:
                          - on: 2027-02-15
                            authority: Standing Order 27-1
                        """))).isEmpty();
    }

    @Test
    void aLaterFileReplacesTheClosureOfTheSameNameAndDay() {
        CalendarBook book = Courts.with(
                STORM, STORM.replace("clerk-inaccessible", "holiday").replace(", 2027-01-29", ""));

        assertThat(book.emergencies())
                .extracting(one -> one.place() + " " + one.closure().kind())
                .containsExactly("us-nysd=2027-01-28 HOLIDAY", "us-nysd=2027-01-29 CLERK_INACCESSIBLE");
    }

    @Test
    void withoutOneOfThemTheCourtIsOpenOnItsDayOnly() {
        CalendarBook book = Courts.with(STORM);
        Set<EmergencyClosure> first = Set.of(book.emergencies().getFirst());
        CalendarBook lesser = book.without(first);

        assertThat(lesser.get(NYSD).on(THU_2027_01_28)).isEqualTo(new CourtDay.Open());
        assertThat(lesser.get(NYSD).on(FRI_2027_01_29)).isInstanceOf(CourtDay.Closed.class);
        assertThat(places(lesser)).containsExactly("us-nysd=2027-01-29");
        assertThat(book.get(NYSD).on(THU_2027_01_28)).isInstanceOf(CourtDay.Closed.class);
        assertThat(book.without(new HashSet<>(first))).isSameAs(lesser);
    }

    @Test
    void withoutNoneOfThemItIsTheSameBook() {
        CalendarBook book = Courts.with(STORM);

        assertThat(book.without(Set.of())).isSameAs(book);
        assertThat(book.without(Set.copyOf(
                        Courts.with(STORM.replace("us-nysd", "us-cand")).emergencies())))
                .isSameAs(book);
    }

    @Test
    void aClosureOfTheBaseReachesEveryCourtOverItAndNoOtherCalendarIsMadeAnew() {
        CalendarBook book = Courts.with(STORM.replace("us-nysd", "us-federal"));
        CalendarBook lesser = book.without(Set.copyOf(book.emergencies()));

        assertThat(book.get(NYSD).on(THU_2027_01_28)).isInstanceOf(CourtDay.Closed.class);
        assertThat(lesser.get(NYSD).on(THU_2027_01_28)).isEqualTo(new CourtDay.Open());
        CalendarId england = new CalendarId("gb-ew");
        assertThat(lesser.get(england)).isSameAs(book.get(england));
    }

    @Test
    void aClosureStaysKnownSinceItWasAndAnotherIsKnownFromNow() {
        CalendarBook monday = Courts.with(STORM).since(MONDAY, Optional.empty());
        CalendarBook wednesday = Courts.with(STORM, STORM.replace("[2027-01-28, 2027-01-29]", "2027-02-01"))
                .since(WEDNESDAY, Optional.of(monday));

        Map<String, Instant> known = wednesday.knownSince();
        assertThat(known.values()).containsExactly(MONDAY, MONDAY, WEDNESDAY);
        assertThat(Courts.with(STORM).restored(WEDNESDAY, known).emergencies()).isEqualTo(monday.emergencies());
        assertThat(Courts.with(STORM).restored(WEDNESDAY, Map.of()).emergencies())
                .extracting(EmergencyClosure::knownAt)
                .containsOnly(WEDNESDAY);
    }

    @Test
    void oneOfAnotherKindIsKnownAnew() {
        CalendarBook monday = Courts.with(STORM).since(MONDAY, Optional.empty());
        CalendarBook worse =
                Courts.with(STORM.replace("clerk-inaccessible", "holiday")).since(WEDNESDAY, Optional.of(monday));

        assertThat(worse.emergencies()).extracting(EmergencyClosure::knownAt).containsOnly(WEDNESDAY);
    }
}
