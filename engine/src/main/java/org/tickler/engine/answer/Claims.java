package org.tickler.engine.answer;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.docket.ActRefused;
import org.tickler.engine.docket.Acts;
import org.tickler.engine.docket.Receipts;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.KeptReceipt;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.PersonId;

/// Claims entries that somebody answered to be done, as the act *done* does: what a firm's checks want decides what
/// that
/// makes of them.
public final class Claims {

    private static final int LONGEST_WORDS = 200;
    private static final String WORDS = "receipt.txt";

    private final Acts acts;
    private final Receipts receipts;

    public Claims(Acts acts, Receipts receipts) {
        this.acts = acts;
        this.receipts = receipts;
    }

    /// Claims the entry in the caller's transaction, with its receipt where there is one, which counts as accepted.
    ///
    /// @return why it cannot be claimed so, and what to do, as a sentence; then nothing was written. Empty: it is
    /// claimed
    /// @throws ReceiptNotKept if its receipt cannot be written; then nothing was written either
    Optional<String> claim(
            Handle handle, EntryId entry, PersonId by, Optional<Proof> proof, AnswerWay how, Instant now) {
        try {
            ReceiptGiven receipt = proof.map(this::receipt).orElse(ReceiptGiven.NONE);
            Signature signature = new Signature(by, Optional.empty(), how);
            acts.applyIn(handle, List.of(new Act.Claim(entry, receipt)), signature, now);
            return Optional.empty();
        } catch (ActRefused refused) {
            return Optional.of(String.valueOf(refused.getMessage()));
        }
    }

    /// Words that are no line of their own are kept as a file where none came with them.
    private ReceiptGiven receipt(Proof proof) {
        Optional<String> line = proof.text()
                .filter(words ->
                        words.length() <= LONGEST_WORDS && words.chars().noneMatch(Character::isISOControl));
        Optional<KeptReceipt> file = proof.file()
                .map(given -> keep(given.bytes(), given.name()))
                .or(() -> proof.text()
                        .filter(words -> line.isEmpty())
                        .map(words -> keep(ByteBuffer.wrap(words.getBytes(StandardCharsets.UTF_8)), WORDS)));
        return new ReceiptGiven(line, file, Verdict.ACCEPTED);
    }

    private KeptReceipt keep(ByteBuffer bytes, String name) {
        try {
            byte[] all = new byte[bytes.remaining()];
            bytes.duplicate().get(all);
            return receipts.keep(all, name);
        } catch (IOException e) {
            throw new ReceiptNotKept(name, e);
        }
    }
}
