package org.tickler.engine.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.KeptReceipt;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.engine.token.Tokens;

/**
 * A receipt as it stands in evidence: its hash was reckoned anew, and compared with the audit.
 *
 * @param file under {@code receipts/}; empty: there is no file to it
 * @param bytes of the file as it lies in the home now; empty: it is not there
 * @param problem what does not agree; empty: all does
 */
@SuppressWarnings("ArrayRecordComponent") // read once and written once; never compared
record ReceiptCopy(
        DossierStore.Receipt receipt, Optional<String> file, Optional<byte[]> bytes, Optional<String> problem) {

    /** @param folder where the home keeps the files of receipts */
    static ReceiptCopy of(DossierStore.Receipt receipt, Path folder) throws IOException {
        Optional<KeptReceipt> kept = receipt.row().file();
        if (kept.isEmpty()) {
            return new ReceiptCopy(receipt, Optional.empty(), Optional.empty(), Optional.empty());
        }
        String hash = kept.get().sha256();
        String what =
                "the receipt \"" + kept.get().name() + "\" of " + receipt.row().entry() + ": ";
        Path lies = folder.resolve(hash);
        if (!Files.isRegularFile(lies)) {
            return new ReceiptCopy(
                    receipt,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(what + "its file is gone from the home; the audit has its SHA-256, " + hash));
        }
        byte[] bytes = Files.readAllBytes(lies);
        String now = Tokens.hex(Tokens.hash(bytes));
        Optional<String> problem = now.equals(hash)
                ? receipt.audit().isPresent()
                        ? Optional.empty()
                        : Optional.of(what + "no row of the audit holds its SHA-256, " + hash)
                : Optional.of(what + "IT DOES NOT MATCH: the audit has the SHA-256 " + hash
                        + ", and the file that lies in the home now has " + now);
        String mark = (problem.isPresent() ? "DOES-NOT-MATCH-" : "") + hash.substring(0, 12);
        String name = FileNames.marked(mark, kept.get().name());
        return new ReceiptCopy(receipt, Optional.of("receipts/" + name), Optional.of(bytes), problem);
    }

    /** For programs. */
    Map<String, Object> keys() {
        ReceiptStore.Row row = receipt.row();
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("entry", row.entry().value());
        keys.put("verdict", row.verdict());
        row.text().ifPresent(text -> keys.put("text", text));
        row.file().ifPresent(kept -> {
            keys.put("name", kept.name());
            keys.put("size", kept.size());
            keys.put("sha256", kept.sha256());
            keys.put("matches", problem.isEmpty());
        });
        file.ifPresent(path -> keys.put("file", path));
        keys.put("by", row.by().value());
        keys.put("road", Words.of(row.road()));
        keys.put("at", row.at().toString());
        receipt.audit().ifPresent(number -> keys.put("audit", number));
        problem.ifPresent(why -> keys.put("problem", why));
        return keys;
    }
}
