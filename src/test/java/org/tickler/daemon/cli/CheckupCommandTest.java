package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckupCommandTest {
    @TempDir
    private Path folder;

    private final Terminal terminal = new Terminal(Map.of());

    private static String text(String name) throws IOException {
        try (InputStream stream = CheckupCommandTest.class.getResourceAsStream("/checkup/" + name)) {
            return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Path sheet(String text) throws IOException {
        return Files.writeString(folder.resolve("sheet.csv"), text);
    }

    @Test
    void tellsEveryFaultOfASheetWithItsLineAndReason() throws IOException {
        assertThat(terminal.run("checkup", sheet(text("sheet.csv")))).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo(text("sheet.txt"));
    }

    @Test
    void findsNothingWrongWithADateThatTheRuleGives() throws IOException {
        Path right = sheet("""
                matter,title,date,event,court,owner
                H-1,Service of the complaint,2026-03-06,complaint-served,us-nysd,jlin
                H-1,Answer or Rule 12 motion,2026-03-27,,us-nysd,jlin
                H-1,Claim runs out,2026-09-01,,us-nysd,jlin
                """);

        terminal.run("checkup", right, "--json");
        assertThat(terminal.out()).doesNotContain("\"type\":\"late\"", "\"type\":\"missing\"", "\"type\":\"early\"");
    }

    @Test
    void saysThatAFileIsNotThere() {
        assertThat(terminal.run("checkup", folder.resolve("none.csv"))).isEqualTo(3);
        assertThat(terminal.err()).contains("none.csv");
    }
}
