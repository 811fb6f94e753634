package org.tickler.rules.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.ClosureKind;
import org.tickler.rules.count.CountRequest.ExtraClosure;
import org.tickler.rules.count.CountRequest.Mode;

class CountLineTest {
    private static final Map<String, Object> PLAIN =
            Map.of("law", "us-frcp", "trigger", "2027-03-10", "count", 14, "unit", "days");

    private static Map<String, @Nullable Object> with(String key, @Nullable Object value) {
        Map<String, @Nullable Object> keys = new HashMap<>(PLAIN);
        keys.put(key, value);
        return keys;
    }

    private static CountRequest read(String key, @Nullable Object value) {
        return CountLine.read(with(key, value));
    }

    @Test
    void readsAPlainPeriodAsOneWithNothingParticularAboutIt() {
        assertThat(CountLine.read(PLAIN))
                .isEqualTo(CountRequest.of(
                        new LawId("us-frcp"),
                        LocalDate.of(2027, 3, 10),
                        new Period(14, PeriodUnit.DAYS, Direction.AFTER)));
    }

    @Test
    void passesOverKeysThatItDoesNotKnow() {
        assertThat(read("jurisdiction", List.of(Map.of()))).isEqualTo(CountLine.read(PLAIN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "direction",
                "rule",
                "timezone",
                "court",
                "as_of",
                "service_method",
                "service_extension_applies",
                "extra_holidays",
                "extra_holiday_kind",
                "inaccessible_days",
                "counting",
                "roll",
                "recess",
                "distance_days",
                "bound",
                "trigger_role",
                "deemed",
                "deemed_method",
                "terminal"
            })
    void takesNullAsAKeyThatIsNotThere(String key) {
        assertThat(read(key, null)).isEqualTo(CountLine.read(PLAIN));
    }

    @Test
    void readsEveryKey() {
        assertThat(read("trigger", "2027-03-10T15:30").hour()).contains(LocalTime.of(15, 30));
        assertThat(read("direction", "before").period().direction()).isEqualTo(Direction.BEFORE);
        assertThat(read("unit", "court_days").period().unit()).isEqualTo(PeriodUnit.COURT_DAYS);
        assertThat(read("rule", "Rule 21a").rule()).isEqualTo("Rule 21a");
        assertThat(read("timezone", "America/Montreal").zone()).contains(ZoneId.of("America/Montreal"));
        assertThat(read("court", "us-nysd").court()).contains(new CalendarId("us-nysd"));
        assertThat(read("as_of", "2015").asOf()).contains(LocalDate.of(2015, 7, 1));
        assertThat(read("as_of", "2015-01-02").asOf()).contains(LocalDate.of(2015, 1, 2));
        assertThat(read("service_method", "mail_out_of_state").service()).contains(ServiceMethod.MAIL_OUT_OF_STATE);
        assertThat(read("deemed_method", "post").service()).contains(ServiceMethod.MAIL);
        assertThat(read("counting", "clear_days").particulars().clear()).contains(true);
        assertThat(read("counting", "ordinary").particulars().clear()).contains(false);
        assertThat(read("roll", "toward_trial").particulars().roll()).contains(Roll.ON);
        assertThat(read("roll", "back").particulars().roll()).contains(Roll.BACK);
        assertThat(read("roll", "none").particulars().roll()).contains(Roll.NONE);
        assertThat(read("distance_days", 10).particulars().distanceDays()).isEqualTo(10);
        assertThat(read("trigger_role", "original_end").particulars().fromOriginalEnd())
                .isTrue();
        assertThat(read("deemed", true).particulars().mode()).isEqualTo(Mode.DEEMED_SERVICE);
        assertThat(read("bound", "earliest").particulars().mode()).isEqualTo(Mode.FIRST_PERMITTED);
        assertThat(read("bound", "latest").particulars().mode()).isEqualTo(Mode.LAST_DAY);
        assertThat(read("terminal", "monday_next_10am").particulars().mode()).isEqualTo(Mode.MONDAY_NEXT_AT_TEN);
        assertThat(read("inaccessible_days", List.of("2027-03-24"))
                        .particulars()
                        .inaccessible())
                .isEqualTo(Set.of(LocalDate.of(2027, 3, 24)));
    }

    @Test
    void readsARecessOfItsOwnTheLawsOrNone() {
        assertThat(read("recess", "12-24..01-14").particulars().recesses())
                .contains(List.of(new Recess("recess", MonthDay.of(12, 24), MonthDay.of(1, 14))));
        assertThat(read("recess", "seasonal").particulars().recesses()).isEmpty();
        assertThat(read("recess", "none").particulars().recesses()).contains(List.of());
    }

    @Test
    void leavesServiceOutWhereTheRuleGivesNoDaysForIt() {
        Map<String, @Nullable Object> keys = with("service_method", "mail");
        keys.put("service_extension_applies", false);

        assertThat(CountLine.read(keys).service()).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"state,STATE_HOLIDAY", "declared,PROCLAIMED", "holiday,HOLIDAY", ",HOLIDAY"})
    void readsExtraHolidaysOfEachKind(@Nullable String word, ClosureKind kind) {
        Map<String, @Nullable Object> keys = with("extra_holidays", List.of("2027-03-24"));
        keys.put("extra_holiday_kind", word);

        assertThat(CountLine.read(keys).particulars().closures())
                .containsExactly(new ExtraClosure(LocalDate.of(2027, 3, 24), kind));
    }

    @ParameterizedTest
    @ValueSource(strings = {"law", "trigger", "count", "unit"})
    void insistsOnWhatAPeriodCannotBeWithout(String key) {
        assertThatExceptionOfType(CountLine.UnreadableException.class)
                .isThrownBy(() -> read(key, null))
                .withMessageContaining(key)
                .matches(fault -> fault.code().equals("missing-key"));
    }

    static Stream<Arguments> badValues() {
        return Stream.of(
                        "law=US FRCP",
                        "law=",
                        "trigger=2027-02-29",
                        "trigger=2027-3-10",
                        "trigger=T10:00",
                        "trigger=2027-03-10T",
                        "trigger=2027-03-10T24:00",
                        "trigger=2027-03-10T10:00Z",
                        "trigger=0000-12-31",
                        "trigger=+10000-01-01",
                        "trigger=-0001-01-01",
                        "trigger=+999999999-12-31",
                        "count=14",
                        "unit=day",
                        "unit=DAYS",
                        "direction=forward",
                        "timezone=EST",
                        "timezone=UTC+99",
                        "court=Not A Court",
                        "as_of=next",
                        "as_of=99999",
                        "service_method=pigeon",
                        "extra_holidays=2027-03-24",
                        "extra_holiday_kind=bank",
                        "inaccessible_days=2027-03-24",
                        "counting=clear",
                        "roll=up",
                        "recess=12-24",
                        "recess=12-32..01-01",
                        "recess=02-30..03-01",
                        "distance_days=10",
                        "bound=middle",
                        "deemed=true",
                        "deemed_method=owl",
                        "terminal=tuesday",
                        "service_extension_applies=no",
                        "rule= ")
                .map(pair -> Arguments.of(pair.split("=")[0], pair.substring(pair.indexOf('=') + 1)));
    }

    @ParameterizedTest
    @MethodSource("badValues")
    void refusesTextsThatItCannotRead(String key, String value) {
        refuses(key, value);
    }

    @Test
    void refusesValuesOfAnotherType() {
        for (Object count : List.of(-1, 10_000, 14L, 14.0, true, List.of(14))) {
            refuses("count", count);
        }
        refuses("distance_days", -1);
        refuses("distance_days", 367);
        refuses("law", 7);
        refuses("rule", 21);
        refuses("trigger", 20270310);
        refuses("roll", true);
        refuses("deemed", 1);
        refuses("extra_holidays", List.of(20270324));
        refuses("extra_holidays", Arrays.asList("2027-03-24", null));
        refuses("inaccessible_days", Map.of());
    }

    private static void refuses(String key, Object value) {
        assertThatExceptionOfType(CountLine.UnreadableException.class)
                .as("%s: %s", key, value)
                .isThrownBy(() -> read(key, value))
                .withMessageStartingWith(key + ": cannot read")
                .matches(fault -> fault.code().equals("bad-value"));
    }

    @Test
    void saysNoMoreOfALongValueThanALineHolds() {
        assertThatExceptionOfType(CountLine.UnreadableException.class)
                .isThrownBy(() -> read("trigger", "x".repeat(100_000)))
                .matches(fault -> String.valueOf(fault.getMessage()).length() < 200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9999})
    void takesTheShortestAndTheLongestPeriod(int count) {
        assertThat(read("count", count).period().count()).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"0001-01-01,before", "9999-12-31,after"})
    void guessesNothingAtTheEndsOfTime(String trigger, String direction) {
        for (PeriodUnit unit : PeriodUnit.values()) {
            Map<String, @Nullable Object> keys = with("trigger", trigger + "T12:00");
            keys.put("direction", direction);
            keys.put("count", 9999);
            keys.put("timezone", "America/New_York");
            keys.put("unit", unit.name().toLowerCase(java.util.Locale.ROOT));

            assertThat(Examples.COUNTER.count(CountLine.read(keys)))
                    .as(unit.name())
                    .isInstanceOfSatisfying(
                            Computation.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Computation.Why.UNKNOWN_DAY));
        }
    }

    @ParameterizedTest(name = "{0} + {1} hours")
    @CsvSource({
        // clocks go from 2:00 to 3:00 on 14 March 2027, and from 2:00 to 1:00 on 7 November 2027, both Sundays
        "2027-03-12T02:30, 72, 2027-03-15T03:30",
        "2027-03-14T02:30, 24, 2027-03-15T03:30",
        "2027-11-05T01:30, 72, 2027-11-08T00:30",
        "2027-11-07T01:30, 24, 2027-11-08T00:30",
        "2027-11-07T01:30, 25, 2027-11-08T01:30"
    })
    void countsHoursAsTheyElapseAcrossAClockChange(String trigger, int hours, String due) {
        Map<String, @Nullable Object> keys = with("trigger", trigger);
        keys.put("count", hours);
        keys.put("unit", "hours");
        keys.put("timezone", "America/New_York");

        assertThat(Examples.due(keys).prevailing().due()).hasToString(due);
    }
}
