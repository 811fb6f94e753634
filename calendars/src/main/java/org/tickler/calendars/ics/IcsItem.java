package org.tickler.calendars.ics;

import java.util.List;

/**
 * One dated thing of a file: an event, or one instance of a recurring one.
 *
 * @param words as plain text; a URL that is no absolute one is left out
 */
public record IcsItem(
        IcsIdentity identity,
        IcsVersion version,
        IcsTime time,
        IcsStatus status,
        IcsWords words,
        List<String> categories) {

    public IcsItem {
        categories = List.copyOf(categories);
    }

    public boolean cancelled() {
        return status == IcsStatus.CANCELLED;
    }
}
