package org.tickler.engine.dispatch.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tickler.engine.Samples;
import org.tickler.rules.remind.Purpose;

class TemplatesTest {
    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithTheBuiltInOnes() throws IOException {
        for (Template template : Template.all()) {
            byte[] bytes = Templates.class
                    .getResourceAsStream("/templates/" + template.file())
                    .readAllBytes();
            assertThat(Templates.check(template.file(), new String(bytes, StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            rung.txt    | fine\\n  {{titel}}            | 2 | 3 | no field is called "titel" here; did you mean "title"?
            rung.html   | {{{title}}}                   | 1 | 1 | values are always escaped for where they go: write {{title}}
            rung.txt    | {{&title}}                    | 1 | 1 | values are always escaped for where they go: write {{title}}
            letter.txt  | {{>details}}                  | 1 | 1 | {{>details}} cannot be included in letter.txt; only {{>details}} can, in the .txt and .html of a purpose
            rung.txt    | {{=<% %>=}}                   | 1 | 1 | the signs around a field stay {{ and }}
            letter.subject | {{lines}}                  | 1 | 1 | no field is called "lines" here; there are answer, count, example, firm, headline, possible-duplicate, reader, several
            hearing-prep.html | {{{title}}}             | 1 | 1 | values are always escaped for where they go: write {{title}}
            hearing-prep.sms | {{>details}}             | 1 | 1 | {{>details}} cannot be included in hearing-prep.sms; only {{>details}} can, in the .txt and .html of a purpose
            hearing-prep.txt | {{reader}}               | 1 | 1 | no field is called "reader" here; there are answer, authority, call, change, claimed, code, day, day-short, entered-late, kind, late, link, matter, matter-id, not-verified, place, time, title, was, was-place, was-short, why, within, your-time
            letter.html | {{why}}                       | 1 | 1 | no field is called "why" here; there are answer, count, example, firm, headline, lines, possible-duplicate, reader, several
            rung.text   | x                             | 1 | 1 | no template is called "rung.text"; did you mean "rung.txt"?
            """)
    void saysWhatIsWrongAndWhere(String file, String text, int line, int column, String sentence) {
        assertThat(Templates.check(file, text.replace("\\n", "\n")))
                .containsExactly(new TemplateProblem(file, line, column, sentence));
    }

    @Test
    void findsASectionThatIsNotClosed() {
        List<TemplateProblem> problems = Templates.check("rung.txt", "one\n{{#late}}two\n");
        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().sentence()).contains("late");
    }

    @Test
    void isNotHeldUpByBracesThatNeverClose() {
        List<TemplateProblem> problems = assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> Templates.check("rung.txt", "{{" + " ".repeat(90_000) + "x{"));
        assertThat(problems).isEmpty();
    }

    @Test
    void usesTheBuiltInOneInPlaceOfOneThatCannotBeRead() throws IOException {
        // nobody, root included, can read this file from its start
        Files.createSymbolicLink(folder.resolve("rung.txt"), Path.of("/proc/self/mem"));

        Templates.Loaded loaded = Templates.load(folder);

        assertThat(loaded.problems())
                .containsExactly(new TemplateProblem("rung.txt", 1, 1, "it cannot be read by this user"));
        assertThat(text(loaded.templates())).contains("Opposition brief");
    }

    @Test
    void prefersTheFirmsOwnWords() throws IOException {
        Files.writeString(folder.resolve("rung.txt"), "OUR WORDS for {{title}}\n");
        Templates.Loaded loaded = Templates.load(folder);
        assertThat(loaded.problems()).isEmpty();
        assertThat(text(loaded.templates())).contains("OUR WORDS for Opposition brief");
    }

    @Test
    void keepsTheBuiltInWordsWhereTheFirmsAreBroken() throws IOException {
        Files.writeString(folder.resolve("rung.txt"), "OUR WORDS for {{titel}}\n");
        Templates.Loaded loaded = Templates.load(folder);
        assertThat(loaded.problems()).hasSize(1);
        assertThat(text(loaded.templates())).contains("Filing: Opposition brief");
    }

    @Test
    void needsNoFolder() {
        assertThat(Templates.load(folder.resolve("none")).problems()).isEmpty();
    }

    @Test
    void takesTheWordsOfARungInTheFormsTheyHave() throws IOException {
        Files.writeString(folder.resolve("hearing-prep.txt"), "PREPARE {{title}}\n{{>details}}");
        Files.writeString(folder.resolve("hearing-prep.sms"), "PREPARE {{kind}}. ");
        Templates templates = Templates.load(folder).templates();
        MessageFacts facts = facts(Optional.of("hearing-prep"));
        Wording mail = new Composer(templates).mail(facts);
        assertThat(mail.text()).contains("PREPARE Opposition brief\n  Friday, March 20, 2026");
        assertThat(mail.html().orElseThrow())
                .contains("Filing: <bdi>Opposition brief</bdi>")
                .doesNotContain("PREPARE");
        assertThat(new Composer(templates).sms(facts).text()).startsWith("PREPARE Filing. Log in");
    }

    @Test
    void sendsTheWordsThatAllRungsHaveWhereItsOwnAreGoneOrBroken() {
        MessageFacts facts = facts(Optional.of("hearing-prep"));
        Templates broken = Templates.of(Map.of("hearing-prep.txt", "{{titel}}"));
        assertThat(new Composer(broken).mail(facts).text()).contains("Filing: Opposition brief");
        assertThat(new Composer(Templates.builtIn()).mail(facts)).isEqualTo(new Composer(broken).mail(facts));
    }

    @Test
    void takesUpOtherWordsFromOneMessageToTheNext() {
        AtomicReference<Templates> words = new AtomicReference<>(Templates.builtIn());
        Composer composer = new Composer(words::get);
        MessageFacts facts = facts(Optional.empty());
        assertThat(composer.mail(facts).text()).contains("Filing: Opposition brief");
        words.set(Templates.of(Map.of("rung.txt", "OUR WORDS\n")));
        assertThat(composer.mail(facts).text()).contains("OUR WORDS");
    }

    private static String text(Templates templates) {
        return new Composer(templates).mail(facts(Optional.empty())).text();
    }

    private static MessageFacts facts(Optional<String> template) {
        MessageFacts.Line line = new MessageFacts.Line(
                Purpose.RUNG,
                template,
                Optional.of(new MessageFacts.Subject(Samples.filing(), Samples.matter())),
                "7 days before",
                Optional.empty(),
                false,
                Optional.empty());
        return new MessageFacts(Samples.jlin(), "Harper & Lin LLP", false, List.of(line));
    }
}
