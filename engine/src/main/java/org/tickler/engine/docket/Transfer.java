package org.tickler.engine.docket;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Proceeding;

/**
 * A matter comes before another court: transferred, removed, remanded, or on appeal.
 *
 * @param from which proceeding it leaves; empty: the only one that runs
 * @param to the new proceeding, from its first day on
 * @param goesOn whether the former proceeding goes on beside it, as on appeal
 * @param drop open entries of the former court that will not take place
 * @param recompute open entries of the former court that the rules of the new one make anew; of a derived one, all that
 *     follow from its trigger
 */
public record Transfer(
        MatterId matter,
        Optional<CalendarId> from,
        Proceeding to,
        boolean goesOn,
        Set<EntryId> drop,
        Set<EntryId> recompute) {
    public Transfer {
        drop = Set.copyOf(drop);
        recompute = Set.copyOf(recompute);
        if (to.from().isEmpty()) {
            throw new IllegalArgumentException("the new proceeding has a first day, but had none");
        }
    }

    /** The first day before the new court. */
    LocalDate day() {
        return to.from().orElseThrow();
    }
}
