package org.tickler.engine.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.tickler.engine.Samples;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.engine.docket.Act.NewDate;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.store.ReminderRow;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.plan.ReminderState;
import org.tickler.rules.remind.Purpose;

class DuplicatesTest {
    private static final LoadOptions FROM_CLIO = LoadOptions.by("rdiaz").from("clio");
    private static final String FIRST = "1,H-2291,hearing,Motion hearing,2026-03-12,09:30,jlin,";
    private static final String SECOND = "77,H-2291,hearing,Hearing re motion,2026-03-13,09:30,jlin,";
    private static final EntryId FIRST_ID = EntryId.entered("docket", "1");
    private static final EntryId SECOND_ID = EntryId.entered("clio", "77");

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    @TempDir
    Path folder;

    private LoadFixture firm;

    @BeforeEach
    void loadBoth() {
        firm = new LoadFixture(tests, folder);
        firm.load(FIRST);
        firm.load(FROM_CLIO, SECOND);
    }

    @Test
    void theFirstGoesOnRemindingAndTheSecondWaitsWithoutAChain() {
        assertThat(firm.codes()).containsExactly("probable-duplicate");
        assertThat(firm.firm.entry(FIRST_ID).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(reminded(FIRST_ID)).isNotEmpty();
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.STAYED);
        assertThat(reminded(SECOND_ID)).isEmpty();
        assertThat(derivedFrom(SECOND_ID)).containsExactly(EntryStatus.STAYED);
        assertThat(derivedFrom(FIRST_ID)).containsExactly(EntryStatus.OPEN);
    }

    @Test
    void theQuestionSaysHowToSettleIt() {
        assertThat(firm.questions().getFirst().sentence())
                .contains("tickler keep " + SECOND_ID, "tickler cancel " + SECOND_ID);
        assertThat(firm.firm.reminders(Purpose.QUESTION)).hasSize(1);
    }

    @Test
    void theQuestionSaysThatTheSecondIsEarlier() {
        firm.load(FROM_CLIO, SECOND, "78,H-2291,hearing,Conference on motion,2026-03-10,09:30,jlin,");
        assertThat(firm.questions())
                .anySatisfy(question -> assertThat(question.sentence()).contains("2 days EARLIER"));
    }

    @Test
    void keptItRemindsWithAChainOfItsOwn() {
        Done done = firm.acts.apply(new Act.Keep(SECOND_ID), Signature.of(Samples.RDIAZ, "two hearings"));
        assertThat(done.entry().status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.codes()).isEmpty();
        assertThat(reminded(SECOND_ID)).isNotEmpty();
        assertThat(reminded(FIRST_ID)).isNotEmpty();
        assertThat(derivedFrom(SECOND_ID)).containsExactly(EntryStatus.OPEN);
        firm.load(FROM_CLIO, SECOND.replace("Hearing re motion", "Hearing on sanctions"));
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(firm.codes()).isEmpty();
        isProved("kept", SECOND_ID);
    }

    @Test
    void anOrderMovesItAndLetsItWaitUntilSomebodySaysWhatItIs() {
        Act order = new Act.Order(SECOND_ID, DateGiven.on(LocalDate.of(2026, 3, 14)), "ECF 34");
        Done done = firm.acts.apply(order, Signature.of(Samples.RDIAZ, "case management"));
        assertThat(done.preview().warnings())
                .anySatisfy(line ->
                        assertThat(line).contains("probably the same as " + FIRST_ID, "tickler keep " + SECOND_ID));
        assertThat(firm.firm.entry(SECOND_ID).when().date()).contains(LocalDate.of(2026, 3, 14));
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.STAYED);
        assertThat(reminded(SECOND_ID)).isEmpty();
        assertThat(firm.codes()).containsExactly("probable-duplicate");

        firm.acts.apply(new Act.Keep(SECOND_ID), Signature.of(Samples.RDIAZ, "two hearings"));
        assertThat(firm.firm.entry(SECOND_ID).status())
                .as("nobody has verified it")
                .isEqualTo(EntryStatus.PROPOSED);
        assertThat(reminded(SECOND_ID)).isNotEmpty();
    }

    @Test
    void cancelledItIsSettledAndTheFirstGoesOn() {
        firm.acts.apply(new Act.Cancel(SECOND_ID), Signature.of(Samples.RDIAZ, "the same hearing"));
        assertThat(firm.codes()).isEmpty();
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.CANCELLED);
        assertThat(derivedFrom(SECOND_ID)).containsExactly(EntryStatus.SUPERSEDED);
        assertThat(reminded(FIRST_ID)).isNotEmpty();
        LoadReport again = firm.load(FROM_CLIO, SECOND);
        assertThat(again.count(Sort.SAME)).isEqualTo(1);
        assertThat(firm.codes()).isEmpty();
        isProved("cancelled", SECOND_ID);
    }

    @Test
    void cancellingTheFirstReleasesTheSecond() {
        Done done = firm.acts.apply(new Act.Cancel(FIRST_ID), Signature.of(Samples.RDIAZ, "Clio has it right"));
        assertThat(done.preview().lines()).anySatisfy(line -> assertThat(line).contains("Hearing re motion"));
        assertThat(firm.codes()).isEmpty();
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(reminded(SECOND_ID)).isNotEmpty();
        isProved("kept", SECOND_ID);
    }

    @Test
    void theFirstCancelledByItsSourceReleasesTheSecond() {
        firm.load(FIRST + "cancelled");
        assertThat(firm.codes()).isEmpty();
        assertThat(firm.firm.entry(FIRST_ID).revision().number()).isEqualTo(2);
        assertThat(firm.firm.entry(SECOND_ID).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(reminded(SECOND_ID)).isNotEmpty();
        isProved("kept", SECOND_ID);
    }

    @Test
    void theFirstMovedAwayByItsSourceReleasesTheSecond() {
        firm.load(FIRST.replace("2026-03-12", "2026-04-16"));
        assertThat(firm.codes()).isEmpty();
        assertThat(reminded(SECOND_ID)).isNotEmpty();
    }

    @Test
    void theSecondMovedAwayByItsSourceIsNoDuplicateAnyMore() {
        firm.load(FROM_CLIO, SECOND.replace("2026-03-13", "2026-04-16"));
        assertThat(firm.codes()).isEmpty();
        assertThat(reminded(SECOND_ID)).isNotEmpty();
    }

    @Test
    void theSecondMovedByAPersonGoesOnWaitingForTheAnswer() {
        firm.acts.apply(
                new Act.Move(SECOND_ID, NewDate.of(DateGiven.on(LocalDate.of(2026, 3, 12)))),
                Signature.of(Samples.RDIAZ, "order"));
        assertThat(firm.codes()).containsExactly("probable-duplicate");
        assertThat(reminded(SECOND_ID)).isEmpty();
    }

    @Test
    void keepingWhatNobodyAskedAboutIsRefused() {
        assertThatThrownBy(() -> firm.acts.apply(new Act.Keep(FIRST_ID), Signature.of(Samples.RDIAZ, "fine")))
                .isInstanceOf(ActRefused.class)
                .hasMessageContaining("nothing is asked about");
    }

    @Test
    void keepingSettlesWhatLooksWrongAndAMoveSettlesWhatWasSaidOfTheDate() {
        firm.load(
                FIRST,
                "2,H-2291,filing,On a Saturday,2026-03-21,,jlin,",
                "3,H-2291,filing,On a Sunday,2026-03-29,,jlin,",
                "4,H-2291,filing,Nobody's,2026-04-22,,,");
        firm.acts.apply(new Act.Keep(EntryId.entered("docket", "2")), Signature.of(Samples.RDIAZ, "by order"));
        firm.acts.apply(
                new Act.Move(EntryId.entered("docket", "3"), NewDate.of(DateGiven.on(LocalDate.of(2026, 3, 30)))),
                Signature.of(Samples.RDIAZ, "order"));
        assertThat(firm.codes()).containsExactly("no-owner", "probable-duplicate");
        assertThat(firm.firm.entry(EntryId.entered("docket", "2")).revision().number())
                .isEqualTo(1);
    }

    private List<ReminderRow> reminded(EntryId entry) {
        return firm.firm.reminders(entry, ReminderState.PLANNED).stream()
                .filter(row -> row.planned().purpose() != Purpose.QUESTION)
                .toList();
    }

    private List<EntryStatus> derivedFrom(EntryId trigger) {
        return firm.entries().stream()
                .filter(entry -> entry.origin() instanceof Origin.Derived derived
                        && derived.trigger().equals(trigger))
                .map(entry -> entry.status())
                .toList();
    }

    /** The act stands in the audit, and the chain over it is whole. */
    private void isProved(String act, EntryId entry) {
        Chain chain = new Chain(firm.firm.database());
        chain.extend();
        assertThat(chain.verify()).isInstanceOf(Chain.Verdict.Intact.class);
        assertThat(firm.audit(entry)).contains(act);
    }
}
