package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.event;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Happening;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Basis;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.matteract.Resuming;
import org.tickler.rules.sample.SampleFirm;

/** Court deadlines under the firm's checks. */
class CheckedDeadlineTest {
    private static final String PACK = """
            pack: sample
            title: Sample rules
            version: 2026-11-26
            law: us-frcp
            courts: us-federal
            events:
              complaint-served: Service of the complaint
            rules:
              - id: answer
                title: Answer
                kind: filing
                duty: served-party
                trigger: complaint-served
                due: 21 days after
                authority: {cite: Rule 12, checked: 2026-11-20}
                examples:
                  - {on: 2026-03-06, due: 2026-03-27, source: the text}
            """;
    private static final String CHECK = "\nchecks: [{id: court-dates, for: {kind: filing}, verify: blind}]";

    private static SampleFirm sample(String rules) {
        return firm().pack(PACK)
                .rules("use: sample" + rules)
                .on(event("complaint-served", "2026-03-06").court("us-nysd"));
    }

    private static Entry only(SampleFirm firm) {
        assertThat(firm.schedule().derived()).hasSize(1);
        return firm.schedule().derived().getFirst();
    }

    private static Instruction verified(Entry entry, String at) {
        return new Instruction(
                entry.id(),
                What.VERIFIED,
                Terms.of(entry.when(), Optional.empty()),
                new Basis(Optional.empty(), Optional.empty()),
                new PersonId("ben"),
                Instant.parse(at),
                Optional.empty());
    }

    @Test
    void areOpenWithoutACheck() {
        assertThat(only(sample("")).status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void areProposedUntilVerifiedAndProposedAgainOnAnotherDate() {
        Entry proposed = only(sample(CHECK));
        assertThat(proposed.status()).isEqualTo(EntryStatus.PROPOSED);
        SampleFirm said = sample(CHECK).on(proposed).said(verified(proposed, "2026-02-01T15:00:00Z"));
        assertThat(only(said).status()).isEqualTo(EntryStatus.OPEN);
        assertThat(((Origin.Derived) only(said).origin()).steps()).contains("verified by ben");

        SampleFirm moved = said.on(only(said))
                .on(event("complaint-served", "2026-03-09").court("us-nysd").revision(2, "2026-02-02T15:00:00Z"));
        assertThat(only(moved).when().date()).contains(LocalDate.of(2026, 3, 30));
        assertThat(only(moved).status()).isEqualTo(EntryStatus.PROPOSED);
    }

    @Test
    void thatWereVerifiedBeforeAStayAreVerifiedAfterItAndOnAnotherDateAreNot() {
        Entry proposed = only(sample(CHECK));
        SampleFirm said = sample(CHECK).on(proposed).said(verified(proposed, "2026-02-01T15:00:00Z"));
        Entry lifted = resumed(only(said));
        assertThat(only(said.on(lifted).act(stay(lifted, EntryStatus.OPEN))).status())
                .as("nothing of it moved")
                .isEqualTo(EntryStatus.OPEN);

        SampleFirm moved =
                said.on(event("complaint-served", "2026-03-09").court("us-nysd").revision(2, "2026-02-12T15:00:00Z"));
        assertThat(only(moved).when().date()).contains(LocalDate.of(2026, 3, 30));
        assertThat(only(moved).status()).isEqualTo(EntryStatus.PROPOSED);
    }

    @Test
    void thatMovedAwayAndBackDuringAStayAreProposedAfterItUntilVerifiedAnew() {
        Entry proposed = only(sample(CHECK));
        SampleFirm firm = sample(CHECK)
                .said(verified(proposed, "2026-02-01T15:00:00Z"))
                .on(stayed(proposed, proposed.when()))
                .act(stay(proposed, EntryStatus.OPEN));
        Entry lifted = lifted(firm);
        assertThat(lifted.status()).as("as the way back says").isEqualTo(EntryStatus.PROPOSED);
        Entry derived = only(firm.on(lifted));
        assertThat(derived.status()).as("as it is derived then").isEqualTo(EntryStatus.PROPOSED);
        assertThat(derived.revision()).isEqualTo(lifted.revision());
        assertThat(only(firm.on(derived)).status()).as("and ever after").isEqualTo(EntryStatus.PROPOSED);

        Entry anew = only(firm.said(verified(lifted, "2026-02-11T15:00:00Z")));
        assertThat(anew.status()).as("verified anew").isEqualTo(EntryStatus.OPEN);
        assertThat(only(firm.on(anew)).status()).isEqualTo(EntryStatus.OPEN);
    }

    @Test
    void thatMovedDuringAStayToADateVerifiedLongAgoAreProposedAfterIt() {
        Entry proposed = only(sample(CHECK));
        SampleFirm firm = sample(CHECK)
                .on(event("complaint-served", "2026-03-09").court("us-nysd").revision(2, "2026-02-06T15:00:00Z"));
        Entry moved = proposed.withWhen(only(firm).when(), proposed.revision());
        firm.said(verified(moved, "2026-01-05T15:00:00Z"))
                .said(verified(proposed, "2026-02-01T15:00:00Z"))
                .on(stayed(proposed, moved.when()))
                .act(stay(proposed, EntryStatus.OPEN));
        Entry lifted = lifted(firm);
        assertThat(lifted.status()).as("as the way back says").isEqualTo(EntryStatus.PROPOSED);
        assertThat(only(firm.on(lifted)).status()).as("as it is derived then").isEqualTo(EntryStatus.PROPOSED);
    }

    /** As it stands stayed, and moved for the last time on 6 February. */
    private static Entry stayed(Entry entry, When when) {
        return entry.after(Happening.STAYED, EntryStatus.STAYED)
                .withWhen(when, new Revision(3, Instant.parse("2026-02-06T15:00:00Z")));
    }

    /** As it stands again when the stay ends on 10 February, by what a preview shows, too. */
    private static Entry lifted(SampleFirm firm) {
        Resuming.Decision decision = Resuming.decisions(
                        firm.docket(),
                        firm.docket().acts().getFirst(),
                        firm.rulebook().checks(),
                        LocalDate.of(2026, 2, 10),
                        Instant.parse("2026-02-10T15:00:00Z"))
                .getFirst();
        return ((Resuming.Stands) decision).after();
    }

    @Test
    void thatNobodyHadVerifiedAreProposedAfterAStayAsBefore() {
        Entry proposed = only(sample(CHECK));
        Entry lifted = resumed(proposed);
        SampleFirm firm = sample(CHECK).on(lifted).act(stay(lifted, EntryStatus.PROPOSED));
        assertThat(only(firm).status()).isEqualTo(EntryStatus.PROPOSED);
        assertThat(only(firm.said(verified(proposed, "2026-02-05T15:00:00Z"))).status())
                .as("verified while it was stayed")
                .isEqualTo(EntryStatus.OPEN);
    }

    /** As it stands since a stay from 3 to 10 February ended. */
    private static Entry resumed(Entry entry) {
        return entry.withWhen(entry.when(), entry.revision().next(Instant.parse("2026-02-10T15:00:00Z")));
    }

    private static MatterAct stay(Entry entry, EntryStatus before) {
        return new MatterAct(
                1,
                MatterAct.Sort.STAY,
                new MatterAct.Reach(
                        Optional.empty(), LocalDate.of(2026, 2, 3), MatterAct.Reach.BUILT_IN, Set.of(EntryKind.FILING)),
                new MatterAct.Said(
                        new PersonId("ben"), Optional.empty(), Optional.empty(), Instant.parse("2026-02-03T15:00:00Z")),
                Map.of(entry.id(), before),
                Optional.of(Instant.parse("2026-02-10T15:00:00Z")));
    }

    @Test
    void thatAreThereWhenACheckIsSwitchedOnWaitForASecondPersonAndNoLongerWhenItIsSwitchedOff() {
        Entry open = only(sample(""));
        Entry proposed = only(sample(CHECK).on(open));
        assertThat(proposed.status()).isEqualTo(EntryStatus.PROPOSED);
        assertThat(only(sample("").on(proposed))).isEqualTo(open);
    }
}
