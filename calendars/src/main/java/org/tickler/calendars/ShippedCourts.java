package org.tickler.calendars;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickler.calendars.text.SourceText;

/** The court calendars that are packaged with the program. */
public final class ShippedCourts {

    /** The names of the files, one a line: a class path in a jar has no folders that could be listed. */
    private static final String INDEX = "courts/index.txt";

    private ShippedCourts() {}

    /** Read once, when first asked for. */
    private static final class Packaged {
        static final List<SourceText> SOURCES = text(INDEX)
                .lines()
                .map(file -> "courts/" + file)
                .map(name -> new SourceText(name, text(name)))
                .toList();
        static final Map<String, ShippedFile> FILES = SOURCES.stream()
                .map(ShippedFile::new)
                .collect(Collectors.toUnmodifiableMap(file -> file.source().file(), Function.identity()));
    }

    /**
     * Their files, named {@code courts/us-federal.yaml} and so on after the calendar that they define, read from the
     * class path; in alphabetical order.
     */
    public static List<SourceText> sources() {
        return Packaged.SOURCES;
    }

    /** The shipped file that has this name and exactly this text, which need not be read before somebody wants it. */
    static Optional<ShippedFile> find(SourceText source) {
        return Optional.ofNullable(Packaged.FILES.get(source.file()))
                .filter(file -> file.source().equals(source));
    }

    private static String text(String name) {
        try (InputStream stream = ShippedCourts.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path; the program is not packaged whole");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
