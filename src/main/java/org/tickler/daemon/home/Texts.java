package org.tickler.daemon.home;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.text.Problems;
import org.tickler.calendars.text.SourceText;
import org.tickler.calendars.text.Span;

/** Reads text files of a home; they are named in problems by their place in it. */
final class Texts {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private final Path folder;
    private final Problems problems;

    Texts(Path folder, Problems problems) {
        this.folder = folder;
        this.problems = problems;
    }

    boolean isThere(Path file) {
        return Files.exists(file);
    }

    /** The text of {@code file}; empty, and nothing recorded, where it is not there. */
    Optional<SourceText> find(Path file) {
        return Files.exists(file) ? read(file) : Optional.empty();
    }

    /** The files of {@code folder} that end in one of {@code endings}, by name; none where there is no such folder. */
    List<SourceText> all(Path where, String... endings) {
        return files(where, endings).stream()
                .flatMap(file -> read(file).stream())
                .toList();
    }

    /** The same files, not read. */
    List<Path> files(Path where, String... endings) {
        if (!Files.isDirectory(where)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(where)) {
            return files.filter(file -> visible(file, endings)).sorted().toList();
        } catch (IOException e) {
            unreadable(where, "the folder cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    private static boolean visible(Path file, String... endings) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && Stream.of(endings).anyMatch(name::endsWith) && Files.isRegularFile(file);
    }

    private Optional<SourceText> read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                unreadable(file, "it is larger than 64 MB, which no file of a home should be");
                return Optional.empty();
            }
            byte[] bytes = Files.readAllBytes(file);
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(new SourceText(name(file), text.startsWith("\uFEFF") ? text.substring(1) : text));
        } catch (CharacterCodingException e) {
            unreadable(file, "it is not UTF-8; save it in that encoding");
        } catch (IOException e) {
            unreadable(file, "it cannot be read by this user");
        }
        return Optional.empty();
    }

    private void unreadable(Path file, String why) {
        problems.error(new Span(name(file), 1, 1), HomeProblem.UNREADABLE_FILE, why);
    }

    private String name(Path file) {
        return file.startsWith(folder) ? folder.relativize(file).toString() : file.toString();
    }
}
