package org.tickler.calendars;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The hours of a working week: for each weekday the spans in which work is done, in order and apart from each other; a
 * weekday without spans is free.
 */
public record WorkingHours(Map<DayOfWeek, List<Span>> week) {
    /** From {@code opens} inclusive to {@code closes} exclusive, on one day. */
    public record Span(LocalTime opens, LocalTime closes) {
        public Span {
            if (!opens.isBefore(closes)) {
                throw new IllegalArgumentException(
                        "working hours open before they close, but were " + opens + " to " + closes);
            }
        }
    }

    public WorkingHours {
        Map<DayOfWeek, List<Span>> checked = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, spans) -> {
            if (!spans.isEmpty()) {
                checked.put(day, List.copyOf(spans));
            }
        });
        if (checked.isEmpty()) {
            throw new IllegalArgumentException("working hours need at least one day of the week");
        }
        week = Map.copyOf(checked);
    }
}
