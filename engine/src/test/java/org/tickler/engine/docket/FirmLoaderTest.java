package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.plan.Outcome;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.engine.store.UnplannedStore;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Reach;
import org.tickler.rules.firm.RoleName;

class FirmLoaderTest {
    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;
    private FirmLoader loader;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
        loader = new FirmLoader(firm.firm.database(), firm.firm.books(), firm.firm.reconciler(), firm.clock);
        firm.load("1,H-2291,hearing,Motion hearing,2026-03-12,09:30,jlin,");
        load(Samples.jlin(), Samples.matter());
    }

    @Test
    void loadedTwiceChangesNothing() {
        List<String> before = firm.firm.versions();
        FirmLoader.Loaded again = load(Samples.jlin(), Samples.matter());
        assertThat(again.people().count(Sort.SAME)).isEqualTo(1);
        assertThat(again.matters().count(Sort.SAME)).isEqualTo(1);
        assertThat(again.outcome()).isEqualTo(Outcome.NOTHING);
        assertThat(firm.firm.versions()).isEqualTo(before);
    }

    @Test
    void whatOnlyTheFileChangesFollowsAndIsPlannedAgain() {
        FirmLoader.Loaded loaded = load(mailed(Samples.jlin(), "lin@firm.example"), Samples.matter());
        assertThat(loaded.people().count(Sort.CHANGED)).isEqualTo(1);
        assertThat(person().reach().email()).contains("lin@firm.example");
        FirmLoader.Loaded team = load(mailed(Samples.jlin(), "lin@firm.example"), led(Samples.MHARPER));
        assertThat(team.matters().count(Sort.CHANGED)).isEqualTo(1);
        assertThat(firm.firm.reminders())
                .anySatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.MHARPER));
        assertThat(firm.firm.database().withHandle(UnplannedStore::all)).isEmpty();
    }

    @Test
    void anUnchangedFileNeverUndoesWhatWasSetHere() {
        setHere(mailed(Samples.jlin(), "here@firm.example"));
        load(Samples.jlin(), Samples.matter());
        assertThat(person().reach().email()).contains("here@firm.example");
    }

    @Test
    void changedOnBothSidesStaysAsItIsHereAndIsSaid() {
        setHere(mailed(Samples.jlin(), "here@firm.example"));
        FirmLoader.Loaded loaded = load(mailed(Samples.jlin(), "file@firm.example"), Samples.matter());
        assertThat(person().reach().email()).contains("here@firm.example");
        assertThat(loaded.notes())
                .singleElement()
                .satisfies(note -> assertThat(note)
                        .isEqualTo("people: jlin: email is \"file@firm.example\" in the file now, but was set to"
                                + " \"here@firm.example\" here, which stays"));
    }

    @Test
    void oneWhoIsMissingFromTheFileStaysAndIsSaid() {
        FirmLoader.Loaded loaded = loader.load(List.of(), List.of(), "home");
        assertThat(person().name()).isEqualTo("John Lin");
        assertThat(loaded.people().count(Sort.MISSING)).isEqualTo(1);
        assertThat(loaded.notes()).contains("people: jlin is no longer in the file; nothing was removed");
    }

    private FirmLoader.Loaded load(Person person, Matter matter) {
        firm.clock.set(firm.clock.instant().plus(Duration.ofHours(1)));
        return loader.load(List.of(person), List.of(matter), "home");
    }

    private void setHere(Person person) {
        firm.firm.database().inTransaction(handle -> PersonStore.save(handle, person));
    }

    private Person person() {
        return firm.firm
                .database()
                .withHandle(handle -> PersonStore.find(handle, Samples.JLIN))
                .orElseThrow();
    }

    private static Person mailed(Person person, String email) {
        return new Person(
                person.id(),
                person.name(),
                person.kind(),
                person.roles(),
                new Reach(Optional.of(email), person.reach().mobile(), Set.of(), Map.of()),
                person.zone(),
                person.quiet(),
                person.leave(),
                person.delegate(),
                person.wants(),
                person.left(),
                person.knownAt());
    }

    private static Matter led(PersonId lead) {
        Matter matter = Samples.matter();
        return new Matter(
                matter.id(),
                matter.title(),
                matter.side(),
                matter.practice(),
                matter.phase(),
                matter.opened().map(LocalDate::from),
                matter.closed(),
                Set.of(),
                Map.of(new RoleName("lead-attorney"), List.of(lead)),
                matter.proceedings(),
                matter.claims(),
                matter.confidentiality(),
                matter.walledOff(),
                matter.knownAt());
    }
}
