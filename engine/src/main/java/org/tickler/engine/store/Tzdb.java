package org.tickler.engine.store;

import java.time.zone.ZoneRulesProvider;

/** The time-zone data that this program computes instants with. */
public final class Tzdb {
    private static final String ANY_OF_ITS_ZONES = "America/New_York";

    private Tzdb() {}

    /** Its version, such as {@code 2026a}. */
    public static String version() {
        return ZoneRulesProvider.getVersions(ANY_OF_ITS_ZONES).lastKey();
    }
}
