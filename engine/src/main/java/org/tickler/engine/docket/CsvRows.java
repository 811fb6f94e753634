package org.tickler.engine.docket;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tickler.calendars.text.Words;

/** Reads a docket from CSV, row by row. */
final class CsvRows {
    private final Path path;
    private final String file;
    private final Mapping mapping;
    private final Form form;
    private final Consumer<ReadRow> sink;

    CsvRows(Path path, Mapping mapping, Form form, Consumer<ReadRow> sink) {
        this.path = path;
        this.file = String.valueOf(path.getFileName());
        this.mapping = mapping;
        this.form = form;
        this.sink = sink;
    }

    void read() throws IOException {
        Optional<String> refusal = CsvText.refusal(path);
        if (refusal.isPresent()) {
            sink.accept(new ReadRow.Refused(file, 1, refusal.get()));
            return;
        }
        char delimiter = mapping.layout().delimiter().orElse(CsvText.delimiter(firstLine()));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .detectBomHeader(true)
                .ofCsvRecord(path, StandardCharsets.UTF_8)) {
            read(reader);
        } catch (CsvParseException e) {
            sink.accept(new ReadRow.Refused(
                    file, 1, "from some line on this is not CSV: " + e.getMessage() + "; look for a quote left open"));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void read(CsvReader<CsvRecord> reader) {
        Header header = null;
        for (CsvRecord row : reader) {
            int line = Math.toIntExact(row.getStartingLineNumber());
            List<String> cells = row.getFields();
            if (header == null) {
                header = new Header(cells, mapping, form);
                Optional<String> refusal = header.refusal();
                if (refusal.isPresent()) {
                    sink.accept(new ReadRow.Refused(file, line, refusal.get()));
                    return;
                }
                header.remarks().forEach(remark -> sink.accept(new ReadRow.Noted(file, line, remark)));
            } else if (mapping.isWide()) {
                wide(header, cells, line);
            } else {
                row(header, cells, line);
            }
        }
        if (header == null) {
            sink.accept(new ReadRow.Refused(file, 1, "the file is empty; expected a header row"));
        }
    }

    private void row(Header header, List<String> cells, int line) {
        if (cells.stream().allMatch(String::isBlank)) {
            return;
        }
        sink.accept(new ReadRow.Row(new DocketRow(file, line, mapping.layout().dates(), header.fields(cells))));
    }

    /** Each date of the row is an entry; what says which it is is the column. */
    private void wide(Header header, List<String> cells, int line) {
        Map<String, String> row = header.fields(cells);
        for (Mapping.DatedColumn dated : mapping.dated()) {
            String cell = header.cell(cells, dated.column());
            if (!cell.isEmpty()) {
                Map<String, String> fields = new LinkedHashMap<>(row);
                fields.put("id", row.getOrDefault("matter", "") + " / " + dated.column());
                fields.put("kind", Words.of(dated.kind()));
                fields.put("title", dated.title());
                fields.put("date", cell);
                dated.event().ifPresent(event -> fields.put("event", event));
                sink.accept(new ReadRow.Row(
                        new DocketRow(file, line, mapping.layout().dates(), fields)));
            }
        }
    }

    private String firstLine() throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            StringBuilder line = new StringBuilder();
            int next;
            while (line.length() < 100_000 && (next = reader.read()) >= 0 && next != '\n' && next != '\r') {
                line.append((char) next);
            }
            return line.toString();
        }
    }
}
