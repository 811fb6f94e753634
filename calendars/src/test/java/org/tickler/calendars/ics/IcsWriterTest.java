package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.tickler.calendars.ics.Feeds.allDay;
import static org.tickler.calendars.ics.Feeds.lines;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class IcsWriterTest {

    private static final Instant NOON = Instant.parse("2027-03-08T17:00:00Z");

    @Test
    void writesTheWholeOfAnAllDayDeadline() {
        assertThat(Feeds.text(allDay("d-1@tickler.example", "Answer due"))).isEqualTo("""
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Tickler//Tickler 1//EN
                CALSCALE:GREGORIAN
                METHOD:PUBLISH
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                X-PUBLISHED-TTL:PT1H
                NAME:Harper & Lin\\, docket
                X-WR-CALNAME:Harper & Lin\\, docket
                X-WR-TIMEZONE:America/New_York
                BEGIN:VEVENT
                UID:d-1@tickler.example
                DTSTAMP:20261120T150405Z
                LAST-MODIFIED:20261120T150405Z
                SEQUENCE:0
                DTSTART;VALUE=DATE:20270308
                DTEND;VALUE=DATE:20270309
                STATUS:CONFIRMED
                TRANSP:TRANSPARENT
                X-MICROSOFT-CDO-BUSYSTATUS:FREE
                SUMMARY:Answer due
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n"));
    }

    @Test
    void writesInstantsInUtcAndShowsTheirTimeAsTaken() {
        IcsWhen hearing = IcsWhen.Timed.between(NOON, NOON.plus(Duration.ofMinutes(90)));
        assertThat(lines(Feeds.event("h", hearing, "Hearing")))
                .contains("DTSTART:20270308T170000Z", "DTEND:20270308T183000Z", "TRANSP:OPAQUE");
    }

    @Test
    void leavesOutTheEndThatNobodyKnows() {
        assertThat(lines(Feeds.event("h", IcsWhen.Timed.at(NOON), "Hearing")))
                .noneMatch(line -> line.startsWith("DTEND"));
    }

    @Test
    void endsAnAllDayEventOfSeveralDaysAfterItsLast() {
        IcsWhen trial = new IcsWhen.AllDay(LocalDate.of(2028, 2, 28), LocalDate.of(2028, 3, 2));
        assertThat(lines(Feeds.event("t", trial, "Trial")))
                .contains("DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280302");
    }

    @Test
    void writesTheFirstAndTheLastInstantThatFourDigitsCanSay() {
        Instant first = Instant.parse("0001-01-01T00:00:00Z");
        Instant last = Instant.parse("9999-12-31T23:59:59Z");
        assertThat(lines(Feeds.event("x", IcsWhen.Timed.between(first, last), "")))
                .contains("DTSTART:00010101T000000Z", "DTEND:99991231T235959Z");
    }

    @Test
    void refusesInstantsOutsideFourDigits() {
        assertThatIllegalArgumentException().isThrownBy(() -> IcsWhen.Timed.at(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> IcsWhen.Timed.at(Instant.MIN));
        assertThatIllegalArgumentException().isThrownBy(() -> IcsWhen.AllDay.on(LocalDate.of(9999, 12, 31)));
        assertThatIllegalArgumentException().isThrownBy(() -> IcsWhen.AllDay.on(LocalDate.of(0, 12, 31)));
    }

    @Test
    void refusesAnEndThatIsNotAfterTheStart() {
        assertThatIllegalArgumentException().isThrownBy(() -> IcsWhen.Timed.between(NOON, NOON.plusNanos(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IcsWhen.AllDay(Feeds.MON_2027_03_08, Feeds.MON_2027_03_08));
    }

    @Test
    void refusesTwoEventsOfOneUidAndNamesIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Feeds.text(allDay("same@x.example", "one"), allDay("same@x.example", "two")))
                .withMessageContaining("same@x.example");
    }

    @Test
    void refusesUidsThatWouldNeedEscaping() {
        for (String uid : List.of("", "a b", "a,b", "a\r\nb", "ä", "x".repeat(201))) {
            assertThatIllegalArgumentException().as(uid).isThrownBy(() -> allDay(uid, ""));
        }
    }

    @Test
    void showsACancelledHearingAsFree() {
        IcsEvent hearing = new IcsEvent(
                "h",
                new IcsRevision(3, Feeds.REVISED),
                IcsStatus.CANCELLED,
                IcsWhen.Timed.at(NOON),
                IcsWords.of("Hearing"),
                List.of(),
                List.of());
        assertThat(lines(hearing)).contains("SEQUENCE:3", "STATUS:CANCELLED", "TRANSP:TRANSPARENT");
    }

    @Test
    void leavesTheAddressOfThePageUnescaped() {
        IcsWords words = new IcsWords("s", "", "", Optional.of(URI.create("https://x.example/a;b,c?ü")));
        assertThat(lines(Feeds.event("u", IcsWhen.Timed.at(NOON), words)))
                .contains("URL:https://x.example/a;b,c?%C3%BC");
    }

    @Test
    void refusesARelativeAddressOrAVeryLongOne() {
        for (String url : List.of("/a", "https://x.example/" + "a".repeat(2000))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new IcsWords("", "", "", Optional.of(URI.create(url))));
        }
    }

    @Test
    void separatesCategoriesByBareCommas() {
        IcsEvent event = new IcsEvent(
                "c",
                new IcsRevision(0, Feeds.REVISED),
                IcsStatus.TENTATIVE,
                IcsWhen.Timed.at(NOON),
                IcsWords.of("s"),
                List.of("court", "a,b"),
                List.of());
        assertThat(lines(event)).contains("CATEGORIES:court,a\\,b", "X-MICROSOFT-CDO-BUSYSTATUS:TENTATIVE");
    }

    @Test
    void ringsOnlyWhereAlarmsWereAskedFor() {
        IcsEvent rings = new IcsEvent(
                "a",
                new IcsRevision(0, Feeds.REVISED),
                IcsStatus.CONFIRMED,
                IcsWhen.Timed.at(NOON),
                IcsWords.of("s"),
                List.of(),
                List.of(Duration.ofDays(7), Duration.ZERO));
        assertThat(lines(rings)).contains("TRIGGER:-PT10080M", "TRIGGER:-PT0M").containsOnlyOnce("BEGIN:VEVENT");
        assertThat(Feeds.text(allDay("b", "s"))).doesNotContain("VALARM");
    }

    @Test
    void cutsLongWordsAndSaysSo() {
        String summary =
                lines(Feeds.event("l", IcsWhen.Timed.at(NOON), Feeds.everyWord("é".repeat(1_000_000)))).stream()
                        .filter(line -> line.startsWith("SUMMARY:"))
                        .findFirst()
                        .orElseThrow();
        assertThat(summary)
                .hasSize("SUMMARY:".length() + IcsWriter.LONGEST_LINE_OF_WORDS)
                .endsWith("é…");
    }

    @Test
    void doesNotCutInsideACharacterOfTwoSurrogates() {
        String text = "x".repeat(IcsWriter.LONGEST_LINE_OF_WORDS - 2) + "😀😀";
        assertThat(lines(allDay("s", text))).anyMatch(line -> line.endsWith("x…"));
    }

    @Test
    void leavesWordsOfExactlyTheLongestSizeWhole() {
        String text = "x".repeat(IcsWriter.LONGEST_LINE_OF_WORDS);
        assertThat(lines(allDay("s", text))).contains("SUMMARY:" + text);
    }

    @Test
    void givesTheSameBytesForTheSameCalendar() {
        List<IcsEvent> events = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            events.add(Feeds.event("d-" + i, IcsWhen.Timed.at(NOON.plusSeconds(i)), Feeds.everyWord("é, " + i)));
        }
        IcsCalendar calendar = new IcsCalendar("n", "about; this", ZoneOffset.UTC, events);
        IcsCalendar again = new IcsCalendar("n", "about; this", ZoneOffset.UTC, List.copyOf(events));
        assertThat(IcsWriter.write(calendar)).isEqualTo(IcsWriter.write(again));
        assertThat(IcsCheck.check(IcsWriter.write(calendar))).isEmpty();
    }

    @Test
    void writesACalendarWithoutEvents() {
        byte[] bytes = IcsWriter.write(new IcsCalendar("n", "", ZoneOffset.UTC, Collections.emptyList()));
        assertThat(IcsCheck.check(bytes)).isEmpty();
    }
}
