package org.tickler.rules.remind;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tickler.calendars.CalendarBook;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Firm;

/** When a step of an escalation is due: never past the last moment at which it is still of use. */
public final class StepClock {
    private final SpanCounter counter;

    public StepClock(Firm firm, CalendarBook calendars) {
        this(new SpanCounter(firm, calendars));
    }

    StepClock(SpanCounter counter) {
        this.counter = counter;
    }

    /**
     * The last instant before {@code entry} is due at which as much of the firm's working time is left as its work takes;
     * empty where it has no date, or nobody says how much work it is.
     */
    public Optional<Instant> lastUseful(Entry entry, Optional<Effort> effort) {
        return effort.flatMap(takes -> entry.when().dueAt().map(due -> counter.workingBack(due, takes.work())));
    }

    /** How much of the firm's working time is left at {@code now} until {@code entry} is due; none once it is, or without a date. */
    public Duration left(Entry entry, Instant now) {
        return entry.when()
                .dueAt()
                .filter(now::isBefore)
                .map(due -> counter.working(now, due))
                .orElse(Duration.ZERO);
    }

    /** What stands beside the work that {@code entry} takes: {@code 6 hours of work, 7 left}; empty where that is not said. */
    public Optional<String> beside(Entry entry, Optional<Effort> effort, Instant now) {
        return effort.map(takes -> takes.beside(left(entry, now)));
    }

    /**
     * When the next step is due.
     *
     * <p>Where the last useful moment lies after {@code from} and before the step, the step is due then instead. In business
     * hours a step that falls outside them waits for the next opening, but not past the last useful moment, nor past the
     * entry: then it does not wait. Once the last useful moment is past, steps come when the rule says.
     *
     * @param at when the rule says
     * @param from since when it waits: since the message left, or the step before
     * @param hours whether only in business hours
     */
    public Instant due(Instant at, Instant from, Escalating hours, Entry entry, Optional<Effort> effort) {
        Optional<Instant> useful = lastUseful(entry, effort).filter(from::isBefore);
        if (useful.filter(at::isAfter).isPresent()) {
            return useful.get();
        }
        if (hours == Escalating.AROUND_THE_CLOCK) {
            return at;
        }
        Instant open = counter.workingBy(at);
        Optional<Instant> limit =
                effort.isPresent() ? useful : entry.when().dueAt().filter(from::isBefore);
        boolean tooLate = limit.filter(open::isAfter).isPresent() || effort.isPresent() && useful.isEmpty();
        return tooLate ? at : open;
    }
}
