package org.tickler.engine.answer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.sheet.SheetDesk;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerStore;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskState;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuietChannelStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.AnswerWanted;
import org.tickler.rules.remind.AskId;

/// Takes answers. The same answer twice is one; a late one counts; one to a date that has since been moved does
/// not, and says so. An answer and an escalation of the same rung take turns. Safe for many threads.
public final class AnswerDesk {

    private static final Set<EntryStatus> CLAIMED_OR_DONE = Set.of(EntryStatus.CLAIMED, EntryStatus.DONE);

    private final Database database;
    private final BookKeeper books;
    private final Claims claims;

    /// @param claims what claims an entry that is said to be done
    public AnswerDesk(Database database, BookKeeper books, Claims claims) {
        this.database = database;
        this.books = books;
        this.claims = claims;
    }

    /// What the page of an ask shows; empty where there is no such ask, its time is over, or its reader may no
    /// longer see the matter. Changes nothing.
    public Optional<AnswerSheet> look(AskId id, Instant now) {
        return database.inSnapshot(handle ->
                AskStore.find(handle, id).flatMap(ask -> AnswerSheets.of(handle, books.active(handle), ask, now)));
    }

    /// Records what `who` says to an ask, where that is *have it*, *not ready*, or *done* without a receipt.
    public Recorded record(AskId id, Answer answer, PersonId who, AnswerWay how, Instant now) {
        return record(id, AnswerGiven.of(answer, who, how), now);
    }

    /// Records an answer, of whoever was asked or answers for that person.
    ///
    /// - *have it* stops the clock of the ask and of every ask whose escalation led to it, and closes the further
    ///   ones asked meanwhile; where the first answer of those told is enough, also theirs. It says nothing of the
    ///   next rung.
    /// - *not ready* makes the next step of the escalation due at once; of somebody further along, only
    ///   while nobody else has it.
    /// - *done* claims the entry, and stops the clocks as *have it* does; of an entry that is done, it may bring a
    ///   receipt.
    /// - *pass on* asks a colleague for the same rung, with the same time to answer from now on.
    ///
    /// What had not left yet of an answered ask's reminders does not leave. A further ask to which the silence of
    /// somebody else led as well stays.
    public Recorded record(AskId id, AnswerGiven given, Instant now) {
        return database.inTransaction(handle -> record(handle, id, given, now));
    }

    /// As above, in a transaction of the caller's.
    Recorded record(Handle handle, AskId id, AnswerGiven said, Instant now) {
        Optional<AskRow> found = AskStore.find(handle, id);
        boolean gone = PersonStore.find(handle, said.by())
                .filter(person -> person.goneOn(person.dayAt(now)))
                .isPresent();
        if (found.filter(SheetDesk::isHere).isPresent()) {
            return gone ? new Recorded.NoSuch() : sign(handle, found.get(), said, now);
        }
        Optional<Entry> entry = found.flatMap(AskRow::entry).flatMap(about -> EntryStore.find(handle, about));
        Optional<Matter> matter = found.flatMap(AskRow::matter).flatMap(about -> MatterStore.find(handle, about));
        if (found.isEmpty() || entry.isEmpty() || matter.isEmpty() || gone) {
            return new Recorded.NoSuch();
        }
        List<AskRow> rung = lockRung(handle, found.get());
        AskRow ask =
                rung.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
        Optional<Recorded> barred = barred(handle, ask, entry.get(), matter.get(), said, now);
        if (barred.isPresent()) {
            return barred.get();
        }
        AskRow.Given given = new AskRow.Given(said.answer(), said.by(), now, said.how());
        EntryStatus status = entry.get().status();
        boolean moved = entry.get().revision().number() > ask.revision();
        boolean saysSo = status == EntryStatus.DONE && said.answer() == Answer.DONE && !moved;
        if (status.isOver() && !saysSo) {
            return new Recorded.Over(entry.get());
        }
        if (moved) {
            audit(handle, "answered-former-date", ask, given, Map.of("revision", ask.revision()));
            return new Recorded.Moved(ask, entry.get(), AnswerSheets.newer(handle, ask, entry.get()));
        }
        if (saidBefore(handle, ask, entry.get(), said)) {
            return new Recorded.Same(ask, entry.get());
        }
        PassOn passing = PassOn.of(handle, books.active(handle), ask, entry.get(), matter.get(), now);
        Optional<Recorded> refused = refused(handle, passing, said);
        return refused.orElseGet(() -> take(handle, passing, rung, said, given));
    }

    /// Whoever may not see the matter is not told that there is anything; whoever may, and does not answer for the
    /// person asked, is told who does.
    private static Optional<Recorded> barred(
            Handle handle, AskRow ask, Entry entry, Matter matter, AnswerGiven said, Instant now) {
        Answerers answerers = Answerers.of(handle, ask, matter, now);
        if (answerers.find(said.by()).isPresent()) {
            return Optional.empty();
        }
        Optional<Person> who = PersonStore.find(handle, said.by())
                .filter(one -> Sight.sees(one, matter, now.atZone(one.zone()).toLocalDate())
                        .allowed());
        boolean asked = said.by().equals(ask.asked()) || said.by().equals(answerers.reader());
        return Optional.of(
                who.isEmpty() || asked
                        ? new Recorded.NoSuch()
                        : new Recorded.Refused(
                                ask,
                                entry,
                                who.get().name() + " does not answer for " + AnswerSheets.name(handle, ask.asked()),
                                answerers.names()));
    }

    /// A receipt is news, and so is another colleague.
    /// That it is done is the same only from the same person, and while the entry is still claimed or
    /// done: a filing that was rejected is done again.
    private static boolean saidBefore(Handle handle, AskRow ask, Entry entry, AnswerGiven said) {
        boolean same = ask.given()
                .filter(before -> before.answer() == said.answer())
                .filter(before -> said.answer() != Answer.DONE
                        || CLAIMED_OR_DONE.contains(entry.status())
                                && before.by().equals(said.by()))
                .isPresent();
        return same
                && said.proof().isEmpty()
                && (said.answer() != Answer.PASS_ON
                        || AnswerSheets.passed(handle, ask)
                                .filter(last ->
                                        said.to().filter(last.to()::equals).isPresent())
                                .isPresent());
    }

    private Optional<Recorded> refused(Handle handle, PassOn passing, AnswerGiven said) {
        AskRow ask = passing.ask();
        Entry entry = passing.entry();
        if (said.answer() == Answer.DONE) {
            return claims.claim(handle, entry.id(), said.by(), said.proof(), said.how(), passing.now())
                    .map(why -> new Recorded.Refused(ask, entry, why, List.of()));
        }
        if (said.answer() != Answer.PASS_ON) {
            return Optional.empty();
        }
        Optional<Person> to = said.to().flatMap(passing.people()::find);
        Optional<String> why = ask.answerWithin().isEmpty()
                ? Optional.of("that reminder wants no answer, and so cannot be passed on")
                : to.isEmpty()
                        ? Optional.of(
                                said.to().map(id -> "nobody here is " + id).orElse("say whom it is passed on to"))
                        : passing.obstacle(to.get());
        return why.map(reason -> new Recorded.Refused(
                ask,
                entry,
                reason,
                passing.possible().stream().map(Person::name).toList()));
    }

    /// A list is signed, or not, by whoever reads it or was asked, or by whom that person lets answer; nobody signs it
    /// by saying that it is done, or passes it on. Whether a channel reaches somebody only that person can say.
    private static Recorded sign(Handle handle, AskRow ask, AnswerGiven said, Instant now) {
        PersonId reader = AskStore.reader(handle, ask.id()).orElse(ask.asked());
        boolean alone = QuietChannelStore.asks(handle, ask.id());
        boolean may = PersonStore.find(handle, said.by())
                .filter(one -> Stream.of(reader, ask.asked())
                        .anyMatch(asked -> one.id().equals(asked)
                                || !alone && one.answersFor().contains(asked)))
                .isPresent();
        boolean signing = said.answer() == Answer.HAVE_IT || said.answer() == Answer.NOT_READY;
        if (!may || !signing) {
            return new Recorded.NoSuch();
        }
        SheetDesk.Signed signed =
                SheetDesk.sign(handle, ask, new AskRow.Given(said.answer(), said.by(), now, said.how()));
        AskRow then = AskStore.find(handle, ask.id()).orElseThrow();
        return switch (signed) {
            case TAKEN -> new Recorded.Signed(then, false);
            case TAKEN_LATE -> new Recorded.Signed(then, true);
            case SAME -> new Recorded.SignedBefore(then);
        };
    }

    /// The lists that are signed.
    public SheetDesk sheets() {
        return new SheetDesk(database);
    }

    /// Twice, since an escalation that was under way may have added a step while the first lock was waited for.
    private static List<AskRow> lockRung(Handle handle, AskRow ask) {
        lockNow(handle, ask);
        return lockNow(handle, ask);
    }

    private static List<AskRow> lockNow(Handle handle, AskRow ask) {
        return AskStore.lock(
                handle, AskStore.ofRung(handle, ask).stream().map(AskRow::id).toList());
    }

    private Recorded take(Handle handle, PassOn passing, List<AskRow> rung, AnswerGiven said, AskRow.Given given) {
        AskRow ask = passing.ask();
        Entry entry = passing.entry();
        boolean late = ask.state() == AskState.ESCALATED;
        AskStore.answer(handle, ask.id(), given);
        AskStore.suppress(handle, List.of(ask.id()), given.by() + " has answered", given.at());
        Optional<AnswerStore.Passed> passed = Optional.empty();
        switch (given.answer()) {
            case HAVE_IT -> haveIt(handle, ask, rung, given, given.by() + " has it");
            case DONE -> haveIt(handle, ask, rung, given, given.by() + " says that it is done");
            case NOT_READY -> notReady(handle, ask, given);
            case PASS_ON -> {
                Person to = said.to().flatMap(passing.people()::find).orElseThrow();
                passed = Optional.of(new AnswerStore.Passed(to.id(), passing.put(handle, to, given)));
            }
        }
        PersonId whose = given.by().equals(ask.asked()) ? ask.asked() : passing.reader();
        AnswerStore.add(handle, new AnswerStore.Row(ask.id(), entry.id(), given, whose, late, passed));
        Map<String, Object> detail = new HashMap<>(Map.of("late", late, "state-before", Words.of(ask.state())));
        detail.put("for", whose.value());
        passed.ifPresent(other -> detail.put("passed-to", other.to().value()));
        audit(handle, "answered", ask, given, detail);
        return new Recorded.Taken(
                AskStore.find(handle, ask.id()).orElseThrow(),
                EntryStore.find(handle, entry.id()).orElseThrow(),
                late);
    }

    private void haveIt(Handle handle, AskRow ask, List<AskRow> rung, AskRow.Given given, String reason) {
        if (ask.state() != AskState.CLOSED) {
            AskStore.settle(handle, List.of(ask.id()), AskState.ANSWERED, reason);
        }
        List<AskId> roots = new ArrayList<>(EscalationStore.roots(handle, ask.id()));
        if (ask.step() == 0) {
            roots.add(ask.id());
        }
        List<AskId> moot = new ArrayList<>(EscalationStore.steps(handle, roots));
        if (firstIsEnough(handle, ask)) {
            List<AskId> told = rung.stream()
                    .filter(other -> other.step() == 0)
                    .map(AskRow::id)
                    .toList();
            moot.addAll(told);
            moot.addAll(EscalationStore.steps(handle, told));
        }
        AskStore.stopClocks(
                handle, roots.stream().filter(root -> !root.equals(ask.id())).toList(), reason);
        Set<AskId> silent = rung.stream()
                .filter(other ->
                        other.step() == 0 && other.waits() && !roots.contains(other.id()) && !moot.contains(other.id()))
                .map(AskRow::id)
                .collect(Collectors.toUnmodifiableSet());
        List<AskId> closed = rung.stream()
                .filter(other -> other.waits() && !other.id().equals(ask.id()) && moot.contains(other.id()))
                .map(AskRow::id)
                .filter(other -> EscalationStore.roots(handle, other).stream().noneMatch(silent::contains))
                .toList();
        AskStore.settle(handle, closed, AskState.CLOSED, reason);
        AskStore.suppress(handle, closed, reason, given.at());
    }

    private static void notReady(Handle handle, AskRow ask, AskRow.Given given) {
        String reason = given.by() + " is not ready";
        if (ask.step() == 0) {
            AskStore.settle(
                    handle,
                    List.of(ask.id()),
                    ask.state() == AskState.ESCALATED ? AskState.ESCALATED : AskState.OPEN,
                    reason);
            AskStore.wakeAt(handle, List.of(ask.id()), given.at());
        } else {
            AskStore.settle(handle, List.of(ask.id()), AskState.ANSWERED, reason);
            List<AskId> open = EscalationStore.roots(handle, ask.id()).stream()
                    .filter(root -> !EscalationStore.inHand(handle, root))
                    .toList();
            AskStore.wakeAt(handle, open, given.at());
        }
    }

    private boolean firstIsEnough(Handle handle, AskRow ask) {
        ActiveBook book = books.active(handle);
        return book.rulebook()
                .ladder(ask.ladder())
                .flatMap(ladder -> ladder.rungs().stream()
                        .filter(rung -> rung.id().equals(ask.rung()))
                        .findFirst())
                .flatMap(rung -> rung.answer())
                .filter(answer -> answer.from() instanceof AnswerWanted.From.Any)
                .isPresent();
    }

    private static void audit(Handle handle, String act, AskRow ask, AskRow.Given given, Map<String, Object> more) {
        Map<String, Object> detail = new HashMap<>(more);
        detail.put("ask", ask.id().value());
        detail.put("answer", Words.of(given.answer()));
        detail.put("how", Words.of(given.how()));
        Audit.record(
                handle,
                new AuditRecord(
                        given.at(),
                        given.by().value(),
                        act,
                        ask.matter(),
                        ask.entry(),
                        Optional.of(ask.asked()),
                        detail));
    }
}
