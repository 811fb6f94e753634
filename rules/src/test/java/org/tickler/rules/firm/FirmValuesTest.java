package org.tickler.rules.firm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickler.rules.sample.SampleFirm.firm;
import static org.tickler.rules.sample.SamplePerson.person;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.CalendarId;

/** What the values of a firm refuse, and what they answer. */
class FirmValuesTest {
    private static final java.time.LocalDate DAY = java.time.LocalDate.of(2026, 3, 10);

    @ParameterizedTest(name = "quiet {0} to {1} at {2}: {3}")
    @CsvSource({
        "21:00, 07:00, 20:59, false",
        "21:00, 07:00, 21:00, true",
        "21:00, 07:00, 23:59, true",
        "21:00, 07:00, 00:00, true",
        "21:00, 07:00, 06:59, true",
        "21:00, 07:00, 07:00, false",
        "12:00, 13:00, 11:59, false",
        "12:00, 13:00, 12:00, true",
        "12:00, 13:00, 12:59, true",
        "12:00, 13:00, 13:00, false",
        "00:00, 07:00, 00:00, true",
        "21:00, 00:00, 23:59, true",
        "21:00, 00:00, 00:00, false",
    })
    void isQuietFromTheFirstMinuteToTheLast(LocalTime from, LocalTime to, LocalTime at, boolean quiet) {
        assertThat(new Quiet(from, to).covers(at)).isEqualTo(quiet);
    }

    @Test
    void refusesQuietHoursWithoutEnd() {
        assertThatThrownBy(() -> new Quiet(LocalTime.NOON, LocalTime.NOON))
                .hasMessage("quiet hours need an end that differs from their start, but both were 12:00");
    }

    @Test
    void countsBothEndsOfALeave() {
        Leave leave = new Leave(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 2));
        assertThat(leave.covers(LocalDate.of(2026, 12, 20))).isFalse();
        assertThat(leave.covers(LocalDate.of(2026, 12, 21))).isTrue();
        assertThat(leave.covers(LocalDate.of(2027, 1, 2))).isTrue();
        assertThat(leave.covers(LocalDate.of(2027, 1, 3))).isFalse();
        assertThatThrownBy(() -> new Leave(LocalDate.of(2027, 1, 2), LocalDate.of(2026, 12, 21)))
                .hasMessage("leave ends on 2026-12-21, before it starts on 2027-01-02");
    }

    @Test
    void countsSomebodyWhoLeftAsAway() {
        Person person = person("jlin")
                .away("2026-03-01", "2026-03-02")
                .left("2026-04-01")
                .build();
        assertThat(person.awayOn(LocalDate.of(2026, 3, 2))).isTrue();
        assertThat(person.awayOn(LocalDate.of(2026, 3, 3))).isFalse();
        assertThat(person.awayOn(LocalDate.of(2026, 4, 1))).isTrue();
        assertThat(person.goneOn(LocalDate.of(2026, 3, 2))).isFalse();
        assertThat(person.goneOn(LocalDate.of(2026, 4, 1))).isTrue();
    }

    @Test
    void reachesAPersonByEmailFirst() {
        assertThat(person("jlin").build().reach().usable()).containsExactly(Channel.EMAIL, Channel.SMS);
        assertThat(person("jlin").without(Channel.EMAIL).build().reach().usable())
                .containsExactly(Channel.SMS);
        assertThat(person("jlin").never(Channel.SMS).build().reach().usable()).containsExactly(Channel.EMAIL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb", "\u0007"})
    void refusesNamesThatCannotBeRead(String name) {
        assertThatThrownBy(() -> new PersonId(name)).hasMessageContaining("1 to 120 printable characters");
        assertThatThrownBy(() -> new MatterId(name)).hasMessageContaining("1 to 120 printable characters");
        assertThatThrownBy(() -> new RoleName(name)).hasMessageContaining("1 to 120 printable characters");
    }

    @Test
    void refusesNamesThatAreTooLong() {
        assertThat(new MatterId("x".repeat(120)).value()).hasSize(120);
        assertThatThrownBy(() -> new MatterId("x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesTwoPeopleOfOneId() {
        assertThatThrownBy(
                        () -> firm().with(person("jlin")).with(person("jlin")).people())
                .hasMessage("two people have the id jlin");
    }

    @Test
    void leavesOutTeamMembersWhomNobodyKnows() {
        People people =
                firm().with(person("ann")).with(person("bob").role("paralegal")).people();
        Matter matter = firm().team("paralegal", "gone", "ann").matter();
        assertThat(people.inRole(new RoleName("paralegal"), matter, DAY))
                .extracting(Person::id)
                .containsExactly(new PersonId("ann"));
        assertThat(people.inRole(new RoleName("paralegal")))
                .extracting(Person::id)
                .containsExactly(new PersonId("bob"));
    }

    @Test
    void doesNotFallBackToTheFirmWhereTheTeamNamesTheRole() {
        People people = firm().with(person("bob").role("paralegal")).people();
        assertThat(people.inRole(
                        new RoleName("paralegal"),
                        firm().team("paralegal", "gone").matter(),
                        DAY))
                .isEmpty();
    }

    private static Proceeding proceeding(String court, String from, String until) {
        return new Proceeding(
                new CalendarId(court),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from).map(LocalDate::parse),
                Optional.ofNullable(until).map(LocalDate::parse));
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-01-01, ny-supreme", "2026-03-01, ny-supreme", "2026-03-02, us-nysd", "2030-01-01, us-nysd"})
    void knowsTheCourtOfADay(LocalDate day, String court) {
        Matter plain = firm().matter();
        Matter removed = new Matter(
                plain.id(),
                plain.title(),
                plain.side(),
                plain.practice(),
                plain.phase(),
                plain.opened(),
                plain.closed(),
                Set.of(),
                plain.team(),
                List.of(proceeding("ny-supreme", null, "2026-03-01"), proceeding("us-nysd", "2026-03-02", null)),
                plain.claims(),
                plain.confidentiality(),
                plain.walledOff(),
                plain.knownAt());
        assertThat(removed.proceedingOn(day).map(Proceeding::court)).contains(new CalendarId(court));
    }

    @Test
    void takesTheLatestOfTwoProceedings() {
        assertThat(firm().court("us-nysd").court("us-federal").matter().proceedingOn(LocalDate.of(2026, 3, 1)))
                .map(Proceeding::court)
                .contains(new CalendarId("us-federal"));
        assertThat(firm().matter().proceedingOn(LocalDate.of(2026, 3, 1))).isEmpty();
    }

    @Test
    void refusesAProceedingThatEndsBeforeItStarts() {
        assertThatThrownBy(() -> proceeding("us-nysd", "2026-03-02", "2026-03-01"))
                .hasMessage("a proceeding in us-nysd ends on 2026-03-01, before it starts on 2026-03-02");
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Doe, judge doe",
        "Judge Doe, Hon. Doe",
        "'The Honorable Jane Doe', 'Hon.  Jane DOE '",
        "J.D. Doe, J D Doe",
        "Justice, Judge Justice"
    })
    void knowsAJudgeByAnyTitle(String one, String other) {
        assertThat(JudgeName.of(one)).isEqualTo(JudgeName.of(other));
    }

    @ParameterizedTest(name = "{0} and {1}, near: {2}")
    @CsvSource({
        "Doe, Jane Doe, true",
        "J. Doe, Jane Doe, true",
        "Chief Judge Doe, Judge Doe, true",
        "Judge Harper, Haper, true",
        "Doe, Roe, false",
        "Doe, Stone, false"
    })
    void takesNoOtherNameForAJudges(String one, String other, boolean near) {
        assertThat(JudgeName.of(one)).isNotEqualTo(JudgeName.of(other));
        assertThat(JudgeName.of(one).isNear(JudgeName.of(other))).isEqualTo(near);
        assertThat(JudgeName.of(one).isNear(JudgeName.of(one))).isFalse();
    }
}
