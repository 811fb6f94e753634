package org.tickler.calendars.holiday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The days on which a rule is law, both ends included; an end that is empty is open. */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    public Validity {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException("from must not be after to, but was " + from.get() + " and " + to.get());
        }
    }

    public boolean contains(LocalDate date) {
        return from.filter(date::isBefore).isEmpty() && to.filter(date::isAfter).isEmpty();
    }

    /** Whether there is a day in both. */
    public boolean overlaps(Validity other) {
        return from.flatMap(start -> other.to.filter(start::isAfter)).isEmpty()
                && to.flatMap(end -> other.from.filter(end::isBefore)).isEmpty();
    }

    /** The days of this one that are not in {@code other}, in order: what is before it, what is after it, both, or nothing. */
    public List<Validity> without(Validity other) {
        if (!overlaps(other)) {
            return List.of(this);
        }
        List<Validity> left = new ArrayList<>();
        other.from
                .filter(start -> from.filter(first -> !first.isBefore(start)).isEmpty())
                .ifPresent(start -> left.add(new Validity(from, Optional.of(start.minusDays(1)))));
        other.to
                .filter(end -> to.filter(last -> !last.isAfter(end)).isEmpty())
                .ifPresent(end -> left.add(new Validity(Optional.of(end.plusDays(1)), to)));
        return List.copyOf(left);
    }
}
