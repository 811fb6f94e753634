package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** What runs from the time that a rule prescribes (Fed. R. App. P. 4(a)(5)), which an extension does not move. */
class PrescribedTimeTest {
    private static final EntryId JUDGMENT = SampleEntry.id("judgment");
    private static final EntryId NOTICE = EntryId.derived(JUDGMENT, "us-frap/notice-of-appeal", 1);
    private static final EntryId MOTION = EntryId.derived(NOTICE, "us-frap/extension-motion", 1);
    private static final EntryId CAP = EntryId.derived(NOTICE, "us-frap/extended-appeal", 1);

    private static SampleFirm judged() {
        return firm().rules("use: us-frap")
                .on(entry("judgment", EntryKind.EVENT, "2026-04-03")
                        .court("us-nysd")
                        .event("judgment-entered"))
                .on(entry("granted", EntryKind.EVENT, "2026-04-20")
                        .court("us-nysd")
                        .event("extension-granted"));
    }

    private static String day(SampleFirm firm, EntryId id) {
        return firm.schedule()
                .find(id)
                .orElseThrow()
                .when()
                .date()
                .orElseThrow()
                .toString();
    }

    @Test
    void theTimeToAskForMoreAndTheCapRunFromThePrescribedTimeAlsoWhenItIsExtended() {
        assertThat(day(judged(), NOTICE)).isEqualTo("2026-05-04");
        assertThat(day(judged(), MOTION)).isEqualTo("2026-06-03");
        assertThat(day(judged(), CAP)).isEqualTo("2026-06-03");

        SampleFirm firm = judged().said(new Instruction(
                NOTICE,
                Instruction.What.ORDERED,
                new Instruction.Terms(
                        Optional.of(new When.AllDay(
                                LocalDate.parse("2026-06-01"), Optional.empty(), ZoneId.of("America/New_York"))),
                        Optional.of("ECF 34")),
                new Instruction.Basis(
                        Optional.of(LocalDate.parse("2026-04-03")), Optional.of(LocalDate.parse("2026-05-04"))),
                new PersonId("jlin"),
                Instant.parse("2026-04-20T15:00:00Z"),
                Optional.empty()));
        judged().schedule().derived().forEach(firm::on);

        assertThat(day(firm, NOTICE)).isEqualTo("2026-06-01");
        assertThat(day(firm, MOTION)).isEqualTo("2026-06-03");
        assertThat(day(firm, CAP)).isEqualTo("2026-06-03");
    }
}
