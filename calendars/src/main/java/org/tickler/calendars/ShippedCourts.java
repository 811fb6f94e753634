package org.tickler.calendars;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tickler.calendars.text.PackagedFiles;
import org.tickler.calendars.text.SourceText;

/** The court calendars that are packaged with the program. */
public final class ShippedCourts {

    private ShippedCourts() {}

    /** Read once, when first asked for. */
    private static final class Packaged {
        static final List<SourceText> SOURCES = PackagedFiles.in("courts");
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
}
