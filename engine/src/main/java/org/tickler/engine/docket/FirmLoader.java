package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.book.BookKeeper;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.ClerkAlarm;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SourceStore.Kind;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/**
 * Loads the people and matters of a home by the truth rules: the sources are called {@code people} and {@code matters}. What
 * is missing from them stays. Loading the same again changes nothing. Processes take turns. Safe for many threads.
 */
public final class FirmLoader {
    private final Database database;
    private final BookKeeper books;
    private final FirmPlanning planning;
    private final InstantSource clock;

    public FirmLoader(Database database, BookKeeper books, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.books = books;
        this.planning = new FirmPlanning(database, reconciler);
        this.clock = clock;
    }

    /**
     * What loading did.
     *
     * @param notes what somebody should know, a sentence each: what was changed here and in the file, what is missing
     */
    public record Loaded(LoadReport people, LoadReport matters, List<String> notes, Outcome outcome) {
        public Loaded {
            notes = List.copyOf(notes);
        }
    }

    /** Loads them, and plans what changed: every matter where a person did. There must be an active book. */
    public Loaded load(Collection<Person> people, Collection<Matter> matters, String who) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Facts facts = database.inTransaction(handle -> {
            AdvisoryLock.FIRM.holdInTransaction(handle);
            FactLoader persons = people(handle, people, who, now);
            FactLoader files = matters(handle, matters, who, now);
            List<MatterId> touched = persons.changed().isEmpty()
                    ? files.changed().stream().map(MatterId::new).toList()
                    : MatterStore.ids(handle);
            UnplannedStore.add(handle, touched, now);
            ask(handle, persons, files, now);
            return new Facts(persons, files, touched);
        });
        Outcome outcome =
                planning.plan(facts.touched(), new Cause(who, "people and matters of the home were loaded"), now);
        return new Loaded(facts.persons().report(), facts.matters().report(), facts.notes(), outcome);
    }

    /** What was changed both here and in the file is put to whoever keeps the docket. */
    private void ask(Handle handle, FactLoader persons, FactLoader files, Instant now) {
        List<String> conflicts = Stream.of(persons, files)
                .flatMap(facts -> facts.report().items(Sort.SUSPICIOUS).stream())
                .map(LoadReport.Item::text)
                .toList();
        if (!conflicts.isEmpty()) {
            ActiveBook book = books.active(handle);
            ClerkAlarm alarm = new ClerkAlarm(handle, book, PersonStore.all(handle), now);
            conflicts.forEach(why -> alarm.raise(
                    "both-changed " + why,
                    "Changed both here and in the home's files: " + why
                            + ". Make the file say what is right, or what stands here"));
        }
    }

    private static FactLoader people(Handle handle, Collection<Person> people, String who, Instant now) {
        FactLoader facts = new FactLoader(Kind.PERSON, "people");
        Map<String, ObjectNode> stored = PersonStore.readable(handle).all().stream()
                .collect(Collectors.toMap(person -> person.id().value(), PersonStore::body));
        // that the file may say what stands there unreadably, and all else stays
        PersonStore.unreadable(handle).forEach(row -> stored.put(row.id(), row.body()));
        Map<String, ObjectNode> says =
                people.stream().collect(Collectors.toMap(person -> person.id().value(), PersonStore::body));
        facts.load(handle, says, stored, (id, body) -> PersonStore.save(handle, id, body, now), now);
        for (String id : facts.changed()) {
            record(handle, who, now, "people", Optional.empty(), Optional.of(new PersonId(id)));
        }
        return facts;
    }

    private static FactLoader matters(Handle handle, Collection<Matter> matters, String who, Instant now) {
        FactLoader facts = new FactLoader(Kind.MATTER, "matters");
        List<MatterId> ids = matters.stream().map(Matter::id).toList();
        Map<String, ObjectNode> stored = MatterStore.find(handle, ids).stream()
                .collect(Collectors.toMap(matter -> matter.id().value(), MatterStore::body));
        Map<String, ObjectNode> says =
                matters.stream().collect(Collectors.toMap(matter -> matter.id().value(), MatterStore::body));
        facts.load(handle, says, stored, (id, body) -> MatterStore.save(handle, id, body, now), now);
        for (String id : facts.changed()) {
            record(handle, who, now, "matters", Optional.of(new MatterId(id)), Optional.empty());
        }
        return facts;
    }

    private static void record(
            Handle handle,
            String who,
            Instant now,
            String source,
            Optional<MatterId> matter,
            Optional<PersonId> person) {
        Map<String, Object> detail = Map.of("source", source);
        Audit.record(handle, new AuditRecord(now, who, "loaded", matter, Optional.empty(), person, detail));
    }

    private record Facts(FactLoader persons, FactLoader matters, List<MatterId> touched) {
        List<String> notes() {
            return List.of(persons.report(), matters.report()).stream()
                    .flatMap(report ->
                            List.of(Sort.SUSPICIOUS, Sort.NOTE).stream().flatMap(sort -> report.items(sort).stream()))
                    .map(LoadReport.Item::text)
                    .toList();
        }
    }
}
