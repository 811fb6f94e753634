package org.tickler.engine.docket;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Words;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.docket.Act.ReceiptGiven;
import org.tickler.engine.docket.Act.Verdict;
import org.tickler.engine.store.KeptReceipt;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.rules.check.Check.Proof;
import org.tickler.rules.check.Checks;
import org.tickler.rules.deadline.DeadlineDeriver;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.firm.PersonId;

/** What becomes of an entry that is said to be done, let go, wanted after all, suspended or taken up again. Pure. */
final class LifeWork {
    private final Checks checks;
    private final Docket docket;
    private final Signature by;
    private final Instant now;

    LifeWork(ActiveBook book, Docket docket, Signature by, Instant now) {
        this.checks = book.rulebook().checks();
        this.docket = docket;
        this.by = by;
        this.now = now;
    }

    /** A status to which {@code by} leads; @throws ActRefused with the reason if it does not. */
    static Entry moved(Entry before, Happening by, EntryStatus to) {
        EntryLife.refusal(before.status(), by, to).ifPresent(why -> {
            throw new ActRefused(name(before) + " " + why);
        });
        return before.after(by, to);
    }

    ActResult claim(Act.Claim act, Entry before, About about) {
        ReceiptGiven receipt = act.receipt();
        if (receipt.verdict() == Verdict.REJECTED) {
            return rejected(act, before);
        }
        if (before.status() == EntryStatus.DONE && receipt.isEmpty()) {
            throw new ActRefused(name(before) + " is done already; a receipt of it can still be given: --receipt");
        }
        Set<PersonId> earlier = claimed(before);
        Set<PersonId> people = new HashSet<>(earlier);
        people.add(by.by());
        boolean accepted = receipt.verdict() == Verdict.ACCEPTED && !receipt.isEmpty();
        boolean enough = receipt.verdict() == Verdict.ACCEPTED
                && isEnough(before, people, accepted || isAccepted(before, about.receipts()));
        if (!enough && before.status() == EntryStatus.CLAIMED && receipt.isEmpty() && earlier.contains(by.by())) {
            throw new ActRefused(by.by() + " said already that " + name(before) + " is done; "
                    + missing(before, earlier, about.receipts()));
        }
        EntryStatus to = enough || before.status() == EntryStatus.DONE ? EntryStatus.DONE : EntryStatus.CLAIMED;
        return said(act, before, moved(before, Happening.CLAIMED, to), What.CLAIMED, words(receipt));
    }

    ActResult confirm(Act.Confirm act, Entry before, About about) {
        Set<PersonId> people = claimed(before);
        if (before.status() == EntryStatus.CLAIMED && people.contains(by.by())) {
            throw new ActRefused(
                    by.by() + " said that " + name(before) + " is done; another person must look and confirm it");
        }
        Set<PersonId> both = new HashSet<>(people);
        both.add(by.by());
        boolean enough = isEnough(before, both, isAccepted(before, about.receipts()));
        return said(
                act,
                before,
                moved(before, Happening.CONFIRMED, enough ? EntryStatus.DONE : EntryStatus.CLAIMED),
                What.CONFIRMED,
                Optional.empty());
    }

    private ActResult rejected(Act.Claim act, Entry before) {
        if (!by.saysWhy() && act.receipt().isEmpty()) {
            throw new ActRefused("say why " + name(before) + " was rejected: --reason TEXT");
        }
        boolean opens = before.status() == EntryStatus.CLAIMED || before.status() == EntryStatus.DONE;
        EntryStatus to = opens ? checks.ahead(before, docket) : before.status();
        return said(act, before, moved(before, Happening.REJECTED, to), What.REJECTED, words(act.receipt()));
    }

    ActResult waive(Act.Waive act, Entry before) {
        needReason(before, "waives");
        Entry after = moved(before, Happening.WAIVED, EntryStatus.WAIVED);
        return said(act, before, after.withWhen(before.when(), next(before)), What.WAIVED, Optional.empty());
    }

    /** What was told to be off gets a revision of its own: those who heard that hear that it stands. */
    ActResult reopen(Act.Reopen act, Entry before) {
        needReason(before, "reopens");
        boolean wasOff = before.status() == EntryStatus.CANCELLED || before.status() == EntryStatus.WAIVED;
        Entry revised = wasOff ? before.withWhen(before.when(), next(before)) : before;
        Entry after = moved(revised, Happening.REOPENED, checks.ahead(revised, docket));
        return said(act, before, after, What.REOPENED, Optional.empty());
    }

    ActResult stay(Act.Stay act, Entry before) {
        return said(act, before, moved(before, Happening.STAYED, EntryStatus.STAYED), What.STAYED, Optional.empty());
    }

    ActResult lift(Act.Lift act, Entry before, About about) {
        if (about.questions().stream().anyMatch(question -> question.code().equals(ProbableDuplicate.CODE))) {
            throw new ActRefused(name(before) + " waits as a probable duplicate; say what it is: tickler keep "
                    + before.id() + ", or tickler cancel " + before.id());
        }
        if (DeadlineDeriver.isStayedByTrigger(before)) {
            throw new ActRefused(name(before) + " is stayed as what it follows from is; lift that");
        }
        EntryStatus to = isClaimed(before) ? EntryStatus.CLAIMED : checks.ahead(before, docket);
        return said(act, before, moved(before, Happening.LIFTED, to), What.LIFTED, Optional.empty());
    }

    private Revision next(Entry before) {
        return before.revision().next(now);
    }

    private void needReason(Entry entry, String does) {
        if (!by.saysWhy()) {
            throw new ActRefused("who " + does + " " + name(entry) + " says why: --reason TEXT");
        }
    }

    private boolean isEnough(Entry entry, Set<PersonId> people, boolean accepted) {
        Set<Proof> wanted = checks.done(entry, docket.matter());
        return (accepted || !wanted.contains(Proof.RECEIPT))
                && (people.size() > 1 || !wanted.contains(Proof.SECOND_PERSON));
    }

    /** What a claim still waits for, as the end of a sentence. */
    private String missing(Entry entry, Set<PersonId> people, List<ReceiptStore.Row> receipts) {
        Set<Proof> wanted = checks.done(entry, docket.matter());
        List<String> missing = new ArrayList<>();
        if (!wanted.contains(Proof.SECOND_PERSON) || !isAccepted(entry, receipts) && wanted.contains(Proof.RECEIPT)) {
            missing.add("the receipt that it was accepted");
        }
        if (wanted.contains(Proof.SECOND_PERSON) && people.size() < 2) {
            missing.add("another person's word: done --confirm");
        }
        return "what is missing is " + String.join(", and ", missing);
    }

    /** What was said since it was last opened again; earlier claims and receipts are used up. */
    private List<Instruction> sinceOpened(Entry entry) {
        List<Instruction> since = new ArrayList<>();
        for (Instruction said : docket.stillSaid(entry.id())) {
            if (said.what() == What.REOPENED || said.what() == What.REJECTED) {
                since.clear();
            } else {
                since.add(said);
            }
        }
        return since;
    }

    /** Who says that it is done. */
    private Set<PersonId> claimed(Entry entry) {
        Set<PersonId> people = new HashSet<>();
        sinceOpened(entry).stream()
                .filter(said -> said.what() == What.CLAIMED || said.what() == What.CONFIRMED)
                .forEach(said -> people.add(said.by()));
        return people;
    }

    private boolean isClaimed(Entry entry) {
        return sinceOpened(entry).stream()
                .anyMatch(said -> said.what() == What.CLAIMED || said.what() == What.PLEADING_SEEN);
    }

    private boolean isAccepted(Entry entry, List<ReceiptStore.Row> receipts) {
        List<Instruction> still = docket.stillSaid(entry.id());
        Set<Instant> takenBack = docket.said(entry.id()).stream()
                .filter(said -> !still.contains(said))
                .map(Instruction::at)
                .collect(Collectors.toUnmodifiableSet());
        Instant opened = still.stream()
                .filter(said -> said.what() == What.REOPENED || said.what() == What.REJECTED)
                .map(Instruction::at)
                .max(Instant::compareTo)
                .orElse(Instant.MIN);
        return receipts.stream()
                .filter(receipt -> receipt.at().isAfter(opened) && !takenBack.contains(receipt.at()))
                .anyMatch(receipt -> receipt.verdict().equals(Words.of(Verdict.ACCEPTED)));
    }

    private static Optional<String> words(ReceiptGiven receipt) {
        return receipt.text().or(() -> receipt.file().map(KeptReceipt::name));
    }

    private ActResult said(Act act, Entry before, Entry after, What what, Optional<String> source) {
        return ActResult.of(
                act,
                Optional.of(before),
                after,
                List.of(by.says(docket, before, what, new Terms(Optional.empty(), source), now)));
    }

    private static String name(Entry entry) {
        return entry.title() + " [" + entry.id() + "]";
    }
}
