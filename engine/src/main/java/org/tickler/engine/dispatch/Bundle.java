package org.tickler.engine.dispatch;

import java.time.Instant;
import java.util.List;
import org.tickler.engine.store.DueReminder;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Person;

/**
 * Reminders that leave as one message.
 *
 * @param messageId the same for the same reminders
 * @param unknownTries when tries whose outcome nobody knows began, the first first
 */
record Bundle(String messageId, Person reader, List<DueReminder> reminders, List<Instant> unknownTries) {
    Bundle {
        reminders = List.copyOf(reminders);
        unknownTries = List.copyOf(unknownTries);
    }

    /** The id of the message that these make when they leave for the first time. */
    static String idOf(List<DueReminder> reminders) {
        String[] ids = reminders.stream()
                .map(reminder -> reminder.id().value())
                .sorted()
                .toArray(String[]::new);
        return "M-" + Fingerprint.of(ids).longCode();
    }

    /** Whether the reader may have had it already. */
    boolean possibleDuplicate() {
        return !unknownTries.isEmpty();
    }
}
