package org.tickler.daemon.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.rules.count.Computation;
import org.tickler.rules.count.CountLine;
import org.tickler.rules.count.PeriodCounter;

/** What {@code tickler count} answers to a line. */
final class CountAnswers {
    private static final String BAD_JSON = "bad-json";

    private final PeriodCounter counter;

    CountAnswers(PeriodCounter counter) {
        this.counter = counter;
    }

    /**
     * An answer.
     *
     * @param keys what is printed
     * @param counted whether there is a date
     */
    record Answer(Map<String, Object> keys, boolean counted) {}

    /** The date that a line asks for, or why there is none. */
    Answer answer(InputLines.Line line) {
        if (!line.fault().isEmpty()) {
            return refused(line.number(), BAD_JSON, line.fault());
        }
        JsonLine json = JsonLine.read(line.text());
        Object id = Optional.<Object>ofNullable(json.keys().get("id")).orElse(line.number());
        return json.fault().map(fault -> refused(id, BAD_JSON, fault)).orElseGet(() -> counted(id, json.keys()));
    }

    private Answer counted(Object id, Map<String, @Nullable Object> keys) {
        try {
            return switch (counter.count(CountLine.read(keys))) {
                case Computation.Due due -> due(id, due);
                case Computation.Refused refused -> refused(id, Words.of(refused.why()), refused.message());
            };
        } catch (CountLine.UnreadableException e) {
            return refused(id, e.code(), String.valueOf(e.getMessage()));
        }
    }

    private static Answer due(Object id, Computation.Due due) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", id);
        keys.put("due", due.prevailing().due().toString());
        if (due.isDisputed()) {
            Map<String, Object> readings = new LinkedHashMap<>();
            readings.put("earliest", due.earliest().due().toString());
            readings.put("prevailing", due.prevailing().due().toString());
            readings.put("latest", due.latest().due().toString());
            keys.put("readings", readings);
            Map<String, Object> because = new LinkedHashMap<>();
            because.put("earliest", due.earliest().because());
            because.put("latest", due.latest().because());
            keys.put("because", because);
        }
        keys.put("derivation", due.prevailing().steps());
        return new Answer(keys, true);
    }

    private static Answer refused(Object id, String code, String message) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("message", message);
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", id);
        keys.put("error", error);
        return new Answer(keys, false);
    }
}
