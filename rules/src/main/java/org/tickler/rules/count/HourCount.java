package org.tickler.rules.count;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.Days;

/** Counts periods in hours: as they elapse across clock changes, or without closed days. */
final class HourCount {
    private final LawText text;
    private final CountRequest request;
    private final Choices choices;
    private final CourtDays days;
    private final DayWalk walk;
    private final int sign;

    HourCount(LawText text, CountRequest request, Choices choices, CourtDays days, DayWalk walk) {
        this.text = text;
        this.request = request;
        this.choices = choices;
        this.days = days;
        this.walk = walk;
        this.sign = request.period().direction().sign();
    }

    DueMoment due(List<String> steps) {
        LocalTime hour = request.hour()
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.HOUR_MISSING,
                        "a period in hours runs from a moment; give the trigger's hour, as in 2027-03-10T15:30"));
        ZoneId zone = request.zone()
                .or(days.calendar()::zone)
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.ZONE_MISSING,
                        "hours elapse differently across clock changes; give the time zone, as in America/New_York"));
        ZonedDateTime from = request.trigger().atTime(hour).atZone(zone);
        Duration length = Duration.ofHours(request.period().count());
        LocalDateTime end = text.ending().hoursOfOpenDays() ? ofOpenDays(from, length) : elapsed(from, length);
        steps.add(request.period() + " " + Days.words(from.toLocalDateTime()) + ", "
                + (text.ending().hoursOfOpenDays() ? "closed days left out" : "every hour counted as it elapses") + ": "
                + Days.words(end) + ".");
        walk.sayPassed(steps);
        LocalDate day = rolled(end.toLocalDate(), steps);
        return new DueMoment(day, Optional.of(end.toLocalTime()));
    }

    private LocalDate rolled(LocalDate end, List<String> steps) {
        Rolling rolling = new Rolling(text, request, choices, days, walk);
        return rolling.accessible(rolling.roll(end, steps), steps);
    }

    private LocalDateTime elapsed(ZonedDateTime from, Duration length) {
        return from.plus(length.multipliedBy(sign)).toLocalDateTime();
    }

    private LocalDateTime ofOpenDays(ZonedDateTime from, Duration length) {
        ZonedDateTime at = from;
        Duration left = length;
        while (true) {
            LocalDate day = sign > 0 || !at.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? at.toLocalDate()
                    : at.toLocalDate().minusDays(1);
            ZonedDateTime rim = (sign > 0 ? day.plusDays(1) : day).atStartOfDay(at.getZone());
            Duration room = Duration.between(at, rim).abs();
            boolean open = walk.isOpenNoting(day);
            if (open && room.compareTo(left) >= 0) {
                return at.plus(left.multipliedBy(sign)).toLocalDateTime();
            }
            left = open ? left.minus(room) : left;
            at = rim;
        }
    }
}
