package org.tickler.calendars.ics;

/** What all series of one file may cost together, so that twenty thousand of them end as soon as one does. */
final class SeriesBudget {

    private static final long DAYS = 5_000_000;

    private final int perSeries;
    private int instances;
    private long days = DAYS;

    SeriesBudget(IcsLimits limits) {
        perSeries = limits.seriesInstances();
        instances = limits.instances();
    }

    int perSeries() {
        return perSeries;
    }

    /** Whether one more instance may be kept. */
    boolean takeInstance() {
        return instances-- > 0;
    }

    /** Whether one more day may be looked at. */
    boolean takeDay() {
        return days-- > 0;
    }
}
