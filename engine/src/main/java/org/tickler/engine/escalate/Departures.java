package org.tickler.engine.escalate;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.text.Words;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.plan.Askers;
import org.tickler.engine.plan.ClerkAlarm;
import org.tickler.engine.plan.Orphans;
import org.tickler.engine.store.AskRow;
import org.tickler.engine.store.AskStore;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.EscalationStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.QuestionStore;
import org.tickler.engine.store.QuestionStore.Question;
import org.tickler.engine.store.TokenStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.remind.Ask;
import org.tickler.rules.remind.StandIn;

/// Sees to what somebody who goes leaves behind, on the first day on which that person is no longer here: feeds and
/// tokens end,
/// what waits for an answer goes on to the stand-in or whoever comes next, questions are put to others, and whoever
/// keeps
/// the docket hears what nobody has. Also that a client who got another address is asked for consent anew. Any number
/// of
/// processes may sweep at once.
public final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final int NAMED = 20;

    private final Database database;
    private final BookKeeper books;
    private final InstantSource clock;

    public Departures(Database database, BookKeeper books, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.clock = clock;
    }

    /// Sees to everybody whose day has come.
    public void sweep() {
        Optional<ActiveBook> book = books.find();
        if (book.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        for (PersonId id : database.withHandle(handle -> PersonStore.leaving(handle, now))) {
            boolean done = database.inTransaction(handle -> depart(handle, book.get(), id, now));
            if (done) {
                LOG.info("{} has left; what waited was passed on", id);
            }
        }
        database.inTransaction(handle -> {
            consents(handle, book.get(), now);
            return now;
        });
    }

    private static boolean depart(Handle handle, ActiveBook book, PersonId id, Instant now) {
        People people = PersonStore.readable(handle);
        Optional<Person> found = people.find(id);
        if (found.isEmpty() || !PersonStore.departed(handle, id, now)) {
            return false;
        }
        Person gone = found.get();
        List<String> tokens = TokenStore.revokeAll(handle, id, now);
        AskStore.waitingFor(handle, id).forEach(ask -> handOn(handle, book, ask, gone, now));
        // read before they are put to others
        ClerkAlarm alarm = new ClerkAlarm(handle, book, people, now);
        List<Orphans.Orphan> orphans = new Orphans(handle, people).of(gone, gone.dayAt(now));
        questions(handle, book, people, gone, now);
        alarm.reader().ifPresent(reader -> {
            List<String> words = orphans.stream()
                    .filter(orphan -> orphan.matter()
                            .flatMap(matter -> MatterStore.find(handle, matter))
                            .map(matter -> Sight.sees(reader, matter, reader.dayAt(now))
                                    .allowed())
                            .orElse(true))
                    .map(Orphans.Orphan::words)
                    .toList();
            alarm.raise("left " + id + " " + gone.left().map(Object::toString).orElse(""), why(gone, words));
        });
        Audit.record(
                handle,
                new AuditRecord(
                        now,
                        "tickler",
                        "departed",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(id),
                        Map.of("tokens-revoked", tokens, "left-behind", orphans.size())));
        return true;
    }

    private static String why(Person gone, List<String> words) {
        String name = gone.name() + " (" + gone.id() + ") has left";
        if (words.isEmpty()) {
            return name + ". Nothing was left without anybody.";
        }
        String named = words.stream().limit(NAMED).collect(Collectors.joining("; "));
        String more =
                words.size() > NAMED ? "; and " + (words.size() - NAMED) + " more, which tickler status lists" : "";
        return name + ". Left behind: " + named + more + ". tickler reassign --from " + gone.id() + " --to PERSON";
    }

    /// To the stand-in where there is one who has not heard, else as the ladder says. An ask further along wakes those
    /// whose silence led to it.
    private static void handOn(Handle handle, ActiveBook book, AskRow found, Person gone, Instant now) {
        if (found.step() > 0) {
            AskStore.wakeAt(
                    handle,
                    EscalationStore.roots(handle, found.id()).stream()
                            .filter(root -> !EscalationStore.inHand(handle, root))
                            .toList(),
                    now);
            return;
        }
        AskRow root = AskStore.lock(handle, List.of(found.id())).getFirst();
        Optional<Case> about = Case.of(handle, book, root, now).filter(one -> root.waits() && !one.moot());
        if (about.isEmpty() || EscalationStore.inHand(handle, root.id())) {
            return;
        }
        String reason = gone.id() + " has left";
        StandIn.of(gone, about.get().matter(), about.get().people(), person -> now)
                .filter(person -> !about.get().heard().contains(person.id()))
                .ifPresentOrElse(
                        other -> tell(handle, about.get(), other, reason),
                        () -> Advance.step(handle, about.get(), reason));
    }

    private static void tell(Handle handle, Case about, Person other, String reason) {
        AskRow root = about.root();
        int step = root.clock().nextStep();
        Ask ask = Advance.tell(
                handle,
                about,
                step,
                new NextStep.Tell(other, Optional.empty()),
                reason + ": " + other.id() + " stands in");
        EscalationStore.link(handle, root.id(), step, ask.id(), reason, about.now());
        Optional<Instant> silent = root.answerWithin().map(within -> NextStep.deadline(about, about.now(), within));
        AskStore.escalate(handle, root.id(), reason, step, silent);
        Advance.audit(
                handle,
                about,
                "escalated",
                Map.of(
                        "ask", root.id().value(),
                        "told", List.of(other.id().value()),
                        "why", reason));
    }

    private static void questions(Handle handle, ActiveBook book, People people, Person gone, Instant now) {
        Askers askers = new Askers(people, book.firm(), now);
        for (Question question : QuestionStore.openTo(handle, gone.id())) {
            Optional<Entry> entry = EntryStore.find(handle, question.entry());
            Optional<Matter> matter = MatterStore.find(handle, question.matter());
            if (entry.isPresent() && matter.isPresent()) {
                QuestionStore.ask(handle, question.id(), askers.of(entry.get(), matter.get()));
            }
        }
    }

    private static void consents(Handle handle, ActiveBook book, Instant now) {
        People people = PersonStore.readable(handle);
        for (Person person : people.all()) {
            for (Channel channel : person.reach().lapsed()) {
                String address = person.reach().address(channel).orElse("");
                new ClerkAlarm(handle, book, people, now)
                        .raise(
                                "consent " + person.id() + " " + Words.of(channel) + " "
                                        + Integer.toHexString(address.hashCode()),
                                person.name() + " (" + person.id() + ") has another address for "
                                        + Words.of(channel) + ". The consent of "
                                        + person.reach().consent().get(channel)
                                        + " was for the former one, so nothing is sent to this one. Ask for consent anew,"
                                        + " and write its date in people.yaml: consent, " + Words.of(channel));
            }
        }
    }
}
