package org.tickler.engine.docket;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Nearest;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.MatterId;

/** Understands a row by itself, without looking at what is stored. */
final class RowReader {
    private final DocketRow row;

    private RowReader(DocketRow row) {
        this.row = row;
    }

    /** What the row says, and under which id. */
    record Understood(DocketRow row, String id, boolean hasId, Saying saying) {}

    /**
     * What the row says.
     *
     * @throws RowRefused if something needed is missing, or cannot be read
     */
    static Understood read(DocketRow row) throws RowRefused {
        RowReader reader = new RowReader(row);
        reader.refuseWhatIsNoText();
        Saying saying = reader.saying();
        Optional<String> id = row.find("id");
        return new Understood(row, id.orElseGet(() -> identity(saying)), id.isPresent(), saying);
    }

    /** The identity of what has no id: matter, kind, event, party and title. */
    private static String identity(Saying saying) {
        return "= "
                + Fingerprint.of(
                                saying.matter().value(),
                                Words.of(saying.kind()),
                                saying.details().event().orElse(""),
                                saying.details().party().orElse(""),
                                saying.title().toLowerCase(Locale.ROOT))
                        .longCode();
    }

    private Saying saying() throws RowRefused {
        String matter = needed("matter");
        EntryKind kind = kind(needed("kind"));
        String title = needed("title");
        if (title.length() > Columns.LONGEST_TITLE) {
            throw new RowRefused("the title has " + title.length() + " characters; expected at most "
                    + Columns.LONGEST_TITLE + ". Put the rest into notes");
        }
        EntryStatus status = status();
        Optional<String> date = row.find("date");
        if (date.isEmpty() && status != EntryStatus.WAITING) {
            throw new RowRefused("date is missing; expected a date in the form "
                    + row.dates().words() + ", such as " + row.dates().dayExample() + ", or the status waiting");
        }
        Optional<DateForm.Given> given = date.isEmpty() ? Optional.empty() : Optional.of(day("date", date.get()));
        return new Saying(
                matterId(matter), kind, title, given.flatMap(DateForm.Given::weekday), when(given), status, details());
    }

    private Saying.Said when(Optional<DateForm.Given> given) throws RowRefused {
        Optional<String> column = row.find("time");
        Optional<LocalTime> time =
                column.isPresent() ? Optional.of(hour("time", column.get())) : given.flatMap(DateForm.Given::time);
        if (time.isPresent() && given.isEmpty()) {
            throw new RowRefused("time is " + time.get() + ", but there is no date; give both");
        }
        Optional<LocalDateTime> start = given.flatMap(day -> time.map(day.day()::atTime));
        Optional<String> ends = row.find("ends");
        Optional<LocalDateTime> end = ends.isPresent() ? Optional.of(end(ends.get(), given, start)) : Optional.empty();
        return new Saying.Said(given.map(DateForm.Given::day), time, end, zone());
    }

    private LocalDateTime end(String text, Optional<DateForm.Given> given, Optional<LocalDateTime> start)
            throws RowRefused {
        if (start.isEmpty()) {
            throw new RowRefused("ends is " + text + ", but there is no time at which it starts; give both");
        }
        Optional<LocalTime> hour = row.dates().hour(text);
        LocalDate day = given.orElseThrow().day();
        LocalDateTime end = hour.map(day::atTime)
                .or(() -> row.dates().day(text).flatMap(found -> found.time().map(found.day()::atTime)))
                .orElseThrow(() -> new RowRefused("ends: \"" + shown(text) + "\" is no hour; expected one such as "
                        + row.dates().hourExample()));
        if (!end.isAfter(start.get())) {
            throw new RowRefused(
                    "it ends at " + end + ", not after it starts at " + start.get() + "; mend one of them");
        }
        return end;
    }

    private DateForm.Given day(String column, String text) throws RowRefused {
        return row.dates()
                .day(text)
                .orElseThrow(() -> new RowRefused(column + ": \"" + shown(text) + "\" is no date in the form "
                        + row.dates().words() + "; expected one such as "
                        + row.dates().dayExample()));
    }

    private LocalTime hour(String column, String text) throws RowRefused {
        return row.dates()
                .hour(text)
                .orElseThrow(() -> new RowRefused(column + ": \"" + shown(text) + "\" is no hour; expected one such as "
                        + row.dates().hourExample()));
    }

    private Optional<ZoneId> zone() throws RowRefused {
        Optional<String> text = row.find("zone");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!ZoneId.getAvailableZoneIds().contains(text.get())) {
            throw new RowRefused("zone: \"" + shown(text.get()) + "\" is no time zone"
                    + Nearest.hint(text.get(), ZoneId.getAvailableZoneIds())
                    + " Expected one such as America/New_York");
        }
        try {
            return text.map(ZoneId::of);
        } catch (DateTimeException e) {
            throw new RowRefused("zone: \"" + shown(text.get()) + "\" is no time zone");
        }
    }

    private EntryKind kind(String text) throws RowRefused {
        return Words.find(EntryKind.class, word(text))
                .orElseThrow(() -> new RowRefused("kind: \"" + shown(text) + "\" is not known"
                        + Nearest.hint(text, Words.all(EntryKind.class)) + " Expected one of "
                        + String.join(", ", Words.all(EntryKind.class))));
    }

    private EntryStatus status() throws RowRefused {
        Optional<String> text = row.find("status");
        if (text.isEmpty()) {
            return EntryStatus.OPEN;
        }
        String word = word(text.get());
        return Words.find(EntryStatus.class, word.equals("canceled") ? "cancelled" : word)
                .orElseThrow(() -> new RowRefused("status: \"" + shown(text.get()) + "\" is not known"
                        + Nearest.hint(text.get(), Words.all(EntryStatus.class)) + " Expected one of "
                        + String.join(", ", Words.all(EntryStatus.class))));
    }

    private Details details() throws RowRefused {
        return new Details(
                court(),
                row.find("event"),
                row.find("service"),
                row.find("party"),
                row.find("owner"),
                row.find("location"),
                row.find("mode"),
                row.find("notes"),
                row.find("source"),
                effort());
    }

    private Optional<CalendarId> court() throws RowRefused {
        try {
            return row.find("court").map(CalendarId::new);
        } catch (IllegalArgumentException e) {
            throw new RowRefused("court: " + e.getMessage());
        }
    }

    private Optional<Effort> effort() throws RowRefused {
        try {
            return row.find("effort").map(Effort::read);
        } catch (IllegalArgumentException e) {
            throw new RowRefused("effort: " + e.getMessage() + "; expected it as in 6 hours");
        }
    }

    private static MatterId matterId(String text) throws RowRefused {
        try {
            return new MatterId(text);
        } catch (IllegalArgumentException e) {
            throw new RowRefused("matter: " + e.getMessage());
        }
    }

    private String needed(String column) throws RowRefused {
        return row.find(column).orElseThrow(() -> new RowRefused(column + " is missing"));
    }

    private void refuseWhatIsNoText() throws RowRefused {
        for (String column : Columns.ALL) {
            String text = row.fields().getOrDefault(column, "");
            if (text.length() > Columns.LONGEST_CELL) {
                throw new RowRefused(
                        column + " has " + text.length() + " characters; expected at most " + Columns.LONGEST_CELL);
            }
            boolean lines = column.equals("notes");
            for (int at = 0; at < text.length(); at++) {
                char next = text.charAt(at);
                if (Character.isISOControl(next) && !(lines && (next == '\n' || next == '\r' || next == '\t'))) {
                    throw new RowRefused(column + " holds the control character U+"
                            + String.format(Locale.ROOT, "%04X", (int) next) + "; take it out");
                }
            }
        }
    }

    private static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "-");
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
