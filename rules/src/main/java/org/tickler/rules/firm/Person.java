package org.tickler.rules.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Staff, client, expert, reporter or clerk.
 *
 * @param roles firm-wide roles; those of a matter's team come first
 * @param delegate who stands in during {@code leave}
 * @param delegates who stands in for single matters, before {@code delegate}
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
        Map<MatterId, PersonId> delegates,
        Wants wants,
        Optional<LocalDate> left,
        List<PersonId> answersFor,
        Instant knownAt) {
    public Person {
        delegates = Map.copyOf(delegates);
        roles = List.copyOf(roles);
        leave = List.copyOf(leave);
        answersFor = List.copyOf(answersFor);
        if (name.isBlank()) {
            throw new IllegalArgumentException("person " + id + " needs a name");
        }
    }

    /** A person whom the same one stands in for on every matter, and who answers for nobody else. */
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
        this(id, name, kind, roles, reach, zone, quiet, leave, delegate, Map.of(), wants, left, List.of(), knownAt);
    }

    /** The same person with other days of leave. */
    public Person withLeave(List<Leave> days) {
        return new Person(
                id, name, kind, roles, reach, zone, quiet, days, delegate, delegates, wants, left, answersFor, knownAt);
    }

    /** The same person, for whom {@code other} stands in. */
    public Person withDelegate(PersonId other) {
        return new Person(
                id,
                name,
                kind,
                roles,
                reach,
                zone,
                quiet,
                leave,
                Optional.of(other),
                delegates,
                wants,
                left,
                answersFor,
                knownAt);
    }

    /** The same person, gone from {@code day} on. */
    public Person leaving(LocalDate day) {
        return new Person(
                id,
                name,
                kind,
                roles,
                reach,
                zone,
                quiet,
                leave,
                delegate,
                delegates,
                wants,
                Optional.of(day),
                answersFor,
                knownAt);
    }

    /** The same person, who has not left. */
    public Person staying() {
        return new Person(
                id,
                name,
                kind,
                roles,
                reach,
                zone,
                quiet,
                leave,
                delegate,
                delegates,
                wants,
                Optional.empty(),
                answersFor,
                knownAt);
    }

    /** The same facts, known since {@code at}. */
    public Person knownSince(Instant at) {
        return new Person(
                id, name, kind, roles, reach, zone, quiet, leave, delegate, delegates, wants, left, answersFor, at);
    }

    /** Who stands in on {@code matter}, the matter's own delegate first; nobody twice. */
    public List<PersonId> delegatesFor(MatterId matter) {
        return Stream.concat(Optional.ofNullable(delegates.get(matter)).stream(), delegate.stream())
                .distinct()
                .toList();
    }

    /** The civil date in the person's zone at {@code at}. */
    public LocalDate dayAt(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** The same person, who may also answer for {@code others}. */
    public Person withAnswersFor(List<PersonId> others) {
        return new Person(
                id, name, kind, roles, reach, zone, quiet, leave, delegate, delegates, wants, left, others, knownAt);
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
