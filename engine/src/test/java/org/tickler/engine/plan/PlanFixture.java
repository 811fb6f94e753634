package org.tickler.engine.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Words;
import org.tickler.engine.Samples;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

/** The sample firm on a database of its own, with its rules active, and what tests ask and do there. */
public final class PlanFixture {
    public static final Instant KNOWN = Samples.MON_2026_01_05;
    public static final Cause CAUSE = new Cause("docket", "loaded docket.csv");

    private final Database database;
    private final BookKeeper books;
    private final Reconciler reconciler;

    public PlanFixture(TestDatabase tests) {
        this(tests, HoldLimits.USUAL);
    }

    public PlanFixture(TestDatabase tests, HoldLimits limits) {
        this.database = tests.database();
        this.books = new BookKeeper(database);
        this.reconciler = new Reconciler(database, books, limits);
        books.activate(Samples.book(), "rdiaz", KNOWN);
    }

    public Database database() {
        return database;
    }

    public BookKeeper books() {
        return books;
    }

    public Reconciler reconciler() {
        return reconciler;
    }

    public Outcome reconcile(Instant now) {
        return reconciler.reconcile(List.of(Samples.ACME_V_BOLT), CAUSE, now);
    }

    public List<ReminderRow> reminders() {
        return reminders(Samples.ACME_V_BOLT);
    }

    public List<ReminderRow> reminders(MatterId matter) {
        return database.withHandle(
                handle -> ScheduleStore.ofMatters(handle, List.of(matter)).getOrDefault(matter, List.of()));
    }

    public List<ReminderRow> reminders(EntryId entry, ReminderState state) {
        return reminders().stream()
                .filter(row -> row.planned().ask().entry().equals(entry) && row.state() == state)
                .toList();
    }

    public List<ReminderRow> reminders(Purpose purpose) {
        return reminders().stream()
                .filter(row -> row.planned().purpose() == purpose)
                .toList();
    }

    public Map<ReminderState, Long> states() {
        return reminders().stream().collect(Collectors.groupingBy(ReminderRow::state, Collectors.counting()));
    }

    public Entry entry(EntryId id) {
        return database.withHandle(handle -> EntryStore.find(handle, id)).orElseThrow();
    }

    /** Stores the entry in another form, as an act would, without planning it. */
    public void change(Entry entry, Change.Cause cause, Instant at) {
        database.inTransaction(handle -> {
            EntryStore.update(handle, List.of(entry), Change.act(cause, "rdiaz", "a test", at));
            return null;
        });
    }

    /** Marks what is planned of an entry and due by {@code until} as sent. */
    public int send(EntryId entry, Instant until) {
        return database.withHandle(handle -> {
            handle.createUpdate("""
                            UPDATE ask SET first_sent_at = :until WHERE id IN (SELECT ask FROM reminder
                                WHERE entry = :entry AND state = 'planned' AND due_at <= :until)""")
                    .bind("entry", entry.value())
                    .bind("until", until)
                    .execute();
            return handle.createUpdate("""
                            UPDATE reminder SET state = 'sent', state_at = :until, sent_at = :until
                            WHERE entry = :entry AND state = 'planned' AND due_at <= :until""")
                    .bind("entry", entry.value())
                    .bind("until", until)
                    .execute();
        });
    }

    /** {@code state reason} of each ask of an entry, sorted. */
    public List<String> asks(EntryId entry) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT rung || ' ' || asked || ' r' || revision || ' ' || state FROM ask WHERE entry = :entry ORDER BY 1""")
                .bind("entry", entry.value())
                .mapTo(String.class)
                .list());
    }

    /** Which transaction last wrote each row of the facts and the schedule: equal before and after where nothing did. */
    public List<String> versions() {
        List<String> versions = new ArrayList<>();
        for (String table :
                List.of("person", "matter", "entry", "entry_revision", "ask", "reminder", "audit", "hold")) {
            versions.addAll(database.withHandle(handle -> handle.createQuery(
                            "SELECT '" + table + " ' || ctid || ' ' || xmin FROM " + table + " ORDER BY ctid")
                    .mapTo(String.class)
                    .list()));
        }
        return versions;
    }

    /** Stores {@code count} copies of the sample matter, each with three entries, without planning them. */
    public List<MatterId> storeMany(int count) {
        Samples.store(database);
        List<MatterId> ids = new ArrayList<>();
        database.inTransaction(handle -> {
            List<Entry> entries = new ArrayList<>();
            for (int number = 1; number <= count; number++) {
                MatterId id = new MatterId("M-" + number);
                ids.add(id);
                MatterStore.save(handle, Samples.matter(id));
                for (Entry one : List.of(Samples.hearing(), Samples.filing(), Samples.filing())) {
                    entries.add(Samples.entry(
                            id, Words.of(one.kind()) + entries.size(), one.kind(), one.title(), one.when()));
                }
            }
            EntryStore.insert(handle, entries, Change.loaded("docket", KNOWN));
            return null;
        });
        return ids;
    }
}
