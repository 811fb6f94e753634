package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.store.TestDatabase;

/** Sheets by hand, in a home as init writes it. */
class SheetCommandTest {
    private static final String SECOND_DOCKET = """
              - id: second-docket
                sheet: second-docket
                to-addresses: {name: Vault, email: vault@elsewhere.example}
                every: day
                time: "02:00"
            """;

    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    @TempDir
    static Path folder;

    private TrialHome home;

    @BeforeEach
    void open() throws Exception {
        home = TrialHome.in(Files.createTempDirectory(folder, "home"), TESTS.address());
        home.edit("rules/reminders.yaml", rules -> rules.replace("\nsheets:\n", "\nsheets:\n" + SECOND_DOCKET));
    }

    @Test
    void showsWhatWouldBeSentAndSendsNothing() {
        Ran morning = home.run("sheet", "morning", "--as=jlin");
        assertThat(morning.code()).as(morning.toString()).isZero();
        assertThat(morning.out())
                .contains("To: Jonah Lin", "Subject: Morning sheet, ")
                .doesNotContain("Mara Harper");
        Ran control = home.run("sheet", "exit-control", "--json");
        assertThat(control.out()).contains("\"type\":\"sheet\"", "\"sheet\":\"exit-control\"", "Rosa Diaz");
        assertThat(PostOffice.count(TESTS.database(), "sheet")).isZero();
    }

    @Test
    void writesTheSecondDocketAsFiles() throws Exception {
        Path out = folder.resolve("out");
        Ran ran = home.run("sheet", "second-docket", "--out", out);
        assertThat(ran.code()).as(ran.toString()).isZero();
        assertThat(ran.out()).contains("To: Vault <vault@elsewhere.example>", "Attached: docket-");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(4)
                    .anyMatch(name -> name.endsWith(".ics"));
        }
    }

    @Test
    void saysWhichSheetsThereAre() {
        Ran ran = home.run("sheet", "mornign");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("the rules have no sheet \"mornign\"", "did you mean \"morning\"?");
    }
}
