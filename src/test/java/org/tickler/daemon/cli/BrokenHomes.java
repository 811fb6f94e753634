package org.tickler.daemon.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The homes of {@code broken/}: each folder holds what differs from {@code broken/base}, what {@code check} says of it
 * ({@code expected.txt}), what is taken away ({@code absent.txt}) and variables ({@code environment.txt}). A file
 * {@code NAME.repeat} stands for one that would be too large to keep: its first line says how often the rest is repeated.
 */
final class BrokenHomes {
    static final Path FOLDER = folder();
    private static final List<String> NOTES = List.of("expected.txt", "absent.txt", "environment.txt");

    private BrokenHomes() {}

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(BrokenHomes.class.getResource("/broken"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Path> all() throws IOException {
        try (Stream<Path> cases = Files.list(FOLDER)) {
            return cases.filter(path -> path.getFileName().toString().matches("\\d+-.*"))
                    .sorted()
                    .toList();
        }
    }

    /** What {@code check} says of it: exit code, then lines; {@code target}, where the home is built, reads HOME. */
    static String check(Path broken, Path target) throws IOException {
        build(broken, target);
        Terminal terminal = new Terminal(environment(broken));
        int exit = terminal.run("check", "--home", target);
        return "exit " + exit + "\n" + (terminal.out() + terminal.err()).replace(target.toString(), "HOME");
    }

    private static void build(Path broken, Path target) throws IOException {
        lay(FOLDER.resolve("base"), target);
        for (String name : lines(broken.resolve("absent.txt"))) {
            Files.delete(target.resolve(name));
        }
        lay(broken, target);
    }

    private static Map<String, String> environment(Path broken) throws IOException {
        Map<String, String> environment = new LinkedHashMap<>();
        for (String line : lines(broken.resolve("environment.txt"))) {
            environment.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
        }
        return environment;
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private static void lay(Path from, Path target) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .sorted(Comparator.naturalOrder())
                    .toList()) {
                if (!NOTES.contains(file.getFileName().toString())) {
                    lay(file, from.relativize(file), target);
                }
            }
        }
    }

    private static void lay(Path file, Path name, Path target) throws IOException {
        Path to = target.resolve(name);
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        if (name.toString().endsWith(".repeat")) {
            String text = Files.readString(file);
            int end = text.indexOf('\n');
            String plain = name.toString().substring(0, name.toString().length() - ".repeat".length());
            Files.writeString(
                    target.resolve(plain), text.substring(end + 1).repeat(Integer.parseInt(text.substring(0, end))));
            return;
        }
        Files.write(to, Files.readAllBytes(file));
        boolean closed = name.startsWith("secrets") && !name.endsWith("open");
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(closed ? "rw-------" : "rw-r--r--"));
    }

    static String expected(Path broken) throws IOException {
        return Files.readString(broken.resolve("expected.txt"), StandardCharsets.UTF_8);
    }
}
