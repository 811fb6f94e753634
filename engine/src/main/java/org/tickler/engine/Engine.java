package org.tickler.engine;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.tickler.engine.agenda.Agenda;
import org.tickler.engine.agenda.AgendaQuery;
import org.tickler.engine.agenda.Explanation;
import org.tickler.engine.agenda.Line;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.Book;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.docket.Act;
import org.tickler.engine.docket.Acts;
import org.tickler.engine.docket.ClosureDesk;
import org.tickler.engine.docket.Done;
import org.tickler.engine.docket.FirmLoader;
import org.tickler.engine.docket.Inbox;
import org.tickler.engine.docket.LoadOptions;
import org.tickler.engine.docket.LoadProgress;
import org.tickler.engine.docket.LoadReport;
import org.tickler.engine.docket.Loader;
import org.tickler.engine.docket.Mapping;
import org.tickler.engine.docket.MatterActs;
import org.tickler.engine.docket.MatterStep;
import org.tickler.engine.docket.OrderedDate;
import org.tickler.engine.docket.PeopleDesk;
import org.tickler.engine.docket.Preview;
import org.tickler.engine.docket.Signature;
import org.tickler.engine.docket.Transfer;
import org.tickler.engine.docket.Transfers;
import org.tickler.engine.docket.Undo;
import org.tickler.engine.history.LifeReader;
import org.tickler.engine.history.Moment;
import org.tickler.engine.history.Naming;
import org.tickler.engine.plan.Activator;
import org.tickler.engine.plan.Forecast;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.plan.WhatIf;
import org.tickler.engine.sheet.SheetPreviews;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.HoldStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ProofStore;
import org.tickler.engine.store.StatusStore;
import org.tickler.engine.watch.Counts;
import org.tickler.engine.watch.Status;
import org.tickler.engine.watch.StatusReader;
import org.tickler.engine.watch.drill.Drills;
import org.tickler.engine.watch.guard.GuardWatch;
import org.tickler.engine.watch.proof.Prover;
import org.tickler.rules.count.Period;
import org.tickler.rules.deadline.Extending;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/**
 * What a command or a daemon does with a firm's database, in the order of the flow. One a process; safe for many threads.
 */
public final class Engine {
    private final Database database;
    private final InstantSource clock;
    private final BookKeeper books;
    private final Reconciler reconciler;
    private final Activator activator;
    private final Loader loader;
    private final FirmLoader firmLoader;
    private final Acts acts;
    private final Transfers transfers;
    private final MatterActs matterActs;
    private final Undo undo;
    private final ClosureDesk closures;
    private final PeopleDesk people;
    private final Agenda agenda;
    private final StatusReader status;

    /**
     * @param database migrated
     * @param clock the only one that the engine asks
     */
    public Engine(Database database, InstantSource clock, HoldLimits limits) {
        this.database = database;
        this.clock = clock;
        this.books = new BookKeeper(database);
        this.reconciler = new Reconciler(database, books, limits);
        this.activator = new Activator(database, books, reconciler);
        this.loader = new Loader(database, books, reconciler, clock);
        this.firmLoader = new FirmLoader(database, books, reconciler, clock);
        this.agenda = new Agenda(database);
        this.acts = new Acts(database, books, reconciler, clock);
        this.transfers = new Transfers(database, books, reconciler, clock);
        this.matterActs = new MatterActs(database, books, reconciler, clock);
        this.undo = new Undo(database, books, reconciler, matterActs, clock);
        this.people = new PeopleDesk(database, books, reconciler, clock);
        this.closures = new ClosureDesk(database, books, reconciler, clock);
        this.status = new StatusReader(database, books, clock);
    }

    /** Now, as everything here has it. */
    public Instant now() {
        return clock.instant();
    }

    /** Keeps the books: for the steps that time drives. */
    public BookKeeper books() {
        return books;
    }

    /** The book that everything is planned with; empty before the first. */
    public Optional<ActiveBook> book() {
        return books.find();
    }

    /** Whether every matter has been planned with the active book. */
    public boolean isPlanned() {
        return database.withHandle(StatusStore::book)
                .filter(StatusStore.BookState::applied)
                .isPresent();
    }

    /**
     * Makes a book the active one and plans every matter with it.
     *
     * @return what planning did; empty where nothing had to be done
     * @throws org.tickler.engine.book.BookRefused if a file has an error; what was active stays so
     */
    public Optional<Outcome> activate(Book book, String who) {
        return activator.activate(book, who, clock.instant());
    }

    /**
     * Step 1: the people and matters of the home, by the truth rules. Those that changed are planned again, and so is what
     * a process that was cut short changed and did not come to plan.
     */
    public FirmLoader.Loaded loadFirm(List<Person> people, List<Matter> matters, String who) {
        return firmLoader.load(people, matters, who);
    }

    /** Step 1: a docket from files, as one load of one source. */
    public LoadReport load(List<Path> files, LoadOptions options, LoadProgress progress) {
        return loader.load(files, options, progress);
    }

    /** Step 1: what loads the files that are dropped into {@code folder}. */
    public Inbox inbox(Path folder, List<Mapping> mappings) {
        return new Inbox(folder, database, loader, mappings, clock);
    }

    /** Step 1: where people's acts are done, for what takes them in its own transaction. */
    public Acts acts() {
        return acts;
    }

    /** Step 1: what a person's acts on one matter would do together, applied to nothing. */
    public Preview preview(List<Act> all, Signature by) {
        return acts.preview(all, by);
    }

    /** Step 1: a person's acts on one matter, all of them or none, with what follows from them. */
    public Done apply(List<Act> all, Signature by) {
        return acts.apply(all, by);
    }

    /** Step 1: the acts that enter the dates of an order on a matter. */
    public List<Act> ordered(MatterId matter, List<OrderedDate> dates, String source, Signature by) {
        return acts.ordered(matter, dates, source, by);
    }

    /** Step 1: the date to which an extension by {@code period} takes an entry. */
    public Extending.Extended.To extended(EntryId entry, Period period, Signature by) {
        return acts.extended(entry, period, by);
    }

    /** Step 1: the acts that verify what was set by {@code source} on a matter. */
    public List<Act> unverified(MatterId matter, String source, Signature by) {
        return acts.unverified(matter, source, by);
    }

    /** Step 1: what bringing a matter before another court would do, applied to nothing. */
    public Preview preview(Transfer transfer, Signature by) {
        return transfers.preview(transfer, by);
    }

    /** Step 1: brings a matter before another court. */
    public Preview apply(Transfer transfer, Signature by) {
        return transfers.apply(transfer, by);
    }

    /** Step 1: what settling, staying or closing a matter would do, or taking that back, applied to nothing. */
    public Preview preview(MatterStep step, Signature by) {
        return matterActs.preview(step, by);
    }

    /** Step 1: settles, stays or closes a matter, or takes that back. */
    public Preview apply(MatterStep step, Signature by) {
        return matterActs.apply(step, by);
    }

    /** Step 1: what taking back the last act would do, applied to nothing. */
    public Preview preview(Undo.Of of, Signature by) {
        return undo.preview(of, by);
    }

    /** Step 1: takes back the last act on an entry or a matter. */
    public Preview apply(Undo.Of of, Signature by) {
        return undo.apply(of, by);
    }

    /** Step 1: where it is said that people are away, gone, or hand matters on. */
    public PeopleDesk peopleDesk() {
        return people;
    }

    /** A matter, as {@code viewer} may see it; empty viewer: the firm itself. */
    public Optional<Matter> matter(MatterId id, Optional<PersonId> viewer) {
        return agenda.matter(id, viewer, clock.instant());
    }

    /** Step 1: where closures of courts are confirmed. */
    public ClosureDesk closures() {
        return closures;
    }

    /** Steps 2 to 4: what planning every matter in another world would change, applied to nothing. */
    public Forecast forecast(WhatIf whatIf) {
        return reconciler.preview(database.withHandle(MatterStore::ids), whatIf, clock.instant());
    }

    /** Step 4: what a hold keeps back: to whom, by what, and when it was to leave. */
    public List<HoldStore.Held> held(long hold) {
        return database.withHandle(handle -> HoldStore.held(handle, hold));
    }

    /** Step 4: lets go of what a hold keeps back, and says how many reminders that were. */
    public int release(long hold, String who) {
        return reconciler.release(hold, who, clock.instant());
    }

    /** Step 9: how all of it stands. */
    public Status status() {
        return status.read();
    }

    /** Step 9: what is counted for those who watch from outside. */
    public Counts counts() {
        return status.counts();
    }

    /** Step 10: sheets as they would be made now. */
    public SheetPreviews sheets() {
        return new SheetPreviews(database, books);
    }

    /** Step 9: proves now that everybody was told, and tells the last resort where not. */
    public ProofStore.Proof prove(String who) {
        return new Prover(database, books).prove(who, clock.instant());
    }

    /** Step 9: what the guards find now, as {@code viewer} may see it; empty: the firm itself. */
    public List<GuardWatch.Found> guards(Optional<PersonId> viewer) {
        return new GuardWatch(database, clock, books).look(viewer);
    }

    /** Step 9: the firm's fire drills. */
    public Drills drills() {
        return new Drills(database, clock, books, reconciler);
    }

    /** Step 10: entries and reminders by time. */
    public List<Line> agenda(AgendaQuery query) {
        return agenda.lines(query, clock.instant());
    }

    /** Step 10: where words stand, as {@code viewer} may see it; empty: the firm itself. */
    public List<Line> find(String words, Optional<PersonId> viewer, int most) {
        return agenda.find(words, viewer, most, clock.instant());
    }

    /** Step 10: why an entry is on the docket, as {@code viewer} may see it; empty: the firm itself. */
    public Explanation explain(EntryId id, Optional<PersonId> viewer) {
        return agenda.explain(id, viewer, clock.instant());
    }

    /** Step 10: all that happened to an entry and around it, the first first; hours are told in {@code zone}. */
    public List<Moment> life(Entry entry, ZoneId zone) {
        return database.inSnapshot(handle -> new LifeReader(handle, Naming.IDS, zone).of(entry));
    }

    /** As {@link #life(Entry, ZoneId)}, without people's addresses and numbers and what providers said of them. */
    public List<Moment> lifeWithoutAddresses(Entry entry, ZoneId zone) {
        return database.inSnapshot(
                handle -> LifeReader.withoutAddresses(handle, Naming.IDS, zone).of(entry));
    }

    /** An entry, in whatever status. */
    public Optional<Entry> entry(EntryId id) {
        return database.withHandle(handle -> EntryStore.find(handle, id));
    }

    /** Everyone the firm knows. */
    public People people() {
        return database.withHandle(PersonStore::all);
    }
}
