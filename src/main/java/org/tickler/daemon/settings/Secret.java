package org.tickler.daemon.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A secret by where it is kept. It is read each time it is needed, never stored, and never printed. */
public sealed interface Secret extends Supplier<String> {
    /** The first line of a file. */
    record InFile(Path file) implements Secret {
        /** Throws UncheckedIOException, naming the file, where it cannot be read. */
        @Override
        public String get() {
            try {
                return Files.readString(file, StandardCharsets.UTF_8)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
            } catch (IOException e) {
                throw new UncheckedIOException("the secret's file " + file + " cannot be read", e);
            }
        }
    }

    /** The value of an environment variable, taken when the settings were read. */
    record InEnvironment(String variable, String value) implements Secret {
        @Override
        public String get() {
            return value;
        }

        @Override
        public String toString() {
            return "InEnvironment[variable=" + variable + "]";
        }
    }

    /** Where it is kept, for people. */
    default String place() {
        return switch (this) {
            case InFile inFile -> "file " + inFile.file();
            case InEnvironment environment -> "variable " + environment.variable();
        };
    }
}
