package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.escalate.Rejection;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DocketStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.rules.count.Period;
import org.tickler.rules.deadline.Extending;
import org.tickler.rules.deadline.Extending.Extended;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.plan.Scheduler;

/**
 * A person's acts on entries. They can be previewed; one, or several on one matter, are one transaction with their revisions,
 * their audit records and everything that follows from them. Safe for many threads.
 */
public final class Acts {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public Acts(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * What acts on entries of one matter would do together, applied to nothing.
     *
     * @throws ActRefused if one of them could not be done, or they are none or of several matters
     */
    public Preview preview(List<Act> acts, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, worked(handle, acts, by, now), now));
    }

    /** As {@link #preview(List, Signature)}, of one act. */
    public Preview preview(Act act, Signature by) {
        return preview(List.of(act), by);
    }

    /**
     * Does acts on entries of one matter, all of them or none.
     *
     * @throws ActRefused if one of them cannot be done; then nothing is changed
     */
    public Done apply(List<Act> acts, Signature by) {
        Instant now = now();
        return database.inTransaction(handle -> applyIn(handle, acts, by, now));
    }

    /**
     * As {@link #apply(List, Signature)}, at {@code now}, in a transaction of the caller's.
     *
     * @throws ActRefused if one of them cannot be done; then the caller's transaction is to be given up, or nothing of it
     *     comes from them
     */
    public Done applyIn(Handle handle, List<Act> acts, Signature by, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MICROS);
        books.keepActive(handle);
        MatterStore.lock(handle, List.of(matterOf(handle, acts, at)));
        Worked worked = worked(handle, acts, by, at);
        Preview preview = preview(handle, worked, at);
        ActWriter writer = new ActWriter(handle, by, at);
        worked.results().forEach(writer::write);
        String words = worked.results().stream().map(ActWriter::word).distinct().collect(Collectors.joining(", "));
        Cause cause = new Cause(
                by.by().value(), words + by.reason().map(why -> ": " + why).orElse(""));
        Outcome outcome =
                reconciler.reconcileIn(handle, List.of(worked.docket().matter().id()), cause, at);
        worked.results().forEach(result -> rejected(handle, worked, result, by, at));
        return new Done(worked.results().stream().map(ActResult::after).toList(), preview, outcome);
    }

    /** What was not taken is told at once to those who must see that it is done again. */
    private static void rejected(Handle handle, Worked worked, ActResult result, Signature by, Instant now) {
        if (result.act() instanceof Act.Claim claim && claim.receipt().verdict() == Act.Verdict.REJECTED) {
            String what = claim.receipt().text().map(text -> " (" + text + ")").orElse("");
            String why = "it was rejected" + what
                    + by.reason().map(words -> ": " + words).orElse("") + "; entered by " + by.by();
            long times = worked.docket().said(claim.entry()).stream()
                    .filter(said -> said.what() == What.REJECTED)
                    .count();
            Entry entry = EntryStore.find(handle, claim.entry()).orElseThrow();
            Rejection.tell(
                    handle,
                    new Rejection.Place(worked.book(), entry, worked.docket().matter(), worked.people()),
                    new Rejection.News(why, times + 1, by.by()),
                    now);
        }
    }

    /** As {@link #apply(List, Signature)}, of one act. */
    public Done apply(Act act, Signature by) {
        return apply(List.of(act), by);
    }

    /**
     * The acts that enter the dates of an order.
     *
     * @throws ActRefused if one of them names nothing on the matter, or several entries, or was entered by that source
     *     already; the message names each of those
     */
    public List<Act> ordered(MatterId matter, List<OrderedDate> dates, String source, Signature by) {
        return database.inSnapshot(handle ->
                new OrderNames(docket(handle, matter, PersonStore.all(handle), by, now()), source).acts(dates));
    }

    /**
     * The date to which an extension by {@code period} takes an entry, by the law under which its date was counted.
     *
     * @throws ActRefused if no law says so, and a person must
     */
    public Extended.To extended(EntryId id, Period period, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> {
            Entry entry = found(handle, id, now);
            Docket docket = docket(handle, entry.matter(), PersonStore.all(handle), by, now);
            ActiveBook book = books.active(handle);
            Extending extending = new Extending(docket, book.rulebook().law(), book.calendars());
            return switch (extending.by(period, entry)) {
                case Extended.To to -> to;
                case Extended.Unknown unknown ->
                    throw new ActRefused(
                            DateWords.of(entry) + ": " + unknown.why() + "; say the date: --to 2027-03-12");
            };
        });
    }

    /**
     * The acts that verify what was set by {@code source} and that no second person has verified.
     *
     * @throws ActRefused if there is none
     */
    public List<Act> unverified(MatterId matter, String source, Signature by) {
        return database.inSnapshot(handle -> {
            Docket docket = docket(handle, matter, PersonStore.all(handle), by, now());
            List<Act> acts = docket.entries().stream()
                    .filter(entry -> !entry.status().isOver())
                    .filter(entry -> docket.standing(entry.id()).isUnverifiedBy(source))
                    .filter(entry -> docket.standing(entry.id()).isOf(entry))
                    .<Act>map(entry -> new Act.Verify(entry.id()))
                    .toList();
            if (acts.isEmpty()) {
                throw new ActRefused(
                        "nothing of " + matter + " was set by \"" + source + "\" and waits for a second person");
            }
            return acts;
        });
    }

    private Preview preview(Handle handle, Worked worked, Instant now) {
        Docket docket = worked.docket();
        if (worked.isBlind()) {
            return BlindPreview.of(worked.results());
        }
        Forecast forecast = reconciler.previewIn(
                handle,
                List.of(docket.matter().id()),
                WhatIf.docket(before -> before.with(worked.changed(), worked.said())),
                now);
        List<String> warnings = worked.results().stream()
                .flatMap(result -> ActWarnings.of(result, docket, worked.book(), now).stream())
                .distinct()
                .toList();
        return new ActPreview(forecast, worked.people(), worked.acted(), now).with(warnings);
    }

    private Worked worked(Handle handle, List<Act> acts, Signature by, Instant now) {
        ActiveBook book = books.active(handle);
        People people = PersonStore.all(handle);
        Docket docket = docket(handle, matterOf(handle, acts, now), people, by, now);
        ActWork work = new ActWork(book, docket, by, now);
        List<ActResult> results = new ArrayList<>();
        Set<EntryId> named = new HashSet<>();
        for (Act act : acts) {
            entryOf(act).filter(entry -> !named.add(entry)).ifPresent(twice -> {
                throw new ActRefused(twice + " is named twice; say once what is done with it");
            });
            Optional<Entry> before = entryOf(act).map(entry -> found(handle, entry, now));
            if (act instanceof Act.Add || act instanceof Act.OrderNew) {
                refuseTwice(handle, added(act).entry());
            }
            About about = before.map(entry -> about(handle, docket, entry)).orElse(About.NEW);
            ActResult result = work.result(act, before, about);
            results.add(result.settling(ActQuestions.of(handle, docket, result)
                    .asking(Disagreement.asked(result, about, docket.matter(), people, book.firm(), by, now))));
        }
        Worked worked = new Worked(book, people, docket, results);
        return acts.size() == 1 ? worked : worked.atOnce();
    }

    private static About about(Handle handle, Docket docket, Entry entry) {
        return new About(
                ActQuestions.about(handle, entry),
                DateGivers.of(handle, docket, entry),
                ReceiptStore.ofEntry(handle, entry.id()));
    }

    /** What {@code by} may act on. */
    static Docket docket(Handle handle, MatterId id, People people, Signature by, Instant now) {
        Matter matter = MatterStore.find(handle, id).orElseThrow(() -> Unknown.matter(handle, id));
        Actors.check(people, by, matter, now);
        return DocketStore.of(handle, List.of(matter)).getFirst();
    }

    private static Act.Add added(Act act) {
        return switch (act) {
            case Act.Add add -> add;
            case Act.OrderNew order -> order.add();
            default -> throw new IllegalArgumentException("nothing is added by " + act);
        };
    }

    private static Optional<EntryId> entryOf(Act act) {
        return switch (act) {
            case Act.Add add -> Optional.empty();
            case Act.OrderNew order -> Optional.empty();
            case Act.Move move -> Optional.of(move.entry());
            case Act.Correct correct -> Optional.of(correct.entry());
            case Act.Cancel cancel -> Optional.of(cancel.entry());
            case Act.Order order -> Optional.of(order.entry());
            case Act.Extend extend -> Optional.of(extend.entry());
            case Act.ByRule byRule -> Optional.of(byRule.entry());
            case Act.Verify verify -> Optional.of(verify.entry());
            case Act.Done done -> Optional.of(done.entry());
            case Act.Claim claim -> Optional.of(claim.entry());
            case Act.Confirm confirm -> Optional.of(confirm.entry());
            case Act.Waive waive -> Optional.of(waive.entry());
            case Act.Reopen reopen -> Optional.of(reopen.entry());
            case Act.Stay stay -> Optional.of(stay.entry());
            case Act.Lift lift -> Optional.of(lift.entry());
            case Act.Keep keep -> Optional.of(keep.entry());
        };
    }

    private static MatterId matterOf(Handle handle, List<Act> acts, Instant now) {
        Set<MatterId> matters = acts.stream()
                .map(act -> entryOf(act)
                        .map(entry -> found(handle, entry, now).matter())
                        .orElseGet(() -> added(act).matter()))
                .collect(Collectors.toCollection(TreeSet::new));
        if (matters.size() != 1) {
            throw new ActRefused(
                    matters.isEmpty()
                            ? "nothing is to be done"
                            : "one act is about one matter, and these are about " + matters + "; do them one by one");
        }
        return matters.iterator().next();
    }

    private static Entry found(Handle handle, EntryId id, Instant now) {
        return EntryStore.find(handle, id).orElseThrow(() -> Unknown.entry(handle, id, now));
    }

    private static void refuseTwice(Handle handle, EntryId id) {
        if (EntryStore.find(handle, id).isPresent()) {
            throw new ActRefused("the entry " + id + " is on the docket already; add it once");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** What the acts come to, and what that was worked out with. */
    private record Worked(ActiveBook book, People people, Docket docket, List<ActResult> results) {
        List<Entry> changed() {
            return results.stream().flatMap(result -> result.changed().stream()).toList();
        }

        /** Whether somebody reads dates from the paper, and so is shown none. */
        boolean isBlind() {
            return results.stream()
                    .anyMatch(result -> result.act() instanceof Act.Verify verify
                            && verify.read().isPresent());
        }

        List<Instruction> said() {
            return results.stream().flatMap(result -> result.said().stream()).toList();
        }

        /** What is said at once is said with all of it done: a date of an order does not move under another of its dates. */
        Worked atOnce() {
            Docket done = docket.with(changed(), said());
            List<Entry> derived = Scheduler.derive(done, book.rulebook(), book.calendars(), book.firm(), people)
                    .derived();
            Docket after = done.with(derived, List.of());
            return new Worked(
                    book,
                    people,
                    docket,
                    results.stream().map(result -> result.saidOn(after)).toList());
        }

        Set<EntryId> acted() {
            return results.stream().map(result -> result.after().id()).collect(Collectors.toUnmodifiableSet());
        }
    }
}
