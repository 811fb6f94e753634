package org.tickler.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.tickler.engine.agenda.Lookup;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** Makes folders of proof, and writes down in the audit that it did. */
public final class EvidenceMaker {
    private final Database database;
    private final InstantSource clock;
    private final Firm firm;

    /**
     * The firm whose evidence it is.
     *
     * @param receipts where the home keeps the files of receipts
     */
    public record Firm(String name, ZoneId zone, Path receipts) {}

    public EvidenceMaker(Database database, InstantSource clock, Firm firm) {
        this.database = database;
        this.clock = clock;
        this.firm = firm;
    }

    /**
     * What was made.
     *
     * @param hash the SHA-256 of its list of hashes, which the audit has too
     * @param warnings what somebody must know before believing it, a sentence each
     */
    public record Made(
            Path folder, int entries, int messages, int receipts, int files, String hash, List<String> warnings) {
        public Made {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Writes the folder.
     *
     * @param folder that is not there, or empty
     * @throws EvidenceRefused if the folder holds anything
     * @throws org.tickler.engine.agenda.NoSuchName if what is named is not known to whoever makes it
     * @throws IOException if a file cannot be read or written; then there is no folder
     */
    public Made make(EvidenceWish wish, Path folder) throws IOException {
        Instant now = clock.instant();
        EvidenceFolder target = new EvidenceFolder(folder);
        Lookup lookup = new Lookup(database, wish.by(), now);
        Person maker = lookup.person(wish.by());
        Optional<Entry> entry = wish.of() instanceof EvidenceWish.Of.TheEntry one
                ? Optional.of(lookup.entry(one.id()).entry())
                : Optional.empty();
        Optional<MatterId> only = entry.map(Entry::matter);
        String of = switch (wish.of()) {
            case EvidenceWish.Of.TheEntry one -> entry.orElseThrow().title() + " [" + one.id() + "]";
            case EvidenceWish.Of.TheMatter one -> {
                Matter matter = lookup.matter(one.id());
                only = Optional.of(matter.id());
                yield matter.id() + ", " + matter.title();
            }
            case EvidenceWish.Of.ThePerson one -> lookup.person(one.id()).name() + " (" + one.id() + ")";
            case EvidenceWish.Of.TheFirm whole -> firm.name() + " as a whole";
        };
        Dossier dossier = read(wish, of, maker, only, now);
        Row row = new Row(wish, only, entry.map(Entry::id), dossier.warnings().size(), now);
        EvidenceFolder.Written written = write(target, dossier, row);
        return new Made(
                folder,
                dossier.lives().size(),
                dossier.messages().size(),
                dossier.receipts().size(),
                written.files(),
                written.hash(),
                dossier.warnings());
    }

    /**
     * The row comes first, once all is written and hashed, and only then the folder gets its name. So there is never a folder
     * that the audit does not know, not even where the process is killed between the two: what lies in a folder of evidence is
     * confidential, and that somebody has it must be known. Both in one transaction could not promise that, since a commit
     * can fail or be lost after the folder is there, and work in a transaction may run twice. Where the folder cannot get its
     * name after all, which is the one step left that can fail, a second row takes the first back by its hash.
     */
    private EvidenceFolder.Written write(EvidenceFolder target, Dossier dossier, Row row) throws IOException {
        AtomicReference<Optional<EvidenceFolder.Written>> recorded = new AtomicReference<>(Optional.empty());
        try {
            return target.write(dossier, written -> {
                record("evidence-made", row, written);
                recorded.set(Optional.of(written));
            });
        } catch (IOException | RuntimeException e) {
            recorded.get().ifPresent(written -> takeBack(row, written, e));
            throw e;
        }
    }

    /** Where that fails too, {@code why} goes on as what went wrong first. */
    private void takeBack(Row row, EvidenceFolder.Written written, Exception why) {
        try {
            record("evidence-not-made", row, written);
        } catch (RuntimeException e) {
            why.addSuppressed(e);
        }
    }

    /** What its row in the audit says, but for what was written. */
    private record Row(
            EvidenceWish wish, Optional<MatterId> matter, Optional<EntryId> entry, int warnings, Instant now) {}

    private Dossier read(EvidenceWish wish, String of, Person maker, Optional<MatterId> only, Instant now)
            throws IOException {
        Chain chain = new Chain(database);
        chain.extend();
        Chain.Verdict verdict = chain.verify();
        return database.inSnapshot(handle -> {
            People people = PersonStore.all(handle);
            Dossier.Head head = new Dossier.Head(firm.name(), firm.zone(), wish, of, now, Naming.of(people));
            return new DossierReader(handle, head, maker, only).read(verdict, firm.receipts());
        });
    }

    private void record(String act, Row row, EvidenceFolder.Written written) {
        EvidenceWish wish = row.wish();
        Map<String, Object> detail = new LinkedHashMap<>(EvidenceJson.of(wish));
        wish.from().ifPresent(day -> detail.put("from", day.toString()));
        wish.to().ifPresent(day -> detail.put("to", day.toString()));
        detail.put("files", written.files());
        detail.put("sha256", written.hash());
        detail.put("warnings", row.warnings());
        Optional<PersonId> person =
                wish.of() instanceof EvidenceWish.Of.ThePerson one ? Optional.of(one.id()) : Optional.empty();
        database.inTransaction(handle -> {
            Audit.record(
                    handle,
                    new AuditRecord(row.now(), wish.by().value(), act, row.matter(), row.entry(), person, detail));
            return written;
        });
    }
}
