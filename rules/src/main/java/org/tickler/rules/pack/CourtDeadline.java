package org.tickler.rules.pack;

import java.time.LocalDate;
import java.util.Optional;
import org.tickler.rules.count.Computation;

/**
 * What one rule makes of a trigger.
 *
 * @param trigger the event or rule that set it going
 * @param notBefore the first day on which the act is permitted, where the rule has one
 */
public record CourtDeadline(CourtRule rule, String trigger, Outcome outcome, Optional<LocalDate> notBefore) {

    /** What came of counting. */
    public sealed interface Outcome {}

    /** A date, in its readings. */
    public record Dated(Computation.Due due) implements Outcome {}

    /** No date yet: an event that it is counted from has none. */
    public record Waiting(String event) implements Outcome {}

    /** No date: the library does not guess. */
    public record Refused(Computation.Refused why) implements Outcome {}
}
