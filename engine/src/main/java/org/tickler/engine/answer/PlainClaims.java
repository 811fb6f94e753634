package org.tickler.engine.answer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.EntryStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.PersonId;

/// Claims entries: what was said to be done is *claimed*, and its receipt is kept under the SHA-256 of its bytes.
public final class PlainClaims implements Claiming {

    private final Path receipts;

    /// @param receipts the folder that keeps them; made when the first one comes
    public PlainClaims(Path receipts) {
        this.receipts = receipts;
    }

    @Override
    public Optional<String> claim(
            Handle handle, EntryId id, PersonId by, Optional<Proof> proof, AnswerWay how, Instant now) {
        Entry entry = EntryStore.find(handle, id).orElseThrow();
        if (entry.kind() == EntryKind.LIMITATION) {
            return Optional.of("a last day to sue is kept by a file-stamped pleading that two people saw: tickler done "
                    + id + " --receipt NUMBER --stamped DATE --names DEFENDANT");
        }
        if (!entry.status().reminds()) {
            return Optional.of("it is " + Words.of(entry.status()) + ", and cannot be done before it is due again");
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("how", Words.of(how));
        proof.flatMap(Proof::text).ifPresent(text -> detail.put("receipt", text));
        proof.flatMap(Proof::file).ifPresent(file -> {
            detail.put("file", file.name());
            detail.put("sha-256", keep(file.bytes()));
        });
        if (entry.status() != EntryStatus.CLAIMED) {
            Change change = Change.act(Change.Cause.RECEIPTED, by.value(), "said to be done", now);
            EntryStore.update(handle, List.of(entry.withStatus(EntryStatus.CLAIMED)), change);
        }
        Audit.record(handle, AuditRecord.of(now, by.value(), "claimed", entry.matter(), id, detail));
        return Optional.empty();
    }

    private String keep(ByteBuffer bytes) {
        String hash = hash(bytes.duplicate());
        Path kept = receipts.resolve(hash);
        try {
            if (!Files.exists(kept)) {
                Files.createDirectories(receipts);
                Path written = Files.createTempFile(receipts, ".coming-", "");
                try (FileChannel file = FileChannel.open(written, StandardOpenOption.WRITE)) {
                    ByteBuffer left = bytes.duplicate();
                    while (left.hasRemaining()) {
                        file.write(left);
                    }
                    file.force(true);
                }
                Files.move(written, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException("the receipt could not be kept in " + receipts, e);
        }
    }

    private static String hash(ByteBuffer bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
