package org.tickler.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.store.HoldStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.plan.Closures;
import org.tickler.rules.plan.ScheduleDiff.Added;
import org.tickler.rules.plan.ScheduleDiff.Moved;
import org.tickler.rules.plan.StoredReminder;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;

/** Counts what one change would send soon, in messages: reminders to one person by one channel at one instant fold. */
final class Imminent {
    private static final int DAYS_TO_A_CLOSED_DOOR = 3;

    private final HoldLimits limits;
    private final Instant now;
    private final Instant until;
    private final Map<Departure, Integer> reminders = new HashMap<>();
    private final Set<PersonId> clients = new HashSet<>();

    /** What leaves together, in as many messages as it takes. */
    private record Departure(PersonId to, Channel channel, Instant at) {
        int messages(int reminders) {
            return Math.ceilDiv(reminders, channel.fold());
        }
    }

    Imminent(HoldLimits limits, Instant now) {
        this.limits = limits;
        this.now = now;
        this.until = now.plus(limits.within());
    }

    /**
     * Counts a plan's reminders that leave soon because of it, and returns them. That a court closes on one of the next
     * {@value #DAYS_TO_A_CLOSED_DOOR} days is not counted: it would help nobody afterwards.
     */
    List<PlannedReminder> count(MatterPlan plan, People people) {
        Stream<PlannedReminder> added = plan.diff().add().stream().map(Added::planned);
        Stream<PlannedReminder> moved =
                plan.moved().stream().filter(this::isNew).map(Moved::planned);
        Set<EntryId> closed = closedSoon(plan);
        List<PlannedReminder> soon = Stream.concat(added, moved)
                .filter(this::leavesSoon)
                .filter(one -> one.purpose() != Purpose.MOVED
                        || !closed.contains(one.ask().entry()))
                .toList();
        for (PlannedReminder reminder : soon) {
            count(
                    new Departure(
                            reminder.to(), reminder.channel(), reminder.due().at()),
                    people);
        }
        return soon;
    }

    private Set<EntryId> closedSoon(MatterPlan plan) {
        return plan.schedule().closures().off().stream()
                .map(Closures.Off::before)
                .filter(hearing -> hearing.when()
                        .dueAt()
                        .filter(at -> at.isBefore(now.plus(Duration.ofDays(DAYS_TO_A_CLOSED_DOOR))))
                        .isPresent())
                .map(Entry::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Counts what the same change held back before it was cut short. */
    void count(Collection<HoldStore.Held> held, People people) {
        for (HoldStore.Held one : held) {
            if (one.due().isBefore(until)) {
                count(new Departure(one.to(), one.channel(), one.due()), people);
            }
        }
    }

    private void count(Departure departure, People people) {
        reminders.merge(departure, 1, Integer::sum);
        people.find(departure.to())
                .filter(person -> person.kind() == PersonKind.CLIENT)
                .ifPresent(client -> clients.add(client.id()));
    }

    /** Why all of it must wait for a release; empty where it may go out. */
    Optional<String> tooMany() {
        int messages = messages(departure -> true);
        int toClients = messages(departure -> clients.contains(departure.to()));
        if (messages > limits.messages() || toClients > limits.toClients()) {
            return Optional.of("it would send " + messages + " messages, " + toClients + " of them to clients, within "
                    + limits.within().toHours() + " hours; the limits are " + limits.messages() + " and "
                    + limits.toClients());
        }
        return Optional.empty();
    }

    private int messages(Predicate<Departure> which) {
        return reminders.entrySet().stream()
                .filter(counted -> which.test(counted.getKey()))
                .mapToInt(counted -> counted.getKey().messages(counted.getValue()))
                .sum();
    }

    private boolean leavesSoon(PlannedReminder reminder) {
        return !(reminder.fate() instanceof Fate.Suppressed)
                && reminder.due().at().isBefore(until);
    }

    /** Whether it was not going to leave this soon, or not to this person. */
    private boolean isNew(Moved moved) {
        StoredReminder before = moved.stored();
        return !before.state().waits()
                || !before.due().isBefore(until)
                || !before.to().equals(moved.planned().to());
    }
}
