package org.tickler.engine.docket;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Standing;

/** Who gave the date that an entry is on, so that nobody verifies his own. */
final class DateGivers {
    private DateGivers() {}

    /**
     * A person's id, else the name of a source: of a date that was set, who set it; of a derived one, who gave the date that it
     * is counted from; else who entered, moved or loaded it last. Empty where nobody did, as for a claim's own deadlines.
     */
    static Optional<String> of(Handle handle, Docket docket, Entry entry) {
        Optional<Entry> next = Optional.of(entry);
        while (next.isPresent()) {
            Entry link = next.get();
            Standing standing = docket.standing(link.id());
            if (standing.date().isPresent() && standing.isOf(link)) {
                return standing.date().map(Instruction::by).map(Object::toString);
            }
            if (!(link.origin() instanceof Origin.Derived derived)) {
                return entered(handle, link);
            }
            next = docket.find(derived.trigger());
        }
        return Optional.empty();
    }

    private static Optional<String> entered(Handle handle, Entry entry) {
        List<StoredRevision> revisions = EntryStore.revisions(handle, entry.id());
        Optional<StoredRevision> made = Optional.empty();
        for (StoredRevision revision : revisions.reversed()) {
            if (!revision.when().equals(entry.when())) {
                break;
            }
            made = Optional.of(revision);
        }
        return made.map(revision -> revision.cause() == Change.Cause.LOADED
                ? AuditStore.lastBy(handle, entry.id(), "loaded").orElse(revision.by())
                : revision.by());
    }
}
