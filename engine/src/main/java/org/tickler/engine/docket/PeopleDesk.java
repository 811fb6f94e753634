package org.tickler.engine.docket;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.plan.Schedule;

/**
 * Takes acts about people: somebody is away, is gone, hands matters on. They can be previewed; what they change is stored in
 * one transaction with its audit records and planned behind it. Files that do not change never undo them. Safe for many
 * threads.
 */
public final class PeopleDesk {
    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final FirmPlanning planning;
    private final InstantSource clock;

    public PeopleDesk(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.reconciler = reconciler;
        this.planning = new FirmPlanning(database, reconciler);
        this.clock = clock;
    }

    /** The firm's civil date, which an act without a date of its own has. */
    public LocalDate today() {
        return database.withHandle(handle -> today(handle, clock.instant()));
    }

    /**
     * What an act would do, applied to nothing: which reminders pass to whom, what is left without anybody, who hears at once.
     *
     * @throws ActRefused if it could not be done
     */
    public Preview preview(PersonAct act, Signature by) {
        Instant now = now();
        return database.inSnapshot(handle -> preview(handle, act, by, now));
    }

    /**
     * Does it.
     *
     * @return what it did, in the words of its preview
     * @throws ActRefused if it cannot be done; then nothing is changed
     */
    public Preview apply(PersonAct act, Signature by) {
        Instant now = now();
        List<MatterId> touched = new ArrayList<>();
        Preview preview = database.inTransaction(handle -> {
            AdvisoryLock.FIRM.holdInTransaction(handle);
            books.keepActive(handle);
            Preview shown = preview(handle, act, by, now);
            PeopleWork.Change meant = work(handle, by, now).of(act);
            if (meant.person().isEmpty()) {
                MatterStore.lock(handle, touched(handle, meant));
            }
            // read again under the locks: an act on an entry may have ended meanwhile
            PeopleWork.Change change = work(handle, by, now).of(act);
            write(handle, act, change, by, now);
            touched.addAll(touched(handle, change));
            UnplannedStore.add(handle, touched, now);
            return shown;
        });
        String why = word(act) + " " + act.person()
                + by.reason().map(reason -> ": " + reason).orElse("");
        planning.plan(touched, new Cause(by.by().value(), why), now);
        return preview;
    }

    private PeopleWork work(Handle handle, Signature by, Instant now) {
        return new PeopleWork(handle, by, today(handle, now), now);
    }

    private LocalDate today(Handle handle, Instant now) {
        return now.atZone(books.active(handle).firm().zone()).toLocalDate();
    }

    private static List<MatterId> touched(Handle handle, PeopleWork.Change change) {
        if (change.person().isPresent()) {
            return MatterStore.ids(handle);
        }
        Set<MatterId> touched = new HashSet<>();
        change.matters().forEach(matter -> touched.add(matter.id()));
        change.entries().forEach(entry -> touched.add(entry.matter()));
        return touched.stream().sorted().toList();
    }

    private Preview preview(Handle handle, PersonAct act, Signature by, Instant now) {
        PeopleWork work = work(handle, by, now);
        PeopleWork.Change change = work.of(act);
        List<MatterId> touched = touched(handle, change);
        Forecast forecast = reconciler.previewIn(handle, touched, whatIf(change, now), now);
        Set<Schedule.Gap> before = new HashSet<>(
                reconciler.previewIn(handle, touched, WhatIf.AS_IT_IS, now).gaps());
        HandOver handOver = new HandOver(forecast.reminders(), work.people(), now);
        List<Entry> shown = shown(handle, work, handOver.entries());
        Set<EntryId> seen = shown.stream().map(Entry::id).collect(Collectors.toUnmodifiableSet());
        List<String> moves = new ArrayList<>(change.moves());
        moves.addAll(handOver.moves(shown));
        List<String> warnings = new ArrayList<>(change.warnings());
        forecast.hold().ifPresent(why -> warnings.add("what would leave soon waits for a release: " + why));
        forecast.gaps().stream()
                .filter(gap -> !before.contains(gap) && seen.contains(gap.entry()))
                .forEach(gap -> warnings.add(gap.entry() + ": " + gap.why()));
        int unseen = handOver.entries().size() - seen.size();
        if (unseen > 0) {
            warnings.add(
                    unseen + " more entries whose reminders change are on matters that " + by.by() + " may not see");
        }
        return new Preview(moves, List.of(), handOver.told(), List.of(handOver.count()), warnings);
    }

    private static List<Entry> shown(Handle handle, PeopleWork work, Set<EntryId> ids) {
        Map<EntryId, Entry> entries = EntryStore.find(handle, ids);
        Set<MatterId> matters = entries.values().stream().map(Entry::matter).collect(Collectors.toUnmodifiableSet());
        Set<MatterId> seen = MatterStore.find(handle, matters).stream()
                .filter(work::sees)
                .map(Matter::id)
                .collect(Collectors.toUnmodifiableSet());
        return entries.values().stream()
                .filter(entry -> seen.contains(entry.matter()))
                .sorted(Comparator.comparing(Entry::matter)
                        .thenComparing(entry -> entry.when().date().orElse(LocalDate.MAX))
                        .thenComparing(Entry::id))
                .toList();
    }

    private static WhatIf whatIf(PeopleWork.Change change, Instant now) {
        Map<MatterId, Matter> matters =
                change.matters().stream().collect(Collectors.toMap(Matter::id, Function.identity()));
        Map<EntryId, Instant> owned = new HashMap<>();
        change.entries().forEach(entry -> owned.put(entry.id(), now));
        return new WhatIf(
                docket -> changed(docket, matters, change.entries(), owned),
                people -> change.person().map(person -> with(people, person)).orElse(people),
                Optional.empty());
    }

    private static Docket changed(
            Docket docket, Map<MatterId, Matter> matters, List<Entry> entries, Map<EntryId, Instant> owned) {
        MatterId id = docket.matter().id();
        List<Entry> here =
                entries.stream().filter(entry -> entry.matter().equals(id)).toList();
        Matter matter = matters.getOrDefault(id, docket.matter());
        return docket.on(matter).with(here, List.of()).withOwned(owned);
    }

    private static People with(People people, Person changed) {
        return new People(people.all().stream()
                .map(one -> one.id().equals(changed.id()) ? changed : one)
                .toList());
    }

    private static void write(Handle handle, PersonAct act, PeopleWork.Change change, Signature by, Instant now) {
        change.person().ifPresent(person -> {
            PersonStore.save(handle, person.knownSince(now));
            record(handle, act, Optional.empty(), Optional.empty(), by, now);
        });
        for (Matter matter : change.matters()) {
            MatterStore.save(handle, matter.knownSince(now));
            record(handle, act, Optional.of(matter.id()), Optional.empty(), by, now);
        }
        EntryStore.update(
                handle,
                change.entries(),
                new Change(Change.Cause.REASSIGNED, by.by().value(), by.reason(), now));
        for (Entry entry : change.entries()) {
            record(handle, act, Optional.of(entry.matter()), Optional.of(entry.id()), by, now);
        }
        MatterStore.touch(handle, touched(handle, change));
    }

    private static void record(
            Handle handle,
            PersonAct act,
            Optional<MatterId> matter,
            Optional<EntryId> entry,
            Signature by,
            Instant now) {
        Map<String, Object> detail = new LinkedHashMap<>(detail(act));
        by.reason().ifPresent(why -> detail.put("reason", why));
        Audit.record(
                handle,
                new AuditRecord(now, by.by().value(), word(act), matter, entry, Optional.of(act.person()), detail));
    }

    private static Map<String, Object> detail(PersonAct act) {
        Map<String, Object> detail = new LinkedHashMap<>();
        switch (act) {
            case PersonAct.Away away -> {
                detail.put("from", away.days().from().toString());
                detail.put("to", away.days().to().toString());
                away.delegate().ifPresent(other -> detail.put("delegate", other.value()));
            }
            case PersonAct.Back back ->
                back.days().ifPresent(days -> {
                    detail.put("from", days.from().toString());
                    detail.put("to", days.to().toString());
                });
            case PersonAct.Gone gone -> detail.put("on", gone.day().toString());
            case PersonAct.Stays stays -> detail.put("left", "taken back");
            case PersonAct.Reassign reassign -> {
                detail.put("to", reassign.to().value());
                detail.put("on", reassign.day().toString());
                reassign.role().ifPresent(role -> detail.put("role", role.value()));
            }
        }
        return detail;
    }

    private static String word(PersonAct act) {
        return switch (act) {
            case PersonAct.Away away -> "leave";
            case PersonAct.Back back -> "leave-cancelled";
            case PersonAct.Gone gone -> "left";
            case PersonAct.Stays stays -> "left-cancelled";
            case PersonAct.Reassign reassign -> "reassigned";
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
