package org.tickler.engine.history;

import java.util.ArrayList;
import java.util.List;

/** What evidence says of itself: what is not in it, and why. */
final class EvidenceNotes {
    private static final List<String> ALWAYS = List.of(
            "Of mail the text is kept, and not its HTML form, its headers or what was attached. A message that was sent"
                    + " again is kept as it left the last time; it differs at most in saying that it may be a second one.",
            "Links that open answer pages, and all other tokens, are left out of all that is written here, and of the copies of"
                    + " receipts and attachments that are text, quoted-printable mail among them. Into those that are no text,"
                    + " such as a PDF, and into parts of a mail in base64 nobody looked; the name of a copy with such parts says"
                    + " NOT-ALL-READ.",
            "Of a reply by mail the parts that are kept stand here: its text, or the words of its HTML form, some of its"
                    + " headers, and what was attached. A text message that was not understood names no entry; it is in the"
                    + " evidence of the person who wrote it.",
            "Tickler removes nothing because of its age. What feeds showed, and when that was fetched, is kept from the version"
                    + " on that wrote this page; the time of a last fetch may be up to an hour early.");

    private EvidenceNotes() {}

    /**
     * @param hidden how many entries or messages whoever makes it may not see
     * @param walled how many matters of the firm whoever makes it may not see
     * @param incomplete how many rows of the audit stand there without all they say
     */
    static List<String> of(EvidenceWish wish, int hidden, int walled, long incomplete) {
        List<String> notes = new ArrayList<>();
        switch (wish.of()) {
            case EvidenceWish.Of.TheEntry entry ->
                notes.add(
                        "Sheets and lists of the whole firm name matters and not entries; they are in the evidence of the"
                                + " matter.");
            case EvidenceWish.Of.TheMatter matter -> {}
            case EvidenceWish.Of.ThePerson person ->
                notes.add("Of each entry only what this person did, or was told or asked, is here.");
            case EvidenceWish.Of.TheFirm firm ->
                notes.add(
                        "Of the firm as a whole it is counted and nothing told of what any matter is about: no titles, no"
                                + " messages, no receipts, and of the audit who did what sort of thing when. The evidence of a"
                                + " matter tells the rest.");
        }
        if (hidden > 0) {
            notes.add(hidden + (hidden == 1 ? " thing is" : " things are")
                    + " left out that whoever made this may not see, or that are of no matter.");
        }
        if (walled > 0) {
            notes.add(
                    walled + (walled == 1 ? " matter is" : " matters are")
                            + " left out because of walls: whoever made this may not see them, and nothing of them is counted here.");
        }
        if (incomplete > 0) {
            notes.add("Of " + incomplete + (incomplete == 1 ? " row" : " rows")
                    + " of the audit a part is left out, so that the hash cannot be reckoned from audit.jsonl.");
        }
        notes.addAll(ALWAYS);
        return notes;
    }
}
