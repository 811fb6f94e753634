package org.tickler.engine.history;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.engine.FolderTree;
import org.tickler.engine.token.Tokens;

/** Writes evidence into a folder, for the user's eyes alone. It is there whole, or not at all. */
final class EvidenceFolder {
    private static final String SUMS = "SHA256SUMS";

    private final Path target;
    private final TreeMap<String, String> hashes = new TreeMap<>();

    /** @throws EvidenceRefused if there is something already */
    EvidenceFolder(Path target) {
        this.target = target.toAbsolutePath().normalize();
        if (!isFree(this.target)) {
            throw new EvidenceRefused(
                    target + " is there already, and is not an empty folder: evidence is never written over"
                            + " or among other things; name another folder");
        }
    }

    private static boolean isFree(Path target) {
        if (Files.notExists(target)) {
            return true;
        }
        try (Stream<Path> held = Files.list(target)) {
            return held.findAny().isEmpty();
        } catch (NotDirectoryException aFile) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was written: how many files, and the SHA-256 of the list of their hashes. */
    record Written(int files, String hash) {}

    /**
     * Writes all of it beside its place, and then puts it there.
     *
     * @param record told what was written, before it is put there; where it throws, there is no folder
     */
    Written write(Dossier dossier, Consumer<Written> record) throws IOException {
        Path parent = Objects.requireNonNull(target.getParent(), "a folder has a parent");
        Files.createDirectories(parent);
        Path coming = Files.createTempDirectory(parent, ".evidence-coming-");
        try {
            fill(coming, dossier);
            String sums = hashes.entrySet().stream()
                    .map(one -> one.getValue() + "  " + one.getKey() + "\n")
                    .collect(Collectors.joining());
            byte[] bytes = sums.getBytes(StandardCharsets.UTF_8);
            Files.write(coming.resolve(SUMS), bytes);
            Files.deleteIfExists(target);
            Written written = new Written(hashes.size() + 1, Tokens.hex(Tokens.hash(bytes)));
            record.accept(written);
            Files.move(coming, target, StandardCopyOption.ATOMIC_MOVE);
            return written;
        } finally {
            FolderTree.remove(coming);
        }
    }

    private void fill(Path folder, Dossier dossier) throws IOException {
        EvidencePages pages = new EvidencePages(dossier);
        text(folder, "index.html", pages.index());
        Optional<String> insurer = pages.insurer();
        if (insurer.isPresent()) {
            text(folder, "insurer.html", insurer.get());
        }
        utf8(folder, "evidence.json", Redaction.of(EvidenceJson.of(dossier)).toPrettyString() + "\n");
        utf8(
                folder,
                "audit.jsonl",
                dossier.audit().stream().map(line -> line.text() + "\n").collect(Collectors.joining()));
        for (SentMessage message : dossier.messages()) {
            text(folder, message.file(), message.text(dossier.head().names()));
        }
        for (ReplyCopy reply : dossier.replies()) {
            text(folder, reply.file(), reply.text(dossier.head().names()));
            for (ReplyCopy.Attached attached : reply.attached()) {
                bytes(folder, attached.file(), attached.copy().bytes());
            }
        }
        for (ReceiptCopy copy : dossier.receipts()) {
            if (copy.file().isPresent() && copy.copy().isPresent()) {
                bytes(folder, copy.file().get(), copy.copy().get().bytes());
            }
        }
    }

    private void text(Path folder, String name, String text) throws IOException {
        utf8(folder, name, Redaction.of(text));
    }

    /** What tokens were left out of already. */
    private void utf8(Path folder, String name, String text) throws IOException {
        bytes(folder, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "a file has a folder"));
        Files.write(file, bytes);
        hashes.put(name, Tokens.hex(Tokens.hash(bytes)));
    }
}
