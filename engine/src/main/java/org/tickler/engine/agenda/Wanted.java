package org.tickler.engine.agenda;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/// Which entries somebody asks for; what is empty leaves nothing out.
///
/// @param person entries of matters on whose team the person is or that the person owns
/// @param from the first civil day, in the entry's own zone
/// @param to the last civil day, inclusive; with it entries without a date are left out
public record Wanted(
        Optional<PersonId> person,
        Optional<MatterId> matter,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        Set<EntryStatus> statuses,
        Set<EntryKind> kinds) {
    public Wanted {
        statuses = Set.copyOf(statuses);
        kinds = Set.copyOf(kinds);
    }
}
