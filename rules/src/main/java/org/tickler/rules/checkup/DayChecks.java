package org.tickler.rules.checkup;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickler.calendars.Closure;
import org.tickler.calendars.ClosureKind;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.CourtDay;
import org.tickler.calendars.text.Days;
import org.tickler.rules.checkup.Finding.Weight;
import org.tickler.rules.docket.EntryKind;

/** Looks at the date of each row by itself: its weekday, and what its court does on that day. */
final class DayChecks {
    private final Consumer<Finding> sink;

    DayChecks(Consumer<Finding> sink) {
        this.sink = sink;
    }

    /** @param differing whether the date is surely wrong, so that it does not matter what the court does on it */
    void check(MatterRow row, boolean differing) {
        if (!row.isDated()) {
            return;
        }
        LocalDate day = row.row().date().orElseThrow();
        row.row()
                .weekday()
                .filter(written -> written != day.getDayOfWeek())
                .ifPresent(written -> sink.accept(Finding.about(
                        row.row(),
                        Finding.Type.WEEKDAY,
                        Weight.WRONG,
                        day + " is a " + name(day.getDayOfWeek()) + ", but the sheet says " + name(written)
                                + "; which of the two is right?")));
        boolean happened = differing || row.happened();
        if (row.court().isPresent()) {
            court(row, row.court().get(), day, happened);
        } else if (!happened && CourtDay.Weekend.isWeekend(day)) {
            sink.accept(Finding.about(
                    row.row(),
                    Finding.Type.CLOSED,
                    Weight.NOTE,
                    Days.words(day) + " is a " + name(day.getDayOfWeek())));
        }
    }

    private void court(MatterRow row, CourtCalendar court, LocalDate day, boolean happened) {
        switch (court.on(day)) {
            case CourtDay.Open open -> {}
            case CourtDay.Unknown unknown ->
                sink.accept(Finding.about(
                        row.row(),
                        Finding.Type.UNKNOWN,
                        Weight.NOTE,
                        Days.words(day) + " cannot be checked: " + unknown.why()));
            case CourtDay.Closed closed -> {
                if (!happened) {
                    closed(row, court, day, closed);
                }
            }
        }
    }

    private void closed(MatterRow row, CourtCalendar court, LocalDate day, CourtDay.Closed closed) {
        List<String> names = new ArrayList<>();
        Optional<String> authority = Optional.empty();
        for (CourtDay.Reason reason : closed.why()) {
            if (!(reason instanceof Closure closure)) {
                names.add("a " + reason.name());
            } else if (closure.kind() != ClosureKind.BUILDING_ONLY) {
                names.add(closure.name());
                authority = authority.or(() -> Optional.of(closure.authority()));
            }
        }
        if (!names.isEmpty()) {
            Finding finding = Finding.about(
                    row.row(),
                    Finding.Type.CLOSED,
                    row.row().kind().map(DayChecks::isForTheCourt).orElse(true) ? Weight.WRONG : Weight.NOTE,
                    Days.words(day) + " is " + String.join(", ", names) + "; " + court.title() + " (" + court.id()
                            + ") is closed");
            sink.accept(authority.map(finding::by).orElse(finding));
        }
    }

    /** Whether a court that is closed stands in its way. */
    private static boolean isForTheCourt(EntryKind kind) {
        return switch (kind) {
            case HEARING, TRIAL, CONFERENCE, FILING, LIMITATION, DISCOVERY, OTHER -> true;
            case DEPOSITION, MEDIATION, MEETING, TASK, DOCUMENT, RECORDS_REQUEST, CALL_BACK, CLIENT_UPDATE, EVENT ->
                false;
        };
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
