package org.tickler.daemon.cli;

import java.time.LocalDate;
import org.tickler.calendars.text.SourceText;
import org.tickler.daemon.Complaint;

/** A court, by its calendar, and a day on which it is said to close. */
record SupposedClosure(String court, LocalDate day) {
    /**
     * Reads {@code us-nysd=2027-01-28}.
     *
     * @throws Complaint if it is something else
     */
    static SupposedClosure read(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw Complaint.usage(
                    "--closure: \"" + text + "\" is no court and day; write COURT=DATE, such as us-nysd=2027-01-28");
        }
        return new SupposedClosure(
                text.substring(0, equals), DateArgument.day("--closure", text.substring(equals + 1)));
    }

    /** A calendar file that says so. */
    SourceText file() {
        return new SourceText("--closure " + court + "=" + day, """
                amends: %s
                closures:
                  - name: Supposed closure
                    on: %s
                    kind: clerk-inaccessible
                    authority: plan --closure
                """.formatted(court, day));
    }
}
