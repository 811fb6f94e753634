package org.tickler.engine.sheet;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tickler.engine.dispatch.words.SafeText;
import org.tickler.engine.dispatch.words.Wording;
import org.tickler.rules.remind.AskId;

/**
 * Puts a sheet into words for one reader.
 *
 * @param body as the reader may see it
 * @param links where asks can be answered
 */
public record SheetWords(SheetBody body, Heading heading, Optional<Sign> sign, Function<AskId, URI> links) {
    private static final int SUBJECT = 300;

    /**
     * What stands around it.
     *
     * @param late by how much it leaves after its time, in words; empty: it is in time
     */
    public record Heading(String firm, String reader, String late, boolean possibleDuplicate) {}

    /** Where, by which code and how soon it is to be signed, and in which words that is asked. */
    public record Sign(URI link, String code, String within, SheetAsk asks) {}

    /** As mail. Its subject has numbers and no names. */
    public Wording mail() {
        return new Wording(subject(), text(), Optional.of(SheetPages.html(fields())));
    }

    /** As plain text. */
    public String text() {
        return SheetPages.text(fields()).strip() + "\n";
    }

    /** As a text message: numbers alone, and no names. */
    public Wording sms() {
        return new Wording("", sign.map(this::sms).orElseGet(() -> summed() + "."), Optional.empty());
    }

    private String sms(Sign wanted) {
        String brief = wanted.asks().brief();
        String code = wanted.code();
        return code + ": " + (brief.isEmpty() ? summed() + ". Log in, or reply " : brief + " Reply ")
                + code + " 1 (" + wanted.asks().yes().brief() + ") or " + code + " 2 ("
                + wanted.asks().no().brief() + ").";
    }

    private String subject() {
        String call = sign.map(wanted -> wanted.asks().call() + ": ").orElse("");
        return SafeText.line(call + summed(), SUBJECT);
    }

    /** A title that asks is a sentence of its own. */
    private String summed() {
        return body.title().endsWith("?")
                ? body.title() + " " + capital(body.summary())
                : body.title() + ": " + body.summary();
    }

    private Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put("firm", SafeText.line(heading.firm(), SUBJECT));
        fields.put("reader", SafeText.line(heading.reader(), SUBJECT));
        fields.put("title", body.title());
        fields.put("summary", capital(body.summary()));
        fields.put("since", body.since());
        fields.put("made", body.made());
        fields.put("late", heading.late());
        fields.put("possible-duplicate", heading.possibleDuplicate());
        fields.put("sections", sections(body, links));
        fields.put("sign", sign.isPresent());
        fields.put("sign-link", sign.map(wanted -> wanted.link().toString()).orElse(""));
        fields.put("sign-code", sign.map(Sign::code).orElse(""));
        fields.put("sign-please", sign.map(wanted -> wanted.asks().please()).orElse(""));
        fields.put("sign-button", sign.map(wanted -> wanted.asks().button()).orElse(""));
        fields.put("sign-within", sign.map(Sign::within).orElse(""));
        return fields;
    }

    /** The sections as templates take them. */
    public static List<Map<String, Object>> sections(SheetBody body, Function<AskId, URI> links) {
        List<Map<String, Object>> sections = new ArrayList<>();
        for (SheetSection section : body.sections()) {
            sections.add(Map.of(
                    "name",
                    section.title(),
                    "capitals",
                    section.title().toUpperCase(Locale.ROOT),
                    "lines",
                    section.lines().stream().map(line -> line(line, links)).toList(),
                    "none",
                    section.count() == 0,
                    "more",
                    section.more() == 0 ? "" : "and " + section.more() + " more",
                    "hidden",
                    hidden(section)));
        }
        return sections;
    }

    private static String hidden(SheetSection section) {
        return section.hidden() == 0
                ? ""
                : section.hidden() + (section.hidden() == 1 ? " line" : " lines")
                        + " on matters that are not open to you";
    }

    private static Map<String, Object> line(SheetLine line, Function<AskId, URI> links) {
        return Map.of(
                "when", line.when(),
                "about", line.about(),
                "what", line.what(),
                "remark", line.note(),
                "link",
                        line.reply()
                                .map(reply -> links.apply(reply.ask()).toString())
                                .orElse(""),
                "code", line.reply().map(SheetLine.Reply::code).orElse(""));
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
