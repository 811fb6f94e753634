package org.tickler.engine.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.StandIn;

/** Who is asked about an entry: its owner, else the matter's lead, else the docket clerk, else the last resort. */
public final class Askers {

    private final People people;
    private final Firm firm;
    private final Instant now;

    /** Who can be asked at {@code now}. */
    public Askers(People people, Firm firm, Instant now) {
        this.people = people;
        this.firm = firm;
        this.now = now;
    }

    /** The first of them who is staff, there, may see the matter and can be reached; the last resort in any case. */
    public PersonId of(Entry entry, Matter matter) {
        List<Person> line = owners(entry, matter);
        for (RoleName role : List.of(RoleName.LEAD_ATTORNEY, RoleName.DOCKET_CLERK)) {
            line.addAll(people.inRole(role, matter, this::today));
        }
        return first(line, matter);
    }

    /**
     * Who is asked as a second person about a matter: its lead, else a supervising attorney, else the docket clerk, else anybody
     * of the firm; empty: nobody but {@code first} can be asked.
     */
    public Optional<PersonId> another(Matter matter, PersonId first) {
        List<Person> line = new ArrayList<>();
        for (RoleName role : List.of(RoleName.LEAD_ATTORNEY, RoleName.SUPERVISING_ATTORNEY, RoleName.DOCKET_CLERK)) {
            line.addAll(people.inRole(role, matter, this::today));
        }
        line.addAll(people.all());
        return line.stream()
                .flatMap(person -> standIn(person, matter).stream())
                .filter(person -> !person.id().equals(first) && canBeAsked(person, matter))
                .map(Person::id)
                .findFirst();
    }

    /** Who is asked what a court does: the docket clerk, who reads its notices, else as {@link #of}. */
    PersonId ofCourt(Entry entry, Matter matter) {
        List<Person> line = new ArrayList<>(people.inRole(RoleName.DOCKET_CLERK, matter, this::today));
        line.addAll(owners(entry, matter));
        line.addAll(people.inRole(RoleName.LEAD_ATTORNEY, matter, this::today));
        return first(line, matter);
    }

    private List<Person> owners(Entry entry, Matter matter) {
        List<Person> line = new ArrayList<>();
        entry.details().owner().ifPresent(owner -> {
            personId(owner).flatMap(people::find).ifPresent(line::add);
            role(owner).ifPresent(role -> line.addAll(people.inRole(role, matter, this::today)));
        });
        return line;
    }

    private PersonId first(List<Person> line, Matter matter) {
        return line.stream()
                .flatMap(person -> standIn(person, matter).stream())
                .filter(person -> canBeAsked(person, matter))
                .map(Person::id)
                .findFirst()
                .orElse(firm.lastResort());
    }

    private Optional<Person> standIn(Person person, Matter matter) {
        return person.awayOn(today(person)) ? StandIn.of(person, matter, people, other -> now) : Optional.of(person);
    }

    private boolean canBeAsked(Person person, Matter matter) {
        return person.kind() == PersonKind.STAFF
                && !person.awayOn(today(person))
                && !person.reach().usable().isEmpty()
                && Sight.sees(person, matter, today(person)).allowed();
    }

    /** Who keeps the docket: the first docket clerk of the firm who is there and can be reached, else the last resort. */
    public PersonId ofFirm() {
        return people.inRole(RoleName.DOCKET_CLERK).stream()
                .filter(person -> person.kind() == PersonKind.STAFF && !person.awayOn(today(person)))
                .filter(person -> !person.reach().usable().isEmpty())
                .map(Person::id)
                .findFirst()
                .orElse(firm.lastResort());
    }

    private LocalDate today(Person person) {
        return person.dayAt(now);
    }

    /** The person's id that {@code text} may be; empty: it can be none. */
    public static Optional<PersonId> personId(String text) {
        try {
            return Optional.of(new PersonId(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<RoleName> role(String name) {
        try {
            return Optional.of(new RoleName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
