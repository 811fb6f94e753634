package org.tickler.engine.docket;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tickler.calendars.text.Nearest;

/**
 * Reads a docket from JSON, object by object: a list of them, or one after the other, such as one a line. Past a fault of
 * the syntax nothing is read; what stood before it is.
 */
final class JsonRows {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20)
                    .maxStringLength(1_000_000)
                    .build())
            .build();

    private final Path path;
    private final String file;
    private final Mapping mapping;
    private final Consumer<ReadRow> sink;
    private final Set<String> unread = new TreeSet<>();

    JsonRows(Path path, Mapping mapping, Consumer<ReadRow> sink) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.mapping = mapping;
        this.sink = sink;
    }

    void read() throws IOException {
        Optional<String> refusal = CsvText.refusal(path);
        if (refusal.isPresent()) {
            sink.accept(new ReadRow.Refused(file, 1, refusal.get()));
            return;
        }
        try (JsonParser parser = JSON.createParser(Files.newInputStream(path))) {
            objects(parser);
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
            sink.accept(new ReadRow.Refused(
                    file, line, "from here on this is not JSON: " + e.getOriginalMessage() + "; nothing after it is read"));
        }
    }

    private void objects(JsonParser parser) throws IOException {
        boolean any = false;
        JsonToken token;
        while ((token = parser.nextToken()) != null) {
            any = true;
            int line = parser.currentTokenLocation().getLineNr();
            switch (token) {
                case START_ARRAY, END_ARRAY -> {}
                case START_OBJECT -> object(parser, line);
                default ->
                    sink.accept(new ReadRow.Refused(
                            file, line, "expected an object with matter, kind, title and date, found " + parser.getText()));
            }
        }
        if (!any) {
            sink.accept(new ReadRow.Refused(file, 1, "the file is empty; expected a list of objects"));
        }
    }

    private void object(JsonParser parser, int line) throws IOException {
        Map<String, String> theirs = new LinkedHashMap<>();
        String bad = "";
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value.isStructStart()) {
                parser.skipChildren();
                bad = name + " holds a list or an object; expected a text";
            } else if (theirs.putIfAbsent(name, value == JsonToken.VALUE_NULL ? "" : parser.getText().strip()) != null) {
                bad = name + " stands twice";
            }
        }
        if (!bad.isEmpty()) {
            sink.accept(new ReadRow.Refused(file, line, bad));
            return;
        }
        sink.accept(new ReadRow.Row(new DocketRow(file, line, mapping.layout().dates(), fields(theirs, line))));
    }

    private Map<String, String> fields(Map<String, String> theirs, int line) {
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> read = new TreeSet<>();
        for (String column : Columns.ALL) {
            String called = mapping.columns().getOrDefault(column, column);
            String text = theirs.get(called);
            if (text != null) {
                fields.put(column, mapping.word(column, text));
                read.add(called);
            }
        }
        fields.putAll(mapping.fixed());
        for (String name : theirs.keySet()) {
            if (!read.contains(name) && unread.size() < 100 && unread.add(name)) {
                sink.accept(new ReadRow.Noted(
                        file, line, "the key \"" + name + "\" is not read" + Nearest.hint(name, Columns.ALL)));
            }
        }
        return fields;
    }
}
