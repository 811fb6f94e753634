package org.tickler.calendars.text;

import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says what the parser's complaint means to the person who typed the file. */
final class SyntaxExplainer {

    private SyntaxExplainer() {}

    static void explain(MarkedYamlEngineException cause, String file, String text, Problems problems) {
        Optional<Mark> mark = cause.getProblemMark().or(cause::getContextMark);
        Span at = mark.map(m -> new Span(file, m.getLine() + 1, m.getColumn() + 1))
                .orElse(Span.startOf(file));
        boolean atTab = mark.filter(m -> charAt(text, m.getIndex()) == '\t').isPresent();
        if (atTab) {
            problems.error(at, TextProblem.TAB, "a tab stands where YAML wants spaces; indent with spaces only");
            return;
        }
        String problem = cause.getProblem() == null ? "unexpected text" : cause.getProblem();
        String context = cause.getContext() == null ? "" : cause.getContext() + ", ";
        problems.error(at, TextProblem.SYNTAX, "not readable as YAML: " + context + problem + advice(problem));
    }

    private static int charAt(String text, int codePointIndex) {
        int length = text.codePointCount(0, text.length());
        return codePointIndex < length ? text.codePointAt(text.offsetByCodePoints(0, codePointIndex)) : -1;
    }

    private static String advice(String problem) {
        if (problem.contains("mapping values are not allowed")) {
            return "; a value with \": \" in it needs quotes, as in title: \"Acme: first part\"";
        }
        if (problem.contains("cannot start any token")) {
            return "; a value that starts with this character needs quotes";
        }
        if (problem.contains("expected <block end>")) {
            return "; lines that belong together must be indented alike";
        }
        if (problem.contains("unexpected end of stream")) {
            return "; a quote was opened and never closed";
        }
        if (problem.contains("',' or ']'") || problem.contains("',' or '}'")) {
            return "; a bracket was opened and not closed, or a comma is missing";
        }
        if (problem.contains("found '<stream end>'")) {
            return "; the file ends too early, in the middle of a list or map";
        }
        if (problem.contains("unknown escape character")) {
            return "; between double quotes a backslash starts an escape, between single quotes it does not";
        }
        if (problem.contains("could not find expected ':'")) {
            return "; a key is followed by a colon and a space, as in kind: hearing";
        }
        return "";
    }
}
