package org.tickler.calendars.holiday;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidityTest {
    /** {@code 2026-01-01..2026-12-31}; an end may be left out. */
    private static Validity days(String span) {
        String[] ends = span.split("\\.\\.", -1);
        return new Validity(end(ends[0]), end(ends[1]));
    }

    private static Optional<LocalDate> end(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    private static String words(Validity days) {
        return days.from().map(LocalDate::toString).orElse("") + ".."
                + days.to().map(LocalDate::toString).orElse("");
    }

    @ParameterizedTest(name = "{0} without {1} is {2}")
    @CsvSource({
        "..,..,''",
        "..,2026-01-01..,..2025-12-31",
        "..,..2026-12-31,2027-01-01..",
        "..,2026-01-01..2026-12-31,..2025-12-31 2027-01-01..",
        "2026-01-01..2026-12-31,..,''",
        "2026-01-01..2026-12-31,2026-01-01..2026-12-31,''",
        "2026-01-01..2026-12-31,2026-06-01..,2026-01-01..2026-05-31",
        "2026-01-01..2026-12-31,..2026-06-01,2026-06-02..2026-12-31",
        "2026-01-01..2026-12-31,2026-12-31..,2026-01-01..2026-12-30",
        "2026-01-01..2026-12-31,2027-01-01..,2026-01-01..2026-12-31",
        "2026-01-01..2026-12-31,..2025-12-31,2026-01-01..2026-12-31"
    })
    void leavesTheDaysThatAreNotInTheOther(String one, String other, String left) {
        assertThat(days(one).without(days(other)).stream()
                        .map(ValidityTest::words)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(left);
    }

    @Test
    void overlapsWhereOneDayIsInBoth() {
        Validity year = days("2026-01-01..2026-12-31");
        assertThat(year.overlaps(days("2026-12-31.."))).isTrue();
        assertThat(year.overlaps(days("2027-01-01.."))).isFalse();
        assertThat(year.overlaps(days("..2026-01-01"))).isTrue();
        assertThat(year.overlaps(days("..2025-12-31"))).isFalse();
        assertThat(year.overlaps(Validity.ALWAYS)).isTrue();
    }
}
