package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.tickler.calendars.CalendarId;
import org.tickler.rules.firm.JudgeName;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Proceeding;

/** One dated thing on a matter's docket. */
public record Entry(
        EntryId id,
        MatterId matter,
        EntryKind kind,
        String title,
        When when,
        EntryStatus status,
        Details details,
        Origin origin,
        Revision revision) {
    public Entry {
        if (title.isBlank()) {
            throw new IllegalArgumentException("entry " + id + " needs a title");
        }
    }

    /** The court it is before: its own, else that of the proceeding of {@code matter} that runs on its date. */
    public Optional<CalendarId> courtIn(Matter matter) {
        return details.court()
                .or(() -> when.date().flatMap(matter::proceedingOn).map(Proceeding::court));
    }

    /** The judge it is before: that of the proceeding of {@code matter} in its court on its date, or the last one there. */
    public Optional<JudgeName> judgeIn(Matter matter) {
        return courtIn(matter)
                .flatMap(court -> when.date().flatMap(day -> matter.proceedingIn(court, day)))
                .flatMap(Proceeding::judge)
                .map(JudgeName::of);
    }

    /** Whether it belongs on the agenda of {@code person} on {@code day}: on the team of {@code matter} then, or named as its owner. */
    public boolean concerns(PersonId person, Matter matter, LocalDate day) {
        return matter.hasOnTeam(person, day)
                || details.owner().filter(person.value()::equals).isPresent();
    }

    /** Whether it is a fire drill's: it reminds like any other, and is shown nowhere as if something were due. */
    public boolean isDrill() {
        return origin instanceof Origin.Entered entered && entered.source().equals(Origin.Entered.DRILL);
    }

    /** Whether it should have been done by {@code now}, and was not. */
    public boolean isOverdue(Instant now) {
        return kind.isToBeDone()
                && status.reminds()
                && when.dueAt().filter(due -> due.isBefore(now)).isPresent();
    }

    /**
     * The same entry in the status to which {@code by} leads it.
     *
     * @throws MoveRefused if that does not stand in the table of {@link EntryLife}
     */
    public Entry after(Happening by, EntryStatus next) {
        return withStatus(EntryLife.moved(status, by, next));
    }

    /** The same entry in another status, whatever led to it: for what is supposed. Nothing that is stored is made so. */
    public Entry withStatus(EntryStatus next) {
        return new Entry(id, matter, kind, title, when, next, details, origin, revision);
    }

    /** The same entry with other details. */
    public Entry withDetails(Details other) {
        return new Entry(id, matter, kind, title, when, status, other, origin, revision);
    }

    /** The same entry, led to in another way. */
    public Entry withOrigin(Origin other) {
        return new Entry(id, matter, kind, title, when, status, details, other, revision);
    }

    /** The same entry at another time, in another revision. */
    public Entry withWhen(When next, Revision as) {
        return new Entry(id, matter, kind, title, next, status, details, origin, as);
    }
}
