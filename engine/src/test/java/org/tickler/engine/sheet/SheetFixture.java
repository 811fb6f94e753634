package org.tickler.engine.sheet;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.AskFixture;
import org.tickler.engine.Samples;
import org.tickler.engine.SettableClock;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.Office;
import org.tickler.engine.dispatch.PostOffice;
import org.tickler.engine.dispatch.words.Composer;
import org.tickler.engine.dispatch.words.Templates;
import org.tickler.engine.due.Claimer;
import org.tickler.engine.due.DueSweep;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.HorizonStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.trial.Mailbox;
import org.tickler.engine.trial.ReceivedMail;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.AskId;

/** The sample firm with its sheets, a mail server, and a clock that jumps from one thing to do to the next. */
public final class SheetFixture implements AutoCloseable {
    public static final String MORNING = """
              - {id: morning, sheet: morning, to: everyone, every: business day, time: "07:30"}
            """;
    public static final String WEEK = """
              - {id: week, sheet: week, of: matter, to: lead-attorney, every: week, on: Monday, time: "08:00"}
            """;
    public static final String EXIT_CONTROL = """
              - id: exit-control
                sheet: exit-control
                to: docket-clerk
                every: business day
                time: "17:00"
                answer: {within: 3 hours}
                if-silent: [{tell: supervising-attorney}]
            """;
    public static final String SECOND_DOCKET = """
              - id: second-docket
                sheet: second-docket
                to-addresses:
                  - {name: Vault, email: vault@elsewhere.example}
                  - {name: Deputy, email: deputy@elsewhere.example}
                every: day
                time: "02:00"
            """;

    private final Database database;
    private final SettableClock clock;
    private final Mailbox mailbox = Mailbox.open();
    private final BookKeeper books;
    private final SheetSweep sheets;
    private final DueSweep due;
    private final Escalator escalator;
    private final AnswerDesk desk;

    /** @param sheets rules of sheets, known since {@code now} */
    public SheetFixture(Database database, Path home, String now, String... sheets) {
        this.database = database;
        this.clock = new SettableClock(at(now));
        this.books = new BookKeeper(database);
        this.sheets = new SheetSweep(database, books, clock);
        this.due = new DueSweep(
                new Claimer(database, clock),
                PostOffice.dispatcher(
                        database,
                        clock,
                        "one",
                        PostOffice.byMail(mailbox.port(), clock, home),
                        new Composer(Templates.builtIn()),
                        () -> Office.of(books.active()))::dispatch);
        this.escalator = new Escalator(database, books, clock);
        this.desk = AskFixture.desk(database, books, clock, home);
        activate(sheets);
        Samples.store(database);
    }

    /** A local time in New York, or an instant. */
    public static Instant at(String time) {
        return time.endsWith("Z")
                ? Instant.parse(time)
                : LocalDateTime.parse(time).atZone(Samples.NEW_YORK).toInstant();
    }

    public void activate(String... rules) {
        books.activate(Samples.book("sheets:\n" + String.join("", rules)), "rdiaz", clock.instant());
    }

    public Database database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    public BookKeeper books() {
        return books;
    }

    public Reconciler reconciler() {
        return new Reconciler(database, books, HoldLimits.USUAL);
    }

    public void sweep() {
        sheets.sweep();
        due.run();
        escalator.sweep();
        due.run();
    }

    /** Lives until then: from one thing that is to be done to the next. */
    public void until(String time) {
        Instant end = at(time);
        sweep();
        for (Optional<Instant> next = next(); next.isPresent() && next.get().isBefore(end); next = next()) {
            if (next.get().isAfter(clock.instant())) {
                clock.set(next.get());
            } else {
                clock.advance(Duration.ofSeconds(1));
            }
            sweep();
        }
        clock.set(end);
        sweep();
    }

    /** The engine is down until then. */
    void outageUntil(String time) {
        clock.set(at(time));
        sweep();
    }

    private Optional<Instant> next() {
        return database.withHandle(HorizonStore::next);
    }

    public List<ReceivedMail> mailsTo(String person) {
        return mailbox.mailsTo(person.contains("@") ? person : person + "@firm.example");
    }

    /** The subjects of what somebody got. */
    List<String> subjects(String person) {
        return mailsTo(person).stream()
                .map(mail -> mail.header("Subject").orElse(""))
                .toList();
    }

    /** When the sheets of a rule left to a reader. */
    List<Instant> sent(String rule, String reader) {
        return database.withHandle(handle -> handle.createQuery("""
                        SELECT r.sent_at FROM reminder r JOIN sheet s ON s.ask = r.ask
                        WHERE s.rule = :rule AND r.recipient = :reader AND r.sent_at IS NOT NULL ORDER BY r.sent_at""")
                .bind("rule", rule)
                .bind("reader", reader)
                .mapTo(Instant.class)
                .list());
    }

    /** The ask by which a rule's sheet of a day was put to somebody, as a step of its escalation. */
    public AskId ask(String rule, String day, String reader, int step) {
        return AskId.sheet(rule, LocalDate.parse(day), reader, step);
    }

    Recorded answer(AskId ask, Answer answer, PersonId who) {
        return desk.record(ask, answer, who, AnswerWay.PAGE, clock.instant());
    }

    public AnswerDesk desk() {
        return desk;
    }

    List<String> texts(String sql) {
        return PostOffice.texts(database, sql);
    }

    public void store(Entry... entries) {
        database.inTransaction(handle -> {
            EntryStore.insert(handle, List.of(entries), Change.loaded("docket", Samples.MON_2026_01_05));
            return null;
        });
    }

    public static Entry task(String id, String title, String day) {
        return Samples.entry(
                Samples.ACME_V_BOLT,
                id,
                EntryKind.TASK,
                title,
                new When.AllDay(LocalDate.parse(day), Optional.empty(), Samples.NEW_YORK));
    }

    public static Entry task(MatterId matter, String id, String title, String day) {
        return Samples.entry(
                matter,
                id,
                EntryKind.TASK,
                title,
                new When.AllDay(LocalDate.parse(day), Optional.empty(), Samples.NEW_YORK));
    }

    /** Stores a matter that is open to nobody but Mara Harper. */
    MatterId confidential() {
        Matter open = Samples.matter(new MatterId("H-7"));
        Matter closed = new Matter(
                open.id(),
                "In re Quiet Matter",
                open.side(),
                open.practice(),
                open.phase(),
                open.opened(),
                open.closed(),
                Set.of(),
                Map.of(new RoleName("lead-attorney"), List.of(Samples.MHARPER)),
                open.proceedings(),
                open.claims(),
                Confidentiality.TEAM,
                Set.of(),
                open.knownAt());
        database.inTransaction(handle -> MatterStore.save(handle, closed));
        return open.id();
    }

    void save(Person person, Wants wants, List<Leave> leave, Optional<PersonId> delegate) {
        save(new Person(
                person.id(),
                person.name(),
                person.kind(),
                person.roles(),
                person.reach(),
                person.zone(),
                person.quiet(),
                leave,
                delegate,
                wants,
                person.left(),
                person.knownAt()));
    }

    /** John Lin, in London. */
    void sendToLondon() {
        Person lin = Samples.jlin();
        save(new Person(
                lin.id(),
                lin.name(),
                lin.kind(),
                lin.roles(),
                new Reach(lin.reach().email(), Optional.empty(), Set.of(), Map.of()),
                ZoneId.of("Europe/London"),
                lin.quiet(),
                List.of(),
                Optional.empty(),
                lin.wants(),
                lin.left(),
                lin.knownAt()));
    }

    private void save(Person person) {
        database.inTransaction(handle -> PersonStore.save(handle, person));
    }

    @Override
    public void close() {
        mailbox.close();
    }
}
