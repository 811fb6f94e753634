package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is put into the words of an event, the feed holds one event and those words, and nothing else. */
final class HostileTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
                "a\rEND:VEVENT\rBEGIN:VEVENT",
                "a\nATTACH:file:///etc/passwd",
                "a\u0000b",
                "due \u202e7202 hcraM",
                "a\u2028BEGIN:VEVENT",
                "a\u0085END:VCALENDAR",
                "\ud800",
                "a\\",
                "a\\nb\\,c",
                "\";VALUE=DATE:20200101",
                "\u000bEND:VEVENT\u000c"
            })
    void keepsOneEventInTheFeed(String text) {
        byte[] bytes = IcsWriter.write(Feeds.feed(Feeds.event("one", whenever(), Feeds.everyWord(text))));
        assertThat(IcsCheck.check(bytes)).isEmpty();
        List<VEvent> events = parse(bytes).getEvents();
        assertThat(events).hasSize(1);
        assertThat(events.get(0).getUid().getValue()).isEqualTo("one");
        assertThat(events.get(0).getSummary().getValue()).isEqualTo(cleaned(text));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261122, 417})
    void foldsAnyTextSoThatEveryLineIsShortAndWholeAndReadsBackEqual(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            String text = "x" + Feeds.randomText(random, random.nextInt(60));
            byte[] bytes = IcsWriter.write(Feeds.feed(Feeds.event("u" + i, whenever(), Feeds.everyWord(text))));
            assertThat(IcsCheck.check(bytes)).as(text).isEmpty();
            VEvent event = parse(bytes).getEvents().get(0);
            assertThat(event.getDescription().getValue()).isEqualTo(cleaned(text));
        }
    }

    private static IcsWhen whenever() {
        return IcsWhen.AllDay.on(Feeds.MON_2027_03_08);
    }

    private static ICalendar parse(byte[] bytes) {
        List<ICalendar> all =
                Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).all();
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    /** What the writer promises to keep of a text, said in another way than it is done. */
    private static String cleaned(String text) {
        String whole = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
        return whole.replaceAll("\\r\\n|[\\r\\n\\x85\\u2028\\u2029]", "\n")
                .replace('\t', ' ')
                .replaceAll("[\\p{Cntrl}&&[^\\n]]", "")
                .replaceAll("[\\u0080-\\u009f\\u202a-\\u202e\\u2066-\\u2069\\ufeff\\ufffe\\uffff]", "")
                .replace("\n", System.lineSeparator());
    }
}
