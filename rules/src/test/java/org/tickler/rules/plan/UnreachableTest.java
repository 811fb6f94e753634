package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.firm.Channel.EMAIL;
import static org.tickler.rules.firm.Channel.SMS;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.remind.Purpose;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** Whom no message reaches somebody is to call, and work that takes longer than what is left is said. */
class UnreachableTest {
    private static final EntryId HEARING = SampleEntry.id("hearing");

    private static SampleFirm mute() {
        return firm().with(person("mute").without(SMS).without(EMAIL))
                .with(person("clerk").without(SMS))
                .with(person("rdiaz").without(SMS))
                .team("lead-attorney", "mute")
                .team("docket-clerk", "clerk")
                .on(hearing("2026-04-14T10:00"));
    }

    @Test
    void aColleagueIsToCallWhoeverCanBeReachedOnNoChannel() {
        SampleFirm firm = mute().rules("""
                ladders:
                  - id: all
                    rungs:
                      - {at: 7 days before, to: lead-attorney, by: email, answer: {from: any, within: 4 hours}}
                """);
        assertThat(firm.lines()).containsExactly("Tue 2026-04-07 09:00 clerk email 7-days-before for mute");
        assertThat(firm.schedule().reminders()).singleElement().satisfies(call -> {
            assertThat(call.purpose()).isEqualTo(Purpose.CALL);
            assertThat(call.answer()).hasToString("Optional[4 hours]");
            assertThat(call.why())
                    .contains("call ", "mute cannot be reached: email has no address, sms has no address");
        });
        assertThat(firm.gaps()).singleElement().asString().contains("mute cannot be reached");
    }

    @Test
    void theLastResortIsToCallWhereThereIsNoDocketClerk() {
        assertThat(mute().team("docket-clerk", "mute").rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 7 days before, to: lead-attorney, by: email, answer: {from: any, within: 4 hours}}
                        """).lines())
                .containsExactly("Tue 2026-04-07 09:00 rdiaz email 7-days-before for mute");
    }

    @Test
    void nobodyCallsForWhatWantsNoAnswer() {
        assertThat(mute().rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {at: 7 days before, to: lead-attorney, by: email}
                        """).lines()).isEmpty();
    }

    @Test
    void aMoveIsToldByTelephoneToo() {
        SampleFirm firm = mute().on(hearing("2026-04-14T10:00").revision(2, "2026-03-05T15:00:00Z"))
                .told(HEARING, "mute", 1)
                .rules("ladders: []");
        assertThat(firm.lines()).containsExactly("Thu 2026-03-05 10:10 clerk email moved for mute");
        assertThat(firm.schedule().reminders())
                .allSatisfy(call -> assertThat(call.answer()).hasToString("Optional[4 business hours]"));
    }

    @Test
    void aRungThatAsksTooLateForTheWorkIsListed() {
        SampleFirm firm =
                firm().with(person("jlin")).on(hearing("2026-04-14T10:00")).rules("""
                ladders:
                  - id: all
                    effort: 12 hours
                    rungs:
                      - {at: 2 days before, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                      - {at: 1 day before, to: jlin, by: email, answer: {from: any, within: 4 hours}}
                """);
        assertThat(firm.gaps())
                .as("a Monday has 8.5 hours, and the hearing is at 10 on Tuesday")
                .containsExactly(
                        "ladder all, 2-days-before: it asks on Sun 2026-04-12 09:00, too late for the work: 12 hours of"
                                + " work, 9 hours 30 minutes left; let it speak earlier",
                        "ladder all, 1-day-before: it asks on Mon 2026-04-13 09:00, too late for the work: 12 hours of"
                                + " work, 9 hours 30 minutes left; let it speak earlier");
        assertThat(firm.schedule().reminders().getFirst().why()).endsWith("12 hours of work, 9 hours 30 minutes left");
    }
}
