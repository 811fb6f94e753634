package org.tickler.rules.count;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tickler.calendars.CalendarBook;
import org.tickler.calendars.CalendarReader;
import org.tickler.calendars.ShippedCourts;
import org.tickler.calendars.text.Problems;

/** The laws and calendars that tests count with, and the worked examples of courts, committees and guides. */
final class Examples {
    static final CalendarBook CALENDARS = CalendarReader.book(ShippedCourts.sources(), new Problems());
    static final PeriodCounter COUNTER = new PeriodCounter(ShippedLaws.laws(), CALENDARS);
    private static final ObjectMapper JSON = new ObjectMapper();

    private Examples() {}

    /** One line of {@code worked-examples.jsonl}. */
    static Map<String, Object> parse(String line) {
        try {
            return JSON.readValue(line, new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not a line of JSON: " + line, e);
        }
    }

    static List<Map<String, Object>> all() {
        return lines("/count/worked-examples.jsonl");
    }

    /** Dates counted from the text of each law, at its edges. */
    static List<Map<String, Object>> further() {
        return lines("/count/further-examples.jsonl");
    }

    private static List<Map<String, Object>> lines(String file) {
        return text(file).lines().map(Examples::parse).toList();
    }

    /** A file of the tests. */
    static String text(String name) {
        try (InputStream stream = Examples.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Computation count(String line) {
        return COUNTER.count(CountLine.read(parse(line.replace('\'', '"'))));
    }

    static Computation.Due due(Map<String, Object> example) {
        return switch (COUNTER.count(CountLine.read(example))) {
            case Computation.Due due -> due;
            case Computation.Refused refused -> throw new AssertionError(example.get("id") + ": " + refused);
        };
    }

    static Stream<String> dates(Computation.Due due) {
        return Stream.of(due.earliest(), due.prevailing(), due.latest())
                .map(reading -> reading.due().toString());
    }
}
