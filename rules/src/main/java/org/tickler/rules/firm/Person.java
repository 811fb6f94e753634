package org.tickler.rules.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Staff, client, expert, reporter or clerk.
 *
 * @param roles firm-wide roles; those of a matter's team come first
 * @param delegate who stands in during {@code leave}
 * @param left the first day on which the person is no longer with the firm
 * @param knownAt since when these facts are known
 */
public record Person(
        PersonId id,
        String name,
        PersonKind kind,
        List<RoleName> roles,
        Reach reach,
        ZoneId zone,
        Optional<Quiet> quiet,
        List<Leave> leave,
        Optional<PersonId> delegate,
        Wants wants,
        Optional<LocalDate> left,
        Instant knownAt) {
    public Person {
        roles = List.copyOf(roles);
        leave = List.copyOf(leave);
        if (name.isBlank()) {
            throw new IllegalArgumentException("person " + id + " needs a name");
        }
    }

    /** Whether the person is on leave, or has left, on {@code day} (a civil date in the person's zone). */
    public boolean awayOn(LocalDate day) {
        return leave.stream().anyMatch(span -> span.covers(day)) || goneOn(day);
    }

    /** Whether the person has left the firm by {@code day}. */
    public boolean goneOn(LocalDate day) {
        return left.isPresent() && !day.isBefore(left.get());
    }
}
