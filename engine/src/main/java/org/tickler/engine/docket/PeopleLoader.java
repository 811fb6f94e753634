package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.plan.Cause;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.plan.Reconciler;
import org.tickler.engine.store.AdvisoryLock;
import org.tickler.engine.store.Database;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.SourceStore;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.People;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/**
 * Loads the people and matters of a home by the truth rules: the sources are called {@code people} and {@code matters}.
 * What follows is planned again. Loading the same again changes nothing. Safe for many threads.
 */
public final class PeopleLoader {
    private final Database database;
    private final Reconciler reconciler;
    private final InstantSource clock;

    public PeopleLoader(Database database, Reconciler reconciler, InstantSource clock) {
        this.database = database;
        this.reconciler = reconciler;
        this.clock = clock;
    }

    /**
     * Loads everybody that {@code people.yaml} names; who is missing stays. Every matter is planned again where anything
     * changed. There must be an active book.
     */
    public LoadReport loadPeople(Collection<Person> people, String who) {
        Instant now = now();
        Map<String, ObjectNode> says = new LinkedHashMap<>();
        people.forEach(person -> says.put(person.id().value(), PersonStore.body(person)));
        FactLoader loader = database.inTransaction(handle -> {
            AdvisoryLock.LOAD.holdInTransaction(handle);
            FactLoader facts = new FactLoader(SourceStore.Kind.PERSON, "people");
            People before = PersonStore.all(handle);
            Map<String, ObjectNode> stored = new HashMap<>();
            before.all().forEach(person -> stored.put(person.id().value(), PersonStore.body(person)));
            facts.load(handle, says, stored, (id, body) -> PersonStore.save(handle, id, body, now), now);
            for (String id : facts.changed()) {
                Audit.record(
                        handle,
                        new AuditRecord(
                                now,
                                who,
                                "loaded",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(new PersonId(id)),
                                Map.of("source", "people")));
            }
            if (!facts.changed().isEmpty()) {
                UnplannedStore.addAll(handle, now);
            }
            return facts;
        });
        return loader.tally().report("people", false, Optional.of(plan(who, "people", now)));
    }

    /** Loads every matter that {@code matters.yaml} names; what is missing stays. There must be an active book. */
    public LoadReport loadMatters(Collection<Matter> matters, String who) {
        Instant now = now();
        Map<String, ObjectNode> says = new LinkedHashMap<>();
        matters.forEach(matter -> says.put(matter.id().value(), MatterStore.body(matter)));
        FactLoader loader = database.inTransaction(handle -> {
            AdvisoryLock.LOAD.holdInTransaction(handle);
            FactLoader facts = new FactLoader(SourceStore.Kind.MATTER, "matters");
            Map<String, ObjectNode> stored = new HashMap<>();
            List<MatterId> ids = matters.stream().map(Matter::id).toList();
            MatterStore.lock(handle, ids)
                    .forEach(matter -> stored.put(matter.id().value(), MatterStore.body(matter)));
            facts.load(handle, says, stored, (id, body) -> MatterStore.save(handle, id, body, now), now);
            List<MatterId> changed = facts.changed().stream().map(MatterId::new).toList();
            for (MatterId id : changed) {
                Audit.record(
                        handle,
                        new AuditRecord(
                                now,
                                who,
                                "loaded",
                                Optional.of(id),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of("source", "matters")));
            }
            UnplannedStore.add(handle, changed, now);
            return facts;
        });
        return loader.tally().report("matters", false, Optional.of(plan(who, "matters", now)));
    }

    private Outcome plan(String who, String source, Instant now) {
        List<MatterId> matters = database.withHandle(UnplannedStore::all);
        Outcome outcome = reconciler.reconcile(matters, new Cause(who, "loaded " + source), now);
        database.inTransaction(handle -> {
            UnplannedStore.planned(handle, matters, now);
            return matters;
        });
        return outcome;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
