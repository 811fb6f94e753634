package org.tickler.rules.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;

/**
 * The firm's file.
 *
 * @param side whom the firm acts for, such as {@code plaintiff}
 * @param facts what packs select rules by and holds of it, such as {@code us-party}
 * @param team role by role, each from and until a day; a role may name several people, and all of them are meant
 * @param proceedings in order of time; the one that runs on a day is the court of that day
 * @param claims whom the client may sue for what, each with one defendant
 * @param walledOff people who may never see it, whatever their role
 * @param knownAt since when these facts are known
 */
public record Matter(
        MatterId id,
        String title,
        Optional<String> side,
        Optional<String> practice,
        Optional<String> phase,
        Optional<LocalDate> opened,
        Optional<LocalDate> closed,
        Set<String> facts,
        Team team,
        List<Proceeding> proceedings,
        List<Claim> claims,
        Confidentiality confidentiality,
        Set<PersonId> walledOff,
        Instant knownAt) {
    public Matter {
        facts = Set.copyOf(facts);
        proceedings = List.copyOf(proceedings);
        claims = List.copyOf(claims);
        walledOff = Set.copyOf(walledOff);
    }

    /** A matter whose team holds its roles on every day. */
    public Matter(
            MatterId id,
            String title,
            Optional<String> side,
            Optional<String> practice,
            Optional<String> phase,
            Optional<LocalDate> opened,
            Optional<LocalDate> closed,
            Set<String> facts,
            Map<RoleName, List<PersonId>> team,
            List<Proceeding> proceedings,
            List<Claim> claims,
            Confidentiality confidentiality,
            Set<PersonId> walledOff,
            Instant knownAt) {
        this(
                id,
                title,
                side,
                practice,
                phase,
                opened,
                closed,
                facts,
                Team.of(team),
                proceedings,
                claims,
                confidentiality,
                walledOff,
                knownAt);
    }

    /** The same matter with another team. */
    public Matter with(Team other) {
        return new Matter(
                id,
                title,
                side,
                practice,
                phase,
                opened,
                closed,
                facts,
                other,
                proceedings,
                claims,
                confidentiality,
                walledOff,
                knownAt);
    }

    /** The same facts, known since {@code at}. */
    public Matter knownSince(Instant at) {
        return with(proceedings, at);
    }

    /** The same matter with other proceedings, which are known since {@code at}. */
    public Matter with(List<Proceeding> others, Instant at) {
        return new Matter(
                id,
                title,
                side,
                practice,
                phase,
                opened,
                closed,
                facts,
                team,
                others,
                claims,
                confidentiality,
                walledOff,
                at);
    }

    /** The same matter closed on that day, or open where it is empty, which is known since {@code at}. */
    public Matter closedOn(Optional<LocalDate> day, Instant at) {
        return new Matter(
                id,
                title,
                side,
                practice,
                phase,
                opened,
                day,
                facts,
                team,
                proceedings,
                claims,
                confidentiality,
                walledOff,
                at);
    }

    /** Whether {@code person} holds any role on the team on {@code day}. */
    public boolean hasOnTeam(PersonId person, LocalDate day) {
        return team.has(person, day);
    }

    /** The proceeding that runs on {@code day}, the latest begun where several do. */
    public Optional<Proceeding> proceedingOn(LocalDate day) {
        return proceedings.reversed().stream()
                .filter(proceeding -> proceeding.runsOn(day))
                .findFirst();
    }

    /**
     * The proceeding in {@code court} that runs on {@code day}, the latest begun where several do; where none does, the last
     * that ended before, as for what stays with a court that the matter has left.
     */
    public Optional<Proceeding> proceedingIn(CalendarId court, LocalDate day) {
        List<Proceeding> there = proceedings.reversed().stream()
                .filter(proceeding -> proceeding.court().equals(court))
                .toList();
        return there.stream()
                .filter(proceeding -> proceeding.runsOn(day))
                .findFirst()
                .or(() -> there.stream()
                        .filter(proceeding ->
                                proceeding.until().filter(day::isAfter).isPresent())
                        .max(Comparator.comparing(
                                proceeding -> proceeding.until().orElseThrow())));
    }
}
