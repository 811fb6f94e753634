package org.tickler.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;

/** What somebody who is gone, or whose role ended, left without anybody. */
public final class Orphans {
    private final Handle handle;
    private final People people;

    public Orphans(Handle handle, People people) {
        this.handle = handle;
        this.people = people;
    }

    /**
     * A thing that nobody has.
     *
     * @param matter of which it is; empty: of none
     * @param words what it is, without a full stop
     */
    public record Orphan(Optional<MatterId> matter, String words) {}

    /** All of them at {@code now}: roles of open matters, entries that people who are gone own, questions put to them. */
    public List<Orphan> all(Instant now) {
        List<Orphan> orphans = new ArrayList<>();
        for (Matter matter : MatterStore.find(handle, MatterStore.ids(handle))) {
            orphans.addAll(roles(matter, now));
        }
        people.all().stream()
                .filter(person -> person.goneOn(person.dayAt(now)))
                .forEach(person -> orphans.addAll(owned(person)));
        return orphans;
    }

    /** What {@code gone} leaves behind from {@code day} on: as above, of that person alone. */
    public List<Orphan> of(Person gone, LocalDate day) {
        List<Orphan> orphans = new ArrayList<>();
        for (Matter matter : MatterStore.find(handle, MatterStore.ids(handle))) {
            for (RoleName role : matter.team().roles().stream().sorted().toList()) {
                boolean orphaned = matter.team().of(role).stream()
                        .filter(member -> member.who().equals(gone.id()))
                        .filter(member -> member.until().filter(day::isAfter).isEmpty())
                        .map(member -> member.from().filter(day::isBefore).orElse(day))
                        .anyMatch(first -> heldByNobody(role, matter, first, Optional.of(gone)));
                if (orphaned && isOpen(matter)) {
                    orphans.add(new Orphan(
                            Optional.of(matter.id()),
                            matter.id() + ": nobody is " + role + " when " + gone.id() + " is gone"));
                }
            }
        }
        gone.roles().stream()
                .filter(role -> people.inRole(role).stream()
                        .allMatch(other -> other.id().equals(gone.id()) || other.goneOn(day)))
                .forEach(role -> orphans.add(new Orphan(
                        Optional.empty(), "nobody in the firm is " + role + " when " + gone.id() + " is gone")));
        orphans.addAll(owned(gone));
        return orphans;
    }

    private List<Orphan> roles(Matter matter, Instant now) {
        if (!isOpen(matter)) {
            return List.of();
        }
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return matter.team().roles().stream()
                .sorted()
                .filter(role -> heldByNobody(role, matter, today, Optional.empty()))
                .filter(role -> matter.team().of(role).stream()
                        .noneMatch(
                                member -> member.from().filter(today::isBefore).isPresent()))
                .map(role -> new Orphan(
                        Optional.of(matter.id()),
                        matter.id() + ": nobody is " + role + " any more; it was "
                                + matter.team().of(role).stream()
                                        .map(Team.Member::who)
                                        .map(Object::toString)
                                        .distinct()
                                        .collect(Collectors.joining(", "))))
                .toList();
    }

    private boolean heldByNobody(RoleName role, Matter matter, LocalDate day, Optional<Person> without) {
        return people.inRole(role, matter, day).stream()
                .filter(person -> without.filter(person::equals).isEmpty())
                .allMatch(person -> person.goneOn(day));
    }

    private List<Orphan> owned(Person gone) {
        List<Orphan> orphans = new ArrayList<>();
        for (Entry entry : EntryStore.openOf(handle, gone.id())) {
            orphans.add(new Orphan(
                    Optional.of(entry.matter()),
                    entry.matter() + ": " + entry.title() + " [" + entry.id() + "] is owned by " + gone.id()));
        }
        for (QuestionStore.Question question : QuestionStore.openTo(handle, gone.id())) {
            orphans.add(new Orphan(
                    Optional.of(question.matter()),
                    question.matter() + ": a question (" + question.code() + ") about [" + question.entry()
                            + "] is put to " + gone.id()));
        }
        return orphans;
    }

    private static boolean isOpen(Matter matter) {
        return matter.closed().isEmpty();
    }
}
