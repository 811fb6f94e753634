package org.tickler.rules.remind;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.LocalMoments;
import org.tickler.rules.firm.Firm;
import org.tickler.rules.remind.RungTime.Side;

/** When silence begins, and when the next step of an escalation is due. */
public final class AnswerClock {
    private AnswerClock() {}

    /**
     * The instant {@code span} after {@code from}: the end of the time to answer after {@code from} it was sent, or the
     * moment of an escalation's step after the one before. Minutes and hours run around the clock, business hours in the
     * firm's hours; days, weeks and months end at the same local time in {@code reader}, business days on a day on which
     * the firm works. An answer is not before a court, so court days are counted as business days. Zero is {@code from}
     * itself, in any unit.
     */
    public static Instant deadline(Instant from, TimeSpan span, Firm firm, CalendarBook calendars, ZoneId reader) {
        if (span.count() == 0) {
            return from;
        }
        SpanCounter counter = new SpanCounter(firm, calendars);
        if (span.unit().ofClock()) {
            return counter.clock(from, span, Side.AFTER);
        }
        TimeSpan counted = span.unit() == Unit.COURT_DAYS ? new TimeSpan(span.count(), Unit.BUSINESS_DAYS) : span;
        ZonedDateTime local = from.atZone(reader);
        LocalDate day = counter.days(local.toLocalDate(), counted, Side.AFTER, Optional.empty())
                .day();
        return LocalMoments.instant(day.atTime(local.toLocalTime()), reader);
    }
}
