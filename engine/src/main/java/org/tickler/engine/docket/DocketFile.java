package org.tickler.engine.docket;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A file with a docket, read by what its name ends in. It can be read several times. */
final class DocketFile {
    private final Path path;
    private final LoadContext load;
    private final Predicate<String> onFile;

    /** @param onFile whether a matter has that id */
    DocketFile(Path path, LoadContext load, Predicate<String> onFile) {
        this.path = path;
        this.load = load;
        this.onFile = onFile;
    }

    void read(Consumer<ReadRow> sink) throws IOException {
        String name = String.valueOf(path.getFileName());
        if (!Files.isRegularFile(path)) {
            sink.accept(new ReadRow.Refused(name, 0, "there is no such file: " + path));
            return;
        }
        Mapping mapping = load.options().mapping();
        ZoneId zone = load.book().firm().zone();
        IcsRows.Scope scope =
                new IcsRows.Scope(mapping, zone, load.at().atZone(zone).toLocalDate());
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv") || lower.endsWith(".tsv") || lower.endsWith(".txt")) {
            new CsvRows(path, mapping, Form.DOCKET, sink).read();
        } else if (lower.endsWith(".json") || lower.endsWith(".jsonl")) {
            new JsonRows(path, mapping, Form.DOCKET, sink).read();
        } else if (lower.endsWith(".ics")) {
            new IcsRows(path, scope, onFile, sink).read();
        } else {
            sink.accept(new ReadRow.Refused(
                    name, 0, "expected a file that ends in .csv, .json, .jsonl or .ics; rename it to what it is"));
        }
    }
}
