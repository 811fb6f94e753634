package org.tickler.engine.audit;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/**
 * One thing that happened.
 *
 * @param who a person's id, a source's name, or {@code tickler}
 * @param act what was done, in one or two words: {@code moved}, {@code planned}, {@code book-activated}
 * @param detail what else belongs to it: texts, numbers, lists and maps of them
 */
public record AuditRecord(
        Instant at,
        String who,
        String act,
        Optional<MatterId> matter,
        Optional<EntryId> entry,
        Optional<PersonId> person,
        Map<String, Object> detail) {
    public AuditRecord {
        detail = Map.copyOf(detail);
    }

    /** About nothing in particular. */
    public static AuditRecord of(Instant at, String who, String act, Map<String, Object> detail) {
        return new AuditRecord(at, who, act, Optional.empty(), Optional.empty(), Optional.empty(), detail);
    }

    /** About a matter as a whole. */
    public static AuditRecord ofMatter(
            Instant at, String who, String act, MatterId matter, Map<String, Object> detail) {
        return new AuditRecord(at, who, act, Optional.of(matter), Optional.empty(), Optional.empty(), detail);
    }

    /** About an entry of a matter. */
    public static AuditRecord of(
            Instant at, String who, String act, MatterId matter, EntryId entry, Map<String, Object> detail) {
        return new AuditRecord(at, who, act, Optional.of(matter), Optional.of(entry), Optional.empty(), detail);
    }
}
