package org.tickler.rules.count;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;

/** The laws of counting that are packaged with the program. */
public final class ShippedLaws {
    private static final List<String> FILES = List.of(
            "us-federal.yaml",
            "us-california.yaml",
            "us-states.yaml",
            "england.yaml",
            "canada.yaml",
            "australia.yaml",
            "europe.yaml");

    private ShippedLaws() {}

    /** All of them, read from the class path. */
    public static Laws laws() {
        Problems problems = new Problems();
        Laws laws = LawReader.read(sources(), problems);
        if (problems.hasErrors()) {
            throw new IllegalStateException("the program is packaged with broken laws:\n" + problems);
        }
        return laws;
    }

    private static List<SourceText> sources() {
        return FILES.stream().map(ShippedLaws::source).toList();
    }

    private static SourceText source(String file) {
        String name = "laws/" + file;
        try (InputStream stream = ShippedLaws.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path; the program is not packaged whole");
            }
            return new SourceText(name, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
