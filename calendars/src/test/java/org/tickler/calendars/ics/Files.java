package org.tickler.calendars.ics;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** Files to read, made by hand or by string, and the usual way of reading them. */
final class Files {

    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final IcsWindow Y2026 = new IcsWindow(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 1, 1));

    private Files() {}

    static IcsContent fixture(String name) {
        try (InputStream in = Objects.requireNonNull(Files.class.getResourceAsStream("/ics/" + name), name)) {
            return IcsReader.read(in, NEW_YORK, Y2026, IcsLimits.usual());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file of one calendar with these lines; the first of them is line 3. */
    static IcsContent calendar(String... lines) {
        return text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + String.join("\r\n", lines) + "\r\nEND:VCALENDAR\r\n");
    }

    /** Reads a file of one event with these properties and a UID; BEGIN:VEVENT is line 3, the first of them line 5. */
    static IcsContent event(String... lines) {
        return calendar("BEGIN:VEVENT", "UID:one", String.join("\r\n", lines), "END:VEVENT");
    }

    static IcsContent text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    static IcsContent bytes(byte[] bytes) {
        return IcsReader.read(bytes, NEW_YORK, Y2026, IcsLimits.usual());
    }

    /** A line an item, as {@code instance: time summary}. */
    static List<String> lines(IcsContent content) {
        return content.items().stream().map(Files::line).toList();
    }

    private static String line(IcsItem item) {
        return item.identity().instance().map(id -> id + ": ").orElse("") + time(item) + " "
                + item.words().summary() + (item.cancelled() ? " (cancelled)" : "");
    }

    static String time(IcsItem item) {
        return switch (item.time()) {
            case IcsTime.AllDay days -> days.from() + "/" + days.until();
            case IcsTime.Timed timed ->
                timed.start()
                        + timed.end().map(end -> "/" + end.toLocalDateTime()).orElse("");
        };
    }
}
