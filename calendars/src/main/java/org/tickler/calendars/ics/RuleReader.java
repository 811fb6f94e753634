package org.tickler.calendars.ics;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Month;
import net.fortuna.ical4j.model.Recur;
import net.fortuna.ical4j.model.WeekDay;
import net.fortuna.ical4j.transform.recurrence.Frequency;

/**
 * Reads an RRULE with ical4j's grammar behind a guard: its parts once each, its UNTIL to the letter, nothing more
 * often than daily, and nothing that this program would expand otherwise than its writer meant.
 */
final class RuleReader {

    private static final int LONGEST = 2_000;
    private static final int LONGEST_INTERVAL = 10_000;
    private static final int MOST_TIMES_A_DAY = 24;
    private static final int MOST_WEEKDAYS = 60;

    private final MomentReader moments;
    private final ZoneId defaultZone;

    RuleReader(MomentReader moments, ZoneId defaultZone) {
        this.moments = moments;
        this.defaultZone = defaultZone;
    }

    /** The rule for a series that begins at the moment; throws RefusedValueException where it cannot be expanded. */
    SeriesRule read(ContentLine line, Moment start) {
        List<String> parts = parts(line);
        LocalDateTime until = LocalDateTime.MAX;
        List<String> others = new ArrayList<>();
        for (String part : parts) {
            if (part.startsWith("UNTIL=")) {
                until = until(line, part.substring("UNTIL=".length()), start);
            } else {
                others.add(part);
            }
        }
        Recur<LocalDateTime> recur = grammar(line, String.join(";", others));
        requireMeant(line, others, recur);
        SeriesRule.End end = new SeriesRule.End(Math.max(0, recur.getCount()), until);
        SeriesRule.Step step = step(line, recur.getFrequency());
        DayOfWeek weekStart = recur.getWeekStartDay() == null ? DayOfWeek.MONDAY : dayOfWeek(recur.getWeekStartDay());
        return new SeriesRule(
                step,
                Math.max(1, recur.getInterval()),
                end,
                weekStart,
                days(line, recur, step, start.local().toLocalDate()),
                times(line, recur, start),
                Set.copyOf(recur.getSetPosList()));
    }

    /** ical4j takes a COUNT of 0 for none, and knows calendars and leap days that this program does not. */
    private static void requireMeant(ContentLine line, List<String> parts, Recur<?> recur) {
        boolean gregorian = parts.stream().noneMatch(p -> p.startsWith("RSCALE=") && !p.equals("RSCALE=GREGORIAN"));
        boolean counted = parts.stream().anyMatch(part -> part.startsWith("COUNT="));
        boolean spaced = parts.stream().anyMatch(part -> part.startsWith("INTERVAL="));
        require(line, gregorian && parts.stream().noneMatch(part -> part.startsWith("SKIP=")), "no SKIP or RSCALE");
        require(line, !counted || recur.getCount() > 0, "a COUNT of 1 or more");
        boolean usual = recur.getInterval() > 0 && recur.getInterval() <= LONGEST_INTERVAL;
        require(line, !spaced || usual, "an INTERVAL of 1 to " + LONGEST_INTERVAL);
    }

    private static List<String> parts(ContentLine line) {
        String value = line.value().strip().toUpperCase(Locale.ROOT);
        require(line, value.length() <= LONGEST, "a rule of at most " + LONGEST + " characters");
        List<String> parts = List.of(value.split(";"));
        Set<String> names = new HashSet<>();
        for (String part : parts) {
            require(line, names.add(part.split("=", 2)[0]), "each part of a rule once");
        }
        return parts;
    }

    private static Recur<LocalDateTime> grammar(ContentLine line, String rule) {
        try {
            return new Recur<>(rule);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new RefusedValueException(
                    line.line(),
                    "RRULE: expected a rule of RFC 5545, found '" + Excerpt.of(line.value()) + "' (" + e.getMessage()
                            + ")");
        }
    }

    private LocalDateTime until(ContentLine line, String value, Moment start) {
        Moment until = moments.read(new ContentLine(line.line(), "RRULE's UNTIL", line.parameters(), value));
        if (until.isDate()) {
            return until.local().toLocalDate().atTime(LocalTime.MAX);
        }
        if (!start.isDate()) {
            return until.form() == Moment.Form.UTC ? until.in(start).local() : until.local();
        }
        // Outlook ends an all-day series at its last midnight, in UTC: of the two days this may be, the later one
        LocalDate there = until.local().toLocalDate();
        LocalDate here = until.local()
                .atZone(ZoneOffset.UTC)
                .withZoneSameInstant(defaultZone)
                .toLocalDate();
        LocalDate last = until.form() == Moment.Form.UTC && here.isAfter(there) ? here : there;
        return last.atTime(LocalTime.MAX);
    }

    private static SeriesRule.Step step(ContentLine line, Frequency frequency) {
        return switch (frequency) {
            case DAILY -> SeriesRule.Step.DAY;
            case WEEKLY -> SeriesRule.Step.WEEK;
            case MONTHLY -> SeriesRule.Step.MONTH;
            case YEARLY -> SeriesRule.Step.YEAR;
            case SECONDLY, MINUTELY, HOURLY ->
                throw new RefusedValueException(
                        line.line(), "RRULE: expected FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, found FREQ=" + frequency);
        };
    }

    private static DayFilter days(ContentLine line, Recur<?> recur, SeriesRule.Step step, LocalDate start) {
        Set<Integer> months =
                recur.getMonthList().stream().map(Month::getMonthOfYear).collect(Collectors.toSet());
        Set<Integer> weeks = Set.copyOf(recur.getWeekNoList());
        Set<Integer> yearDays = Set.copyOf(recur.getYearDayList());
        Set<Integer> monthDays = Set.copyOf(recur.getMonthDayList());
        Set<DayFilter.NthDay> weekdays = weekdays(recur);
        boolean ordinals = weekdays.stream().anyMatch(day -> day.nth() != 0);
        boolean yearly = step == SeriesRule.Step.YEAR;
        require(line, yearly || weeks.isEmpty(), "BYWEEKNO only with FREQ=YEARLY");
        require(
                line,
                !ordinals || (weeks.isEmpty() && (yearly || step == SeriesRule.Step.MONTH)),
                "numbered weekdays only with FREQ=MONTHLY or YEARLY, and without BYWEEKNO");
        require(line, weekdays.size() <= MOST_WEEKDAYS, "at most " + MOST_WEEKDAYS + " weekdays");
        require(line, recur.getMonthList().stream().noneMatch(Month::isLeapMonth), "months without leap months");

        boolean byYear = yearly && months.isEmpty();
        if (yearDays.isEmpty() && monthDays.isEmpty() && weekdays.isEmpty()) {
            // what the rule leaves open, the start decides
            if (step == SeriesRule.Step.WEEK || !weeks.isEmpty()) {
                weekdays = Set.of(new DayFilter.NthDay(start.getDayOfWeek(), 0));
            } else if (step == SeriesRule.Step.MONTH || yearly) {
                monthDays = Set.of(start.getDayOfMonth());
                months = yearly && months.isEmpty() ? Set.of(start.getMonthValue()) : months;
            }
        }
        return new DayFilter(months, weeks, yearDays, monthDays, weekdays, byYear);
    }

    private static Set<DayFilter.NthDay> weekdays(Recur<?> recur) {
        Set<DayFilter.NthDay> weekdays = new LinkedHashSet<>();
        for (WeekDay day : recur.getDayList()) {
            weekdays.add(new DayFilter.NthDay(dayOfWeek(day), day.getOffset()));
        }
        return weekdays;
    }

    private static DayOfWeek dayOfWeek(WeekDay day) {
        return switch (day.getDay()) {
            case MO -> DayOfWeek.MONDAY;
            case TU -> DayOfWeek.TUESDAY;
            case WE -> DayOfWeek.WEDNESDAY;
            case TH -> DayOfWeek.THURSDAY;
            case FR -> DayOfWeek.FRIDAY;
            case SA -> DayOfWeek.SATURDAY;
            case SU -> DayOfWeek.SUNDAY;
        };
    }

    private static List<LocalTime> times(ContentLine line, Recur<?> recur, Moment start) {
        LocalTime of = start.local().toLocalTime();
        if (start.isDate()) {
            return List.of(of);
        }
        Set<Integer> hours = orElse(recur.getHourList(), of.getHour());
        Set<Integer> minutes = orElse(recur.getMinuteList(), of.getMinute());
        Set<Integer> seconds = orElse(recur.getSecondList(), of.getSecond());
        require(
                line,
                (long) hours.size() * minutes.size() * seconds.size() <= MOST_TIMES_A_DAY && !seconds.contains(60),
                "at most " + MOST_TIMES_A_DAY + " times a day");
        return hours.stream()
                .flatMap(hour -> minutes.stream()
                        .flatMap(minute -> seconds.stream().map(second -> LocalTime.of(hour, minute, second))))
                .sorted()
                .toList();
    }

    private static Set<Integer> orElse(List<Integer> list, int other) {
        return list.isEmpty() ? Set.of(other) : Set.copyOf(list);
    }

    private static void require(ContentLine line, boolean holds, String expected) {
        if (!holds) {
            throw new RefusedValueException(
                    line.line(), "RRULE: expected " + expected + ", found '" + Excerpt.of(line.value()) + "'");
        }
    }
}
