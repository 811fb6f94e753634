package org.tickler.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickler.calendars.text.SourceText;

/** The court calendars that are packaged with the program. */
public final class ShippedCourts {

    private static final List<String> FILES = List.of("us-federal.yaml", "us-nysd.yaml");

    private ShippedCourts() {}

    /** Their files, named {@code courts/us-federal.yaml} and so on, read from the class path. */
    public static List<SourceText> sources() {
        return FILES.stream().map(ShippedCourts::source).toList();
    }

    private static SourceText source(String file) {
        String name = "courts/" + file;
        try (InputStream stream = ShippedCourts.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path; the program is not packaged whole");
            }
            return new SourceText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
