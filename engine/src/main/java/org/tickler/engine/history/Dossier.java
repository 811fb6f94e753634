package org.tickler.engine.history;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.audit.Chain;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;

/**
 * All that evidence is made of.
 *
 * @param warnings what somebody must know before believing the rest, a sentence each
 * @param notes what is not here, and why, a sentence each
 */
record Dossier(
        Head head,
        Chain.Verdict chain,
        List<Life> lives,
        List<SentMessage> messages,
        List<ReplyCopy> replies,
        List<ReceiptCopy> receipts,
        List<AuditLine> audit,
        Optional<Figures> figures,
        List<String> warnings,
        List<String> notes) {
    Dossier {
        lives = List.copyOf(lives);
        messages = List.copyOf(messages);
        replies = List.copyOf(replies);
        receipts = List.copyOf(receipts);
        audit = List.copyOf(audit);
        warnings = List.copyOf(warnings);
        notes = List.copyOf(notes);
    }

    /**
     * What stands above everything.
     *
     * @param of what it is of, in words
     * @param names how people are called
     */
    record Head(String firm, ZoneId zone, EvidenceWish wish, String of, Instant made, Naming names) {}

    /**
     * The life of an entry.
     *
     * @param derivation the steps from its trigger to its date; none where a person or a source gave it
     */
    record Life(Entry entry, Matter matter, List<String> derivation, List<Moment> moments) {
        Life {
            derivation = List.copyOf(derivation);
            moments = List.copyOf(moments);
        }
    }
}
