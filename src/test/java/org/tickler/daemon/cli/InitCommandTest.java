package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    Path folder;

    private final Terminal terminal = new Terminal(Map.of());

    @Test
    void writesAHomeThatPassesTheCheckWithoutAWord() {
        Path home = folder.resolve("firm");

        assertThat(terminal.run("init", home)).isZero();
        Terminal check = new Terminal(Map.of());
        assertThat(check.run("check", "--home", home)).isZero();
        assertThat(check.out()).startsWith("0 errors, 0 warnings: 4 people, 1 matter, ");
        assertThat(check.err()).isEmpty();
    }

    @Test
    void saysWhatToDoNext() {
        terminal.run("init", folder);
        assertThat(terminal.out()).contains("tickler check --home " + folder, "tickler serve --home " + folder);
    }

    @Test
    void pointsEditorsToASchemaThatItWritesToo() throws IOException {
        terminal.run("init", folder);
        for (Path file : yaml()) {
            String first = Files.readAllLines(file).getFirst();
            assertThat(first).as(file.toString()).startsWith("# yaml-language-server: $schema=");
            Path schema = file.resolveSibling(first.substring(first.indexOf('=') + 1));
            assertThat(schema).exists();
        }
    }

    @Test
    void writesOneKeyALine() throws IOException {
        terminal.run("init", folder);
        for (Path file : yaml()) {
            assertThat(Files.readAllLines(file).stream().filter(line -> !line.matches("\\s*#.*")))
                    .as(file.toString())
                    .noneMatch(line -> line.matches(".*(\\[|\\{[^}]).*"));
        }
    }

    @Test
    void keepsMessagesAndBackupsFromOtherUsersOfTheMachine() throws IOException {
        terminal.run("init", folder);
        for (String name : List.of("outbox", "receipts", "backups")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void overwritesNothing() throws IOException {
        Files.writeString(folder.resolve("people.yaml"), "people: mine\n");

        assertThat(terminal.run("init", folder)).isEqualTo(1);
        assertThat(terminal.err()).contains("people.yaml is there already");
        assertThat(folder.resolve("people.yaml")).hasContent("people: mine");
        assertThat(folder.resolve("tickler.yaml")).doesNotExist();
    }

    @Test
    void endsWithThreeWhereNothingCanBeWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("taken"), "");

        assertThat(terminal.run("init", file)).isEqualTo(3);
        assertThat(terminal.err())
                .startsWith("tickler: the home cannot be written in ")
                .doesNotContain("\tat ");
    }

    private List<Path> yaml() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
    }
}
