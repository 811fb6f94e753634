package org.tickler.engine.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Sight;

/** Who may act on a matter: staff who may see it. */
final class Actors {
    private Actors() {}

    static void check(People people, Signature by, Matter matter, Instant now) {
        Person person = known(people, by);
        LocalDate today = now.atZone(person.zone()).toLocalDate();
        if (Sight.sees(person, matter, today) instanceof Sight.Refused refused) {
            throw new ActRefused("this cannot be done as " + person.id() + ": " + refused.why());
        }
        staff(people, by, now);
    }

    /** Refuses an act that is about no matter to all but staff who are with the firm. */
    static void staff(People people, Signature by, Instant now) {
        Person person = known(people, by);
        if (person.goneOn(now.atZone(person.zone()).toLocalDate())) {
            throw new ActRefused("this cannot be done as " + person.id() + ": " + person.id() + " has left");
        }
        if (person.kind() != PersonKind.STAFF) {
            throw new ActRefused("this cannot be done as " + person.id() + ": only staff change the docket");
        }
    }

    private static Person known(People people, Signature by) {
        return people.find(by.by()).orElseThrow(() -> unknown(people, by));
    }

    private static ActRefused unknown(People people, Signature by) {
        List<String> ids =
                people.all().stream().map(person -> person.id().value()).toList();
        String hint = Nearest.hint(by.by().value(), ids);
        return new ActRefused("nobody has the id \"" + by.by() + "\"" + (hint.isEmpty() ? "; see people.yaml" : hint));
    }
}
