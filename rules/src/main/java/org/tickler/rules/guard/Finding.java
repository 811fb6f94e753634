package org.tickler.rules.guard;

import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/**
 * Something that is not there.
 *
 * @param matter whose it is; empty: it is about a person
 * @param sentence what is missing
 * @param remedy what to do about it
 */
public record Finding(
        Lack lack,
        Optional<MatterId> matter,
        Optional<EntryId> entry,
        Optional<PersonId> person,
        String sentence,
        String remedy) {

    /** What it is about: the same for the same thing, however often it is found. */
    public String subject() {
        return matter.map(id -> "matter " + id)
                        .or(() -> person.map(id -> "person " + id))
                        .orElse("firm")
                + entry.map(id -> " entry " + id).orElse("");
    }

    static Finding ofMatter(Lack lack, MatterId matter, String sentence, String remedy) {
        return new Finding(lack, Optional.of(matter), Optional.empty(), Optional.empty(), sentence, remedy);
    }

    static Finding ofEntry(Lack lack, MatterId matter, EntryId entry, String sentence, String remedy) {
        return new Finding(lack, Optional.of(matter), Optional.of(entry), Optional.empty(), sentence, remedy);
    }

    /** About one of the staff. */
    public static Finding ofPerson(Lack lack, PersonId person, String sentence, String remedy) {
        return new Finding(lack, Optional.empty(), Optional.empty(), Optional.of(person), sentence, remedy);
    }
}
