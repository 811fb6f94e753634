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
import org.jdbi.v3.core.Handle;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.plan.Cause;
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
    private final Reconciler reconciler;
    private final InstantSource clock;

    public FirmLoader(Database database, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.reconciler = reconciler;
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
            return new Facts(persons, files, touched);
        });
        Outcome outcome = plan(facts.touched(), new Cause(who, "people and matters of the home were loaded"), now);
        return new Loaded(facts.persons().report(), facts.matters().report(), facts.notes(), outcome);
    }

    /**
     * Plans what changed, and what a process that was cut short left to be planned. While a docket is being loaded that is
     * the other's to do.
     */
    private Outcome plan(List<MatterId> touched, Cause cause, Instant now) {
        return database.withHandle(handle -> {
            boolean alone = AdvisoryLock.LOAD.tryHold(handle);
            try {
                List<MatterId> matters = alone ? UnplannedStore.all(handle) : touched;
                Outcome outcome = reconciler.reconcile(matters, cause, now);
                if (alone) {
                    UnplannedStore.planned(handle, matters, now);
                } else {
                    UnplannedStore.plannedFrom(handle, matters, now);
                }
                return outcome;
            } finally {
                if (alone) {
                    AdvisoryLock.LOAD.release(handle);
                }
            }
        });
    }

    private static FactLoader people(Handle handle, Collection<Person> people, String who, Instant now) {
        FactLoader facts = new FactLoader(Kind.PERSON, "people");
        Map<String, ObjectNode> stored = PersonStore.all(handle).all().stream()
                .collect(Collectors.toMap(person -> person.id().value(), PersonStore::body));
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
