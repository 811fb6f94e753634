package org.tickler.engine.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.engine.store.DueReminder;
import org.tickler.engine.store.DueReminder.Times;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.remind.Purpose;

/** Until when it is of use that a reminder arrives by the channel it is planned on. */
final class Usefulness {
    private Usefulness() {}

    /**
     * The first of these that lies ahead: when the thing itself is due, and when an answer is due. A try after that would
     * come too late; another channel or person must hear before. Empty: it is of use at any time.
     */
    static Optional<Instant> until(DueReminder reminder, Facts facts) {
        return Stream.of(entryDue(reminder, facts), answerDue(reminder, facts))
                .flatMap(Optional::stream)
                .filter(at -> at.isAfter(facts.now()))
                .min(Instant::compareTo);
    }

    /** When the entry is due, for what reminds of it beforehand. */
    static Optional<Instant> entryDue(DueReminder reminder, Facts facts) {
        return reminder.purpose() == Purpose.RUNG || reminder.purpose() == Purpose.CALL
                ? facts.entry(reminder)
                        .flatMap((Entry entry) -> entry.when().dueAt())
                        .filter(due -> reminder.times().due().isBefore(due))
                : Optional.empty();
    }

    private static Optional<Instant> answerDue(DueReminder reminder, Facts facts) {
        if (reminder.ask().silentAt().isPresent()) {
            return reminder.ask().silentAt();
        }
        Times times = reminder.times();
        Instant from = times.firstOwed().isAfter(times.due()) ? times.firstOwed() : times.due();
        return reminder.ask()
                .within()
                .flatMap(within -> facts.reader(reminder)
                        .map(reader -> facts.office().answers().until(from, within, reader.zone())));
    }
}
