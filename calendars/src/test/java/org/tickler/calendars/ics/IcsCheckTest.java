package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class IcsCheckTest {

    private static final String GOOD = Feeds.text(Feeds.allDay("one@x.example", "Answer due"));

    @Test
    void findsNothingInWhatTheWriterWrote() {
        assertThat(check(GOOD)).isEmpty();
    }

    @Test
    void findsALineThatIsTooLong() {
        assertThat(check(GOOD.replace("Answer due", "é".repeat(40)))).contains("line 21: the line has 88 octets");
    }

    @Test
    void findsALineFoldedInsideACharacter() {
        byte[] bytes = GOOD.replace("Answer due", "\u00c3\r\n \u00a9").getBytes(StandardCharsets.ISO_8859_1);
        assertThat(IcsCheck.check(bytes))
                .hasSize(2)
                .allMatch(found -> found.reason().contains("UTF-8"));
    }

    @Test
    void findsBareLineEnds() {
        assertThat(check(GOOD.replace("VERSION:2.0\r\n", "VERSION:2.0\n"))).contains("line 2: the line does not end");
        assertThat(check(GOOD.replace("Answer due", "Answer\rdue"))).contains("control character 13");
        assertThat(check(GOOD.stripTrailing())).contains("does not end in CRLF");
    }

    @Test
    void findsControlCharacters() {
        assertThat(check(GOOD.replace("Answer due", "Answer\0due"))).contains("control character 0");
        assertThat(check(GOOD.replace("Answer due", "Answer\u007fdue"))).contains("control character 127");
    }

    @Test
    void findsWhatBeginsAndDoesNotEnd() {
        assertThat(check(GOOD.replace("END:VEVENT\r\n", ""))).contains("expected END:VEVENT, found END:VCALENDAR");
        assertThat(check(GOOD.replace("END:VCALENDAR\r\n", ""))).contains("BEGIN:VCALENDAR of line 1 has no END");
        assertThat(check(GOOD.replace("BEGIN:VEVENT\r\n", ""))).contains("expected END:VCALENDAR, found END:VEVENT");
        assertThat(check(GOOD + "END:VCALENDAR\r\n")).contains("expected nothing");
    }

    @Test
    void findsAnEventInsideAnEvent() {
        assertThat(check(GOOD.replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nBEGIN:VEVENT\r\n")))
                .contains("stands inside VEVENT");
    }

    @Test
    void findsWhatAnEventLacksOrHasTwice() {
        assertThat(check(GOOD.replaceFirst("DTSTAMP:.*\r\n", ""))).contains("VEVENT needs one DTSTAMP, found 0");
        assertThat(check(GOOD.replaceFirst("DTSTART", "X-START"))).contains("VEVENT needs one DTSTART, found 0");
        assertThat(check(GOOD.replaceFirst("SEQUENCE:0", "UID:two"))).contains("VEVENT needs one UID, found 2");
        assertThat(check(GOOD.replaceFirst("VERSION:2.0", "X-V:2.0"))).contains("VCALENDAR needs one VERSION, found 0");
    }

    @Test
    void findsAUidThatStandsTwice() {
        String event = GOOD.substring(GOOD.indexOf("BEGIN:VEVENT"), GOOD.indexOf("END:VCALENDAR"));
        assertThat(check(GOOD.replace(event, event + event))).contains("UID 'one@x.example' stands twice");
    }

    @Test
    void findsAnEndThatIsNotAfterTheStart() {
        assertThat(check(GOOD.replace("20270309", "20270308"))).contains("DTEND 20270308 is not after");
    }

    @Test
    void findsALineThatIsNoProperty() {
        assertThat(check(GOOD.replace("SUMMARY:Answer due", "no property"))).contains("expected NAME:value");
    }

    @Test
    void refusesNothingAtAll() {
        assertThat(check("")).contains("expected one VCALENDAR, found 0");
        assertThat(check(GOOD + GOOD)).contains("expected one VCALENDAR, found 2");
    }

    @Test
    void answersForRandomBytes() {
        byte[] bytes = new byte[200_000];
        new Random(7).nextBytes(bytes);
        assertThat(IcsCheck.check(bytes)).hasSizeBetween(1, IcsCheck.MOST_VIOLATIONS);
    }

    private static String check(String text) {
        return String.join(
                "\n",
                IcsCheck.check(text.getBytes(StandardCharsets.UTF_8)).stream()
                        .map(IcsViolation::toString)
                        .toList());
    }
}
