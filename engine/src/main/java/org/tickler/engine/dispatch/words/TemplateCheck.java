package org.tickler.engine.dispatch.words;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tickler.calendars.text.Nearest;

/** Finds everything wrong with a template before a message has to be made of it. */
final class TemplateCheck {
    private static final Pattern TAG = Pattern.compile("\\{\\{(\\{?)\\s*+([#^/>&=!]?)([^{}]*+)}}");
    private static final int LONGEST = 100_000;

    private final Template template;
    private final String text;
    private final List<TemplateProblem> problems = new ArrayList<>();

    private TemplateCheck(Template template, String text) {
        this.template = template;
        this.text = text;
    }

    static List<TemplateProblem> of(Template template, String text) {
        TemplateCheck check = new TemplateCheck(template, text);
        check.run();
        return List.copyOf(check.problems);
    }

    private void run() {
        if (text.length() > LONGEST) {
            report(0, "a template has at most " + LONGEST + " characters, but this has " + text.length());
            return;
        }
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            judge(tag);
        }
        if (problems.isEmpty()) {
            compile();
        }
    }

    private void judge(Matcher tag) {
        String sign = tag.group(2);
        String name = tag.group(3).strip();
        if (!tag.group(1).isEmpty() || sign.equals("&")) {
            report(tag.start(), "values are always escaped for where they go: write {{" + name + "}}");
        } else if (sign.equals("=")) {
            report(tag.start(), "the signs around a field stay {{ and }}");
        } else if (sign.equals(">")) {
            if (!template.mayInclude(name)) {
                report(
                        tag.start(),
                        "{{>" + name + "}} cannot be included in " + template.file()
                                + "; only {{>details}} can, in the .txt and .html of a purpose");
            }
        } else if (!sign.equals("!") && !template.fields().contains(name)) {
            report(tag.start(), unknown(name));
        }
    }

    private String unknown(String name) {
        String hint = Nearest.hint(name, template.fields());
        return "no field is called \"" + name + "\" here"
                + (hint.isEmpty() ? "; there are " + String.join(", ", new TreeSet<>(template.fields())) : hint);
    }

    private void compile() {
        try {
            Templates.compiler(template.form(), name -> "").compile(text);
        } catch (MustacheException e) {
            String said = String.valueOf(e.getMessage());
            Matcher line = Pattern.compile("line (\\d+)").matcher(said);
            int number = line.find() ? Integer.parseInt(line.group(1)) : 1;
            problems.add(new TemplateProblem(template.file(), number, 1, said));
        }
    }

    private void report(int at, String sentence) {
        int line = 1
                + (int) text.substring(0, at)
                        .chars()
                        .filter(sign -> sign == '\n')
                        .count();
        int column = at - text.lastIndexOf('\n', Math.max(0, at - 1));
        problems.add(new TemplateProblem(template.file(), line, at == 0 ? 1 : column, sentence));
    }
}
