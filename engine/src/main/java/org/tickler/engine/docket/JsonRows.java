package org.tickler.engine.docket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tickler.calendars.text.Nearest;

/**
 * Reads a docket from JSON, object by object. A {@code .json} file holds a list of them, or one after the other; past a
 * fault of its syntax nothing is read, what stood before it is. A {@code .jsonl} file holds one a line, and a bad line stops
 * no other.
 */
final class JsonRows {
    private static final int LONGEST_LINE = 1_000_000;
    private static final int MOST_KEYS = 200;
    private static final int MOST_REMARKS = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(LONGEST_LINE)
                    .build())
            .build();

    private final Path path;
    private final String file;
    private final Mapping mapping;
    private final Form form;
    private final Consumer<ReadRow> sink;
    private final Set<String> unread = new TreeSet<>();

    JsonRows(Path path, Mapping mapping, Form form, Consumer<ReadRow> sink) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.mapping = mapping;
        this.form = form;
        this.sink = sink;
    }

    void read() throws IOException {
        Optional<String> refusal = mapping.isWide()
                ? Optional.of("the mapping " + mapping.name() + " is for a wide sheet; save the sheet as CSV")
                : CsvText.refusal(path);
        if (refusal.isPresent()) {
            refuse(1, refusal.get());
        } else if (file.toLowerCase(Locale.ROOT).endsWith(".jsonl")) {
            lines();
        } else {
            whole();
        }
    }

    private void whole() throws IOException {
        try (JsonParser parser = JSON.createParser(Files.newInputStream(path))) {
            if (objects(parser, 0) == 0) {
                refuse(1, "the file is empty; expected a list of objects");
            }
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            refuse(line, "from here on this is not JSON: " + e.getOriginalMessage() + "; nothing after it is read");
        }
    }

    private void lines() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            StringBuilder text = new StringBuilder();
            boolean tooLong = false;
            int line = 1;
            int next;
            do {
                next = reader.read();
                if (next >= 0 && next != '\n') {
                    tooLong = tooLong || text.length() == LONGEST_LINE;
                    if (!tooLong) {
                        text.append((char) next);
                    }
                    continue;
                }
                if (tooLong) {
                    refuse(line, "the line has more than " + LONGEST_LINE + " characters; expected one object");
                } else {
                    line(text.toString().replace("\uFEFF", ""), line);
                }
                text.setLength(0);
                tooLong = false;
                line++;
            } while (next >= 0);
        }
    }

    private void line(String text, int line) throws IOException {
        if (text.isBlank()) {
            return;
        }
        try (JsonParser parser = JSON.createParser(text)) {
            objects(parser, line);
        } catch (JsonProcessingException e) {
            refuse(line, "this line is not JSON: " + e.getOriginalMessage());
        }
    }

    /**
     * Reads what follows.
     *
     * @param line on which all of it stands; 0: where the parser says
     * @return how many tokens there were
     */
    private int objects(JsonParser parser, int line) throws IOException {
        int tokens = 0;
        JsonToken token;
        while ((token = parser.nextToken()) != null) {
            tokens++;
            int at = line > 0 ? line : parser.currentTokenLocation().getLineNr();
            switch (token) {
                case START_ARRAY, END_ARRAY -> {}
                case START_OBJECT -> object(parser, at);
                default ->
                    refuse(
                            at,
                            "expected an object with matter, kind, title and date, found " + shown(parser.getText()));
            }
        }
        return tokens;
    }

    private void object(JsonParser parser, int line) throws IOException {
        Map<String, String> theirs = new LinkedHashMap<>();
        String bad = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
                bad = shown(name) + " holds a list or an object; expected a text";
            } else if (theirs.size() >= MOST_KEYS) {
                bad = "the object has more than " + MOST_KEYS + " keys; expected those of a docket";
            } else if (theirs.putIfAbsent(
                            name,
                            value == JsonToken.VALUE_NULL
                                    ? ""
                                    : parser.getText().strip())
                    != null) {
                bad = shown(name) + " stands twice";
            }
        }
        if (bad.isEmpty()) {
            sink.accept(
                    new ReadRow.Row(new DocketRow(file, line, mapping.layout().dates(), fields(theirs, line))));
        } else {
            refuse(line, bad);
        }
    }

    private Map<String, String> fields(Map<String, String> theirs, int line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> read = new TreeSet<>();
        Map<String, String> resolved = form.resolve(theirs.keySet(), mapping);
        resolved.forEach((column, called) -> {
            fields.put(column, mapping.word(column, theirs.getOrDefault(called, "")));
            read.add(called);
        });
        form.taken(resolved)
                .filter(taken -> unread.size() < MOST_REMARKS && unread.add(taken))
                .ifPresent(taken -> sink.accept(new ReadRow.Noted(file, line, taken)));
        fields.putAll(mapping.fixed());
        for (String name : theirs.keySet()) {
            if (!read.contains(name) && unread.size() < MOST_REMARKS && unread.add(name)) {
                sink.accept(new ReadRow.Noted(
                        file,
                        line,
                        "the key \"" + shown(name) + "\" is not read" + Nearest.hint(name, form.columns())));
            }
        }
        return fields;
    }

    private void refuse(int line, String reason) {
        sink.accept(new ReadRow.Refused(file, line, reason));
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "…";
    }
}
