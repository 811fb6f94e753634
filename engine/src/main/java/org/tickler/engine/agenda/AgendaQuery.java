package org.tickler.engine.agenda;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/// Which part of the firm's agenda somebody wants to see.
///
/// @param viewer who looks; nothing that this person may not see is shown. Empty: the firm itself, at its own database
/// @param person whose agenda: entries of matters on whose team the person is or that the person owns, and reminders
///     to the person; then, too, nothing is shown that this person may not see. Empty: everyone's
/// @param from the first civil day; empty: without beginning
/// @param to the last civil day, inclusive; empty: without end
public record AgendaQuery(
        Optional<PersonId> viewer,
        Optional<PersonId> person,
        Optional<MatterId> matter,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {

    /// Everything from a day on.
    public static AgendaQuery from(LocalDate day) {
        return new AgendaQuery(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(day), Optional.empty());
    }

    /// The same, of one person.
    public AgendaQuery of(PersonId one) {
        return new AgendaQuery(viewer, Optional.of(one), matter, from, to);
    }

    /// The same, of one matter.
    public AgendaQuery of(MatterId one) {
        return new AgendaQuery(viewer, person, Optional.of(one), from, to);
    }

    /// The same, as one person may see it.
    public AgendaQuery seenBy(PersonId one) {
        return new AgendaQuery(Optional.of(one), person, matter, from, to);
    }

    /// The same, up to a day, inclusive.
    public AgendaQuery until(LocalDate day) {
        return new AgendaQuery(viewer, person, matter, from, Optional.of(day));
    }
}
