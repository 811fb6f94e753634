package org.tickler.engine.history;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.ActWords;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.DossierStore.Scope;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.FigureStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ReplyStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/** Reads all that evidence is made of, in one transaction, through the eyes of whoever makes it. */
final class DossierReader {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Handle handle;
    private final Dossier.Head head;
    private final Person maker;
    private final Optional<MatterId> only;
    private final Scope scope;
    private final Map<MatterId, Optional<Matter>> matters = new HashMap<>();
    private final List<EntryId> visible = new ArrayList<>();
    private final List<Matter> walled;
    private int hidden;

    /** @param only the matter that the evidence is of, or its entry is on; empty: it is of none alone */
    DossierReader(Handle handle, Dossier.Head head, Person maker, Optional<MatterId> only) {
        this.handle = handle;
        this.head = head;
        this.maker = maker;
        this.only = only;
        this.scope = scope(head);
        this.walled = MatterStore.find(handle, MatterStore.ids(handle)).stream()
                .filter(matter -> !seen(matter))
                .toList();
    }

    private static Scope scope(Dossier.Head head) {
        EvidenceWish wish = head.wish();
        Optional<EntryId> entry =
                wish.of() instanceof EvidenceWish.Of.TheEntry one ? Optional.of(one.id()) : Optional.empty();
        Optional<MatterId> matter =
                wish.of() instanceof EvidenceWish.Of.TheMatter one ? Optional.of(one.id()) : Optional.empty();
        Optional<String> person = wish.of() instanceof EvidenceWish.Of.ThePerson one
                ? Optional.of(one.id().value())
                : Optional.empty();
        return new Scope(
                entry,
                matter,
                person,
                wish.from()
                        .map(day -> day.atStartOfDay(head.zone()).toInstant())
                        .orElse(Instant.EPOCH),
                wish.to()
                        .map(day -> day.plusDays(1).atStartOfDay(head.zone()).toInstant())
                        .orElse(NEVER));
    }

    /** @param receipts where the home keeps the files of receipts */
    Dossier read(Chain.Verdict chain, Path receipts) throws IOException {
        List<String> warnings = new ArrayList<>();
        if (chain instanceof Chain.Verdict.Broken broken) {
            warnings.add("THE AUDIT WAS CHANGED: its chain breaks at row " + broken.seq() + ": " + broken.why());
        }
        List<Dossier.Life> lives = scope.isFirm() ? List.of() : lives();
        List<ReceiptCopy> copies = scope.isFirm() ? List.of() : receipts(receipts);
        copies.forEach(copy -> copy.problem().ifPresent(warnings::add));
        Excerpt.Eyes eyes = eyes();
        List<SentMessage> messages = scope.isFirm() ? List.of() : messages(eyes);
        List<ReplyCopy> replies = scope.isFirm() ? List.of() : replies(eyes);
        List<AuditLine> audit = audit();
        Optional<Figures> figures =
                head.wish().countsFigures() ? Optional.of(Figures.of(handle, period())) : Optional.empty();
        long incomplete = audit.stream().filter(line -> !line.complete()).count();
        return new Dossier(
                head,
                chain,
                lives,
                messages,
                replies,
                copies,
                audit,
                figures,
                warnings,
                EvidenceNotes.of(head.wish(), hidden, notCounted().size(), incomplete));
    }

    /** The matters that are left out of what is counted of the firm as a whole. */
    private List<MatterId> notCounted() {
        return scope.isFirm() ? walled.stream().map(Matter::id).toList() : List.of();
    }

    private List<Dossier.Life> lives() {
        LifeReader reader = new LifeReader(handle, head.names(), head.zone());
        List<Dossier.Life> lives = new ArrayList<>();
        for (EntryId id : DossierStore.entries(handle, scope)) {
            Entry entry = EntryStore.find(handle, id).orElseThrow();
            Optional<Matter> matter = matter(entry.matter());
            if (matter.isEmpty()) {
                hidden++;
                continue;
            }
            Stream<Moment> all = reader.of(entry).stream()
                    .filter(one -> scope.person().map(one::involves).orElse(true));
            List<Moment> moments = Moment.within(all, scope.from(), scope.to()).toList();
            visible.add(id);
            if (!moments.isEmpty() || scope.entry().isPresent() || isDue(entry)) {
                lives.add(new Dossier.Life(entry, matter.get(), derivation(entry), moments));
            }
        }
        return lives;
    }

    /** Whether its date lies in the period, where one is asked for. */
    private boolean isDue(Entry entry) {
        EvidenceWish wish = head.wish();
        return wish.countsFigures()
                && scope.person().isEmpty()
                && entry.when()
                        .date()
                        .filter(day -> wish.from().filter(day::isBefore).isEmpty())
                        .filter(day -> wish.to().filter(day::isAfter).isEmpty())
                        .isPresent();
    }

    private static List<String> derivation(Entry entry) {
        return entry.origin() instanceof Origin.Derived derived ? derived.steps() : List.of();
    }

    private List<ReplyCopy> replies(Excerpt.Eyes eyes) {
        List<ReplyCopy> replies = new ArrayList<>();
        for (ReplyStore.Reply reply : ReplyStore.of(handle, scope)) {
            boolean whole = Excerpt.isOpen(reply, eyes);
            if (whole || Excerpt.isPartlyOpen(reply, eyes)) {
                replies.add(ReplyCopy.of(replies.size() + 1, reply, whole));
            } else if (scope.person().isPresent()) {
                hidden++;
            }
        }
        return replies;
    }

    private List<SentMessage> messages(Excerpt.Eyes eyes) {
        List<SentMessage> messages = new ArrayList<>();
        for (DossierStore.Message message : DossierStore.messages(handle, scope)) {
            Excerpt excerpt = Excerpt.of(message, eyes);
            if (excerpt.isWhole() || excerpt.passages() > 0) {
                messages.add(SentMessage.of(messages.size() + 1, message, excerpt));
            } else if (scope.person().isPresent()) {
                hidden++;
            }
        }
        return messages;
    }

    private List<ReceiptCopy> receipts(Path folder) throws IOException {
        List<ReceiptCopy> copies = new ArrayList<>();
        for (DossierStore.Receipt receipt : DossierStore.receipts(handle, scope)) {
            if (matter(receipt.matter()).isPresent()) {
                copies.add(ReceiptCopy.of(receipt, folder));
            } else {
                hidden++;
            }
        }
        return copies;
    }

    private List<AuditLine> audit() {
        List<AuditLine> lines = new ArrayList<>();
        List<String> ofMatters = ActWords.MATTER.stream().sorted().toList();
        for (DossierStore.Chained row : DossierStore.audit(handle, scope, ofMatters)) {
            boolean open = about(row.row().row().about())
                    .map(id -> matter(id).isPresent())
                    .orElse(true);
            if (open) {
                lines.add(AuditLine.of(row, !scope.isFirm()));
            } else if (!scope.isFirm()) {
                hidden++;
            }
        }
        return lines;
    }

    /** Of a row that names an entry alone, the entry's. */
    private Optional<MatterId> about(AuditStore.About about) {
        return about.matter()
                .map(MatterId::new)
                .or(() -> about.entry()
                        .flatMap(id -> EntryStore.find(handle, new EntryId(id)))
                        .map(Entry::matter));
    }

    private FigureStore.Period period() {
        LocalDate today = head.made().atZone(head.zone()).toLocalDate();
        return new FigureStore.Period(
                scope.isFirm() ? Optional.empty() : Optional.of(visible),
                notCounted(),
                scope.person().map(PersonId::new),
                scope.from(),
                scope.to(),
                new FigureStore.Days(
                        head.wish().from().orElse(LocalDate.EPOCH),
                        head.wish().to().orElse(today)),
                head.made());
    }

    private Excerpt.Eyes eyes() {
        List<Pattern> names = walled.stream().map(DossierReader::name).toList();
        return new Excerpt.Eyes() {
            @Override
            public boolean open(Optional<MatterId> about) {
                return isOpen(about);
            }

            @Override
            public boolean nameWalled(String words) {
                return names.stream().anyMatch(name -> name.matcher(words).find());
            }
        };
    }

    /** How words name a matter: by its number or its title, as words; sheets write titles in capitals, and mails break lines. */
    private static Pattern name(Matter matter) {
        String title = Stream.of(matter.title().strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("[\\s>]+"));
        return Pattern.compile(
                "(?<![\\p{Alnum}-])" + Pattern.quote(matter.id().value()) + "(?![\\p{Alnum}-])|" + "(?<![\\p{L}\\p{N}])"
                        + title + "(?![\\p{L}\\p{N}])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Of one matter only what is said of it; else whatever is said of matters that the maker may see, and to the maker of none. */
    private boolean isOpen(Optional<MatterId> about) {
        if (only.isPresent()) {
            return about.equals(only);
        }
        return about.map(id -> matter(id).isPresent())
                .orElseGet(
                        () -> scope.person().filter(maker.id().value()::equals).isPresent());
    }

    /** The matter, if the maker may see it. */
    private Optional<Matter> matter(MatterId id) {
        return matters.computeIfAbsent(id, one -> MatterStore.find(handle, one).filter(this::seen));
    }

    private boolean seen(Matter matter) {
        return Sight.sees(maker, matter, maker.dayAt(head.made())).allowed();
    }
}
