package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** The calendars that tests count with: the shipped ones, alone or with files of a firm over them. */
final class Courts {

    static final CourtCalendar FEDERAL = shipped("us-federal");
    static final CourtCalendar NYSD = shipped("us-nysd");

    private Courts() {}

    static CourtCalendar shipped(String id) {
        return with().get(new CalendarId(id));
    }

    /** A calendar file of the tests. */
    static String text(String name) {
        try (InputStream stream = Courts.class.getResourceAsStream("/calendars/" + name)) {
            assertThat(stream).as(name).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    /** The shipped calendars and files of a firm, which must be free of errors. */
    static CalendarBook with(String... firmFiles) {
        List<SourceText> sources = new ArrayList<>(ShippedCourts.sources());
        for (String text : firmFiles) {
            sources.add(new SourceText("calendars/firm" + sources.size() + ".yaml", text));
        }
        Problems problems = new Problems();
        CalendarBook book = CalendarReader.book(sources, problems);
        assertThat(problems.isEmpty()).as(problems.toString()).isTrue();
        return book;
    }
}
