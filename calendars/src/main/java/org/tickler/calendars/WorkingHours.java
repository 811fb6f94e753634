package org.tickler.calendars;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours of a working week: for each weekday the spans in which work is done, in order and apart from each other; a
 * weekday without spans is free. Civil time, of no zone.
 */
public record WorkingHours(Map<DayOfWeek, List<Span>> week) {
    /**
     * From {@code opens} inclusive to {@code closes} exclusive, on one day.
     *
     * @param closes {@link LocalTime#MIDNIGHT} for the end of the day
     */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!closes.equals(LocalTime.MIDNIGHT) && !opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "working hours open before they close, but were " + opens + " to " + closes);
            }
        }

        /** The moment at which the span starts on a date. */
        public LocalDateTime start(LocalDate date) {
            return date.atTime(opens);
        }

        /** The moment at which the span ends on a date; for midnight the start of the next day. */
        public LocalDateTime end(LocalDate date) {
            return closes.equals(LocalTime.MIDNIGHT) ? date.plusDays(1).atStartOfDay() : date.atTime(closes);
        }

        private boolean reachesInto(Span later) {
            return closes.equals(LocalTime.MIDNIGHT) || later.opens.isBefore(closes);
        }
    }

    public WorkingHours {
        Map<DayOfWeek, List<Span>> checked = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                checked.put(day, inOrder(day, spans));
            }
        });
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("working hours need at least one day of the week");
        }
        week = Map.copyOf(checked);
    }

    private static List<Span> inOrder(DayOfWeek day, List<Span> spans) {
        List<Span> sorted =
                spans.stream().sorted(Comparator.comparing(Span::opens)).toList();
        for (int index = 1; index < sorted.size(); index++) {
            if (sorted.get(index - 1).reachesInto(sorted.get(index))) {
                throw new IllegalArgumentException("working hours overlap on " + day + ": those from "
                        + sorted.get(index - 1).opens() + " and those from "
                        + sorted.get(index).opens());
            }
        }
        return sorted;
    }

    /**
     * Reads {@code Mon-Fri 09:00-17:30}, or several such parts with commas between them; a day may have several spans
     * ({@code Mon-Fri 09:00-12:00, Mon-Fri 13:00-17:00}), {@code 24:00} may end one, and days may go over the week's end
     * ({@code Sat-Mon}).
     *
     * @throws IllegalArgumentException if it cannot be read, or spans of one day overlap; the message says where
     */
    public static WorkingHours parse(String text) {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            WorkingHoursPart read = WorkingHoursPart.parse(part.strip());
            read.days()
                    .forEach(day ->
                            week.computeIfAbsent(day, key -> new ArrayList<>()).add(read.span()));
        }
        return new WorkingHours(week);
    }

    /** The spans of a weekday in order; empty if it is free. */
    public List<Span> on(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }
}
