package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days at which the law of a court changed, and hours at which its day ends. */
class CourtDaysTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "gb-ew, 1971-12-31, unknown",
                "gb-ew, 1972-04-03, Easter Monday",
                "gb-ew, 1973-01-01, -",
                "gb-ew, 1973-11-14, Wedding of Princess Anne",
                "gb-ew, 1974-01-01, New Year's Day",
                "us-ca, 2001-12-31, unknown",
                "us-ca, 2002-04-01, Cesar Chavez Day (observed)",
                "us-ca, 2002-02-12, Lincoln Day",
                "us-fl, 2012-09-28, unknown",
                "us-fl, 2012-10-08, -",
                "us-fl, 2012-11-23, Friday after Thanksgiving",
                "au-act, 2020-04-27, Monday after Anzac Day",
                "au-act, 2021-04-26, Anzac Day (observed)"
            })
    void isClosedOn(String court, LocalDate date, String holiday) {
        switch (Courts.shipped(court).on(date)) {
            case CourtDay.Unknown unknown -> assertThat(holiday).isEqualTo("unknown");
            case CourtDay.Open open -> assertThat(holiday).isNull();
            case CourtDay.Closed closed ->
                assertThat(closed.why()).extracting(CourtDay.Reason::name).containsExactly(holiday);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "us-ca, midnight, 16:00",
                "us-tx, midnight, -",
                "us-fl, midnight, -",
                "us-ny, -, -",
                "gb-ew, 16:00, -",
                "de-by, midnight, -"
            })
    void endsItsDayForFiling(String court, String electronic, String counter) {
        CourtCalendar calendar = Courts.shipped(court);

        assertThat(calendar.filingHour().map(CourtDaysTest::hour)).isEqualTo(Optional.ofNullable(electronic));
        assertThat(calendar.closingHour().map(CourtDaysTest::hour)).isEqualTo(Optional.ofNullable(counter));
    }

    private static String hour(FilingHour hour) {
        return hour.time().map(LocalTime::toString).orElse("midnight");
    }
}
