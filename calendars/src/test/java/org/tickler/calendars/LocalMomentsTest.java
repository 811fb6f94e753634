package org.tickler.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalMomentsTest {

    @ParameterizedTest
    @CsvSource({
        "ordinary,        2026-07-01T09:00, America/New_York,   2026-07-01T13:00:00Z",
        "gap,             2027-03-14T02:30, America/New_York,   2027-03-14T07:30:00Z",
        "gap's start,     2027-03-14T02:00, America/New_York,   2027-03-14T07:00:00Z",
        "after the gap,   2027-03-14T03:00, America/New_York,   2027-03-14T07:00:00Z",
        "overlap,         2026-11-01T01:30, America/New_York,   2026-11-01T05:30:00Z",
        "after overlap,   2026-11-01T02:00, America/New_York,   2026-11-01T07:00:00Z",
        "half-hour gap,   2026-10-04T02:15, Australia/Lord_Howe, 2026-10-03T15:45:00Z",
        "gap at midnight, 2026-04-24T00:30, Africa/Cairo,       2026-04-23T22:30:00Z",
    })
    void followsTheClocksOfTheZone(String what, LocalDateTime moment, ZoneId zone, Instant instant) {
        assertThat(LocalMoments.instant(moment, zone)).as(what).isEqualTo(instant);
    }
}
