package org.tickler.engine.watch.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
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
    private final Map<Instant, People> formerPeople = new HashMap<>();

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
        Map<EntryId, Map<PersonId, List<Told>>> told = facts.told(ids, span.ahead());
        List<FactsThen.OfMatter> matters = facts.of(ids);
        Segments segments = new Segments(matters);
        return matters.stream().map(matter -> of(matter, told, segments)).toList();
    }

    private Owed of(FactsThen.OfMatter matter, Map<EntryId, Map<PersonId, List<Told>>> told, Segments segments) {
        List<PlannedReminder> current = derive(matter.docket(told), now, facts.people());
        List<PlannedReminder> ahead = current.stream()
                .filter(one -> within(one, span.until(), span.ahead()))
                .toList();
        if (segments.changed(matter)) {
            return new Owed(matter, segments.owed(matter), ahead, true);
        }
        return new Owed(
                matter,
                current.stream()
                        .filter(one -> within(one, span.since(), span.until()))
                        .toList(),
                ahead,
                false);
    }

    /** The span of some matters, cut wherever their facts changed; who was told by then is asked once for all that were cut there. */
    private final class Segments {
        private final Map<MatterId, List<Instant>> starts = new HashMap<>();
        private final Map<Instant, Map<EntryId, Map<PersonId, List<Told>>>> told = new HashMap<>();

        Segments(List<FactsThen.OfMatter> matters) {
            Map<Instant, List<MatterId>> cut = new TreeMap<>();
            for (FactsThen.OfMatter matter : matters) {
                List<Instant> changes = matter.changes(span.since(), span.until());
                if (!changes.isEmpty()) {
                    List<Instant> all = Stream.concat(Stream.of(span.since()), changes.stream())
                            .toList();
                    starts.put(matter.id(), all);
                    all.forEach(at ->
                            cut.computeIfAbsent(at, start -> new ArrayList<>()).add(matter.id()));
                }
            }
            cut.forEach((at, ids) -> told.put(at, facts.told(ids, at)));
        }

        boolean changed(FactsThen.OfMatter matter) {
            return starts.containsKey(matter.id());
        }

        List<PlannedReminder> owed(FactsThen.OfMatter matter) {
            Map<ReminderId, PlannedReminder> owed = new LinkedHashMap<>();
            List<Instant> cuts = starts.getOrDefault(matter.id(), List.of());
            for (int at = 0; at < cuts.size(); at++) {
                Instant from = cuts.get(at);
                Instant to = at + 1 < cuts.size() ? cuts.get(at + 1) : span.until();
                Instant first = at == 0 ? from : from.minusSeconds(SLACK_SECONDS);
                Optional<Docket> docket = matter.docket(from, told.getOrDefault(from, Map.of()));
                docket.map(then -> derive(then, book(from), people(from))).orElse(List.of()).stream()
                        .filter(one -> within(one, first, to))
                        .forEach(one -> owed.put(one.id(), one));
            }
            return List.copyOf(owed.values());
        }
    }

    private People people(Instant at) {
        return formerPeople.computeIfAbsent(at, facts::people);
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
