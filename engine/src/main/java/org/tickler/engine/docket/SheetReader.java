package org.tickler.engine.docket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.Words;
import org.tickler.rules.checkup.Finding;
import org.tickler.rules.checkup.SheetRow;
import org.tickler.rules.docket.EntryKind;

/**
 * Reads a sheet that somebody keeps by hand, or another program's export, for a checkup. It is read with more patience than
 * a docket that is loaded: columns may have other names, kinds may be unknown, and of a row whose date cannot be read the
 * rest still counts. Dates are never guessed. A file has at most 50 MB and 100,000 rows; what is more is not read.
 */
public final class SheetReader {
    private static final long MOST_BYTES = 50_000_000;
    private static final int MOST_ROWS = 100_000;
    private static final Set<String> OFF =
            Set.of("cancelled", "canceled", "waived", "superseded", "vacated", "withdrawn");

    private final DateForm dates;

    /** @param dates how the files write their dates */
    public SheetReader(DateForm dates) {
        this.dates = dates;
    }

    /**
     * A file as it was read.
     *
     * @param problems rows and dates that could not be read
     * @param notes what was taken for what, {@code file:line: sentence} each
     * @param noDate the first date that is not in the declared form, with its place, where not one in the file is
     */
    public record Sheet(List<SheetRow> rows, List<Finding> problems, List<String> notes, Optional<String> noDate) {
        public Sheet {
            rows = List.copyOf(rows);
            problems = List.copyOf(problems);
            notes = List.copyOf(notes);
        }
    }

    /** Reads a file that is there, by what its name ends in. */
    public Sheet read(Path path) throws IOException {
        Reading reading = new Reading(dates);
        String file = String.valueOf(path.getFileName());
        String lower = file.toLowerCase(Locale.ROOT);
        if (Files.size(path) > MOST_BYTES) {
            reading.refuse(file, 1, "the file has more than 50 MB; split it");
        } else if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
            new CsvRows(path, mapping(), Form.ANY_SHEET, reading::accept).read();
        } else if (lower.endsWith(".json") || lower.endsWith(".jsonl")) {
            new JsonRows(path, mapping(), Form.ANY_SHEET, reading::accept).read();
        } else if (lower.endsWith(".ics")) {
            LocalDate written =
                    LocalDate.ofInstant(Files.getLastModifiedTime(path).toInstant(), ZoneOffset.UTC);
            IcsRows.Scope scope = new IcsRows.Scope(Mapping.NONE, ZoneOffset.UTC, written);
            new IcsRows(path, scope, matter -> false, reading::accept).read();
        } else {
            reading.refuse(
                    file,
                    1,
                    "expected a file that ends in .csv, .json, .jsonl or .ics; save a workbook's sheet as \"CSV UTF-8\"");
        }
        return reading.sheet();
    }

    private Mapping mapping() {
        return new Mapping(
                "checkup",
                Optional.empty(),
                Map.of(),
                new Mapping.Layout(dates, Optional.empty()),
                Map.of(),
                Map.of(),
                List.of(),
                false);
    }

    /** What is gathered while a file is read. */
    private static final class Reading {
        private final DateForm dates;
        private final List<SheetRow> rows = new ArrayList<>();
        private final List<Finding> problems = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private boolean anyDate;
        private Optional<String> noDate = Optional.empty();
        private int dropped;

        Reading(DateForm dates) {
            this.dates = dates;
        }

        Sheet sheet() {
            if (dropped > 0) {
                notes.add(dropped + " rows past the first " + MOST_ROWS + " were not read");
            }
            return new Sheet(rows, problems, notes, anyDate ? Optional.empty() : noDate);
        }

        void accept(ReadRow read) {
            switch (read) {
                case ReadRow.Noted noted -> notes.add(noted.file() + ":" + noted.line() + ": " + noted.sentence());
                case ReadRow.Refused refused -> refuse(refused.file(), refused.line(), refused.reason());
                case ReadRow.Row row -> {
                    if (rows.size() >= MOST_ROWS) {
                        dropped++;
                    } else {
                        row(row.row());
                    }
                }
            }
        }

        void refuse(String file, int line, String reason) {
            SheetRow none = new SheetRow(
                    new SheetRow.Place(file, line),
                    "",
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    SheetRow.Says.NOTHING,
                    false);
            problems.add(Finding.about(none, Finding.Type.UNREAD, Finding.Weight.WRONG, reason));
        }

        private void row(DocketRow row) {
            Optional<String> written = cell(row, "date", 100);
            Optional<DateForm.Given> given = written.flatMap(row.dates()::day);
            SheetRow read = new SheetRow(
                    new SheetRow.Place(row.file(), row.line()),
                    cell(row, "matter", 120).orElse(""),
                    cell(row, "title", Columns.LONGEST_TITLE).orElse(""),
                    cell(row, "kind", 100).flatMap(Reading::kind),
                    given.map(DateForm.Given::day),
                    hour(row, given),
                    given.flatMap(DateForm.Given::weekday),
                    says(row),
                    cell(row, "status", 100)
                            .map(status -> !OFF.contains(status.toLowerCase(Locale.ROOT)))
                            .orElse(true));
            if (read.matter().isBlank()) {
                problems.add(Finding.about(read, Finding.Type.UNREAD, Finding.Weight.WRONG, "the row names no matter"));
                return;
            }
            rows.add(read);
            anyDate |= given.isPresent();
            if (given.isEmpty()) {
                written.ifPresent(text -> badDate(read, row, text));
            }
        }

        private void badDate(SheetRow read, DocketRow row, String text) {
            boolean absent = row.dates().isNoSuchDay(text);
            anyDate |= absent;
            if (noDate.isEmpty()) {
                noDate = Optional.of("\"" + text + "\" in " + read.place());
            }
            problems.add(
                    absent
                            ? Finding.about(
                                    read,
                                    Finding.Type.NO_SUCH_DATE,
                                    Finding.Weight.WRONG,
                                    "there is no day \"" + text + "\"")
                            : Finding.about(
                                    read,
                                    Finding.Type.UNREAD,
                                    Finding.Weight.WRONG,
                                    "\"" + text + "\" is no date in the form " + dates.words() + ", such as "
                                            + dates.dayExample()));
        }

        private static Optional<LocalTime> hour(DocketRow row, Optional<DateForm.Given> given) {
            return cell(row, "time", 100).flatMap(row.dates()::hour).or(() -> given.flatMap(DateForm.Given::time));
        }

        private static SheetRow.Says says(DocketRow row) {
            return new SheetRow.Says(
                    cell(row, "court", 200),
                    cell(row, "rule", 200),
                    cell(row, "event", 500),
                    cell(row, "service", 100),
                    cell(row, "party", 200),
                    cell(row, "side", 200),
                    cell(row, "judge", 200),
                    cell(row, "owner", 200));
        }

        /** On one line, without control characters, no longer than that. */
        private static Optional<String> cell(DocketRow row, String column, int longest) {
            return row.find(column)
                    .map(text ->
                            text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]+", " ").strip())
                    .map(text -> text.length() <= longest ? text : text.substring(0, longest))
                    .filter(text -> !text.isEmpty());
        }

        private static Optional<EntryKind> kind(String words) {
            return Words.find(EntryKind.class, words.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-"));
        }
    }
}
