package org.tickler.rules.pack;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Fields;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;
import org.tickler.rules.count.ServiceMethod;

/** Reads one worked example of a rule. */
final class ExampleFields {
    private final Fields fields;

    ExampleFields(Fields fields) {
        this.fields = fields;
    }

    Optional<CourtRule.Example> example() {
        fields.need("on");
        Optional<LocalDateTime> on = fields.read("on", ExampleFields::moment, TextProblem.BAD_VALUE, "2026-03-06");
        boolean timed = fields.findText("on").filter(text -> text.contains("T")).isPresent();
        Optional<ServiceMethod> service = fields.read(
                "service",
                word -> ServiceMethod.find(word)
                        .orElseThrow(() -> new IllegalArgumentException("no way of service is called so")),
                TextProblem.BAD_VALUE,
                "mail");
        Optional<CalendarId> court = fields.read("court", CalendarId::new, PackProblem.BAD_NAME, "us-nysd");
        Set<String> facts = Set.copyOf(fields.texts("facts"));
        Map<String, LocalDate> also = also();
        String due = fields.text("due");
        Optional<LocalDate> notBefore = fields.findDate("not-before");
        String source = fields.text("source");
        if (!fields.finish() || on.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = on.get().toLocalDate();
        Optional<LocalTime> hour = timed ? Optional.of(on.get().toLocalTime()) : Optional.empty();
        return Optional.of(new CourtRule.Example(
                new TriggerFacts(day, day, hour, service, court, facts, also),
                new CourtRule.Expected(due, notBefore),
                source,
                fields.at()));
    }

    private Map<String, LocalDate> also() {
        Map<String, LocalDate> also = new HashMap<>();
        fields.findMap("also").ifPresent(map -> {
            for (TextNode event : map.keys()) {
                map.date(event.value()).ifPresent(day -> also.put(event.value(), day));
            }
            map.finish();
        });
        return also;
    }

    private static LocalDateTime moment(String text) {
        return text.contains("T")
                ? LocalDateTime.parse(text)
                : LocalDate.parse(text).atStartOfDay();
    }
}
