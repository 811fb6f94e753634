package org.tickler.daemon.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.daemon.cli.TrialHome.Ran;
import org.tickler.engine.store.TestDatabase;

/** The four answers by command. That the reminders have left is written into the database by hand. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswerCommandTest {
    @RegisterExtension
    static final TestDatabase TESTS = new TestDatabase();

    private TrialHome home;

    @BeforeAll
    void writeTheHome(@TempDir Path folder) throws IOException {
        home = TrialHome.in(folder, TESTS.address());
        home.edit(
                "people.yaml",
                people -> people.replace("    # answers-for:\n    #   - mharper", "    answers-for: jlin"));
    }

    @Test
    void haveItByEntryIsRecordedOnce() {
        String entry = sent("First hearing", "2031-03-12T09:30");
        Ran answered = home.run("answer", entry, "have-it", "--as=jlin");
        assertThat(answered.err()).isEmpty();
        assertThat(answered.out())
                .contains("have-it, of jlin for First hearing: nobody else is told of this reminder")
                .endsWith("recorded\n");
        assertThat(home.run("answer", entry, "have-it", "--as=jlin").out()).contains("recorded before");
        assertThat(answers(entry)).containsExactly("have-it by jlin command");
    }

    @Test
    void aSecretaryAnswersForHimAsHerself() {
        String entry = sent("Second hearing", "2031-04-12T09:30");
        Ran answered = home.run("answer", entry, "not-ready", "--as=rdiaz", "--for=jlin", "--json");
        assertThat(answered.out()).contains("\"asked\":\"jlin\"", "\"by\":\"rdiaz\"", "\"result\":\"recorded\"");
        assertThat(answers(entry)).containsExactly("not-ready by rdiaz command");
    }

    @Test
    void doneKeepsItsReceiptInTheHome() throws IOException {
        String entry = sent("Third hearing", "2031-05-12T09:30");
        Path receipt = home.write("nef.pdf", "notice of filing");
        assertThat(home.run("answer", entry, "done", "--as=jlin", "--receipt=" + receipt)
                        .code())
                .isZero();
        try (Stream<Path> kept = Files.list(home.folder().resolve("receipts"))) {
            assertThat(kept.toList())
                    .singleElement()
                    .satisfies(file -> assertThat(file).hasContent("notice of filing"));
        }
        assertThat(home.run("agenda", "--from=2031-05-12", "--to=2031-05-12").out())
                .contains("Third hearing [" + entry + "], done");
    }

    @Test
    void passOnTakesANameAndRefusesWhomItCannotBe() {
        String entry = sent("Fourth hearing", "2031-06-12T09:30");
        Ran nobody = home.run("answer", entry, "pass-on", "--as=jlin", "--to=Zelda");
        assertThat(nobody.err()).contains("--to: nobody here is called \"Zelda\"");
        Ran himself = home.run("answer", entry, "pass-on", "--as=jlin", "--to=jlin");
        assertThat(himself.err()).contains("not recorded: Jonah Lin has it already; possible: Rosa Diaz, Mara Harper");
        assertThat(himself.code()).isEqualTo(1);
        assertThat(home.run("answer", entry, "pass-on", "--as=jlin", "--to=mara", "--dry-run")
                        .out())
                .contains("mharper is asked, and must answer")
                .endsWith("nothing was changed\n");
        assertThat(answers(entry)).isEmpty();
        assertThat(home.run("answer", entry, "pass-on", "--as=jlin", "--to=mara")
                        .code())
                .isZero();
        assertThat(answers(entry)).containsExactly("pass-on by jlin command");
    }

    @Test
    void wrongUseIsSaidInOneSentence() {
        assertThat(home.run("answer", "7KQ", "maybe", "--as=jlin").code()).isEqualTo(2);
        assertThat(home.run("answer", "7KQ", "pass-on", "--as=jlin").err()).contains("pass-on with --to PERSON");
        assertThat(home.run("answer", "7KQ", "have-it", "--as=jlin", "--text=x").code())
                .isEqualTo(2);
        Ran nothing = home.run("answer", "7KQ", "have-it", "--as=jlin");
        assertThat(nothing.err()).contains("nothing that jlin could answer is called \"7KQ\"");
        assertThat(nothing.code()).isEqualTo(1);
    }

    private String sent(String title, String date) {
        String entry = home.addHearing(title, date).entry();
        TESTS.database()
                .inTransaction(handle -> handle.createUpdate(
                                "UPDATE ask SET first_sent_at = planned_at WHERE entry = :entry AND asked = 'jlin'")
                        .bind("entry", entry)
                        .execute());
        return entry;
    }

    private static List<String> answers(String entry) {
        return TESTS.database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT answer || ' by ' || said_by || ' ' || how FROM answer WHERE entry = :entry ORDER BY id")
                        .bind("entry", entry)
                        .mapTo(String.class)
                        .list());
    }
}
