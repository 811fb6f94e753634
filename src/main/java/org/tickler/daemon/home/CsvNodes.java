package org.tickler.daemon.home;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.calendars.text.CharacterCheck;
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
        if (!CharacterCheck.passes(text.file(), text.text(), problems)) {
            return Optional.empty();
        }
        Span start = new Span(text.file(), 1, 1);
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text.text())) {
            List<String> header = new ArrayList<>();
            List<Node> rows = new ArrayList<>();
            for (CsvRecord row : reader) {
                if (header.isEmpty()) {
                    row.getFields().forEach(name -> header.add(name.strip()));
                } else if (row.getFieldCount() == header.size()) {
                    rows.add(row(text.file(), header, row));
                } else {
                    problems.error(at(text.file(), row, 0), TextProblem.SYNTAX, ragged(header, row));
                }
            }
            checkHeader(header, start, problems);
            TextNode name = new TextNode(start, key, false);
            return Optional.of(new MapNode(start, List.of(new MapNode.Entry(name, new ListNode(start, rows)))));
        } catch (CsvParseException e) {
            problems.error(start, TextProblem.SYNTAX, "this is not CSV: " + e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory cannot fail to be read", e);
        }
    }

    private static String ragged(List<String> header, CsvRecord row) {
        return "the row has " + row.getFieldCount() + " cells, and the header " + header.size()
                + "; a quote was left open, or a comma is missing or too much";
    }

    private static void checkHeader(List<String> header, Span start, Problems problems) {
        Set<String> seen = new HashSet<>();
        for (String name : header) {
            if (!seen.add(name)) {
                problems.error(
                        start, TextProblem.DUPLICATE_KEY, "two columns are called \"" + name + "\"; keep one of them");
            }
        }
    }

    private static Span at(String file, CsvRecord row, int column) {
        return new Span(file, Math.toIntExact(row.getStartingLineNumber()), column + 1);
    }

    private static MapNode row(String file, List<String> header, CsvRecord row) {
        MapNode map = new MapNode(at(file, row, 0), List.of());
        for (int column = 0; column < row.getFieldCount(); column++) {
            String cell = row.getField(column).strip();
            if (!cell.isEmpty()) {
                map = map.with(path(header.get(column)), value(at(file, row, column), cell));
            }
        }
        return map;
    }

    /** A name with a dot too many is one that nothing reads, and is complained of as it stands. */
    private static List<String> path(String column) {
        List<String> path = List.of(column.split("\\.", -1));
        return path.contains("") ? List.of(column) : path;
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
