package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.zone.ZoneRulesProvider;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Files that break other readers. Each ends soon, in problems that name their lines, and the good events are read. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
final class HostileFilesTest {

    private static final String GOOD = "BEGIN:VEVENT\r\nUID:good\r\nDTSTART:20260310T190000Z\r\nEND:VEVENT\r\n";
    private static final String ZONE = "BEGIN:VTIMEZONE\r\nTZID:Z%d\r\nBEGIN:STANDARD\r\nDTSTART:19701101T020000\r\n"
            + "RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\r\nTZOFFSETFROM:-0400\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\n"
            + "END:VTIMEZONE\r\n";

    @Test
    void readsThousandsOfCalendarsWithZonesInARow() {
        Set<String> before = Set.copyOf(ZoneRulesProvider.getAvailableZoneIds());
        for (int i = 0; i < 3_000; i++) {
            String event = "BEGIN:VEVENT\r\nUID:e\r\nDTSTART;TZID=America/New_York:20260310T150000\r\n"
                    + "RRULE:FREQ=DAILY;COUNT=2\r\nDURATION:PT1H\r\nEND:VEVENT\r\n";
            assertThat(calendar(ZONE.formatted(i) + event).items()).hasSize(2);
        }
        assertThat(ZoneRulesProvider.getAvailableZoneIds()).isEqualTo(before);
    }

    @Test
    void refusesAFileOfThousandsOfZones() {
        String zones = ZONE.formatted(1).repeat(3_000);
        assertRefused(calendar(zones + GOOD), "at most 50 VTIMEZONEs");
        assertThat(calendar(GOOD).items()).hasSize(1);
    }

    @Test
    void readsTheGoodEventsBetweenBadOnes() {
        IcsContent content = calendar(GOOD.replace("good", "a")
                + "BEGIN:VEVENT\r\nUID:b\r\nDTSTART:20260231T190000Z\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:c\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:d\r\nDTSTART:tomorrow\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:e\r\nDTSTART:20260310\r\nRRULE:FREQ=SECONDLY\r\nEND:VEVENT\r\n"
                + "BEGIN:VEVENT\r\nUID:f\r\nUID:g\r\nDTSTART:20260310\r\nEND:VEVENT\r\n"
                + GOOD.replace("good", "h"));
        assertThat(content.items())
                .extracting(item -> item.identity().uid().orElse(""))
                .containsExactly("a", "h");
        assertThat(content.problems()).extracting(IcsProblem::line).containsExactly(8, 10, 15, 20, 24);
    }

    @Test
    void answersAtOnceForRulesThatNeverComeTrue() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            events.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append("\r\nDTSTART:00010101T190000Z\r\n"
                            + "RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=5\r\nEND:VEVENT\r\n");
        }
        IcsContent content = calendar(events.toString());
        assertThat(content.items()).isEmpty();
        assertThat(content.problems()).isNotEmpty();
    }

    @Test
    void cutsAFloodOfInstancesAndSaysSo() {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            events.append("BEGIN:VEVENT\r\nUID:")
                    .append(i)
                    .append(
                            "\r\nDTSTART:20260101T000000Z\r\nRRULE:FREQ=DAILY;BYHOUR=1,2,3,4,5,6,7,8\r\nEND:VEVENT\r\n");
        }
        IcsContent content = calendar(events.toString());
        assertThat(content.items()).hasSizeBetween(10_000, IcsLimits.usual().instances());
        assertThat(content.problems())
                .hasSizeGreaterThan(100)
                .anyMatch(p -> p.reason().contains("not the whole series"));
    }

    @Test
    void refusesHugeIntervalsAndCountsInNoTime() {
        IcsContent content =
                Files.event("DTSTART:20260101T120000Z", "RRULE:FREQ=YEARLY;INTERVAL=2147483647;COUNT=2147483647");
        assertThat(content.problems()).singleElement().matches(problem -> problem.line() == 6);
    }

    @Test
    void readsTheEdgesOfTheCalendar() {
        for (String date : List.of("00000101", "00010101T000000Z", "99991231", "99991231T235959Z")) {
            IcsContent content = Files.event("DTSTART:" + date, "RRULE:FREQ=YEARLY;INTERVAL=10000", "RDATE:" + date);
            assertThat(content.problems()).as(date).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNested() {
        assertRefused(calendar("BEGIN:X\r\n".repeat(50_000) + GOOD), "at most 8 deep");
        assertRefused(calendar("BEGIN:X\r\nEND:X\r\n".repeat(25_000) + GOOD), "at most 20000 components");
    }

    @Test
    void dropsAnEventInWhichAnotherBegins() {
        IcsContent content = calendar("BEGIN:VEVENT\r\nUID:outer\r\nDTSTART:20260301\r\n" + GOOD + "END:VEVENT\r\n");
        assertThat(content.items())
                .extracting(item -> item.identity().uid().orElse(""))
                .containsExactly("good");
        assertThat(content.problems()).extracting(IcsProblem::line).contains(2);
    }

    @Test
    void dropsAnEventWithTheWrongEnd() {
        IcsContent content =
                calendar("BEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260301\r\nEND:VTODO\r\nEND:VEVENT\r\n" + GOOD);
        assertThat(content.items()).hasSize(1);
        assertThat(content.problems())
                .singleElement()
                .hasToString("5: expected END:VEVENT, found END:VTODO; the event is not read");
    }

    @Test
    void saysThatAFileIsCutOff() {
        IcsContent content = Files.text("BEGIN:VCALENDAR\r\n" + GOOD + "BEGIN:VEVENT\r\nUID:x\r\nDTSTART:2026");
        assertThat(content.items()).hasSize(1);
        assertThat(content.problems())
                .hasSize(2)
                .allMatch(problem -> problem.reason().contains("cut off"));
    }

    @Test
    void takesNothingThatALoneCarriageReturnSmugglesIn() {
        IcsContent content = Files.event("DTSTART:20260310", "SUMMARY:a\rEND:VEVENT\rBEGIN:VEVENT\rUID:evil\u0000");
        assertThat(content.items())
                .singleElement()
                .extracting(item -> item.words().summary())
                .isEqualTo("a END:VEVENT BEGIN:VEVENT UID:evil");
    }

    @Test
    void cutsWordsOfAHundredThousandCharacters() {
        IcsContent content =
                Files.event("DTSTART:20260310", "SUMMARY:" + "x".repeat(100_000), "X-LONG:" + "y".repeat(100_000));
        assertThat(content.items())
                .singleElement()
                .matches(item -> item.words().summary().length() == 65_536 - "SUMMARY:".length());
        assertThat(content.problems()).singleElement().matches(problem -> problem.line() == 6);
    }

    @Test
    void readsLinesMadeOfNothingButSeparatorsInNoTime() {
        for (String piece : List.of(":", ";", "\"", "(", "TZID=(", "/a/b", ";A=", ",", "\\", "\\,")) {
            String line = "DTSTART;TZID=" + piece.repeat(60_000 / piece.length());
            String categories = "CATEGORIES:" + piece.repeat(60_000 / piece.length());
            IcsContent content = Files.event((line + "\r\n" + categories + "\r\n").repeat(30) + "DTSTART:20260310");
            assertThat(content.problems()).as(piece).isNotEmpty();
        }
    }

    @Test
    void refusesAnEventWhoseDatesAreTooLongToRead() {
        assertThat(Files.event("DTSTART:20260310", "EXDATE:" + "20260310,".repeat(20_000))
                        .items())
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoCalendar() throws IOException {
        assertRefused(Files.bytes(gzip()), "compressed");
        assertRefused(Files.bytes(new byte[] {'P', 'K', 3, 4}), "compressed");
        assertRefused(Files.bytes("BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_16)), "UTF-16");
        assertRefused(Files.text("<html><body>Sign in</body></html>"), "found '<html>");
        assertRefused(Files.text("BEGIN:VCARD\r\nEND:VCARD\r\n"), "expected BEGIN:VCALENDAR");
        assertRefused(Files.text("BEGIN:VCALENDAR\r\nVERSION:1.0\r\nEND:VCALENDAR\r\n"), "vCalendar 1.0");
        assertRefused(Files.text(""), "expected BEGIN:VCALENDAR");
        assertRefused(Files.text("\r\n\r\n"), "expected BEGIN:VCALENDAR");
    }

    @Test
    void refusesWhatIsTooBig() {
        byte[] big = new byte[IcsLimits.usual().bytes() + 1];
        Arrays.fill(big, (byte) 'x');
        assertRefused(Files.bytes(big), "at most 5000000 bytes");
        assertRefused(calendar("X:\r\n".repeat(200_001)), "at most 200000 lines");
    }

    @Test
    void answersForRandomBytesAndForFilesWithRandomDamage() {
        byte[] outlook = (ZONE.formatted(1) + GOOD).getBytes(StandardCharsets.UTF_8);
        Random random = new Random(20261122);
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = ("BEGIN:VCALENDAR\r\n" + new String(outlook, StandardCharsets.UTF_8) + "END:VCALENDAR\r\n")
                    .getBytes(StandardCharsets.UTF_8);
            for (int damage = random.nextInt(6); damage >= 0; damage--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(Files.bytes(bytes)).isNotNull();
        }
    }

    @Test
    void readsPastAByteOrderMarkAndLineEndsOfUnix() {
        assertThat(Files.text("\ufeff" + "BEGIN:VCALENDAR\n" + GOOD.replace("\r", "") + "END:VCALENDAR")
                        .items())
                .hasSize(1);
    }

    @Test
    void joinsACharacterThatIsFoldedInItsMiddle() {
        byte[] bytes =
                ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260310\r\nSUMMARY:caf\u00c3\r\n \u00a9\r\n"
                                + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Files.lines(Files.bytes(bytes))).containsExactly("2026-03-10/2026-03-11 café");
    }

    @Test
    void saysWhatIsNotUtf8() {
        byte[] bytes = ("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nDTSTART:20260310\r\nSUMMARY:caf\u00e9\r\n"
                        + "END:VEVENT\r\nEND:VCALENDAR\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Files.bytes(bytes).problems()).singleElement().matches(problem -> problem.line() == 5);
    }

    @Test
    void leavesOutAnEndThatLiesBeforeTheStart() {
        IcsContent content = Files.event("DTSTART:20260310T190000Z", "DTEND:20260310T180000Z");
        assertThat(content.items()).extracting(Files::time).containsExactly("2026-03-10T15:00-04:00[America/New_York]");
        assertThat(content.problems()).extracting(IcsProblem::line).containsExactly(6);
    }

    @Test
    void asksNoNetworkForAnythingThatAFileNames() {
        List<URI> asked = new CopyOnWriteArrayList<>();
        ProxySelector before = ProxySelector.getDefault();
        ProxySelector.setDefault(new RecordingSelector(asked));
        try {
            String zone = ZONE.formatted(1).replace("TZID:Z1", "TZID:Z1\r\nTZURL:http://tz.example/Z1.ics");
            IcsContent content = calendar(
                    zone + "BEGIN:VEVENT\r\nUID:x\r\nDTSTART;TZID=Z1:20260310T150000\r\nRRULE:FREQ=DAILY;COUNT=2\r\n"
                            + "URL:http://x.example/\r\nATTACH:http://x.example/a\r\nEND:VEVENT\r\n");
            assertThat(content.items()).hasSize(2);
        } finally {
            ProxySelector.setDefault(before);
        }
        assertThat(asked).isEmpty();
    }

    private static final class RecordingSelector extends ProxySelector {
        private final List<URI> asked;

        RecordingSelector(List<URI> asked) {
            this.asked = asked;
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return List.of(Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException failure) {
            asked.add(uri);
        }
    }

    private static IcsContent calendar(String content) {
        return Files.text("BEGIN:VCALENDAR\r\n" + content + "END:VCALENDAR\r\n");
    }

    private static void assertRefused(IcsContent content, String reason) {
        assertThat(content.items()).isEmpty();
        assertThat(content.refused()).isTrue();
        assertThat(List.copyOf(content.problems()))
                .singleElement()
                .matches(p -> p.reason().contains(reason), reason);
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(GOOD.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
