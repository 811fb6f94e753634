package org.tickler.engine.docket;

import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.ReceiptStore;

/**
 * What is known of an entry beside the docket when somebody acts on it.
 *
 * @param questions the open ones about it
 * @param dateBy who gave the date that it is on: a person's id, or else a source's name; empty where nobody did
 * @param receipts those of it, the first one first
 */
record About(List<Question> questions, Optional<String> dateBy, List<ReceiptStore.Row> receipts) {
    /** Nothing: there is no such entry yet. */
    static final About NEW = new About(List.of(), Optional.empty(), List.of());

    About {
        questions = List.copyOf(questions);
        receipts = List.copyOf(receipts);
    }
}
