package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.sample.SampleFirm;

/** Rebuttal runs from the other party's disclosure (Fed. R. Civ. P. 26(a)(2)(D)(ii)), not from one's own. */
class OwnDisclosureTest {
    private static List<String> rebuttals(SampleFirm firm) {
        return firm.schedule().derived().stream()
                .filter(entry -> entry.title().equals("Rebuttal expert disclosure"))
                .map(entry -> entry.when().date().orElseThrow() + " " + entry.status())
                .toList();
    }

    private static SampleFirm trial() {
        return firm().rules("use: us-frcp")
                .on(entry("trial", EntryKind.TRIAL, "2027-05-03")
                        .court("us-nysd")
                        .event("trial"));
    }

    @Test
    void ourOwnEarlyDisclosureDoesNotEndTheTimeToRebutTheirs() {
        assertThat(rebuttals(trial())).containsExactly("2027-03-04 PROVISIONAL");

        SampleFirm firm = trial().on(entry("ours", EntryKind.EVENT, "2026-11-02")
                .court("us-nysd")
                .event("expert-disclosure")
                .party("Acme Corp."));
        trial().schedule().derived().forEach(firm::on);

        assertThat(rebuttals(firm)).contains("2027-03-04 PROVISIONAL");
    }
}
