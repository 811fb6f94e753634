package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.docket.DateWords;
import org.tickler.engine.store.Json;

/** Evidence for programs. Keys may be added, never renamed; docs/evidence.md tells of them. */
final class EvidenceJson {
    private static final int FORMAT = 1;

    private EvidenceJson() {}

    static JsonNode of(Dossier dossier) {
        Dossier.Head head = dossier.head();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("format", FORMAT);
        keys.put("firm", head.firm());
        keys.put("of", of(head.wish()));
        head.wish().from().ifPresent(day -> keys.put("from", day.toString()));
        head.wish().to().ifPresent(day -> keys.put("to", day.toString()));
        keys.put("zone", head.zone().getId());
        keys.put(
                "made",
                Map.of("at", head.made().toString(), "by", head.wish().by().value()));
        keys.put("chain", chain(dossier.chain()));
        keys.put("warnings", dossier.warnings());
        keys.put("notes", dossier.notes());
        keys.put("entries", dossier.lives().stream().map(EvidenceJson::entry).toList());
        keys.put("messages", dossier.messages().stream().map(SentMessage::keys).toList());
        keys.put("replies", dossier.replies().stream().map(ReplyCopy::keys).toList());
        keys.put("receipts", dossier.receipts().stream().map(ReceiptCopy::keys).toList());
        keys.put("audit-rows", dossier.audit().size());
        dossier.figures().ifPresent(figures -> keys.put("insurer", figures.keys()));
        return Json.tree(keys);
    }

    /** Whose it is: {@code {"matter": "H-2291"}}; empty: the firm's. */
    static Map<String, Object> of(EvidenceWish wish) {
        return switch (wish.of()) {
            case EvidenceWish.Of.TheEntry entry -> Map.of("entry", entry.id().value());
            case EvidenceWish.Of.TheMatter matter ->
                Map.of("matter", matter.id().value());
            case EvidenceWish.Of.ThePerson person ->
                Map.of("person", person.id().value());
            case EvidenceWish.Of.TheFirm firm -> Map.of();
        };
    }

    private static Map<String, Object> chain(Chain.Verdict chain) {
        return switch (chain) {
            case Chain.Verdict.Intact intact ->
                Map.of("holds", true, "links", intact.links(), "anchor", Chain.BEFORE_THE_FIRST, "head", intact.head());
            case Chain.Verdict.Broken broken -> Map.of("holds", false, "row", broken.seq(), "why", broken.why());
        };
    }

    private static Map<String, Object> entry(Dossier.Life life) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("id", life.entry().id().value());
        keys.put("matter", life.matter().id().value());
        keys.put("kind", Words.of(life.entry().kind()));
        keys.put("title", life.entry().title());
        life.entry().when().date().ifPresent(day -> keys.put("date", day.toString()));
        keys.put("when", DateWords.of(life.entry().when()));
        keys.put("zone", life.entry().when().zone().getId());
        keys.put("status", Words.of(life.entry().status()));
        keys.put("revision", life.entry().revision().number());
        life.entry().details().authority().ifPresent(authority -> keys.put("authority", authority));
        keys.put("derivation", life.derivation());
        keys.put("life", life.moments().stream().map(Moment::keys).toList());
        return keys;
    }
}
