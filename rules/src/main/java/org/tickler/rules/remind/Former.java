package org.tickler.rules.remind;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.PersonId;

/**
 * What the readers of an entry knew of it before it came to stand as it does.
 *
 * @param told what each was told last
 * @param notices when each hears that it is otherwise; nobody who was told the same
 */
record Former(Map<PersonId, Told> told, Map<PersonId, Instant> notices) {
    Former {
        told = Map.copyOf(told);
        notices = Map.copyOf(notices);
    }

    static Former of(Entry entry, Map<PersonId, Told> told, SpanCounter counter) {
        Map<PersonId, Instant> notices = new HashMap<>();
        told.forEach((person, last) -> {
            if (!last.agreesWith(entry)) {
                notices.put(person, Notices.pace(entry, last, counter).owed());
            }
        });
        return new Former(told, notices);
    }

    /** Whether a notice goes to the person. */
    boolean isNoticed(PersonId person) {
        return notices.containsKey(person);
    }

    /** When the person's notice is owed; {@link Instant#MIN} where none goes. */
    Instant noticeAt(PersonId person) {
        return notices.getOrDefault(person, Instant.MIN);
    }

    /** Why the reader needs no {@code reminder} that speaks as soon as the entry is known; empty: it is needed. */
    Optional<String> covers(PlannedReminder reminder) {
        PersonId asked = reminder.ask().asked();
        boolean wants = reminder.answer().isPresent();
        if (isNoticed(asked)) {
            return wants ? Optional.empty() : Optional.of("told by the notice of the move");
        }
        return Optional.ofNullable(told.get(asked)).flatMap(last -> again(last, reminder, wants));
    }

    /** A date that came back is no news to whoever heard of no other. */
    private static Optional<String> again(Told last, PlannedReminder reminder, boolean wants) {
        if (!wants) {
            return Optional.of("told of this date already");
        }
        String rung = Told.rung(reminder.ask().ladder(), reminder.ask().rung());
        return last.answered().contains(rung) ? Optional.of("answered for this date already") : Optional.empty();
    }
}
