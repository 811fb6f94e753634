package org.tickler.house;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java files of all floors, as they lie in the checkout. */
final class Sources {

    /** Surefire names the folder of the module src; the house stands around it. */
    private static final Path HOUSE =
            Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();

    private Sources() {}

    static List<Path> main() throws IOException {
        return javaFiles("calendars/src/main", "rules/src/main", "engine/src/main", "src/main");
    }

    static List<Path> tests() throws IOException {
        return javaFiles("calendars/src/test", "rules/src/test", "engine/src/test", "src/test");
    }

    static String document(String name) throws IOException {
        return Files.readString(HOUSE.resolve("docs").resolve(name));
    }

    private static List<Path> javaFiles(String... folders) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : folders) {
            var root = HOUSE.resolve(folder);
            if (Files.isDirectory(root)) {
                try (var files = Files.walk(root)) {
                    files.filter(file -> file.toString().endsWith(".java")).forEach(found::add);
                }
            }
        }
        return found;
    }
}
