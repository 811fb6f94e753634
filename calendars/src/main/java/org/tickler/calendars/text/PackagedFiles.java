package org.tickler.calendars.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Folders of text files that are packaged with the program. */
public final class PackagedFiles {
    private PackagedFiles() {}

    /**
     * The files of {@code folder}, named {@code folder/us-frcp.yaml} and so on, in the order of the folder's {@code index.txt},
     * which names them one a line: a class path in a jar has no folders that could be listed.
     *
     * @throws IllegalStateException if one is not on the class path
     */
    public static List<SourceText> in(String folder) {
        return text(folder + "/index.txt")
                .lines()
                .map(file -> folder + "/" + file)
                .map(name -> new SourceText(name, text(name)))
                .toList();
    }

    private static String text(String name) {
        try (InputStream stream = PackagedFiles.class.getResourceAsStream("/" + name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is not on the class path; the program is not packaged whole");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
