package org.tickler.engine.dispatch.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tickler.calendars.text.Words;
import org.tickler.rules.remind.Purpose;

/**
 * The name of a template, which is its file's name: {@code letter.html}.
 *
 * @param stem {@code letter} around everything, {@code details} for what the purposes share, a purpose's word, or the name
 *     that rungs of the firm give to words of their own
 */
record Template(String stem, Form form) {
    private static final String LETTER = "letter";
    private static final String DETAILS = "details";
    private static final Pattern OWN = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    /** A reminder is said in each of these, a message's subject only once. */
    private static final List<Form> OF_A_REMINDER = List.of(Form.TXT, Form.HTML, Form.SMS);

    /** What a template makes, and so how its values are escaped. */
    enum Form {
        SUBJECT,
        TXT,
        HTML,
        SMS;

        String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Template letter(Form form) {
        return new Template(LETTER, form);
    }

    static Template of(Purpose purpose, Form form) {
        return new Template(Words.of(purpose), form);
    }

    /** Every template that is built in. Sheets are pages of their own. */
    static List<Template> all() {
        List<Template> all = new ArrayList<>();
        Stream.of(Form.values()).map(Template::letter).forEach(all::add);
        for (Form form : OF_A_REMINDER) {
            Stream.of(Purpose.values())
                    .filter(purpose -> purpose != Purpose.SHEET)
                    .map(purpose -> of(purpose, form))
                    .forEach(all::add);
        }
        all.add(new Template(DETAILS, Form.TXT));
        all.add(new Template(DETAILS, Form.HTML));
        return List.copyOf(all);
    }

    /** The built-in one whose place that file takes, or words of a rung's own. */
    static Optional<Template> named(String file) {
        return all().stream()
                .filter(template -> template.file().equals(file))
                .findFirst()
                .or(() -> own(file));
    }

    /** Words of a rung's own; empty for the place of a built-in template, and for what no template can be called. */
    static Optional<Template> own(String file) {
        return OF_A_REMINDER.stream()
                .filter(form -> file.endsWith("." + form.ending()))
                .map(form -> new Template(file.substring(0, file.lastIndexOf('.')), form))
                .filter(template -> OWN.matcher(template.stem()).matches())
                .filter(template ->
                        all().stream().noneMatch(known -> known.stem().equals(template.stem())))
                .findFirst();
    }

    String file() {
        return stem + "." + form.ending();
    }

    Set<String> fields() {
        if (form == Form.SUBJECT) {
            Set<String> fields = new TreeSet<>(TemplateFields.MESSAGE);
            fields.remove("lines");
            return fields;
        }
        return stem.equals(LETTER) ? TemplateFields.MESSAGE : TemplateFields.LINE;
    }

    /** Whether {@code {{>name}}} may stand in it. */
    boolean mayInclude(String name) {
        boolean purpose = !stem.equals(LETTER) && !stem.equals(DETAILS);
        return name.equals(DETAILS) && purpose && form != Form.SMS;
    }
}
