package org.tickler.engine.watch.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AppointmentStore;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.DrillStore;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.Json;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Details;
import org.tickler.rules.docket.Docket;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryLife;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.drill.Drill;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.plan.Scheduler;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.SpanCounter;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/** Begins fire drills at their times, or when somebody says so, and draws up what came of them. */
public final class Drills {
    private static final Logger LOG = LoggerFactory.getLogger(Drills.class);
    /** So long people have to answer, and the ladder to be climbed. */
    private static final TimeSpan LASTS = new TimeSpan(2, Unit.BUSINESS_DAYS);
    /** The dates that are tried for the drill's entry, in days from now: its ladder must ask somebody within a day. */
    private static final int FARTHEST = 120;

    private static final Duration SOON = Duration.ofDays(1);

    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final Reconciler reconciler;

    public Drills(Database database, InstantSource clock, BookKeeper books, Reconciler reconciler) {
        this.database = database;
        this.clock = clock;
        this.books = books;
        this.reconciler = reconciler;
    }

    /** What came of the wish to begin a drill. */
    public sealed interface Begun {
        /** It began: its entry, and when its result is drawn up. */
        record Began(EntryId entry, Instant ends) implements Begun {}

        /** It cannot be, in a sentence with what to do. */
        record Refused(String why) implements Begun {}
    }

    /** Begins what is due, and ends what has lasted long enough. */
    public void sweep() {
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty()) {
            return;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Drill> drills = book.get().rulebook().habits().drills();
        for (Drill drill : drills) {
            Instant next = next(book.get(), drill, now);
            boolean mine = database.inTransaction(handle -> {
                AppointmentStore.ensure(handle, name(drill), next);
                return AppointmentStore.take(handle, name(drill), now, next);
            });
            if (mine && begin(drill, "tickler") instanceof Begun.Refused refused) {
                LOG.error("the fire drill {} could not begin: {}", drill.id(), refused.why());
            }
        }
        database.inTransaction(handle -> {
            AppointmentStore.keepOnly(
                    handle, "drill ", drills.stream().map(Drills::name).toList());
            return drills;
        });
        for (DrillStore.Held held : database.withHandle(DrillStore::all)) {
            if (held.ended().isEmpty() && !held.ends().isAfter(now)) {
                end(held, now);
            }
        }
    }

    /** Begins a drill now. */
    public Begun begin(Drill drill, String who) {
        ActiveBook book = books.active();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Matter> matter = database.withHandle(handle -> MatterStore.find(handle, drill.matter()));
        if (matter.isEmpty()) {
            return new Begun.Refused("the matter " + drill.matter() + " of the drill " + drill.id()
                    + " is not there; add it to matters.yaml with a team, and keep it for drills");
        }
        People people = database.withHandle(PersonStore::all);
        Optional<Entry> found = IntStream.rangeClosed(1, FARTHEST)
                .mapToObj(days -> entry(drill, book, now, days))
                .flatMap(entry -> asks(entry, matter.get(), book, people, now).stream())
                .min(Comparator.comparing(Asks::first)
                        .thenComparing(one -> one.entry().when().date().orElseThrow()))
                .map(Asks::entry);
        if (found.isEmpty()) {
            return new Begun.Refused("no rung of the ladder of a " + Words.of(drill.kind()) + " on " + drill.matter()
                    + " would ask anybody within a day; see who is on its team, and whether its ladder wants answers");
        }
        return begin(drill, found.get(), book, who, now);
    }

    private Begun begin(Drill drill, Entry entry, ActiveBook book, String who, Instant now) {
        LocalDate today = now.atZone(book.firm().zone()).toLocalDate();
        LocalDate last = new SpanCounter(book.firm(), book.calendars())
                .days(today, LASTS, Side.AFTER, Optional.empty())
                .day();
        Instant ends = LocalMoments.instant(
                last.atTime(now.atZone(book.firm().zone()).toLocalTime()),
                book.firm().zone());
        database.inTransaction(handle -> {
            EntryStore.insert(handle, List.of(entry), Change.act(Change.Cause.ENTERED, who, "fire drill", now));
            DrillStore.begin(handle, entry.id(), drill.id(), who, now, ends);
            Audit.record(
                    handle,
                    AuditRecord.of(now, who, "drill-began", entry.matter(), entry.id(), Map.of("drill", drill.id())));
            reconciler.reconcileIn(handle, List.of(entry.matter()), new Cause(who, "fire drill " + drill.id()), now);
            return entry;
        });
        return new Begun.Began(entry.id(), ends);
    }

    /** All drills that were held, the last first. */
    public List<DrillStore.Held> held() {
        return database.withHandle(DrillStore::all);
    }

    private record Asks(Entry entry, Instant first) {}

    private static Optional<Asks> asks(Entry entry, Matter matter, ActiveBook book, People people, Instant now) {
        return Scheduler.derive(
                        Docket.of(matter, List.of(entry)), book.rulebook(), book.calendars(), book.firm(), people)
                .reminders()
                .stream()
                .filter(one ->
                        one.ask().entry().equals(entry.id()) && one.answer().isPresent())
                .filter(one -> !(one.fate() instanceof Fate.Suppressed))
                .map(PlannedReminder::due)
                .map(PlannedReminder.Due::at)
                .filter(due -> !due.isBefore(now) && due.isBefore(now.plus(SOON)))
                .min(Comparator.naturalOrder())
                .map(first -> new Asks(entry, first));
    }

    private static Entry entry(Drill drill, ActiveBook book, Instant now, int days) {
        ZoneId zone = book.firm().zone();
        LocalDate day = now.atZone(zone).toLocalDate().plusDays(days);
        String id = drill.id() + " " + now;
        Details details = new Details(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("A fire drill: nothing is due."),
                Optional.empty(),
                Optional.empty());
        return new Entry(
                EntryId.entered(Origin.Entered.DRILL, id),
                drill.matter(),
                drill.kind(),
                "DRILL: nothing is due",
                new When.AllDay(day, Optional.empty(), zone),
                EntryLife.born(Happening.ENTERED, EntryStatus.OPEN),
                details,
                new Origin.Entered(Origin.Entered.DRILL, id),
                new Revision(1, now));
    }

    private void end(DrillStore.Held held, Instant now) {
        database.inTransaction(handle -> {
            ObjectNode result = result(handle, held);
            if (DrillStore.end(handle, held.entry(), result, now)) {
                EntryStore.find(handle, held.entry())
                        .filter(entry -> !entry.status().isOver())
                        .ifPresent(entry -> EntryStore.update(
                                handle,
                                List.of(entry.after(Happening.CANCELLED, EntryStatus.CANCELLED)
                                        .withWhen(entry.when(), entry.revision().next(now))),
                                Change.act(Change.Cause.CANCELLED, "tickler", "the drill is over", now)));
                Audit.record(
                        handle,
                        AuditRecord.of(
                                now,
                                "tickler",
                                "drill-ended",
                                held.matter(),
                                held.entry(),
                                Map.of("drill", held.rule(), "result", result)));
                reconciler.reconcileIn(handle, List.of(held.matter()), new Cause("tickler", "the drill is over"), now);
            }
            return result;
        });
    }

    /** Who was asked, who answered within how many minutes, and who was silent. */
    private static ObjectNode result(Handle handle, DrillStore.Held held) {
        ObjectNode result = Json.object();
        ArrayNode asked = result.putArray("asked");
        int silent = 0;
        for (DrillStore.Asked one : DrillStore.asked(handle, held.entry())) {
            ObjectNode line = asked.addObject();
            line.put("person", one.person().value());
            line.put("rung", one.rung());
            line.put("step", one.step());
            line.put("sent", one.sent().toString());
            one.answered()
                    .ifPresent(at ->
                            line.put("minutes", Duration.between(one.sent(), at).toMinutes()));
            one.by().ifPresent(by -> line.put("by", by.value()));
            silent += one.answered().isEmpty() ? 1 : 0;
        }
        result.put("silent", silent);
        return result;
    }

    /** The minutes that a person took in a result, where there are any. */
    public static Optional<Long> minutes(JsonNode line) {
        return Optional.of(line.path("minutes")).filter(JsonNode::isNumber).map(JsonNode::asLong);
    }

    private static String name(Drill drill) {
        return "drill " + drill.id();
    }

    /** The first of the drill's moments after {@code now}; one on a day on which the firm does not work is on the next that it does. */
    private static Instant next(ActiveBook book, Drill drill, Instant now) {
        LocalDate today = now.atZone(book.firm().zone()).toLocalDate();
        Instant at = moment(book, drill, drill.from(today.minusDays(7)));
        return at.isAfter(now) ? at : moment(book, drill, drill.from(today.plusDays(1)));
    }

    private static Instant moment(ActiveBook book, Drill drill, LocalDate day) {
        LocalDate working = new SpanCounter(book.firm(), book.calendars())
                .days(day.minusDays(1), new TimeSpan(1, Unit.BUSINESS_DAYS), Side.AFTER, Optional.empty())
                .day();
        return LocalMoments.instant(working.atTime(drill.time()), book.firm().zone());
    }
}
