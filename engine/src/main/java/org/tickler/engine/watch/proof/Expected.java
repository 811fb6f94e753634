package org.tickler.engine.watch.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.BookStore;
import org.tickler.engine.store.FactsThen;
import org.tickler.engine.store.HistoryStore.Former;
import org.tickler.engine.store.ProofStore.Span;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Told;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.plan.Scheduler;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.ReminderId;

/**
 * What follows from the facts and the books, segment by segment: between two changes of facts the schedule is the one that
 * was derived at the first of them. No row that planning wrote is read.
 */
final class Expected {
    /** What is due at the very instant of a change was first owed a moment before it was written down. */
    private static final long SLACK_SECONDS = 5;

    private final Handle handle;
    private final BookKeeper books;
    private final FactsThen facts;
    private final ActiveBook now;
    private final Span span;
    private final Map<String, ActiveBook> former = new HashMap<>();

    Expected(Handle handle, BookKeeper books, FactsThen facts, Span span) {
        this.handle = handle;
        this.books = books;
        this.facts = facts;
        this.now = books.active(handle);
        this.span = span;
    }

    /**
     * What one matter calls for.
     *
     * @param past what had to be told, by id
     * @param changed whether its facts changed within the span, so that what was due may have been due otherwise before
     */
    record Owed(FactsThen.OfMatter matter, List<PlannedReminder> past, List<PlannedReminder> ahead, boolean changed) {}

    /** What each of these matters, up to 200 of them, calls for. */
    List<Owed> of(List<MatterId> ids) {
        Map<EntryId, Map<PersonId, List<Told>>> told = facts.told(ids, span.ahead());
        return facts.of(ids).stream().map(matter -> of(matter, told)).toList();
    }

    private Owed of(FactsThen.OfMatter matter, Map<EntryId, Map<PersonId, List<Told>>> told) {
        List<PlannedReminder> current = derive(matter.docket(told), now, facts.people());
        List<PlannedReminder> ahead = current.stream()
                .filter(one -> within(one, span.until(), span.ahead()))
                .toList();
        List<Instant> changes = matter.changes(span.since(), span.until());
        if (changes.isEmpty()) {
            return new Owed(
                    matter,
                    current.stream()
                            .filter(one -> within(one, span.since(), span.until()))
                            .toList(),
                    ahead,
                    false);
        }
        return new Owed(matter, segments(matter, changes), ahead, true);
    }

    private List<PlannedReminder> segments(FactsThen.OfMatter matter, List<Instant> changes) {
        Map<ReminderId, PlannedReminder> owed = new LinkedHashMap<>();
        List<Instant> starts = new ArrayList<>(List.of(span.since()));
        starts.addAll(changes);
        for (int at = 0; at < starts.size(); at++) {
            Instant from = starts.get(at);
            Instant to = at + 1 < starts.size() ? starts.get(at + 1) : span.until();
            Instant first = at == 0 ? from : from.minusSeconds(SLACK_SECONDS);
            Optional<Docket> docket = matter.docket(from, facts.told(List.of(matter.id()), from));
            docket.map(then -> derive(then, book(from), facts.people(from))).orElse(List.of()).stream()
                    .filter(one -> within(one, first, to))
                    .forEach(one -> owed.put(one.id(), one));
        }
        return List.copyOf(owed.values());
    }

    private static List<PlannedReminder> derive(Docket docket, ActiveBook book, People people) {
        return Scheduler.derive(docket, book.rulebook(), book.calendars(), book.firm(), people)
                .reminders();
    }

    private static boolean within(PlannedReminder one, Instant from, Instant to) {
        return !(one.fate() instanceof Fate.Suppressed)
                && !one.due().at().isBefore(from)
                && one.due().at().isBefore(to);
    }

    private ActiveBook book(Instant at) {
        TreeMap<Instant, BookStore.Active> until = new TreeMap<>();
        for (Former<BookStore.Active> one : facts.books()) {
            until.putIfAbsent(one.until(), one.fact());
        }
        Map.Entry<Instant, BookStore.Active> then = until.higherEntry(at);
        return then == null
                ? now
                : former.computeIfAbsent(
                        then.getValue().fingerprint() + then.getValue().since(),
                        key -> books.former(handle, then.getValue()));
    }
}
