package org.tickler.calendars;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.holiday.HolidayRule;
import org.tickler.calendars.holiday.HolidayRuleParser;
import org.tickler.calendars.holiday.Observance;
import org.tickler.calendars.holiday.OneOff;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;

/** Reads the lists of a calendar file: how holidays are observed, which days open, which close. */
final class ClosureReader {

    private static final String EXAMPLE =
            "July 4, last Monday of May, Monday before May 25, 2 days before Easter, or 2027-01-28";

    private final List<CalendarFile.SingleDay> singleDays = new ArrayList<>();
    private final Layer layer;

    ClosureReader(Fields calendar) {
        List<ObservanceRule> observed = calendar.maps("observed").stream()
                .flatMap(fields -> observance(fields).stream())
                .toList();
        List<DatedClosure> opens = calendar.maps("opens").stream()
                .flatMap(fields -> opening(fields, observed).stream())
                .toList();
        List<DatedClosure> closures = calendar.maps("closures").stream()
                .flatMap(fields -> closure(fields, observed).stream())
                .toList();
        this.layer = new Layer(Optional.empty(), opens, closures);
    }

    Layer layer() {
        return layer;
    }

    List<CalendarFile.SingleDay> singleDays() {
        return List.copyOf(singleDays);
    }

    private static Optional<ObservanceRule> observance(Fields fields) {
        Optional<Observance> when = fields.oneOf("when", Observance.class);
        Optional<String> authority = authority(fields);
        Optional<Validity> validity = validity(fields);
        return fields.finish()
                ? Optional.of(new ObservanceRule(when.orElseThrow(), authority.orElseThrow(), validity.orElseThrow()))
                : Optional.empty();
    }

    private List<DatedClosure> opening(Fields fields, List<ObservanceRule> observed) {
        String name = fields.findText("name").orElse("open");
        int before = singleDays.size();
        List<HolidayRule> days = days(fields);
        warnOfWeekends(fields, singleDays.subList(before, singleDays.size()), observed);
        Optional<String> authority = authority(fields);
        Optional<Validity> validity = validity(fields);
        if (!fields.finish()) {
            return List.of();
        }
        Closure opened = new Closure(name, ClosureKind.BUILDING_ONLY, authority.orElseThrow());
        return days.stream()
                .map(day -> new DatedClosure(opened, day, validity.orElseThrow(), observed))
                .toList();
    }

    private List<DatedClosure> closure(Fields fields, List<ObservanceRule> observed) {
        String name = fields.text("name");
        int before = singleDays.size();
        List<HolidayRule> days = days(fields);
        Optional<ClosureKind> kind = fields.oneOf("kind", ClosureKind.class);
        Optional<String> authority = authority(fields);
        Optional<Validity> validity = validity(fields);
        Optional<List<ObservanceRule>> chosen = ObservanceChoice.read(fields, observed);
        List<ObservanceRule> moved =
                chosen.orElse(kind.equals(Optional.of(ClosureKind.HOLIDAY)) ? observed : List.of());
        warnOfWeekends(fields, singleDays.subList(before, singleDays.size()), moved);
        if (!fields.finish()) {
            return List.of();
        }
        Closure closure = new Closure(name, kind.orElseThrow(), authority.orElseThrow());
        return days.stream()
                .map(day -> new DatedClosure(closure, day, validity.orElseThrow(), moved))
                .toList();
    }

    private List<HolidayRule> days(Fields fields) {
        fields.need("on");
        List<HolidayRule> rules = new ArrayList<>();
        for (TextNode text : fields.list("on")) {
            fields.parse("on", text, HolidayRuleParser::parse, CalendarProblem.BAD_DAY, EXAMPLE)
                    .ifPresent(rule -> {
                        rules.add(rule);
                        if (rule instanceof OneOff single) {
                            singleDays.add(new CalendarFile.SingleDay(single.date(), text.at()));
                        }
                    });
        }
        return rules;
    }

    /** Of a holiday that is kept on another day, the day itself is no mistake. */
    private void warnOfWeekends(Fields fields, List<CalendarFile.SingleDay> days, List<ObservanceRule> observed) {
        for (CalendarFile.SingleDay day : days) {
            boolean moves = observed.stream()
                    .anyMatch(rule -> rule.of(day.date(), taken -> false).isPresent());
            if (CourtDay.Weekend.isWeekend(day.date()) && !moves) {
                String weekday = new CourtDay.Weekend(day.date().getDayOfWeek()).name();
                fields.problems()
                        .warning(
                                day.at(),
                                CalendarProblem.WEEKEND,
                                "on: " + day.date() + " is a " + weekday
                                        + ", when the court is closed anyway; check the date");
            }
        }
    }

    /** The authority of a statement, which none may lack. */
    static Optional<String> authority(Fields fields) {
        if (!fields.has("authority")) {
            fields.error(
                    fields.at(),
                    CalendarProblem.MISSING_AUTHORITY,
                    "nothing says on whose authority; add authority: with the statute, order or notice, as in"
                            + " authority: Standing Order 27-1");
            return Optional.empty();
        }
        return fields.findText("authority");
    }

    private static Optional<Validity> validity(Fields fields) {
        Optional<LocalDate> from = fields.findDate("from");
        Optional<LocalDate> to = fields.findDate("to");
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            Span at = fields.at("to");
            fields.error(at, CalendarProblem.BAD_DAY, "to: " + to.get() + " is before from: " + from.get());
            return Optional.empty();
        }
        return Optional.of(new Validity(from, to));
    }
}
