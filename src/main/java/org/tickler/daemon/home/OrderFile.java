package org.tickler.daemon.home;

import java.nio.file.Path;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextProblem;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.OrderedDate;
import org.tickler.rules.docket.EntryKind;

/** The dates of an order as a CSV file: a row a date. The columns are described in {@code docs/commands.md}. */
public final class OrderFile {
    private static final String ROWS = "dates";

    private OrderFile() {}

    /** The dates in {@code file}, in order; what cannot be read is recorded in {@code problems}. */
    public static List<OrderedDate> read(Path file, Problems problems) {
        Optional<SourceText> text = new Texts(Path.of(""), problems).find(file);
        if (text.isEmpty() && !problems.hasErrors()) {
            problems.error(
                    Span.startOf(file.toString()), HomeProblem.MISSING_FILE, "there is no such file; check its name");
        }
        Optional<Node> rows = text.flatMap(found -> CsvNodes.read(found, ROWS, problems));
        if (rows.isEmpty()) {
            return List.of();
        }
        List<OrderedDate> dates = new ArrayList<>();
        for (Fields row : Fields.of(rows.get(), problems).maps(ROWS)) {
            String name = row.text("deadline");
            Optional<EntryKind> kind = row.findOneOf("kind", EntryKind.class);
            Optional<String> event = row.findText("event");
            if (event.isPresent() && row.findText("kind").isEmpty()) {
                row.error(
                        "event",
                        TextProblem.MISSING_KEY,
                        "event: what has one is something new, and the row has no kind; say which, such as trial");
            }
            row.need("date");
            Optional<DateGiven> date =
                    row.read("date", OrderedDate::date, TextProblem.BAD_VALUE, "2026-03-10 or Tue 2026-03-10");
            Optional<LocalTime> time = row.findTime("time");
            if (row.finish() && date.isPresent()) {
                DateGiven given = date.get();
                dates.add(new OrderedDate(
                        row.at().file() + ":" + row.at().line(),
                        name,
                        kind.map(of -> new OrderedDate.New(of, event)),
                        new DateGiven(given.day(), time.or(given::time), Optional.empty())));
            }
        }
        return dates;
    }
}
