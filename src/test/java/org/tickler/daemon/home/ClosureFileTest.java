package org.tickler.daemon.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.text.Problems;

/** A court closes: somebody drops an .ics file into the home's calendars. */
class ClosureFileTest {

    private static final LocalDate THU_2027_01_28 = LocalDate.of(2027, 1, 28);
    private static final String STORM = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//court//EN
            BEGIN:VEVENT
            UID:1@court
            DTSTART;VALUE=DATE:20270128
            SUMMARY:Snow storm
            CATEGORIES:clerk-inaccessible
            DESCRIPTION:Notice of the Clerk of 27 January 2027
            END:VEVENT
            END:VCALENDAR
            """;

    @TempDir
    Path home;

    @BeforeEach
    void writeTheSampleHome() throws IOException {
        for (String file : List.of("tickler.yaml", "people.yaml", "matters.yaml", "rules/reminders.yaml")) {
            Path target = home.resolve(file);
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            try (InputStream in = Objects.requireNonNull(ClosureFileTest.class.getResourceAsStream("/home/" + file))) {
                Files.writeString(target, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        Files.createDirectories(home.resolve("calendars"));
        try (InputStream in =
                Objects.requireNonNull(ClosureFileTest.class.getResourceAsStream("/home/calendars/firm.yaml"))) {
            Files.write(home.resolve("calendars/firm.yaml"), in.readAllBytes());
        }
    }

    private HomeFiles read(Problems problems) {
        return new HomeReader(new Home(home), Map.of(), Instant.EPOCH)
                .read(problems)
                .orElseThrow(() -> new AssertionError(problems));
    }

    @Test
    void closesTheCourtInTheHomeAndInItsBook() throws IOException {
        Files.writeString(home.resolve("calendars/us-nysd.ics"), STORM);
        HomeFiles files = read(new Problems());
        CalendarBook ofTheBook =
                files.book().compile(new Problems()).orElseThrow().calendars();

        for (CalendarBook book : List.of(files.calendars(), ofTheBook)) {
            assertThat(book.get(new CalendarId("us-nysd")).on(THU_2027_01_28)).isInstanceOf(CourtDay.Closed.class);
        }
    }

    @Test
    void isRefusedWithItsLineWhereItNamesNoAuthority() throws IOException {
        Files.writeString(home.resolve("calendars/us-nysd.ics"), STORM.replaceAll("DESCRIPTION.*\n", ""));
        Problems problems = new Problems();

        assertThat(new HomeReader(new Home(home), Map.of(), Instant.EPOCH).read(problems))
                .isEmpty();
        assertThat(problems.toString()).contains("calendars/us-nysd.ics:4:1: error[missing-authority]");
    }
}
