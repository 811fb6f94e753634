package org.tickler.rules.deadline;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.pack.CourtRule;

/** Acts of which a docket has the day, beside the deadlines for them. */
final class EnteredActs {
    private final Docket docket;

    EnteredActs(Docket docket) {
        this.docket = docket;
    }

    /**
     * Whether the act that {@code rule} runs from, and that {@code deadline} is for, was entered as an event with a day: then the rule
     * follows from that event, and no longer from the deadline. Where several may be meant, none is; what was done before the event
     * that set the deadline going was another.
     */
    boolean isEntered(CourtRule rule, Entry deadline) {
        return deadline.origin() instanceof Origin.Derived derived
                && !rule.counting().fromLastDay()
                && entered(rule.trigger())
                        .filter(act -> act.when()
                                .date()
                                .filter(day -> mayKeep(day, deadline, derived))
                                .isPresent())
                        .anyMatch(act -> isOfOneParty(act, deadline) || mayBe(act, deadline) && isTheOnly(derived));
    }

    private boolean mayKeep(LocalDate day, Entry deadline, Origin.Derived derived) {
        Optional<LocalDate> from =
                docket.find(derived.trigger()).flatMap(trigger -> trigger.when().date());
        Optional<LocalDate> due = deadline.when().date();
        return from.isEmpty() || due.filter(from.get()::isAfter).isPresent() || !day.isBefore(from.get());
    }

    private Stream<Entry> entered(String event) {
        return docket.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Entered && DeadlineDeriver.stands(entry))
                .filter(entry -> entry.details().event().equals(Optional.of(event)));
    }

    private static boolean isOfOneParty(Entry act, Entry deadline) {
        return act.details().party().isPresent()
                && act.details().party().equals(deadline.details().party());
    }

    private static boolean mayBe(Entry act, Entry deadline) {
        return act.details().party().isEmpty() || deadline.details().party().isEmpty();
    }

    /** Whether only one event of its kind set the deadline going. */
    private boolean isTheOnly(Origin.Derived deadline) {
        return docket.find(deadline.trigger())
                .flatMap(trigger -> trigger.details().event())
                .map(event -> entered(event).limit(2).count() < 2)
                .orElse(true);
    }
}
