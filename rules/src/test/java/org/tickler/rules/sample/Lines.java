package org.tickler.rules.sample;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.tickler.calendars.text.Words;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;

/** Planned reminders as lines that a test can name. */
public final class Lines {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);

    private Lines() {}

    /**
     * {@code Tue 2026-03-03 09:00 jlin email 7-days-before}, the time in the zone it was computed in; then {@code late}
     * or {@code -} with the reason, where it does not simply go, and {@code for} whom, where another takes it over.
     */
    public static String line(PlannedReminder reminder) {
        String line = LOCAL.format(reminder.due().local()) + " " + reminder.to() + " " + Words.of(reminder.channel())
                + " " + reminder.ask().rung();
        String taken = reminder.to().equals(reminder.ask().asked())
                ? ""
                : " for " + reminder.ask().asked();
        return switch (reminder.fate()) {
            case Fate.Goes goes -> line + taken;
            case Fate.GoesLate late -> line + taken + " late";
            case Fate.Suppressed suppressed -> line + taken + " - " + suppressed.reason();
        };
    }

    public static boolean goes(PlannedReminder reminder) {
        return !(reminder.fate() instanceof Fate.Suppressed);
    }
}
