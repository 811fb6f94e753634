package org.tickler.engine.docket;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.firm.MatterId;

/** What a person does to a whole matter, or to one proceeding of it. */
public sealed interface MatterStep {
    MatterId matter();

    Sort sort();

    /** The one proceeding that it is about; empty: the whole matter. */
    Optional<CalendarId> court();

    /**
     * Settles, stays or closes it. Where the firm's rule wants a second person it is asked for, and nothing moves.
     *
     * @param on the day of the act; what is before it is left alone
     * @param anyway whether a matter is closed though something is open that should keep it open
     * @param id the same in preview and act, so that what opens is the same entry in both
     */
    record Begin(MatterId matter, Sort sort, Optional<CalendarId> court, LocalDate on, boolean anyway, UUID id)
            implements MatterStep {}

    /**
     * Another person confirms what was asked for: it takes effect.
     *
     * @param anyway as of {@link Begin}: the second person says so too
     * @param id as of {@link Begin}
     */
    record Confirm(MatterId matter, Sort sort, Optional<CalendarId> court, boolean anyway, UUID id)
            implements MatterStep {}

    /**
     * The settlement falls through, the stay is lifted, the matter is opened again; what was only asked for is withdrawn.
     *
     * @param on from which day on the matter goes on; empty: today
     */
    record Back(MatterId matter, Sort sort, Optional<CalendarId> court, Optional<LocalDate> on) implements MatterStep {}

    /** It was a slip, taken back at once. */
    record Undo(MatterId matter, Sort sort, Optional<CalendarId> court) implements MatterStep {}
}
