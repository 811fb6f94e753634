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
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.Instruction.Basis;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.docket.Instruction.What;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.firm.PersonId;
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
