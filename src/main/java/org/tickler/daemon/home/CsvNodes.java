package org.tickler.daemon.home;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.text.ListNode;
import org.tickler.calendars.text.MapNode;
import org.tickler.calendars.text.Node;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;
import org.tickler.calendars.text.TextNode;
import org.tickler.calendars.text.TextProblem;

/**
 * A CSV file as the nodes that the YAML form would give, so that both are read by one reader: a row is a map, a column
 * such as {@code team.lead-attorney} or {@code consent.email} a map in it, and a cell with semicolons a list. Empty cells
 * are left out.
 */
final class CsvNodes {
    private CsvNodes() {}

    /** The rows as the list behind {@code key}; empty, with a problem, where the file is not CSV. */
    static Optional<Node> read(SourceText text, String key, Problems problems) {
        Span start = new Span(text.file(), 1, 1);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text.text())) {
            List<String> header = new ArrayList<>();
            List<Node> rows = new ArrayList<>();
            for (CsvRecord row : reader) {
                if (header.isEmpty()) {
                    row.getFields().forEach(name -> header.add(name.strip()));
                } else {
                    rows.add(row(text.file(), header, row));
                }
            }
            TextNode name = new TextNode(start, key, false);
            return Optional.of(new MapNode(start, List.of(new MapNode.Entry(name, new ListNode(start, rows)))));
        } catch (CsvParseException e) {
            problems.error(start, TextProblem.SYNTAX, "this is not CSV: " + e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static MapNode row(String file, List<String> header, CsvRecord row) {
        int line = Math.toIntExact(row.getStartingLineNumber());
        MapNode map = new MapNode(new Span(file, line, 1), List.of());
        for (int column = 0; column < row.getFieldCount(); column++) {
            String cell = row.getField(column).strip();
            String name = column < header.size() ? header.get(column) : "column " + (column + 1);
            if (!cell.isEmpty()) {
                Span at = new Span(file, line, column + 1);
                map = map.with(List.of(name.split("\\.")), value(at, cell));
            }
        }
        return map;
    }

    private static Node value(Span at, String cell) {
        if (!cell.contains(";")) {
            return new TextNode(at, cell, true);
        }
        List<Node> items = new ArrayList<>();
        for (String item : cell.split(";", -1)) {
            items.add(new TextNode(at, item.strip(), true));
        }
        return new ListNode(at, items);
    }
}
