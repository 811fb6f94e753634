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
 * A receipt as it stands in evidence: its hash was reckoned anew, and compared with its row and with the audit.
 *
 * @param file under {@code receipts/}; empty: there is no file to it
 * @param copy what stands there; where tokens are left out of it, it has another hash than the file in the home; empty: there
 *     is none
 * @param compared what the comparison came to; empty: no file was kept, so that there was none
 * @param problem what does not agree; empty: all does
 */
record ReceiptCopy(
        DossierStore.Receipt receipt,
        Optional<String> file,
        Optional<Redaction.Copy> copy,
        Optional<Compared> compared,
        Optional<String> problem) {

    /** What the hash of a file as it lies in the home now was found to be. */
    enum Compared {
        /** The one of the receipt's row, which a row of the audit has as well. */
        MATCHES_BOTH,
        /** The one of the receipt's row; no row of the audit has it. */
        MATCHES_ROW_ONLY,
        /** Another than the receipt's row has. */
        DOES_NOT_MATCH,
        /** There is no file. */
        GONE
    }

    /** @param folder where the home keeps the files of receipts */
    static ReceiptCopy of(DossierStore.Receipt receipt, Path folder) throws IOException {
        Optional<KeptReceipt> kept = receipt.row().file();
        if (kept.isEmpty()) {
            return new ReceiptCopy(receipt, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        String hash = kept.get().sha256();
        Path lies = folder.resolve(hash);
        Optional<byte[]> bytes = Files.isRegularFile(lies) ? Optional.of(Files.readAllBytes(lies)) : Optional.empty();
        Optional<String> now = bytes.map(Tokens::hash).map(Tokens::hex);
        Compared compared = compared(hash, now, receipt.audit().isPresent());
        Optional<Redaction.Copy> copy = bytes.map(Redaction::ofFile);
        String mark = (compared == Compared.DOES_NOT_MATCH ? "DOES-NOT-MATCH-" : "")
                + copy.map(Redaction.Copy::mark).orElse("")
                + hash.substring(0, 12);
        return new ReceiptCopy(
                receipt,
                copy.map(
                        there -> "receipts/" + FileNames.marked(mark, kept.get().name())),
                copy,
                Optional.of(compared),
                problem(receipt, kept.get(), compared, now));
    }

    private static Compared compared(String hash, Optional<String> now, boolean audited) {
        if (now.isEmpty()) {
            return Compared.GONE;
        }
        if (!now.get().equals(hash)) {
            return Compared.DOES_NOT_MATCH;
        }
        return audited ? Compared.MATCHES_BOTH : Compared.MATCHES_ROW_ONLY;
    }

    private static Optional<String> problem(
            DossierStore.Receipt receipt, KeptReceipt kept, Compared compared, Optional<String> now) {
        String hash = kept.sha256();
        String row = "its row has the SHA-256 " + hash
                + (receipt.audit().isPresent() ? ", and so has the audit" : ", which no row of the audit has");
        String what = "the receipt \"" + kept.name() + "\" of " + receipt.row().entry() + ": ";
        return switch (compared) {
            case MATCHES_BOTH -> Optional.empty();
            case MATCHES_ROW_ONLY ->
                Optional.of(what + "its file has the SHA-256 that its row has, " + hash
                        + ", but no row of the audit has that");
            case DOES_NOT_MATCH ->
                Optional.of(what + "IT DOES NOT MATCH: " + row + "; the file that lies in the home now has "
                        + now.orElse("none"));
            case GONE -> Optional.of(what + "its file is gone from the home; " + row);
        };
    }

    /** Whether tokens are left out of the copy. */
    boolean less() {
        return copy.filter(Redaction.Copy::less).isPresent();
    }

    /** Whether it has parts into which nobody looked. */
    boolean unread() {
        return copy.filter(Redaction.Copy::unread).isPresent();
    }

    /** That all agrees, as a sentence; empty where something does not, or there is no file. */
    Optional<String> agreement() {
        return compared.filter(Compared.MATCHES_BOTH::equals)
                .flatMap(same -> receipt.audit())
                .map(number -> "The file has the hash that its row has, and row " + number + " of the audit.");
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
        compared.ifPresent(found -> keys.put("compared", Words.of(found)));
        file.ifPresent(path -> keys.put("file", path));
        if (less()) {
            keys.put("tokens-left-out", true);
        }
        if (unread()) {
            keys.put("not-all-read", true);
        }
        keys.put("by", row.by().value());
        keys.put("road", Words.of(row.road()));
        keys.put("at", row.at().toString());
        receipt.audit().ifPresent(number -> keys.put("audit", number));
        problem.ifPresent(why -> keys.put("problem", why));
        return keys;
    }
}
