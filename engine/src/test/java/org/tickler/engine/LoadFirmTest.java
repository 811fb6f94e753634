package org.tickler.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.plan.HoldLimits;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;

/** People and matters of the home, loaded at start and reload. */
class LoadFirmTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @Test
    void plansWhatAProcessThatWasCutShortDidNotComeToPlan() {
        Engine engine = new Engine(tests.database(), new SettableClock(Samples.MON_2026_01_05), HoldLimits.USUAL);
        engine.activate(Samples.book(), "home");
        Samples.store(tests.database(), Samples.hearing());
        tests.database().inTransaction(handle -> {
            UnplannedStore.add(handle, List.of(Samples.ACME_V_BOLT), Samples.MON_2026_01_05);
            return null;
        });
        assertThat(engine.loadFirm(List.of(), List.of(), "home").outcome().changed())
                .isEqualTo(1);
        assertThat(unplanned()).isEmpty();
        assertThat(engine.loadFirm(List.of(), List.of(), "home").outcome().changed())
                .isZero();
    }

    @Test
    void saysWhatIsToBePlannedBeforeItIsPlanned() {
        Engine engine = new Engine(tests.database(), new SettableClock(Samples.MON_2026_01_05), HoldLimits.USUAL);
        tests.database().inTransaction(handle -> MatterStore.save(handle, Samples.matter()));
        assertThat(catchThrowable(() -> engine.loadFirm(List.of(Samples.jlin()), List.of(), "home")))
                .as("there is no book to plan with yet")
                .isNotNull();
        Optional<Person> saved = tests.database().withHandle(handle -> PersonStore.find(handle, Samples.JLIN));
        assertThat(saved).isPresent();
        assertThat(unplanned()).containsExactly(Samples.ACME_V_BOLT);
    }

    /** As where a zone is known no more since an upgrade; what commands said of the person since stays. */
    @Test
    void aRowThatCannotBeReadIsPutRightByTheFileThatSaysItOtherwise() {
        Engine engine = new Engine(tests.database(), new SettableClock(Samples.MON_2026_01_05), HoldLimits.USUAL);
        engine.activate(Samples.book(), "home");
        Leave away = new Leave(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 13));
        engine.loadFirm(List.of(Samples.jlin()), List.of(), "home");
        tests.database().inTransaction(handle -> {
            PersonStore.save(handle, Samples.jlin().withLeave(List.of(away)));
            handle.execute("UPDATE person SET body = jsonb_set(body, '{zone}', '\"Mars/Olympus\"') WHERE id = 'jlin'");
            return handle.execute(
                    "UPDATE source_row SET said = jsonb_set(said, '{zone}', '\"Mars/Olympus\"') WHERE id = 'jlin'");
        });
        engine.loadFirm(List.of(Samples.jlin()), List.of(), "home");
        Person put = tests.database()
                .withHandle(handle -> PersonStore.find(handle, Samples.JLIN))
                .orElseThrow();
        assertThat(put.zone()).isEqualTo(Samples.jlin().zone());
        assertThat(put.leave()).containsExactly(away);
    }

    private List<MatterId> unplanned() {
        return tests.database().withHandle(UnplannedStore::all);
    }
}
