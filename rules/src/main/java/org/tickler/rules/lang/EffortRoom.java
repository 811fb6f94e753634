package org.tickler.rules.lang;

import java.util.List;
import org.tickler.rules.docket.Effort;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.RungTime;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.TimeSpan;

/** Whether there is room for the work between a rung and its entry. Only what is certain is said. */
final class EffortRoom {
    private EffortRoom() {}

    /** The rungs that ask for an answer when less than {@code effort} is left on every date. */
    static List<Rung> tooLate(List<Rung> rungs, Effort effort) {
        return rungs.stream()
                .filter(rung -> rung.answer().isPresent())
                .filter(rung -> rung.at() instanceof RungTime.Offset offset
                        && offset.side() == Side.BEFORE
                        && mostMinutes(offset.span()) < effort.work().toMinutes())
                .toList();
    }

    /** Of working time in it; days are not looked at. */
    private static long mostMinutes(TimeSpan span) {
        return switch (span.unit()) {
            case MINUTES -> span.count();
            case HOURS, BUSINESS_HOURS -> span.count() * 60L;
            case DAYS, BUSINESS_DAYS, COURT_DAYS, WEEKS, MONTHS -> Long.MAX_VALUE;
        };
    }
}
