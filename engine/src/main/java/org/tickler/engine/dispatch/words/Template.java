package org.tickler.engine.dispatch.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tickler.rules.remind.Purpose;

/**
 * The name of a template, which is its file's name: {@code letter.html}.
 *
 * @param stem {@code letter} around everything, {@code details} for what the purposes share, or a purpose's word
 */
record Template(String stem, Form form) {
    private static final String LETTER = "letter";
    private static final String DETAILS = "details";

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
        return new Template(purpose.name().toLowerCase(Locale.ROOT), form);
    }

    /** Every template there is. */
    static List<Template> all() {
        List<Template> all = new ArrayList<>();
        Stream.of(Form.values()).map(Template::letter).forEach(all::add);
        for (Form form : List.of(Form.TXT, Form.HTML, Form.SMS)) {
            Stream.of(Purpose.values()).map(purpose -> of(purpose, form)).forEach(all::add);
        }
        all.add(new Template(DETAILS, Form.TXT));
        all.add(new Template(DETAILS, Form.HTML));
        return List.copyOf(all);
    }

    static Optional<Template> named(String file) {
        return all().stream().filter(template -> template.file().equals(file)).findFirst();
    }

    String file() {
        return stem + "." + form.ending();
    }

    Set<String> fields() {
        return stem.equals(LETTER) ? TemplateFields.MESSAGE : TemplateFields.LINE;
    }

    /** Whether {@code {{>name}}} may stand in it. */
    boolean mayInclude(String name) {
        boolean purpose = !stem.equals(LETTER) && !stem.equals(DETAILS);
        return name.equals(DETAILS) && purpose && form != Form.SMS;
    }
}
