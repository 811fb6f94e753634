package org.tickler.engine.store;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.Wants;

/** Nobody: who gets the reminders by which the engine tries its own way. No row of people holds them, and no network carries to them. */
public final class Synthetic {
    public static final PersonId ID = new PersonId("tickler: synthetic");
    private static final ZoneId ZONE = ZoneOffset.UTC;

    /** The reader, with addresses that no message can reach. */
    public static final Person READER = new Person(
            ID,
            "Synthetic reminder",
            PersonKind.STAFF,
            List.of(),
            new Reach(Optional.of("synthetic@tickler.invalid"), Optional.of("+10000000000"), Set.of(), Map.of()),
            ZONE,
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Wants.EACH,
            Optional.empty(),
            Instant.EPOCH);

    private Synthetic() {}

    /** Whether {@code person} is nobody. */
    public static boolean is(PersonId person) {
        return person.equals(ID);
    }
}
