package org.tickler.engine.watch.proof;

import java.time.Instant;
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

    /** What each of these matters calls for; a thousand at once are read well. */
    List<Owed> of(List<MatterId> ids) {
        List<FactsThen.OfMatter> matters = facts.of(ids);
        Map<MatterId, Map<ReminderId, PlannedReminder>> cut = cut(matters);
        Map<EntryId, Map<PersonId, List<Told>>> told = facts.told(ids, span.ahead());
        return matters.stream()
                .map(matter -> of(matter, told, Optional.ofNullable(cut.get(matter.id()))))
                .toList();
    }

    private Owed of(
            FactsThen.OfMatter matter,
            Map<EntryId, Map<PersonId, List<Told>>> told,
            Optional<Map<ReminderId, PlannedReminder>> cut) {
        List<PlannedReminder> current = derive(matter.docket(told), now, facts.people());
        return new Owed(
                matter,
                cut.map(past -> List.copyOf(past.values()))
                        .orElseGet(() -> within(current, span.since(), span.until())),
                within(current, span.until(), span.ahead()),
                cut.isPresent());
    }

    /**
     * What had to be told of those whose facts changed within the span, which is cut wherever they did. Cut by cut in the order
     * of time: who was told by then is asked once for all that were cut there, and held for no other cut.
     */
    private Map<MatterId, Map<ReminderId, PlannedReminder>> cut(List<FactsThen.OfMatter> matters) {
        Map<Instant, Map<FactsThen.OfMatter, Instant>> ends = new TreeMap<>();
        for (FactsThen.OfMatter matter : matters) {
            Instant from = span.since();
            for (Instant change : matter.changes(span.since(), span.until())) {
                ends.computeIfAbsent(from, start -> new LinkedHashMap<>()).put(matter, change);
                from = change;
            }
            if (from.isAfter(span.since())) {
                ends.computeIfAbsent(from, start -> new LinkedHashMap<>()).put(matter, span.until());
            }
        }
        Map<MatterId, Map<ReminderId, PlannedReminder>> owed = new HashMap<>();
        ends.forEach((from, all) -> {
            Map<EntryId, Map<PersonId, List<Told>>> told =
                    facts.told(all.keySet().stream().map(FactsThen.OfMatter::id).toList(), from);
            People people = facts.people(from);
            Instant first = from.equals(span.since()) ? from : from.minusSeconds(SLACK_SECONDS);
            all.forEach((matter, to) -> {
                Map<ReminderId, PlannedReminder> past = owed.computeIfAbsent(matter.id(), id -> new LinkedHashMap<>());
                matter.docket(from, told)
                        .map(docket -> within(derive(docket, book(from), people), first, to))
                        .orElse(List.of())
                        .forEach(one -> past.put(one.id(), one));
            });
        });
        return owed;
    }

    private static List<PlannedReminder> derive(Docket docket, ActiveBook book, People people) {
        return Scheduler.derive(docket, book.rulebook(), book.calendars(), book.firm(), people)
                .reminders();
    }

    private static List<PlannedReminder> within(List<PlannedReminder> all, Instant from, Instant to) {
        return all.stream()
                .filter(one -> !(one.fate() instanceof Fate.Suppressed))
                .filter(one -> !one.due().at().isBefore(from) && one.due().at().isBefore(to))
                .toList();
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
