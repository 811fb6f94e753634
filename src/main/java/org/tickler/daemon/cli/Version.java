package org.tickler.daemon.cli;

import java.io.IOException;
import java.time.zone.ZoneRulesProvider;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} says: the program's version, and the two others that a date can depend on. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        var built = new Properties();
        try (var file = Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
            built.load(file);
        }
        return new String[] {
            "tickler %s (Java %s, tzdb %s)"
                    .formatted(
                            built.getProperty("version"),
                            Runtime.version(),
                            ZoneRulesProvider.getVersions("America/New_York")
                                    .lastEntry()
                                    .getKey())
        };
    }
}
