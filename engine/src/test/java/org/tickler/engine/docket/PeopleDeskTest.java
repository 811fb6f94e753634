package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.firm.Leave;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Team;
import org.tickler.rules.plan.ReminderState;

/** Acts about people are rows, which files that do not change never undo. */
class PeopleDeskTest {
    private static final Signature ROSA = new Signature(Samples.RDIAZ, Optional.empty());
    private static final RoleName LEAD = RoleName.LEAD_ATTORNEY;

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;
    private FirmLoader files;
    private PeopleDesk desk;

    @BeforeEach
    void open() {
        firm = new LoadFixture(tests, folder);
        files = new FirmLoader(firm.firm.database(), firm.firm.books(), firm.firm.reconciler(), firm.clock);
        desk = new PeopleDesk(firm.firm.database(), firm.firm.books(), firm.firm.reconciler(), firm.clock);
        firm.load("1,H-2291,hearing,Motion hearing,2026-03-12,09:30,jlin,");
        load(Samples.matter());
    }

    @Test
    void anUnchangedFileNeverUndoesALeaveOrAReassignment() {
        desk.apply(away("2026-03-09", "2026-03-13"), ROSA);
        desk.apply(reassign(Optional.empty(), "2026-03-10"), ROSA);
        load(Samples.matter());
        assertThat(jlin().leave()).contains(new Leave(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 13)));
        assertThat(leads("2026-03-09")).containsExactly(Samples.JLIN);
        assertThat(leads("2026-03-10")).containsExactly(Samples.MHARPER);
    }

    @Test
    void anotherRoleThatTheFileChangesFollowsItBesideTheReassignment() {
        desk.apply(reassign(Optional.of(LEAD), "2026-03-10"), ROSA);
        load(Samples.matter()
                .with(Team.of(Map.of(
                        LEAD,
                        List.of(Samples.JLIN),
                        new RoleName("paralegal"),
                        List.of(Samples.MHARPER),
                        new RoleName("client"),
                        List.of(Samples.ACME)))));
        assertThat(leads("2026-03-10")).containsExactly(Samples.MHARPER);
        assertThat(matter().team().of(new RoleName("paralegal")))
                .extracting(Team.Member::who)
                .containsExactly(Samples.MHARPER);
    }

    @Test
    void whatIsChangedOnBothSidesStaysAndIsPutToTheDocketClerk() {
        desk.apply(reassign(Optional.of(LEAD), "2026-03-10"), ROSA);
        FirmLoader.Loaded loaded = load(Samples.matter()
                .with(Team.of(Map.of(
                        LEAD,
                        List.of(Samples.RDIAZ),
                        new RoleName("paralegal"),
                        List.of(Samples.RDIAZ),
                        new RoleName("client"),
                        List.of(Samples.ACME)))));
        assertThat(leads("2026-03-10")).containsExactly(Samples.MHARPER);
        assertThat(loaded.notes()).singleElement().asString().contains("team lead-attorney is");
        List<String> alarms = firm.firm
                .database()
                .withHandle(handle -> handle.createQuery(
                                "SELECT recipient || ': ' || why FROM reminder WHERE purpose = 'alarm'")
                        .mapTo(String.class)
                        .list());
        assertThat(alarms).singleElement().asString().startsWith("rdiaz: Changed both here and in the home's files: ");
    }

    @Test
    void theOwnerOfAnEntryIsHandedOnWithItsReminders() {
        Preview shown = desk.preview(reassign(Optional.empty(), "2026-01-05"), ROSA);
        assertThat(shown.moves())
                .anySatisfy(line -> assertThat(line).contains("owner: Motion hearing", "jlin -> mharper"));
        assertThat(firm.entry("1").details().owner()).contains("jlin");
        desk.apply(reassign(Optional.empty(), "2026-01-05"), ROSA);
        assertThat(firm.entry("1").details().owner()).contains("mharper");
        assertThat(firm.audit(firm.entry("1").id())).contains("reassigned");
        assertThat(firm.firm.reminders(firm.entry("1").id(), ReminderState.PLANNED))
                .noneSatisfy(row -> assertThat(row.planned().to()).isEqualTo(Samples.JLIN));
    }

    @Test
    void refusesWhoeverIsNotStaffAndWhatChangesNothing() {
        assertThatThrownBy(() ->
                        desk.preview(away("2026-03-09", "2026-03-13"), new Signature(Samples.ACME, Optional.empty())))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("only staff");
        assertThatThrownBy(() -> desk.apply(new PersonAct.Stays(Samples.JLIN), ROSA))
                .hasMessage("nothing changes: jlin has not left");
        assertThatThrownBy(() -> desk.apply(new PersonAct.Back(Samples.JLIN, Optional.empty()), ROSA))
                .hasMessageContaining("no such leave");
    }

    @Test
    void aLeaveThatHasBegunEndsYesterdayWhenItIsCancelled() {
        desk.apply(away("2026-01-05", "2026-03-13"), ROSA);
        firm.clock.set(firm.clock.instant().plus(Duration.ofDays(10)));
        desk.apply(new PersonAct.Back(Samples.JLIN, Optional.empty()), ROSA);
        assertThat(jlin().leave())
                .containsExactly(
                        new Leave(LocalDate.of(2026, 1, 5), desk.today().minusDays(1)));
    }

    private PersonAct away(String from, String to) {
        return new PersonAct.Away(
                Samples.JLIN, new Leave(LocalDate.parse(from), LocalDate.parse(to)), Optional.of(Samples.RDIAZ));
    }

    private static PersonAct reassign(Optional<RoleName> role, String day) {
        return new PersonAct.Reassign(
                Samples.JLIN, Samples.MHARPER, Optional.of(Samples.ACME_V_BOLT), role, LocalDate.parse(day));
    }

    private FirmLoader.Loaded load(Matter matter) {
        return files.load(
                List.of(Samples.jlin(), Samples.mharper(), Samples.rdiaz(), Samples.acme()), List.of(matter), "home");
    }

    private Person jlin() {
        return firm.firm
                .database()
                .withHandle(handle -> PersonStore.find(handle, Samples.JLIN))
                .orElseThrow();
    }

    private Matter matter() {
        return firm.firm
                .database()
                .withHandle(handle -> MatterStore.find(handle, Samples.ACME_V_BOLT))
                .orElseThrow();
    }

    private List<PersonId> leads(String day) {
        return matter().team().on(LocalDate.parse(day)).stream()
                .filter(member -> member.role().equals(LEAD))
                .map(Team.Member::who)
                .toList();
    }
}
