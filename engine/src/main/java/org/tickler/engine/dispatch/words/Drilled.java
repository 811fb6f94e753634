package org.tickler.engine.dispatch.words;

/** Says of a message that it is a fire drill's, in words that no template can leave out. */
final class Drilled {
    private static final String MARK = "DRILL: ";
    private static final String SENTENCE = "THIS IS A DRILL. Nothing is due; answer as you would.";

    private Drilled() {}

    static Wording mail(Wording real) {
        return new Wording(
                MARK + real.subject(),
                SENTENCE + "\n\n" + real.text(),
                real.html().map(Drilled::html));
    }

    static Wording sms(Wording real) {
        return new Wording(real.subject(), MARK + real.text(), real.html());
    }

    private static String html(String real) {
        String mark = "<p style=\"font-weight:bold\">" + SENTENCE + "</p>";
        String marked = real.replaceFirst("(<body[^>]*>)", "$1" + mark);
        return marked.equals(real) ? mark + real : marked;
    }
}
