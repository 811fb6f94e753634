package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Team;

/** What a reassignment makes of a matter's team and of the entries that a person owns. Pure. */
final class Reassignment {
    private final PersonAct.Reassign act;
    private final LocalDate today;
    private final Instant now;

    Reassignment(PersonAct.Reassign act, LocalDate today, Instant now) {
        this.act = act;
        this.today = today;
        this.now = now;
    }

    /** The matter as it stands then; the same where nothing of it is handed on. */
    Matter of(Matter matter) {
        List<Team.Member> members = new ArrayList<>();
        for (Team.Member member : matter.team().members()) {
            if (isHandedOn(member)) {
                if (member.from().filter(first -> !first.isBefore(act.day())).isEmpty()) {
                    members.add(member.until(act.day().minusDays(1)));
                }
                Team.Member next = next(member);
                if (!holdsAlready(matter, next)) {
                    members.add(next);
                }
            } else {
                members.add(member);
            }
        }
        Team team = new Team(members);
        return team.equals(matter.team()) ? matter : matter.with(team);
    }

    /** Whether the entry is among those handed on: what is due before the day stays with its owner. */
    boolean takes(Entry entry) {
        boolean before = act.day().isAfter(today)
                && entry.when().date().filter(act.day()::isAfter).isPresent();
        return act.role().isEmpty() && entry.origin() instanceof Origin.Entered && !before;
    }

    Entry of(Entry entry) {
        Details was = entry.details();
        return entry.withDetails(new Details(
                was.court(),
                was.event(),
                was.service(),
                was.party(),
                Optional.of(act.to().value()),
                was.location(),
                was.mode(),
                was.notes(),
                was.authority(),
                was.effort()));
    }

    /** The roles of {@code matter} that are handed on, in order. */
    List<Team.Member> handedOn(Matter matter) {
        return matter.team().members().stream().filter(this::isHandedOn).toList();
    }

    private boolean isHandedOn(Team.Member member) {
        PersonId from = act.person();
        return member.who().equals(from)
                && act.role().map(member.role()::equals).orElse(true)
                && member.until().filter(act.day()::isAfter).isEmpty();
    }

    private Team.Member next(Team.Member member) {
        LocalDate first = member.from().filter(act.day()::isBefore).orElse(act.day());
        return new Team.Member(member.role(), act.to(), Optional.of(first), member.until(), Optional.of(now));
    }

    private static boolean holdsAlready(Matter matter, Team.Member next) {
        return matter.team().of(next.role()).stream()
                .filter(other -> other.who().equals(next.who()))
                .filter(other -> other.holdsOn(next.from().orElseThrow()))
                .anyMatch(other -> other.until().isEmpty()
                        || next.until()
                                .filter(last -> !last.isAfter(other.until().get()))
                                .isPresent());
    }
}
