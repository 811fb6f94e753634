package org.tickler.daemon.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/**
 * The shipped calendars with the home's over them.
 *
 * @param own the home's files
 * @param whole whether all could be read, so that a name that is missing is really missing
 */
record CourtFiles(List<SourceText> own, CalendarBook book, boolean whole) {
    CourtFiles {
        own = List.copyOf(own);
    }

    static CourtFiles read(List<SourceText> own, Problems problems) {
        List<SourceText> all = new ArrayList<>(ShippedCourts.sources());
        all.addAll(own);
        Problems found = new Problems();
        CalendarBook book = CalendarReader.book(all, found);
        found.sorted().forEach(problems::add);
        return new CourtFiles(own, book, !found.hasErrors());
    }

    Set<String> names() {
        return book.ids().stream().map(CalendarId::value).collect(Collectors.toUnmodifiableSet());
    }
}
