package org.tickler.engine.feed;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.FeedStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;

/// What every feed of the firm needs to know before it looks at entries.
///
/// @param changes the number of each matter's last change
record FirmFacts(People people, List<Matter> matters, Map<MatterId, Long> changes) {

    static FirmFacts read(Handle handle) {
        return new FirmFacts(
                PersonStore.all(handle), MatterStore.find(handle, MatterStore.ids(handle)), FeedStore.changes(handle));
    }
}
