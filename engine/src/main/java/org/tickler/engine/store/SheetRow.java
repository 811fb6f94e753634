package org.tickler.engine.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.SheetRule;

/**
 * A sheet as it was made.
 *
 * @param ask by which it is put to its reader
 * @param rule the id of the rule that called for it
 * @param part tells apart what one rule asks of one day's readers one by one; empty where all have the same list
 * @param day the reader's civil day
 * @param outside the mailbox outside the firm that it goes to; empty: to a person
 * @param body what it says
 */
public record SheetRow(
        AskId ask,
        String rule,
        String part,
        SheetRule.Kind kind,
        LocalDate day,
        Optional<SheetRule.MailAddress> outside,
        Instant madeAt,
        JsonNode body,
        List<Paper> papers) {
    public SheetRow {
        papers = List.copyOf(papers);
    }

    /** Which of its day's lists it is: the same for all to whom that list is put. */
    public String list() {
        return list(rule, part);
    }

    /** Which of its day's lists a part of a rule's is. */
    public static String list(String rule, String part) {
        return part.isEmpty() ? rule : rule + " " + part;
    }

    /** The SHA-256 of the body as it is stored, 64 hexadecimal digits. */
    public String hash() {
        return Fingerprint.of(Json.write(body)).hex();
    }

    /** The same list, put to somebody else at another time. */
    public SheetRow to(AskId other, Instant at) {
        return new SheetRow(other, rule, part, kind, day, Optional.empty(), at, body, papers);
    }

    /** The same list in other words. */
    public SheetRow saying(JsonNode other) {
        return new SheetRow(ask, rule, part, kind, day, outside, madeAt, other, papers);
    }

    /**
     * Something attached.
     *
     * @param name of the file, such as {@code docket-2026-11-27.ics}
     * @param type as mail names it, such as {@code text/calendar; charset=UTF-8}
     */
    @SuppressWarnings("ArrayRecordComponent") // made once and handed on; never compared
    public record Paper(String name, String type, byte[] bytes) {}
}
