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
 * @param answersFor whose asks the person may answer as well, as herself: a secretary's attorneys
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
        List<PersonId> answersFor,
        Instant knownAt) {
    public Person {
        roles = List.copyOf(roles);
        leave = List.copyOf(leave);
        answersFor = List.copyOf(answersFor);
        if (name.isBlank()) {
            throw new IllegalArgumentException("person " + id + " needs a name");
        }
    }

    /** Somebody who answers for nobody else. */
    public Person(
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
        this(id, name, kind, roles, reach, zone, quiet, leave, delegate, wants, left, List.of(), knownAt);
    }

    /** The same person, who may also answer for {@code others}. */
    public Person withAnswersFor(List<PersonId> others) {
        return new Person(id, name, kind, roles, reach, zone, quiet, leave, delegate, wants, left, others, knownAt);
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
