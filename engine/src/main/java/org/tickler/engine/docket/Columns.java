package org.tickler.engine.docket;

import java.util.List;

/** The columns of a docket, in the order in which people write them. */
final class Columns {
    static final List<String> ALL = List.of(
            "id",
            "matter",
            "kind",
            "title",
            "date",
            "time",
            "ends",
            "zone",
            "court",
            "event",
            "service",
            "party",
            "owner",
            "location",
            "mode",
            "status",
            "source",
            "effort",
            "notes");

    static final int LONGEST_CELL = 10_000;
    static final int LONGEST_TITLE = 500;

    private Columns() {}
}
