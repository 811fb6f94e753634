package org.tickler.engine.dispatch.words;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.text.Nearest;
import org.tickler.rules.remind.Purpose;

/** The words of messages: those built in, and over them the firm's own. Immutable; safe for many threads. */
public final class Templates {
    private final Map<Template, com.samskivert.mustache.Template> compiled = new HashMap<>();

    private Templates(Map<Template, String> texts) {
        texts.forEach((template, text) -> compiled.put(
                template,
                compiler(template.form(), name -> texts.getOrDefault(new Template(name, template.form()), ""))
                        .compile(text)));
    }

    /** Those that Tickler brings. */
    public static Templates builtIn() {
        return new Templates(builtInTexts());
    }

    /**
     * A firm's own over the built-in ones.
     *
     * @param own text by file name; one with a problem is left out, so that the built-in one is used
     */
    public static Templates of(Map<String, String> own) {
        Map<Template, String> texts = builtInTexts();
        own.forEach((name, text) -> {
            if (check(name, text).isEmpty()) {
                Template.named(name).ifPresent(template -> texts.put(template, text));
            }
        });
        return new Templates(texts);
    }

    /**
     * Those of a firm's {@code templates} folder over the built-in ones. A template with a problem is left out, so that the
     * built-in one is used, and so is one that cannot be read; a folder that is not there is empty.
     *
     * @throws UncheckedIOException if the folder cannot be listed
     */
    public static Loaded load(Path folder) {
        Map<String, String> own = new HashMap<>();
        List<TemplateProblem> problems = new ArrayList<>();
        for (Path file : files(folder)) {
            String name = file.getFileName() == null ? "" : file.getFileName().toString();
            Optional<String> text = read(file);
            List<TemplateProblem> found = text.map(known -> check(name, known))
                    .orElseGet(() -> List.of(new TemplateProblem(name, 1, 1, "it cannot be read by this user")));
            problems.addAll(found);
            text.ifPresent(known -> own.put(name, known));
        }
        return new Loaded(of(own), List.copyOf(problems));
    }

    /** Templates, and what was wrong with those that were left out. */
    public record Loaded(Templates templates, List<TemplateProblem> problems) {}

    /** What is wrong with a template; {@code name} is its file's, such as {@code rung.txt}. Empty: nothing is. */
    public static List<TemplateProblem> check(String name, String text) {
        return Template.named(name)
                .map(template -> TemplateCheck.of(template, text))
                .orElseGet(() -> List.of(
                        new TemplateProblem(name, 1, 1, "no template is called \"" + name + "\"" + hint(name))));
    }

    /**
     * The name by which a rung takes the words of a file, {@code hearing-prep} for {@code hearing-prep.txt}; empty where the
     * file takes a built-in one's place, or is no template.
     */
    public static Optional<String> ownName(String file) {
        return Template.own(file).map(Template::stem);
    }

    String render(Template template, Map<String, Object> fields) {
        return Objects.requireNonNull(compiled.get(template)).execute(fields);
    }

    /** The words that a rung names, where they have that form, and else those of the purpose. */
    Template chosen(Optional<String> own, Purpose purpose, Template.Form form) {
        return own.map(name -> new Template(name, form))
                .filter(compiled::containsKey)
                .orElseGet(() -> Template.of(purpose, form));
    }

    /** Escaping for where a value goes; an unknown field fails, an empty one counts as absent. */
    static Mustache.Compiler compiler(Template.Form form, UnaryOperator<String> included) {
        return Mustache.compiler()
                .withEscaper(form == Template.Form.HTML ? Escapers.HTML : Escapers.NONE)
                .strictSections(true)
                .emptyStringIsFalse(true)
                .withLoader(name -> new StringReader(included.apply(name)));
    }

    private static String hint(String name) {
        List<String> all = Template.all().stream().map(Template::file).toList();
        String near = Nearest.hint(name, all);
        return near.isEmpty()
                ? "; there are " + String.join(", ", new TreeSet<>(all))
                        + ", and NAME.txt, NAME.html and NAME.sms for a rung with \"template: NAME\""
                : near;
    }

    private static Map<Template, String> builtInTexts() {
        return Template.all().stream()
                .collect(Collectors.toMap(
                        template -> template,
                        template -> Shipped.text("/templates/" + template.file()),
                        (a, b) -> a,
                        HashMap::new));
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
