package org.tickler.daemon.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.zone.ZoneRulesProvider;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program's version, and the two others that a date can depend on. */
public final class Version implements IVersionProvider {

    /** The program's own version. */
    public static String program() {
        var built = new Properties();
        try (var file = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            built.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the program's own version cannot be read", e);
        }
        return built.getProperty("version", "unknown");
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "tickler %s (Java %s, tzdb %s)"
                    .formatted(
                            program(),
                            Runtime.version(),
                            ZoneRulesProvider.getVersions("America/New_York")
                                    .lastEntry()
                                    .getKey())
        };
    }
}
