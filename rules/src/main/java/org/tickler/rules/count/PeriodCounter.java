package org.tickler.rules.count;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.CourtCalendar;
import org.tickler.calendars.text.Nearest;

/** Counts periods of law. Immutable; the same request gives the same answer. */
public final class PeriodCounter {
    private static final int MOST_READINGS = 256;

    private final Laws laws;
    private final CalendarBook calendars;

    public PeriodCounter(Laws laws, CalendarBook calendars) {
        this.laws = laws;
        this.calendars = calendars;
    }

    /**
     * The date on which the period ends, with all its readings, or why there is none. A period of no days ends on its
     * trigger's day, rolled like any other. Nothing is guessed: a count that comes to a day for which its calendar does not
     * vouch is refused.
     */
    public Computation count(CountRequest request) {
        try {
            CountingLaw law = law(request.law());
            LawText text = text(law, request);
            CourtCalendar calendar = calendar(request.court().orElse(law.calendar()));
            return readings(law, text, calendar, request);
        } catch (RefusedException e) {
            return e.refused();
        }
    }

    private CountingLaw law(LawId id) {
        return laws.find(id)
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.UNKNOWN_LAW,
                        "no law of counting is called \"" + id + "\"" + Nearest.hint(id.value(), laws.names())));
    }

    private static LawText text(CountingLaw law, CountRequest request) {
        return request.asOf()
                .map(day -> law.on(day)
                        .orElseThrow(() -> new RefusedException(
                                Computation.Why.UNKNOWN_TEXT,
                                "no text of the law " + law.id() + " is known that was in force on " + day)))
                .orElseGet(law::current);
    }

    private CourtCalendar calendar(CalendarId id) {
        return calendars
                .find(id)
                .orElseThrow(() -> new RefusedException(
                        Computation.Why.UNKNOWN_CALENDAR,
                        "no calendar is called \"" + id + "\""
                                + Nearest.hint(
                                        id.value(),
                                        calendars.ids().stream()
                                                .map(CalendarId::value)
                                                .toList())));
    }

    /** Where too many days are disputed to tell each apart, those of one kind are taken alike: none is left out in silence. */
    private static Computation readings(CountingLaw law, LawText text, CourtCalendar calendar, CountRequest request) {
        Function<Choices, Reading> count = choices -> new SingleCount(law, text, calendar, request, choices).reading();
        return readings(count, false, MOST_READINGS)
                .map(PeriodCounter::of)
                .orElseGet(() -> of(readings(count, true, Integer.MAX_VALUE).orElseThrow().stream()
                        .map(PeriodCounter::takenAlike)
                        .toList()));
    }

    /** All readings, the prevailing one first; empty where there are more than {@code most}. */
    private static Optional<List<Reading>> readings(Function<Choices, Reading> count, boolean alike, int most) {
        List<Reading> readings = new ArrayList<>();
        Deque<List<Integer>> open = new ArrayDeque<>(List.of(List.of()));
        while (!open.isEmpty()) {
            if (readings.size() == most) {
                return Optional.empty();
            }
            Choices choices = new Choices(open.remove(), alike);
            readings.add(count.apply(choices));
            open.addAll(choices.others());
        }
        return Optional.of(readings);
    }

    private static Reading takenAlike(Reading reading) {
        List<String> steps = new ArrayList<>(reading.steps());
        steps.add("More days are disputed than can be told one by one (" + MOST_READINGS
                + " readings): those of one kind are taken alike, all closed or all open.");
        return new Reading(reading.due(), steps, reading.because());
    }

    private static Computation.Due of(List<Reading> readings) {
        Comparator<Reading> byDue = Comparator.comparing(Reading::due);
        Reading prevailing = readings.getFirst();
        Reading earliest = readings.stream().min(byDue).orElseThrow();
        Reading latest = readings.stream().max(byDue).orElseThrow();
        return new Computation.Due(same(prevailing, earliest), prevailing, same(prevailing, latest));
    }

    /** The prevailing reading in place of another that comes to the same date. */
    private static Reading same(Reading prevailing, Reading other) {
        return other.due().equals(prevailing.due()) ? prevailing : other;
    }
}
