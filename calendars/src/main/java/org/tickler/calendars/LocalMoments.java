package org.tickler.calendars;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Local date-times as instants, with a documented answer where a clock change makes none or two. */
public final class LocalMoments {
    private LocalMoments() {}

    /**
     * The instant at which {@code local} is on the clocks of {@code zone}. Where the clocks skip it (02:30 on the spring
     * day), the same time after the change, later by what was skipped (03:30); where they show it twice, the first.
     */
    public static Instant instant(LocalDateTime local, ZoneId zone) {
        return local.atZone(zone).toInstant();
    }
}
