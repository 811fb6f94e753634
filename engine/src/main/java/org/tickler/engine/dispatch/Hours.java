package org.tickler.engine.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.tickler.calendars.LocalMoments;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.Quiet;
import org.tickler.rules.remind.Purpose;

/**
 * The third stage: a try that comes later than planned is not to wake anybody, unless waiting for the morning would make
 * it useless. First tries were planned around quiet hours already.
 */
final class Hours implements Stage {
    @Override
    public Verdict judge(DueReminder reminder, Facts facts) {
        boolean planned = reminder.progress().tries() == 0;
        boolean urgent = switch (reminder.purpose()) {
            case ALARM, ESCALATION, CALL, REJECTED, PASSED_ON -> true;
            case RUNG, MOVED, CANCELLED, STAYED, RESUMED, QUESTION, WRITTEN_BACK, SHEET -> false;
        };
        if (planned || urgent || wakes(reminder, facts)) {
            return new Verdict.Goes();
        }
        return facts.reader(reminder)
                .flatMap(reader -> quietUntil(reader, facts.now()))
                .filter(end ->
                        Usefulness.until(reminder, facts).map(end::isBefore).orElse(true))
                .map(end -> (Verdict) new Verdict.Waits(end, "tried again after the reader's quiet hours"))
                .orElseGet(Verdict.Goes::new);
    }

    /** A notice that was to go within the quiet hours was to break them: the date became earlier. */
    private static boolean wakes(DueReminder reminder, Facts facts) {
        return reminder.purpose() == Purpose.MOVED
                && facts.reader(reminder)
                        .flatMap(reader -> quietUntil(reader, reminder.times().due()))
                        .isPresent();
    }

    private static Optional<Instant> quietUntil(Person reader, Instant now) {
        LocalDateTime local = now.atZone(reader.zone()).toLocalDateTime();
        return reader.quiet()
                .filter(quiet -> quiet.covers(local.toLocalTime()))
                .map(quiet -> LocalMoments.instant(end(local, quiet), reader.zone()));
    }

    private static LocalDateTime end(LocalDateTime local, Quiet quiet) {
        LocalDate day = local.toLocalDate();
        boolean today = local.toLocalTime().isBefore(quiet.to());
        return (today ? day : day.plusDays(1)).atTime(quiet.to());
    }
}
