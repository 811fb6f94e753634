package org.tickler.rules.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who holds which role of a matter, and on which days; who held one is kept.
 *
 * @param members by role; of one role in the order in which the firm names them
 */
public record Team(List<Member> members) {
    public Team {
        members = members.stream()
                .sorted(Comparator.comparing(Member::role)) // stable: those of one role stay in their order
                .toList();
    }

    /**
     * A role that a person holds.
     *
     * @param from the first day, inclusive; empty: since the matter was opened
     * @param until the last day, inclusive; empty: still
     * @param knownAt since when it is known, where that is later than the matter's other facts
     */
    public record Member(
            RoleName role,
            PersonId who,
            Optional<LocalDate> from,
            Optional<LocalDate> until,
            Optional<Instant> knownAt) {
        public Member {
            if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
                throw new IllegalArgumentException(
                        who + " is " + role + " until " + until.get() + ", before " + from.get() + ", the first day");
            }
        }

        /** Who holds the role on every day. */
        public static Member always(RoleName role, PersonId who) {
            return new Member(role, who, Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** Whether the person holds it on {@code day}. */
        public boolean holdsOn(LocalDate day) {
            return from.map(first -> !day.isBefore(first)).orElse(true)
                    && until.map(last -> !day.isAfter(last)).orElse(true);
        }

        /** The same, until {@code last} (included). */
        public Member until(LocalDate last) {
            return new Member(role, who, from, Optional.of(last), knownAt);
        }

        /** The same, known since {@code at}. */
        public Member known(Optional<Instant> at) {
            return new Member(role, who, from, until, at);
        }
    }

    /** Nobody. */
    public static Team nobody() {
        return new Team(List.of());
    }

    /** Those who hold their roles on every day. */
    public static Team of(Map<RoleName, List<PersonId>> roles) {
        List<Member> members = new ArrayList<>();
        roles.forEach((role, people) -> people.forEach(who -> members.add(Member.always(role, who))));
        return new Team(members);
    }

    /** The roles that somebody holds, held or will hold. */
    public Set<RoleName> roles() {
        return members.stream().map(Member::role).collect(Collectors.toUnmodifiableSet());
    }

    /** Who holds, held or will hold {@code role}. */
    public List<Member> of(RoleName role) {
        return members.stream().filter(member -> member.role().equals(role)).toList();
    }

    /** Who holds a role on {@code day}. */
    public List<Member> on(LocalDate day) {
        return members.stream().filter(member -> member.holdsOn(day)).toList();
    }

    /** Whether {@code person} holds any role on {@code day}. */
    public boolean has(PersonId person, LocalDate day) {
        return members.stream().anyMatch(member -> member.who().equals(person) && member.holdsOn(day));
    }

    /** Since when it is known that {@code person} holds {@code role} on {@code day}; empty: as long as the matter's other facts. */
    public Optional<Instant> knownAt(RoleName role, PersonId person, LocalDate day) {
        return of(role).stream()
                .filter(member -> member.who().equals(person) && member.holdsOn(day))
                .findFirst()
                .flatMap(Member::knownAt);
    }
}
