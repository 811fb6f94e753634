package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.engine.audit.Audit;
import org.tickler.engine.audit.AuditRecord;
import org.tickler.engine.store.HistoryStore.Former;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

/** What stood before facts were changed. */
class FormerFactsTest {
    private static final Instant TEN = Instant.parse("2026-03-10T14:00:00Z");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void comesInTheOrderOfTheChangesAlsoWhereTheLaterOneHadBegunFirst() {
        tests.database().inTransaction(handle -> PersonStore.save(handle, Samples.jlin()));
        change(new PersonId("mharper"), TEN.plusSeconds(300));
        change(new PersonId("rdiaz"), TEN.plusSeconds(240));
        List<Former<Person>> former = tests.database().withHandle(handle -> HistoryStore.people(handle, TEN));
        assertThat(former).extracting(Former::until).containsExactly(TEN.plusSeconds(300), TEN.plusSeconds(240));
        Person then = tests.database()
                .inSnapshot(handle -> FactsThen.read(handle, TEN).people(TEN.plusSeconds(60)))
                .find(Samples.JLIN)
                .orElseThrow();
        assertThat(then.delegate())
                .as("as it was before either")
                .isEqualTo(Samples.jlin().delegate());
    }

    private void change(PersonId delegate, Instant at) {
        tests.database().inTransaction(handle -> {
            Audit.record(handle, AuditRecord.of(at, "rdiaz", "loaded", Map.of()));
            return PersonStore.save(handle, Samples.jlin().withDelegate(delegate));
        });
    }
}
