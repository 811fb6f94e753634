package org.tickler.rules.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.RoleName;
import org.tickler.rules.firm.Sight;
import org.tickler.rules.firm.Team;
import org.tickler.rules.sample.SampleFirm;
import org.tickler.rules.sample.SamplePerson;

/** Roles from and until: a reminder goes to whoever holds the role on its day, and nobody who held it is lost. */
class TeamChangesTest {
    private static final String TWO_RUNGS = """
            ladders:
              - id: all
                rungs:
                  - {id: week, at: 7 days before, time: "09:00", to: lead-attorney, by: email}
                  - {id: day, at: 1 day before, time: "09:00", to: lead-attorney, by: email}
            """;

    /** Filed on Tuesday 7 April; the rungs speak on Tuesday 31 March and Monday 6 April. */
    private static SampleFirm handedOn(String day, String known) {
        LocalDate first = LocalDate.parse(day);
        return firm().on(filing("2026-04-07"))
                .rules(TWO_RUNGS)
                .with(person("jlin"))
                .with(person("mharper"))
                .member("lead-attorney", "jlin", "", first.minusDays(1).toString(), "")
                .member("lead-attorney", "mharper", day, "", known);
    }

    @Test
    void eachRungGoesToWhoeverHoldsTheRoleOnItsDay() {
        assertThat(handedOn("2026-04-01", "2026-03-20T14:00:00Z").going())
                .contains("Tue 2026-03-31 09:00 jlin email week", "Mon 2026-04-06 09:00 mharper email day")
                .noneMatch(line -> line.contains("mharper email week") && line.startsWith("Tue 2026-03-31"))
                .noneMatch(line -> line.contains("jlin email day"));
    }

    @Test
    void whoTakesOverHearsOnTheFirstDayOfWhatWasSaidBefore() {
        assertThat(handedOn("2026-04-01", "2026-03-20T14:00:00Z").going())
                .contains("Wed 2026-04-01 09:00 mharper email week late");
    }

    @Test
    void whoTookOverBeforeThatWasKnownHearsAtOnceAsEnteredLate() {
        assertThat(handedOn("2026-04-01", "2026-04-02T14:00:00Z").going())
                .contains("Thu 2026-04-02 10:00 mharper email week late", "Mon 2026-04-06 09:00 mharper email day");
    }

    @Test
    void theTeamOfADayKeepsItsAnswer() {
        Matter matter = handedOn("2026-04-01", "").matter();
        SampleFirm firm = handedOn("2026-04-01", "");
        RoleName lead = RoleName.LEAD_ATTORNEY;
        assertThat(firm.people().inRole(lead, matter, LocalDate.of(2026, 3, 15)))
                .extracting(one -> one.id().value())
                .containsExactly("jlin");
        assertThat(firm.people().inRole(lead, matter, LocalDate.of(2026, 4, 1)))
                .extracting(one -> one.id().value())
                .containsExactly("mharper");
        assertThat(matter.team().on(LocalDate.of(2026, 3, 31)))
                .extracting(Team.Member::who)
                .containsExactly(new PersonId("jlin"));
    }

    @Test
    void whoIsNoLongerOnTheTeamOfAConfidentialMatterSeesItNoMore() {
        SampleFirm firm = handedOn("2026-04-01", "").teamOnly();
        var jlin = firm.people().find(new PersonId("jlin")).orElseThrow();
        assertThat(Sight.sees(jlin, firm.matter(), LocalDate.of(2026, 3, 31)).allowed())
                .isTrue();
        assertThat(Sight.sees(jlin, firm.matter(), LocalDate.of(2026, 4, 1)).allowed())
                .isFalse();
    }

    @Test
    void whereTheTeamNamesNobodyForTheDayTheFirmsHoldersAreMeant() {
        assertThat(firm().on(filing("2026-04-07"))
                        .rules(TWO_RUNGS)
                        .with(person("jlin"))
                        .with(person("sue").role("lead-attorney"))
                        .member("lead-attorney", "jlin", "", "2026-04-01", "")
                        .going())
                .containsExactly("Tue 2026-03-31 09:00 jlin email week", "Mon 2026-04-06 09:00 sue email day");
    }

    @Test
    void aRoleThatNobodyHoldsOnTheDayIsAGap() {
        SampleFirm firm = firm().on(filing("2026-04-07"))
                .rules(TWO_RUNGS)
                .with(person("jlin"))
                .member("lead-attorney", "jlin", "", "2026-04-01", "");
        assertThat(firm.going()).containsExactly("Tue 2026-03-31 09:00 jlin email week");
        assertThat(firm.gaps()).singleElement().asString().contains("ladder all, day: nobody");
    }

    @Test
    void aNewMemberDoesNotMakeTheOthersLate() {
        SampleFirm firm = firm().on(filing("2026-04-07"))
                .rules(TWO_RUNGS)
                .with(person("jlin"))
                .with(person("mharper"))
                .member("lead-attorney", "jlin", "", "", "")
                .member("lead-attorney", "mharper", "", "", "2026-04-02T14:00:00Z");
        assertThat(firm.going())
                .contains("Tue 2026-03-31 09:00 jlin email week", "Thu 2026-04-02 10:00 mharper email week late");
    }

    @Test
    void aNewOwnerHearsOfWhatWasSaidBeforeAsEnteredLate() {
        Entry filing = filing("2026-04-07").owner("mharper").build();
        assertThat(firm().on(filing)
                        .owned(filing.id(), "2026-04-02T14:00:00Z")
                        .rules(TWO_RUNGS.replace("lead-attorney", "owner"))
                        .with(person("mharper"))
                        .going())
                .containsExactly(
                        "Thu 2026-04-02 10:00 mharper email week late", "Mon 2026-04-06 09:00 mharper email day");
    }

    @Test
    void theMattersDelegateComesBeforeTheUsualOne() {
        assertThat(away(person("kcho"), person("dkim")))
                .containsExactly("Mon 2026-04-06 09:00 kcho email day for jlin");
    }

    @Test
    void theUsualDelegateStandsInWhereTheMattersIsAwayToo() {
        assertThat(away(person("kcho").away("2026-04-06", "2026-04-06"), person("dkim")))
                .containsExactly("Mon 2026-04-06 09:00 dkim email day for jlin");
        assertThat(away(person("kcho").away("2026-04-06", "2026-04-06").delegate("sue"), person("dkim")))
                .containsExactly("Mon 2026-04-06 09:00 sue email day for jlin");
    }

    @Test
    void aCircleOfDelegatesWhoAreAllAwayEnds() {
        assertThat(away(
                        person("kcho").away("2026-04-06", "2026-04-06").delegate("jlin"),
                        person("dkim").away("2026-04-06", "2026-04-06").delegate("kcho")))
                .singleElement()
                .asString()
                .contains("jlin email day");
    }

    private static List<String> away(SamplePerson kcho, SamplePerson dkim) {
        return firm().on(filing("2026-04-07"))
                .rules("""
                        ladders:
                          - id: all
                            rungs:
                              - {id: day, at: 1 day before, time: "09:00", to: jlin, by: email}
                        """)
                .with(person("jlin")
                        .away("2026-04-06", "2026-04-06")
                        .delegate("dkim")
                        .delegate("H-2291", "kcho"))
                .with(kcho)
                .with(dkim)
                .with(person("sue"))
                .going();
    }
}
