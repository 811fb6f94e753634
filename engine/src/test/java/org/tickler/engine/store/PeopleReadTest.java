package org.tickler.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickler.engine.Samples.JLIN;
import static org.tickler.engine.Samples.MHARPER;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.engine.Samples;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;

class PeopleReadTest {
    private static final Leave AWAY = new Leave(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 13));

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private Database database;

    @BeforeEach
    void store() {
        database = tests.database();
        Samples.store(database, Samples.hearing());
    }

    @Test
    void nobodyIsReadAgainWhileNobodyChanged() {
        assertThat(database.withHandle(PersonStore::all)).isSameAs(database.withHandle(PersonStore::all));
    }

    @Test
    void aChangeShowsInItsTransactionAndToOthersOnceItIsCommitted() {
        Person away = jlin(database).withLeave(List.of(AWAY));
        database.inTransaction(handle -> {
            assertThat(jlin(handle).leave()).isEmpty();
            PersonStore.save(handle, away);
            assertThat(jlin(handle).leave()).containsExactly(AWAY);
            assertThat(seenByOthers().leave()).as("to others, meanwhile").isEmpty();
            PersonStore.save(handle, away.withLeave(List.of()));
            assertThat(jlin(handle).leave()).as("twice in one transaction").isEmpty();
            return PersonStore.save(handle, away);
        });
        assertThat(jlin(database).leave()).containsExactly(AWAY);
    }

    @Test
    void aSnapshotKeepsThePeopleItBeganWith() {
        Person away = jlin(database).withLeave(List.of(AWAY));
        database.inSnapshot(handle -> {
            assertThat(jlin(handle).leave()).isEmpty();
            saveElsewhere(away);
            assertThat(seenByOthers().leave()).containsExactly(AWAY);
            assertThat(jlin(handle).leave()).isEmpty();
            return true;
        });
        assertThat(jlin(database).leave()).containsExactly(AWAY);
    }

    @Test
    void whatAnotherProcessOrAHandChangesIsRead() {
        Person before = jlin(database);
        saveElsewhere(before.withLeave(List.of(AWAY)));
        assertThat(jlin(database).leave()).containsExactly(AWAY);
        try (Database other = Database.open(tests.address())) {
            other.inTransaction(
                    handle -> handle.execute("UPDATE person SET body = body - 'leave' WHERE id = ?", JLIN.value()));
        }
        assertThat(jlin(database).leave()).isEmpty();
    }

    /** Two rows and two changes follow each other, so that both changes are as far from the rows as each other. */
    @Test
    void aChangeThatIsTakenBackIsNotTakenForTheNextOneOfSomebodyElse() {
        Person lin = jlin(database);
        Person harper = find(database, MHARPER);
        database.inTransaction(handle -> PersonStore.save(handle, lin.withLeave(List.of(AWAY))));
        database.inTransaction(handle -> PersonStore.save(handle, harper.withLeave(List.of(AWAY))));
        assertThatThrownBy(() -> database.inTransaction(handle -> {
                    PersonStore.save(handle, lin);
                    assertThat(jlin(handle).leave()).isEmpty();
                    throw new IllegalStateException("taken back");
                }))
                .hasMessage("taken back");
        database.inTransaction(handle -> PersonStore.save(handle, harper));
        assertThat(jlin(database).leave()).containsExactly(AWAY);
        assertThat(find(database, MHARPER).leave()).isEqualTo(harper.leave());
    }

    private void saveElsewhere(Person person) {
        try (Database other = Database.open(tests.address())) {
            other.inTransaction(handle -> PersonStore.save(handle, person));
        }
    }

    /** In another transaction of this process. */
    private Person seenByOthers() {
        return CompletableFuture.supplyAsync(() -> jlin(database)).join();
    }

    private static Person jlin(Database database) {
        return find(database, JLIN);
    }

    private static Person find(Database database, PersonId id) {
        return database.withHandle(handle -> PersonStore.all(handle).find(id).orElseThrow());
    }

    private static Person jlin(Handle handle) {
        return PersonStore.all(handle).find(JLIN).orElseThrow();
    }
}
