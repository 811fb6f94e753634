package org.tickler.calendars;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One part of working hours as typed: some days and a range of hours on each of them. */
record WorkingHoursPart(List<DayOfWeek> days, WorkingHours.Span span) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z]{3})(?:-([A-Za-z]{3}))? ([0-9]{1,2}:[0-9]{2})-([0-9]{1,2}:[0-9]{2})");
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    WorkingHoursPart {
        days = List.copyOf(days);
    }

    static WorkingHoursPart parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form Mon-Fri 09:00-17:30");
        }
        DayOfWeek first = day(form.group(1));
        DayOfWeek last = form.group(2) == null ? first : day(form.group(2));
        List<DayOfWeek> days = new ArrayList<>();
        for (DayOfWeek day = first; day != last; day = day.plus(1)) {
            days.add(day);
        }
        days.add(last);
        LocalTime from = time(form.group(3));
        LocalTime to = form.group(4).equals("24:00") ? LocalTime.MIDNIGHT : endTime(form.group(4));
        return new WorkingHoursPart(days, new WorkingHours.Span(from, to));
    }

    private static DayOfWeek day(String word) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().substring(0, 3).equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "\"" + word + "\" is none of the days " + String.join(", ", DAYS)));
    }

    private static LocalTime endTime(String text) {
        LocalTime time = time(text);
        if (time.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("hours end at 24:00, not 00:00, when they go on until midnight");
        }
        return time;
    }

    private static LocalTime time(String text) {
        int colon = text.indexOf(':');
        int hour = Integer.parseInt(text.substring(0, colon));
        int minute = Integer.parseInt(text.substring(colon + 1));
        if (hour > 23 || minute > 59) {
            throw new IllegalArgumentException("\"" + text + "\" is not a time from 00:00 to 23:59");
        }
        return LocalTime.of(hour, minute);
    }
}
