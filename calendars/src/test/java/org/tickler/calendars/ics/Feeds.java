package org.tickler.calendars.ics;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Events and feeds for tests, and random text of the worst kind. */
final class Feeds {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final Instant REVISED = Instant.parse("2026-11-20T15:04:05Z");
    static final LocalDate MON_2027_03_08 = LocalDate.of(2027, 3, 8);

    private static final String[] PIECES = {
        "a",
        "Z",
        " ",
        "0",
        "\\",
        ";",
        ",",
        ":",
        "\"",
        "\r",
        "\n",
        "\r\n",
        "\t",
        "\u0000",
        "\u0007",
        "\u001b",
        "\u007f",
        "\u0085",
        "\u2028",
        "\u202e",
        "\u2066",
        "é",
        "ß",
        "法",
        "院",
        "…",
        "😀",
        "👩‍⚖️",
        "\ud83d",
        "\ude00",
        "\ufeff",
        "\uffff",
        "BEGIN:VEVENT",
        "\r\nEND:VEVENT\r\n",
        "\nUID:x",
        "{{name}}",
        "<b>",
        "=cmd",
        "\\n",
        "\\\\n"
    };

    private Feeds() {}

    static IcsEvent event(String uid, IcsWhen when, String summary) {
        return event(uid, when, IcsWords.of(summary));
    }

    static IcsEvent event(String uid, IcsWhen when, IcsWords words) {
        return new IcsEvent(uid, new IcsRevision(0, REVISED), IcsStatus.CONFIRMED, when, words, List.of(), List.of());
    }

    static IcsEvent allDay(String uid, String summary) {
        return event(uid, IcsWhen.AllDay.on(MON_2027_03_08), summary);
    }

    static IcsWords everyWord(String text) {
        return new IcsWords(text, text, text, Optional.of(URI.create("https://tickler.example/e/1?a=b;c,d")));
    }

    static IcsCalendar feed(IcsEvent... events) {
        return new IcsCalendar("Harper & Lin, docket", "", NEW_YORK, List.of(events));
    }

    static String text(IcsEvent... events) {
        return new String(IcsWriter.write(feed(events)), StandardCharsets.UTF_8);
    }

    /** The lines of the feed after unfolding. */
    static List<String> lines(IcsEvent... events) {
        return text(events).replace("\r\n ", "").lines().toList();
    }

    static String randomText(Random random, int pieces) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
