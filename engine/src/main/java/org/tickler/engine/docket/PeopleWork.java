package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Nearest;
import org.tickler.engine.plan.Orphans;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.firm.Team;

/** Works out what an act about a person changes, from what is stored. */
final class PeopleWork {
    private final Handle handle;
    private final People people;
    private final Person actor;
    private final LocalDate today;
    private final Instant now;

    PeopleWork(Handle handle, Signature by, LocalDate today, Instant now) {
        this.handle = handle;
        this.people = PersonStore.all(handle);
        Actors.staff(people, by, now);
        this.actor = people.find(by.by()).orElseThrow();
        this.today = today;
        this.now = now;
    }

    /**
     * What becomes different.
     *
     * @param moves what that is, in sentences
     * @param warnings what looks wrong, or is left without anybody
     */
    record Change(
            Optional<Person> person,
            List<Matter> matters,
            List<Entry> entries,
            List<String> moves,
            List<String> warnings) {}

    People people() {
        return people;
    }

    boolean sees(Matter matter) {
        return Sight.sees(actor, matter, actor.dayAt(now)).allowed();
    }

    Change of(PersonAct act) {
        return switch (act) {
            case PersonAct.Away away -> away(away);
            case PersonAct.Back back -> back(back);
            case PersonAct.Gone gone -> gone(gone);
            case PersonAct.Stays stays -> stays(stays);
            case PersonAct.Reassign reassign -> reassigned(reassign);
        };
    }

    private Change away(PersonAct.Away act) {
        Person person = known(act.person());
        Person after = person;
        List<String> warnings = new ArrayList<>();
        if (act.delegate().isPresent()) {
            Person other = known(act.delegate().get());
            if (other.id().equals(person.id())) {
                throw new ActRefused(person.id() + " cannot stand in for the absence of the same person");
            }
            after = after.withDelegate(other.id());
        }
        if (!person.leave().contains(act.days())) {
            List<Leave> days = new ArrayList<>(person.leave());
            days.add(act.days());
            after = after.withLeave(days);
        }
        if (after.equals(person)) {
            throw new ActRefused("nothing changes: " + person.id() + " is away from "
                    + act.days().from() + " to " + act.days().to() + " already");
        }
        if (act.days().to().isBefore(today)) {
            warnings.add("the leave is over already");
        }
        if (after.delegate().isEmpty() && after.delegates().isEmpty()) {
            warnings.add("nobody stands in for " + person.id() + "; say who with --delegate");
        }
        String words = person.id() + " is away from " + act.days().from() + " to "
                + act.days().to()
                + after.delegate().map(id -> "; " + id + " stands in").orElse("");
        return changed(after, words, warnings);
    }

    private Change back(PersonAct.Back act) {
        Person person = known(act.person());
        List<Leave> left = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (Leave span : person.leave()) {
            boolean meant =
                    act.days().map(span::equals).orElse(true) && !span.to().isBefore(today);
            if (!meant) {
                left.add(span);
                continue;
            }
            words.add("from " + span.from() + " to " + span.to());
            if (span.from().isBefore(today)) {
                left.add(new Leave(span.from(), today.minusDays(1)));
            }
        }
        if (words.isEmpty()) {
            throw new ActRefused(person.id() + " has no such leave that has not passed; there is "
                    + (person.leave().isEmpty() ? "none" : person.leave()));
        }
        return changed(
                person.withLeave(left),
                person.id() + " is not away " + String.join(", nor ", words) + " after all",
                List.of());
    }

    private Change gone(PersonAct.Gone act) {
        Person person = known(act.person());
        if (person.left().filter(act.day()::equals).isPresent()) {
            throw new ActRefused("nothing changes: " + person.id() + " is gone from " + act.day() + " on already");
        }
        Person after = person.leaving(act.day());
        List<String> warnings = new ArrayList<>();
        int unseen = 0;
        for (Orphans.Orphan orphan : new Orphans(handle, people).of(person, act.day())) {
            if (orphan.matter()
                    .flatMap(id -> MatterStore.find(handle, id))
                    .filter(one -> !sees(one))
                    .isPresent()) {
                unseen++;
            } else {
                warnings.add(orphan.words() + "; tickler reassign --from " + person.id() + " --to PERSON");
            }
        }
        unseen(unseen).ifPresent(warnings::add);
        return changed(
                after,
                person.id() + " is gone from " + act.day() + " on: feeds, tokens and answer links of " + person.id()
                        + " end then",
                warnings);
    }

    private Change stays(PersonAct.Stays act) {
        Person person = known(act.person());
        if (person.left().isEmpty()) {
            throw new ActRefused("nothing changes: " + person.id() + " has not left");
        }
        return changed(person.staying(), person.id() + " is here; feeds and tokens that ended stay ended", List.of());
    }

    private Change reassigned(PersonAct.Reassign act) {
        Person from = known(act.person());
        Person to = known(act.to());
        if (from.id().equals(to.id())) {
            throw new ActRefused("--from and --to are the same person");
        }
        if (to.kind() != PersonKind.STAFF || to.goneOn(act.day())) {
            throw new ActRefused(to.id() + " cannot take over: " + to.id()
                    + (to.kind() == PersonKind.STAFF ? " has left" : " is not one of the staff"));
        }
        Reassignment work = new Reassignment(act, today, now);
        List<String> warnings = new ArrayList<>();
        Map<MatterId, Matter> seen = open(act, to, warnings);
        List<Matter> matters = new ArrayList<>();
        List<String> moves = new ArrayList<>();
        for (Matter matter : seen.values()) {
            Matter after = work.of(matter);
            if (!after.equals(matter)) {
                matters.add(after);
                work.handedOn(matter).forEach(member -> moves.add(words(matter, member, act)));
            }
        }
        List<Entry> entries = owned(act, work, seen.keySet(), warnings);
        entries.forEach(entry -> moves.add("owner: " + DateWords.of(entry) + ", " + from.id() + " -> " + to.id()));
        if (matters.isEmpty() && entries.isEmpty()) {
            throw new ActRefused("nothing changes: " + from.id() + " holds nothing of that on or after " + act.day()
                    + (warnings.isEmpty() ? "" : "; " + String.join("; ", warnings)));
        }
        if (act.matter().isEmpty() && act.role().isEmpty() && !from.roles().isEmpty()) {
            warnings.add(from.id() + " holds firm-wide, by people.yaml: "
                    + String.join(
                            ", ", from.roles().stream().map(Object::toString).toList()));
        }
        return new Change(Optional.empty(), matters, entries, moves, warnings);
    }

    /** The matters that are handed on: those that whoever acts may see, and {@code to} is not walled off from. */
    private Map<MatterId, Matter> open(PersonAct.Reassign act, Person to, List<String> warnings) {
        Map<MatterId, Matter> seen = new LinkedHashMap<>();
        int unseen = 0;
        for (Matter matter : scope(act, act.person())) {
            if (!sees(matter)) {
                unseen++;
            } else if (matter.walledOff().contains(to.id())) {
                warnings.add(matter.id() + " stays as it is: " + to.id() + " is walled off from it");
            } else {
                seen.put(matter.id(), matter);
            }
        }
        unseen(unseen).ifPresent(warnings::add);
        return seen;
    }

    /** The entries of {@code matters} that are handed on, as they stand then. */
    private List<Entry> owned(PersonAct.Reassign act, Reassignment work, Set<MatterId> matters, List<String> warnings) {
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : EntryStore.openOf(handle, act.person())) {
            if (!matters.contains(entry.matter())) {
                continue;
            }
            if (work.takes(entry)) {
                entries.add(work.of(entry));
            } else if (act.role().isEmpty() && entry.origin() instanceof Origin.Derived) {
                warnings.add(DateWords.of(entry) + " stays with " + act.person() + ": its rule names that person");
            }
        }
        return entries;
    }

    private List<Matter> scope(PersonAct.Reassign act, PersonId from) {
        if (act.matter().isEmpty()) {
            return MatterStore.find(handle, MatterStore.ids(handle)).stream()
                    .filter(matter -> matter.team().members().stream()
                                    .anyMatch(member -> member.who().equals(from))
                            || EntryStore.openOf(handle, from).stream()
                                    .anyMatch(entry -> entry.matter().equals(matter.id())))
                    .toList();
        }
        MatterId id = act.matter().get();
        Matter matter = MatterStore.find(handle, id).filter(this::sees).orElseThrow(() -> {
            List<String> ids = MatterStore.find(handle, MatterStore.ids(handle)).stream()
                    .filter(this::sees)
                    .map(one -> one.id().value())
                    .toList();
            return new ActRefused("no matter has the id \"" + id + "\"" + Nearest.hint(id.value(), ids));
        });
        return List.of(matter);
    }

    private static String words(Matter matter, Team.Member member, PersonAct.Reassign act) {
        return matter.id() + ": " + member.role() + " is " + act.to() + " from " + act.day() + " on"
                + member.from()
                        .filter(first -> !first.isBefore(act.day()))
                        .map(first -> "")
                        .orElse(", " + act.person() + " until " + act.day().minusDays(1));
    }

    private static Change changed(Person after, String words, List<String> warnings) {
        return new Change(Optional.of(after), List.of(), List.of(), List.of(words), warnings);
    }

    private Optional<String> unseen(int count) {
        return count == 0
                ? Optional.empty()
                : Optional.of((count == 1 ? "1 more is" : count + " more are") + " on matters that " + actor.id()
                        + " may not see");
    }

    private Person known(PersonId id) {
        return people.find(id).orElseThrow(() -> {
            String hint = Nearest.hint(
                    id.value(),
                    people.all().stream().map(one -> one.id().value()).toList());
            return new ActRefused("nobody has the id \"" + id + "\"" + (hint.isEmpty() ? "; see people.yaml" : hint));
        });
    }
}
