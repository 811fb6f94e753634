package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ZoneNamesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            America/New_York                                       | America/New_York
            america/new_york                                       | America/New_York
            US/Eastern                                             | US/Eastern
            EST5EDT                                                | EST5EDT
            UTC                                                    | UTC
            Eastern Standard Time                                  | America/New_York
            US Eastern Standard Time                               | America/Indiana/Indianapolis
            US Mountain Standard Time                              | America/Phoenix
            Pacific Standard Time (Mexico)                         | America/Tijuana
            Hawaiian Standard Time                                 | Pacific/Honolulu
            GMT Standard Time                                      | Europe/London
            W. Europe Standard Time                                | Europe/Berlin
            AUS Eastern Standard Time                              | Australia/Sydney
            E. Australia Standard Time                             | Australia/Brisbane
            India Standard Time                                    | Asia/Calcutta
            Tokyo Standard Time                                    | Asia/Tokyo
            (UTC-05:00) Eastern Time (US & Canada)                 | America/New_York
            (GMT-08:00) Pacific Time (US & Canada)                 | America/Los_Angeles
            (UTC) Dublin, Edinburgh, Lisbon, London                | Europe/London
            tzone://Microsoft/Utc                                  | Etc/UTC
            /mozilla.org/20050126_1/America/New_York               | America/New_York
            /freeassociation.sourceforge.net/America/Los_Angeles   | America/Los_Angeles
            /citadel.org/20190914_1/America/Indiana/Indianapolis   | America/Indiana/Indianapolis
            UTC-05:00                                              | -05:00
            GMT+0530                                               | +05:30
            """)
    void knowsAZoneByWhatAProgramCallsIt(String tzid, String zone) {
        assertThat(ZoneNames.resolve(tzid, Map.of())).contains(ZoneId.of(zone));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EST",
                "MST",
                "Nowhere/Zone",
                "tzone://Microsoft/Custom",
                "",
                "/",
                "//",
                "Customized Time Zone",
                "UTC+99:99",
                "../../etc/passwd",
                "America/",
                "New_York"
            })
    void guessesAtNoOtherName(String tzid) {
        assertThat(ZoneNames.resolve(tzid, Map.of())).isEmpty();
    }

    @Test
    void asksTheFilesOwnZoneForItsCityOnlyWhereTheNameSaysNothing() {
        Map<String, String> locations = Map.of("Firm", "America/Chicago", "America/New_York", "Europe/Paris");
        assertThat(ZoneNames.resolve("Firm", locations)).contains(ZoneId.of("America/Chicago"));
        assertThat(ZoneNames.resolve("America/New_York", locations)).contains(ZoneId.of("America/New_York"));
    }

    @Test
    void readsATzidWithAColonThatNobodyQuoted() {
        IcsContent content = Files.event("DTSTART;TZID=(UTC-06:00) Central Time (US & Canada):20260310T150000");
        assertThat(content.items()).extracting(Files::time).containsExactly("2026-03-10T15:00-05:00[America/Chicago]");
    }
}
