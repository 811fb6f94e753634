package org.tickler.engine.sheet;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.ActWords;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.book.LastResort;
import org.tickler.engine.sheet.SheetReaders.Named;
import org.tickler.engine.sheet.SheetReaders.Receiver;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.FollowUpStore;
import org.tickler.engine.store.SheetRow;
import org.tickler.engine.store.SheetStore;
import org.tickler.engine.store.StoreUnavailable;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.SheetClock.Turn;
import org.tickler.rules.remind.SheetRule;
import org.tickler.rules.remind.SheetRule.Kind;

/**
 * Makes the sheets whose hour has come, once for each rule, day and reader, however many processes sweep. After an outage
 * the last one of each is made late; a morning sheet only on its own day.
 */
public final class SheetSweep {
    /** A sheet is made so long before it leaves, that what is folded into it finds it there. */
    static final Duration LEAD = Duration.ofMinutes(1);
    /** People may come, go and change their zones: so often it is looked anew who is to have which. */
    private static final Duration LOOK = Duration.ofMinutes(1);

    private static final Logger LOG = LoggerFactory.getLogger(SheetSweep.class);

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;
    private Optional<Looked> before = Optional.empty();

    public SheetSweep(Database database, BookKeeper books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    /** When this process looks again, unless another book is active by then. */
    private record Looked(String book, Instant again) {}

    /** A sheet that is to be made. */
    private record Due(SheetRule rule, Named named, Turn turn, AskId ask) {}

    /** A sheet that was made, whom it is put to, and what somebody else hears of it. */
    private record Made(SheetRow sheet, SheetStore.Put put, List<Unseen.Word> words) {}

    /** Makes what is to be made by now, and says how many sheets that were. */
    public synchronized int sweep() {
        Optional<ActiveBook> found = books.find();
        Instant now = clock.instant();
        if (found.isEmpty() || !isTurn(found.get(), now)) {
            return 0;
        }
        ActiveBook book = found.get();
        Map<String, Instant> next = new TreeMap<>();
        List<Due> due = database.inSnapshot(handle -> due(new SheetFirm(handle, book, now), next));
        int put = 0;
        while (!due.isEmpty()) {
            List<Due> rest = due;
            Making making = database.inSnapshot(handle -> make(new SheetFirm(handle, book, now), rest));
            for (Made one : making.made()) {
                put += database.inTransaction(handle -> put(handle, one, book)) ? 1 : 0;
            }
            making.failed().ifPresent(failed -> {
                alarm(failed, book, now);
                next.put(failed.due().rule().id(), now.plus(LOOK));
            });
            due = making.rest();
        }
        database.inTransaction(handle -> {
            SheetStore.turns(handle, next);
            return next;
        });
        Instant again = next.values().stream().min(Instant::compareTo).orElse(Instant.MAX);
        Instant soon = now.plus(LOOK);
        before = Optional.of(new Looked(book.fingerprint(), again.isBefore(soon) ? again : soon));
        return put;
    }

    private boolean isTurn(ActiveBook book, Instant now) {
        return before.filter(looked -> looked.book().equals(book.fingerprint()) && now.isBefore(looked.again()))
                .isEmpty();
    }

    /** The sheets that are to be made and were not; {@code next} takes when each rule's next one is. */
    private static List<Due> due(SheetFirm firm, Map<String, Instant> next) {
        Instant by = firm.now().plus(LEAD);
        List<Due> due = new ArrayList<>();
        for (SheetRule rule : firm.book().rulebook().habits().sheets()) {
            LocalDate today = firm.now().atZone(firm.book().firm().zone()).toLocalDate();
            List<Named> readers = SheetReaders.of(rule, firm, today);
            for (Named named : readers) {
                firm.clock()
                        .next(rule.rhythm(), named.zone(), by)
                        .map(turn -> turn.at().minus(LEAD))
                        .ifPresent(at -> next.merge(rule.id(), at, (one, other) -> one.isBefore(other) ? one : other));
            }
            for (Named named : isOver(rule, firm) ? List.<Named>of() : SheetReaders.now(rule, firm, readers)) {
                turn(rule, named, firm, by).map(turn -> due(rule, named, turn)).ifPresent(due::add);
            }
        }
        Set<AskId> existing =
                SheetStore.existing(firm.handle(), due.stream().map(Due::ask).toList());
        return due.stream().filter(one -> !existing.contains(one.ask())).toList();
    }

    private static Due due(SheetRule rule, Named named, Turn turn) {
        return new Due(rule, named, turn, SheetMaker.ask(rule, turn.day(), named));
    }

    /** The last moment of a rule by then, where anything is owed from it. */
    private static Optional<Turn> turn(SheetRule rule, Named named, SheetFirm firm, Instant by) {
        return firm.clock()
                .last(rule.rhythm(), named.zone(), by)
                .filter(turn -> !turn.at().isBefore(rule.knownAt()))
                .filter(turn -> rule.kind() != Kind.MORNING
                        || by.atZone(named.zone()).toLocalDate().equals(turn.day()));
    }

    /** Whether all have been asked whom it was time to ask: to look for what is quiet reads much. */
    private static boolean isOver(SheetRule rule, SheetFirm firm) {
        return rule.kind() == Kind.CHANNEL_CHECK
                && SheetStore.turn(firm.handle(), rule.id())
                        .filter(turn -> turn.isAfter(firm.now()))
                        .isPresent();
    }

    /** What was made; and where one could not be, that one, and those after it, for which a new look is needed. */
    private record Making(List<Made> made, Optional<Failed> failed, List<Due> rest) {}

    private record Failed(Due due, String reason) {}

    /** What cannot be made, for a reason of its own, stands in no other's way; the next look tries it again. */
    private static Making make(SheetFirm firm, List<Due> due) {
        SheetMaker maker = new SheetMaker(firm);
        List<Made> made = new ArrayList<>();
        for (int at = 0; at < due.size(); at++) {
            Due one = due.get(at);
            try {
                SheetReaders.receiver(one.rule(), one.named(), one.turn().day(), firm)
                        .ifPresent(receiver -> made.add(made(maker, one, receiver, firm)));
            } catch (RuntimeException e) {
                if (StoreUnavailable.mayPass(e)) {
                    throw e;
                }
                LOG.error("the sheet {} could not be made", one.ask(), e);
                Failed failed = new Failed(one, LastResort.reason(e));
                return new Making(made, Optional.of(failed), due.subList(at + 1, due.size()));
            }
        }
        return new Making(made, Optional.empty(), List.of());
    }

    /** Once for each sheet, however often it is tried. */
    private void alarm(Failed failed, ActiveBook book, Instant now) {
        Due due = failed.due();
        database.inTransaction(handle -> {
            LastResort.tell(
                    handle,
                    book,
                    "not made " + due.ask(),
                    "The " + Words.of(due.rule().kind()).replace('-', ' ') + " sheet "
                            + due.rule().id() + " of "
                            + due.turn().day() + " for " + due.named().id() + " could not be made: "
                            + failed.reason() + ". It is tried again each minute; the others are made",
                    now);
            return due;
        });
    }

    private static Made made(SheetMaker maker, Due due, Receiver receiver, SheetFirm firm) {
        SheetRule rule = due.rule();
        SheetRow sheet = maker.make(rule, due.turn().day(), due.named(), receiver);
        String why = "by the sheet " + rule.id() + (receiver.note().isEmpty() ? "" : "; " + receiver.note());
        return new Made(
                sheet,
                new SheetStore.Put(
                        due.named().id(),
                        receiver.id(),
                        receiver.zone(),
                        0,
                        rule.within(),
                        receiver.channel(),
                        due.turn().at(),
                        why),
                rule.kind() == Kind.EXIT_CONTROL
                        ? Unseen.of(rule, due.turn().day(), SheetBody.read(sheet.body()), firm)
                        : List.of());
    }

    private static boolean put(Handle handle, Made made, ActiveBook book) {
        SheetRow sheet = made.sheet();
        boolean first = SheetStore.put(handle, sheet, made.put(), book.fingerprint());
        if (first) {
            made.words().forEach(word -> FollowUpStore.alarm(handle, word.alarm(), word.channels(), sheet.madeAt()));
            Audit.record(
                    handle,
                    new AuditRecord(
                            sheet.madeAt(),
                            "tickler",
                            ActWords.SHEET_MADE,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(made.put().reader()),
                            Map.of(
                                    "rule", sheet.rule(),
                                    "sheet", Words.of(sheet.kind()),
                                    "day", sheet.day().toString(),
                                    "ask", sheet.ask().value(),
                                    "hash", sheet.hash())));
        }
        return first;
    }
}
