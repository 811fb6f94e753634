package org.tickler.engine.docket;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Nearest;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;

/** Complaints about ids that nothing has, with the nearest that something has. */
final class Unknown {
    private static final int CANDIDATES = 10_000;

    private Unknown() {}

    static ActRefused entry(Handle handle, EntryId id, Instant now) {
        List<String> ids = EntryStore.openIds(handle, now, CANDIDATES).stream()
                .map(EntryId::value)
                .toList();
        String hint = Nearest.hint(id.value(), ids);
        return new ActRefused("no entry has the id \"" + id + "\""
                + (hint.isEmpty() ? "; tickler agenda and tickler find list them" : hint));
    }

    static ActRefused matter(Handle handle, MatterId id) {
        List<String> ids = MatterStore.ids(handle).stream().map(MatterId::value).toList();
        String hint = Nearest.hint(id.value(), ids);
        return new ActRefused("no matter has the id \"" + id + "\""
                + (hint.isEmpty() ? "; load it, or add it to matters.yaml" : hint));
    }
}
