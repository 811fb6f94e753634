package org.tickler.daemon.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.daemon.Complaint;
import org.tickler.engine.docket.Act.DateGiven;

/** A date as it is typed: {@code 2026-03-12} or {@code 2026-03-12T09:30}, civil, in the entry's own zone. */
final class DateArgument {
    private DateArgument() {}

    static DateGiven read(String option, @Nullable String typed, @Nullable String ends) {
        if (typed == null) {
            return new DateGiven(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.ofNullable(ends).map(DateArgument::end));
        }
        String[] parts = typed.split("[T ]", 2);
        try {
            return new DateGiven(
                    Optional.of(LocalDate.parse(parts[0])),
                    parts.length == 2 ? Optional.of(LocalTime.parse(parts[1])) : Optional.empty(),
                    Optional.ofNullable(ends).map(DateArgument::end));
        } catch (DateTimeException e) {
            throw Complaint.usage(
                    option + ": expected a date such as 2026-03-12 or 2026-03-12T09:30, but was \"" + typed + "\"");
        }
    }

    private static LocalTime end(String typed) {
        try {
            return LocalTime.parse(typed);
        } catch (DateTimeException e) {
            throw Complaint.usage("--ends: expected a time such as 10:30, but was \"" + typed + "\"");
        }
    }

    /** A civil date alone. */
    static LocalDate day(String option, String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Complaint.usage(option + ": expected a date such as 2026-03-12, but was \"" + typed + "\"");
        }
    }
}
