package org.tickler.daemon.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tickler.calendars.text.Words;
import org.tickler.daemon.simulate.Message;
import org.tickler.engine.dispatch.Letter;
import org.tickler.engine.store.AboutStore.Told;
import org.tickler.rules.remind.Purpose;

/** Tells of simulated messages, as people read it and as programs do, and counts them. */
final class SimulationWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private final Output output;
    private final ZoneId zone;
    private final Instant from;
    private final Set<String> people = new TreeSet<>();
    private @Nullable LocalDate day;
    private int messages;
    private int reminders;
    private int escalations;

    /** @param from what leaves before is not told */
    SimulationWords(Output output, ZoneId zone, Instant from) {
        this.output = output;
        this.zone = zone;
        this.from = from;
    }

    void tell(Message message) {
        if (message.at().isBefore(from)) {
            return;
        }
        Letter letter = message.letter();
        messages++;
        reminders += message.lines().size();
        escalations += (int) message.lines().stream()
                .filter(line -> line.purpose() == Purpose.ESCALATION)
                .count();
        people.add(letter.reader().id().value());
        heading(message.at().atZone(zone).toLocalDate());
        ZoneId theirs = letter.reader().zone();
        output.say("  " + HOUR.format(message.at().atZone(theirs)) + " (" + theirs + ")  " + Words.of(letter.channel())
                + " to " + letter.reader().id() + ", " + letter.reader().name() + ": " + headline(letter));
        message.lines().forEach(line -> output.say("      " + sentence(line)));
        output.item(keys(message));
    }

    /** What it came to. */
    void end(LocalDate last) {
        output.say(Counted.of(messages, "message") + " with " + Counted.of(reminders, "reminder") + " to "
                + (people.size() == 1 ? "1 person" : people.size() + " people") + " until " + DAY.format(last)
                + "; " + Counted.of(escalations, "escalation") + " among them");
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "simulation");
        keys.put("from", from.toString());
        keys.put("to", last.toString());
        keys.put("messages", messages);
        keys.put("reminders", reminders);
        keys.put("escalations", escalations);
        keys.put("people", people.size());
        output.item(keys);
    }

    private void heading(LocalDate next) {
        if (!next.equals(day)) {
            day = next;
            output.say(DAY.format(next));
        }
    }

    private static String headline(Letter letter) {
        return letter.words().subject().isEmpty()
                ? letter.words().text().strip().replaceAll("\\s*\n\\s*", " / ")
                : letter.words().subject();
    }

    private static String sentence(Told line) {
        return Words.of(line.purpose())
                + line.about()
                        .map(about -> " " + about.matter() + ", " + about.title() + " [" + about.entry() + "]")
                        .orElse("")
                + ": " + line.why() + (line.answer() ? "; an answer is wanted" : "");
    }

    private static Map<String, Object> keys(Message message) {
        Letter letter = message.letter();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("type", "message");
        keys.put(
                "at",
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        message.at().atZone(letter.reader().zone())));
        keys.put("to", letter.reader().id().value());
        keys.put("channel", Words.of(letter.channel()));
        keys.put("subject", letter.words().subject());
        keys.put("lines", message.lines().stream().map(SimulationWords::keys).toList());
        return keys;
    }

    private static Map<String, Object> keys(Told line) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("reminder", line.reminder().value());
        line.about().ifPresent(about -> {
            keys.put("entry", about.entry());
            keys.put("matter", about.matter());
            keys.put("title", about.title());
        });
        keys.put("purpose", Words.of(line.purpose()));
        keys.put("why", line.why());
        keys.put("answer", line.answer());
        return keys;
    }
}
