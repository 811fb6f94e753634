package org.tickler.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tickler.engine.answer.AnswerDesk;
import org.tickler.engine.answer.AnswerGiven;
import org.tickler.engine.answer.Claims;
import org.tickler.engine.answer.Recorded;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.dispatch.Office;
import org.tickler.engine.docket.Acts;
import org.tickler.engine.docket.Receipts;
import org.tickler.engine.escalate.Escalator;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.Answer;
import org.tickler.engine.store.AnswerWay;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.ScheduleStore;
import org.tickler.engine.store.Stamp;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Confidentiality;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.PersonKind;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;
import org.tickler.rules.firm.Wants;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.AskId;
import org.tickler.rules.remind.PlannedReminder;
import org.tickler.rules.remind.PlannedReminder.Due;
import org.tickler.rules.remind.PlannedReminder.Fate;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.TimeSpan;

/**
 * The sample firm two days before its hearing, Tuesday 10 March 2026, 10 in New York, with rungs that want answers. Kim
 * Cho stands in for John Lin, the lead attorney. What the dispatcher does is done here by hand: asks are put, sent, failed.
 */
public final class AskFixture {
    public static final PersonId KCHO = new PersonId("kcho");
    public static final Instant TUE_10 = Instant.parse("2026-03-10T14:00:00Z");
    private static final String RULES = """
            ladders:
              - id: hearings
                for: {kind: hearing}
                rungs:
                  - id: lead
                    at: 3 days before
                    to: lead-attorney
                    by: email
                    answer: {from: lead-attorney, within: 4 business hours}
                    if-silent:
                      - {tell: delegate}
                      - {after: 1 business hour, tell: supervising-attorney}
                  - id: patient
                    at: 2 days before
                    to: lead-attorney
                    by: email
                    answer: {from: lead-attorney, within: 1 hour}
                    if-silent:
                      - {after: 30 minutes, tell: supervising-attorney}
                  - id: any
                    at: 2 hours before
                    to: [lead-attorney, paralegal]
                    by: email
                    answer: {from: any, within: 1 hour}
                    if-silent:
                      - {tell: supervising-attorney}
                  - id: each
                    at: 1 hours before
                    to: [lead-attorney, paralegal]
                    by: email
                    answer: {from: each, within: 1 hour}
                    if-silent:
                      - {tell: supervising-attorney}
                  - id: told
                    at: 7 days before
                    to: lead-attorney
                    by: email
            """;

    private final Database database;
    private final Path receipts;
    private final SettableClock clock = new SettableClock(TUE_10);
    private final BookKeeper books;
    private final AnswerDesk desk;
    private final Escalator escalator;
    private final Entry hearing = Samples.hearing();

    public AskFixture(Database database) {
        this.database = database;
        this.receipts = folder();
        this.books = new BookKeeper(database);
        this.desk = desk(database, books, clock, receipts);
        this.escalator = new Escalator(database, books, clock);
        books.activate(Samples.book(RULES), "rdiaz", Samples.MON_2026_01_05);
        Samples.store(database, hearing);
        save(Samples.jlin(), Optional.of(KCHO), List.of());
        save(kcho(), Optional.empty(), List.of());
    }

    /** From now on a hearing that is said to be done is only claimed. */
    public void wantsTwoForDone() {
        String check = "checks:\n  - {id: hearings, for: {kind: hearing}, done: [receipt, second-person]}\n";
        books.activate(Samples.book(RULES + check), "rdiaz", clock.instant());
    }

    /** What takes answers on that database, and keeps the receipts in that folder. */
    public static AnswerDesk desk(Database database, BookKeeper books, InstantSource clock, Path receipts) {
        Reconciler reconciler = new Reconciler(database, books, HoldLimits.USUAL);
        return new AnswerDesk(
                database, books, new Claims(new Acts(database, books, reconciler, clock), new Receipts(receipts)));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("receipts-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where receipts are kept. */
    public Path receipts() {
        return receipts;
    }

    public Database database() {
        return database;
    }

    public SettableClock clock() {
        return clock;
    }

    public BookKeeper books() {
        return books;
    }

    public AnswerDesk desk() {
        return desk;
    }

    public Entry hearing() {
        return hearing;
    }

    /** Lets time pass, and sweeps. */
    public void pass(Duration time) {
        clock.advance(time);
        sweep();
    }

    public void sweep() {
        escalator.sweep();
    }

    /** Puts a rung of the hearing to a person by the channels given, and sends it. */
    public AskId ask(String rung, PersonId person, Channel... channels) {
        AskId id = plan(rung, person, channels);
        send(id);
        return id;
    }

    /** Puts a rung of the hearing to a person without sending it. */
    public AskId plan(String rung, PersonId person, Channel... channels) {
        Ask ask = new Ask(hearing.id(), 1, "hearings", rung, person, 0);
        List<PlannedReminder> reminders = List.of(channels).stream()
                .map(channel -> new PlannedReminder(
                        ask.on(channel),
                        ask,
                        hearing.matter(),
                        Purpose.RUNG,
                        person,
                        channel,
                        new Due(
                                clock.instant(),
                                clock.instant().atZone(Samples.NEW_YORK).toLocalDateTime(),
                                Samples.NEW_YORK),
                        Samples.MON_2026_01_05,
                        new Fate.Goes(),
                        within(rung),
                        "2 days before"))
                .toList();
        database.inTransaction(handle -> {
            ScheduleStore.add(handle, reminders, Stamp.of(books.active().fingerprint(), clock.instant()));
            return id(ask);
        });
        return ask.id();
    }

    /** Marks the planned reminders of an ask as sent, and starts its clock. */
    public void send(AskId id) {
        Instant now = clock.instant();
        Office office = Office.of(books.active());
        Optional<Instant> silent = find(id).answerWithin()
                .map(within -> office.answers().until(now, within, Samples.NEW_YORK))
                .map(end -> office.useful()
                        .last(hearing, "hearings")
                        .filter(last -> last.isAfter(now) && last.isBefore(end))
                        .orElse(end));
        database.inTransaction(handle -> handle.createUpdate("""
                        UPDATE reminder SET state = 'sent', state_at = :now, sent_at = :now
                        WHERE ask = :ask AND state = 'planned'""")
                .bind("now", now)
                .bind("ask", id.value())
                .execute());
        database.inTransaction(handle -> handle.createUpdate(
                        "UPDATE ask SET first_sent_at = :now, silent_at = CAST(:silent AS timestamptz) WHERE id = :ask")
                .bind("now", now)
                .bind("silent", silent.orElse(null))
                .bind("ask", id.value())
                .execute());
    }

    /** Marks an ask's reminder on a channel as failed. */
    public void fail(AskId id, Channel channel, String reason) {
        database.inTransaction(handle -> handle.createUpdate("""
                        UPDATE reminder SET state = 'failed', state_reason = :reason, state_at = :now
                        WHERE ask = :ask AND channel = :channel""")
                .bind("reason", reason)
                .bind("now", clock.instant())
                .bind("ask", id.value())
                .bind("channel", channel.name().toLowerCase(Locale.ROOT))
                .execute());
    }

    public Recorded answer(AskId id, Answer answer, PersonId who) {
        return desk.record(id, answer, who, AnswerWay.PAGE, clock.instant());
    }

    public Recorded answer(AskId id, AnswerGiven given) {
        return desk.record(id, given, clock.instant());
    }

    public AskRow find(AskId id) {
        return database.withHandle(handle -> AskStore.find(handle, id)).orElseThrow();
    }

    /** The ask by which a person is told as a step of an escalation; empty where there is none. */
    public Optional<AskRow> step(String rung, PersonId person) {
        return database.withHandle(handle ->
                AskStore.ofRung(handle, find(new Ask(hearing.id(), 1, "hearings", rung, Samples.JLIN, 0).id())).stream()
                        .filter(ask -> ask.step() > 0 && ask.asked().equals(person))
                        .findFirst());
    }

    /** {@code recipient channel state} of every reminder, sorted. */
    public List<String> reminders() {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT recipient || ' ' || channel || ' ' || state FROM reminder ORDER BY 1")
                .mapTo(String.class)
                .list());
    }

    /** What was written down in the audit, in order. */
    public List<String> acts() {
        return acts(0);
    }

    /** As {@link #acts()}, of the rows after one. */
    public List<String> acts(long after) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT act FROM audit WHERE act <> 'book-activated' AND seq > :after ORDER BY seq")
                .bind("after", after)
                .mapTo(String.class)
                .list());
    }

    /** Puts into the row of an ask what no program writes there. */
    public void spoil(AskId ask) {
        database.inTransaction(handle -> handle.createUpdate("UPDATE ask SET purpose = 'riddle' WHERE id = :ask")
                .bind("ask", ask.value())
                .execute());
    }

    /** The details of the audit's last row. */
    public String lastDetail() {
        return database.withHandle(
                handle -> handle.createQuery("SELECT detail::text FROM audit ORDER BY seq DESC LIMIT 1")
                        .mapTo(String.class)
                        .one());
    }

    /** Stores a person with another delegate and leave. */
    public void save(Person person, Optional<PersonId> delegate, List<Leave> leave) {
        Person away = person.withLeave(leave);
        Person changed = delegate.map(away::withDelegate).orElse(away);
        database.inTransaction(handle -> PersonStore.save(handle, changed));
    }

    /** Puts other rules in force. */
    public void rules(String yaml) {
        books.activate(Samples.book(yaml), "rdiaz", clock.instant());
    }

    /** The words of what was put to a person on the way. */
    public List<String> words(PersonId reader) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT DISTINCT purpose || ': ' || why FROM reminder WHERE recipient = :reader ORDER BY 1")
                .bind("reader", reader.value())
                .mapTo(String.class)
                .list());
    }

    /** That the reminders of an ask left in one mail of that name, with a code in its line. */
    public void mailed(AskId ask, String message, String code) {
        database.inTransaction(handle -> {
            handle.createUpdate("""
                            INSERT INTO message (id, channel, recipient, address, body, made_at)
                            SELECT :message, 'email', recipient, recipient || '@firm.example', '', :now
                            FROM reminder WHERE ask = :ask AND channel = 'email'""")
                    .bind("message", message)
                    .bind("now", clock.instant())
                    .bind("ask", ask.value())
                    .execute();
            handle.createUpdate("UPDATE reminder SET message = :message WHERE ask = :ask AND channel = 'email'")
                    .bind("message", message)
                    .bind("ask", ask.value())
                    .execute();
            handle.createUpdate("INSERT INTO attempt (message, number, node, began_at) VALUES (:message, 1, 'a', :now)")
                    .bind("message", message)
                    .bind("now", clock.instant())
                    .execute();
            return handle.createUpdate("""
                            INSERT INTO attempt_reminder (attempt, reminder, code, fence)
                            SELECT t.id, r.id, :code, 1 FROM attempt t JOIN reminder r ON r.message = t.message
                            WHERE t.message = :message""")
                    .bind("code", code)
                    .bind("message", message)
                    .execute();
        });
    }

    /** What was written back to people who wrote, in order. */
    public List<String> writtenBack() {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT why FROM reminder WHERE purpose = 'written-back' ORDER BY due_at, id")
                .mapTo(String.class)
                .list());
    }

    /** Stores a person with other channels. */
    public void save(Person person, Reach reach) {
        database.inTransaction(handle -> PersonStore.save(
                handle,
                new Person(
                        person.id(),
                        person.name(),
                        person.kind(),
                        person.roles(),
                        reach,
                        person.zone(),
                        person.quiet(),
                        person.leave(),
                        person.delegate(),
                        person.wants(),
                        person.left(),
                        person.knownAt())));
    }

    /** Names somebody in the matter's team. */
    public void team(String role, PersonId person) {
        Matter matter = Samples.matter();
        List<Team.Member> team = new ArrayList<>(matter.team().members());
        team.removeIf(member -> member.role().equals(new RoleName(role)));
        team.add(Team.Member.always(new RoleName(role), person));
        database.inTransaction(handle -> MatterStore.save(
                handle,
                new Matter(
                        matter.id(),
                        matter.title(),
                        matter.side(),
                        matter.practice(),
                        matter.phase(),
                        matter.opened(),
                        matter.closed(),
                        Set.of(),
                        new Team(team),
                        matter.proceedings(),
                        matter.claims(),
                        matter.confidentiality(),
                        matter.walledOff(),
                        matter.knownAt())));
    }

    /** A person leaves for good today. */
    public void leaves(Person person) {
        Person gone = find(person.id())
                .leaving(clock.instant().atZone(Samples.NEW_YORK).toLocalDate());
        database.inTransaction(handle -> PersonStore.save(handle, gone));
    }

    private Person find(PersonId id) {
        return database.withHandle(handle -> PersonStore.find(handle, id)).orElseThrow();
    }

    /** The details of the audit's last row of that act. */
    public String details(String act) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT detail::text FROM audit WHERE act = :act ORDER BY seq DESC LIMIT 1")
                .bind("act", act)
                .mapTo(String.class)
                .one());
    }

    /** Lets a person answer for another as well. */
    public void answersFor(Person person, PersonId... others) {
        Person changed = person.withAnswersFor(List.of(others));
        database.inTransaction(handle -> PersonStore.save(handle, changed));
    }

    /** The hearing as it stands. */
    public Entry entry() {
        return database.withHandle(handle -> EntryStore.find(handle, hearing.id()))
                .orElseThrow();
    }

    /** Puts the hearing into a status, as an act would. */
    public void status(EntryStatus status) {
        Entry changed = entry().withStatus(status);
        database.inTransaction(handle -> {
            EntryStore.update(
                    handle,
                    List.of(changed),
                    Change.act(Change.Cause.CORRECTED, "rdiaz", "as the court has it", clock.instant()));
            return changed;
        });
    }

    /** Moves the hearing by a week. */
    public void move() {
        Instant now = clock.instant();
        Entry moved = entry().withWhen(
                        new When.Timed(Samples.THU_2026_03_12.plusDays(7), Optional.empty(), Samples.NEW_YORK),
                        entry().revision().next(now));
        database.inTransaction(handle -> {
            EntryStore.update(
                    handle, List.of(moved), Change.act(Change.Cause.MOVED, "rdiaz", "the court's order", now));
            return moved;
        });
    }

    /** Sends a person on leave today. */
    public void away(Person person) {
        LocalDate today = clock.instant().atZone(Samples.NEW_YORK).toLocalDate();
        save(person, person.delegate(), List.of(new Leave(today, today)));
    }

    /** Walls people off from the matter. */
    public void wallOff(PersonId... people) {
        Matter matter = Samples.matter();
        Matter walled = new Matter(
                matter.id(),
                matter.title(),
                matter.side(),
                matter.practice(),
                matter.phase(),
                matter.opened(),
                matter.closed(),
                Set.of(),
                matter.team(),
                matter.proceedings(),
                matter.claims(),
                Confidentiality.FIRM,
                Set.of(people),
                matter.knownAt());
        database.inTransaction(handle -> MatterStore.save(handle, walled));
    }

    public static Person kcho() {
        return new Person(
                KCHO,
                "Kim Cho",
                PersonKind.STAFF,
                List.of(),
                new Reach(Optional.of("kcho@firm.example"), Optional.of("+12125550104"), Set.of(), Map.of()),
                Samples.NEW_YORK,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Wants.EACH,
                Optional.empty(),
                Samples.MON_2026_01_05);
    }

    private Optional<TimeSpan> within(String rung) {
        return books.active().rulebook().ladder("hearings").orElseThrow().rungs().stream()
                .filter(one -> one.id().equals(rung))
                .findFirst()
                .flatMap(Rung::answer)
                .map(answer -> answer.within());
    }

    private static AskId id(Ask ask) {
        return ask.id();
    }
}
