package org.tickler.rules.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tickler.rules.sample.SampleEntry.entry;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.Addressee;
import org.tickler.rules.sample.SampleFirm;

class FindersTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final SampleFirm firm =
            SampleFirm.firm().with(person("jlin")).with(person("mharper")).team("lead-attorney", "jlin");

    @Test
    void findsAMatterWithoutALastDayToSue() {
        assertThat(find(Lack.NO_LIMITATION)).singleElement().asString().contains("has no last day to sue");
        firm.on(entry("sol", EntryKind.LIMITATION, "2025-01-05").status(EntryStatus.DONE));
        assertThat(find(Lack.NO_LIMITATION)).as("one that was kept is one").isEmpty();
    }

    @Test
    void doesNotTakeACancelledLastDayForOne() {
        firm.on(entry("sol", EntryKind.LIMITATION, "2027-01-05").status(EntryStatus.CANCELLED));
        assertThat(find(Lack.NO_LIMITATION)).hasSize(1);
    }

    @Test
    void takesNothingPastForANextStep() {
        firm.on(filing("2026-02-27"), entry("served", EntryKind.EVENT, "2026-03-20"));
        assertThat(find(Lack.NO_OPEN_ENTRY)).singleElement().asString().contains("is open and has no next step");
        firm.on(entry("today", EntryKind.TASK, "2026-03-02"));
        assertThat(find(Lack.NO_OPEN_ENTRY)).isEmpty();
    }

    @Test
    void takesWhatWaitsForItsDateForANextStep() {
        firm.on(filing("2026-02-27").waiting());
        assertThat(find(Lack.NO_OPEN_ENTRY)).isEmpty();
    }

    @Test
    void findsAnEntryWhoseOwnerIsGone() {
        SampleFirm left = SampleFirm.firm()
                .with(person("jlin").left("2026-02-01"))
                .team("lead-attorney", "jlin")
                .on(
                        filing("2026-03-20").owner("jlin"),
                        entry("past", EntryKind.TASK, "2026-02-20").owner("jlin"));
        assertThat(find(left, Lack.NO_OWNER, Map.of()))
                .singleElement()
                .asString()
                .contains("has no owner");
    }

    @Test
    void findsAMatterThatOnlyOnePersonMaySee() {
        assertThat(find(Lack.NO_SECOND_CHECKER)).isEmpty();
        firm.walledOff("mharper");
        assertThat(find(Lack.NO_SECOND_CHECKER)).singleElement().asString().contains("only jlin");
    }

    @Test
    void findsWhomNoMessageReaches() {
        Map<PersonId, Map<Channel, String>> dead = Map.of(
                new PersonId("jlin"), Map.of(Channel.EMAIL, "refused: no such user", Channel.SMS, "opted-out: STOP"));
        assertThat(find(firm, Lack.NO_REACHABLE_PERSON, dead)).hasSize(1);
        assertThat(find(firm, Lack.NO_CHANNEL, dead))
                .singleElement()
                .asString()
                .contains(
                        "(jlin): email does not work: refused: no such user; sms does not work",
                        "no other channel is left");
        assertThat(find(firm, Lack.NO_CHANNEL, Map.of())).isEmpty();
    }

    @Test
    void findsACourtWithoutItsPackAndADateThatNoCalendarVouchesFor() {
        firm.court("us-nysd")
                .on(
                        filing("2031-03-10").court("us-nysd"),
                        filing("2026-03-20").called("near").court("us-nysd"));
        assertThat(find(Lack.NO_PACK)).singleElement().asString().contains("us-nysd");
        assertThat(find(Lack.PAST_COVERAGE).size()).isLessThanOrEqualTo(1);
        assertThat(find(
                        SampleFirm.firm()
                                .court("us-nysd")
                                .on(filing("2099-03-10").court("us-nysd")),
                        Lack.PAST_COVERAGE,
                        Map.of()))
                .singleElement()
                .asString()
                .contains("does not vouch");
    }

    @Test
    void looksAtNoOtherMatterThanItIsFor() {
        Guard other = new Guard(
                "other",
                Lack.NO_LIMITATION,
                new Scope(Set.of("malpractice"), Set.of(), Set.of(), Set.of()),
                Guard.Pace.DAY,
                LocalTime.NOON,
                List.of(new Addressee.Named(new PersonId("jlin"))));
        assertThat(finders(firm, Map.of()).of(other, firm.matter(), List.of())).isEmpty();
    }

    private List<String> find(Lack lack) {
        return find(firm, lack, Map.of());
    }

    private static List<String> find(SampleFirm firm, Lack lack, Map<PersonId, Map<Channel, String>> dead) {
        Guard guard = new Guard(
                "guard",
                lack,
                Scope.ALL,
                Guard.Pace.DAY,
                LocalTime.NOON,
                List.of(new Addressee.Named(new PersonId("jlin"))));
        Finders finders = finders(firm, dead);
        List<Finding> found = lack == Lack.NO_CHANNEL
                ? finders.ofPeople(guard)
                : finders.of(guard, firm.matter(), firm.docket().entries());
        assertThat(found)
                .allMatch(finding -> finding.lack() == lack && !finding.remedy().isBlank());
        return found.stream().map(Finding::sentence).toList();
    }

    private static Finders finders(SampleFirm firm, Map<PersonId, Map<Channel, String>> dead) {
        return new Finders(firm.rulebook().law(), SampleFirm.CALENDARS, firm.people(), MONDAY, dead);
    }
}
