package org.tickler.rules.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tickler.rules.count.Direction;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.PeriodUnit;
import org.tickler.rules.deadline.Extending.Extended;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.Revision;
import org.tickler.rules.docket.When;
import org.tickler.rules.sample.SampleFirm;

/** Extensions by a period, of an answer that is due 21 days after service. */
class ExtendingTest {
    private static final Period TWO_WEEKS = new Period(14, PeriodUnit.DAYS, Direction.AFTER);

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
                title: The answer
                kind: filing
                duty: any-party
                trigger: complaint-served
                due: 21 days after
                authority: {cite: Rule of answers}
                unchecked: a sample
                examples: {on: 2026-03-06, due: 2026-03-27, source: none}
            """;

    private static SampleFirm served(String day) {
        return firm().rules("use: sample")
                .pack(PACK)
                .on(entry("served", EntryKind.EVENT, day).court("us-nysd").event("complaint-served"));
    }

    private static Entry answer(SampleFirm firm) {
        return firm.schedule().derived().getFirst();
    }

    private static Extended by(Period period, SampleFirm firm, Entry entry) {
        return new Extending(firm.docket(), firm.rulebook().law(), SampleFirm.CALENDARS).by(period, entry);
    }

    private static Extended.To to(SampleFirm firm) {
        return (Extended.To) by(TWO_WEEKS, firm, answer(firm));
    }

    @Test
    void runsFromTheEndToWhichThePeriodHadRolled() {
        SampleFirm saturday = served("2026-03-07");
        assertThat(answer(saturday).when().date()).contains(LocalDate.of(2026, 3, 30));
        assertThat(to(saturday).day()).isEqualTo(LocalDate.of(2026, 4, 13));
        assertThat(to(saturday).steps())
                .first()
                .asString()
                .isEqualTo("The extension runs from the end of the first period, Mon 2026-03-30.");
    }

    @Test
    void rollsWhereItEndsOnAClosedDay() {
        SampleFirm firm = served("2026-03-06");
        Period toASaturday = new Period(15, PeriodUnit.DAYS, Direction.AFTER);
        assertThat(by(toASaturday, firm, answer(firm)))
                .isInstanceOfSatisfying(
                        Extended.To.class, to -> assertThat(to.day()).isEqualTo(LocalDate.of(2026, 4, 13)));
    }

    @Test
    void isForAPersonToCountFromAClosedDay() {
        SampleFirm firm = served("2026-03-06");
        Entry ordered = answer(firm)
                .withWhen(
                        new When.AllDay(
                                LocalDate.of(2026, 4, 4),
                                Optional.empty(),
                                answer(firm).when().zone()),
                        new Revision(2, answer(firm).revision().knownAt()));
        assertThat(by(TWO_WEEKS, firm, ordered))
                .isInstanceOfSatisfying(
                        Extended.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("Sat 2026-04-04", "is surely open"));
    }

    @Test
    void isForAPersonToCountWhereNoRuleOfACourtMadeTheDate() {
        SampleFirm firm = served("2026-03-06");
        Entry entered = firm.docket().entries().getFirst();
        assertThat(by(TWO_WEEKS, firm, entered))
                .isInstanceOfSatisfying(
                        Extended.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("no law says how to count"));
    }

    @Test
    void isForAPersonToCountUnderALawThatCountsFromTheUnrolledEnd() {
        SampleFirm firm = served("2026-03-06").pack(PACK.replace("law: us-frcp", "law: us-uspto"));
        assertThat(by(TWO_WEEKS, firm, answer(firm)))
                .isInstanceOfSatisfying(
                        Extended.Unknown.class,
                        unknown -> assertThat(unknown.why()).contains("us-uspto", "before that was rolled"));
    }

    @Test
    void isUnknownWhereTheCalendarVouchesForNoDay() {
        assertThat(by(
                        new Period(40, PeriodUnit.YEARS, Direction.AFTER),
                        served("2026-03-06"),
                        answer(served("2026-03-06"))))
                .isInstanceOf(Extended.Unknown.class);
    }
}
