package org.tickler.rules.docket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tickler.rules.sample.SampleEntry.filing;
import static org.tickler.rules.sample.SampleEntry.hearing;
import static org.tickler.rules.sample.SampleFirm.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tickler.calendars.CalendarId;
import org.tickler.calendars.text.Days;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.sample.SampleEntry;
import org.tickler.rules.sample.SampleFirm;

/** What the values of a docket refuse, and what they answer. */
class DocketValuesTest {
    @ParameterizedTest(name = "a filing on {0} in {1} is due until {2}")
    @CsvSource({
        "2026-03-10, America/New_York, 2026-03-11T04:00:00Z",
        "2026-03-08, America/New_York, 2026-03-09T04:00:00Z",
        "2026-03-07, America/New_York, 2026-03-08T05:00:00Z",
        "2026-11-01, America/New_York, 2026-11-02T05:00:00Z",
        "2026-03-10, America/Phoenix, 2026-03-11T07:00:00Z",
        "2026-04-05, Pacific/Chatham, 2026-04-05T11:15:00Z",
    })
    void isDueUntilTheEndOfItsDay(String date, String zone, Instant expected) {
        assertThat(filing(date).in(zone).build().when().dueAt()).contains(expected);
    }

    @Test
    void isDueUntilTheFilingHour() {
        assertThat(filing("2026-03-10").until("17:00").build().when().dueAt())
                .contains(Instant.parse("2026-03-10T21:00:00Z"));
    }

    @Test
    void isDueWhenTheHearingStarts() {
        assertThat(hearing("2026-03-10T14:00").build().when().dueAt()).contains(Instant.parse("2026-03-10T18:00:00Z"));
    }

    @Test
    void isNotDueWhileItWaits() {
        When waiting = filing("2026-03-10").waiting().build().when();
        assertThat(waiting.dueAt()).isEmpty();
        assertThat(waiting.date()).isEmpty();
    }

    @Test
    void refusesWhatEndsBeforeItStarts() {
        LocalDateTime start = LocalDateTime.of(2026, 3, 10, 14, 0);
        assertThatThrownBy(() -> new When.Timed(start, Optional.of(start.minusMinutes(1)), ZoneId.of("Europe/London")))
                .hasMessage("it ends at 2026-03-10T13:59, before it starts at 2026-03-10T14:00");
    }

    @Test
    void namesAnEntryByItsSourceForItsWholeLife() {
        EntryId id = EntryId.entered("docket", "17");
        assertThat(id).isEqualTo(EntryId.entered("docket", "17"));
        assertThat(id.value()).matches("E-[0-9a-z]{10}");
        assertThat(Set.of(
                        id,
                        EntryId.entered("docket", "18"),
                        EntryId.entered("other", "17"),
                        EntryId.entered("docket1", "7"),
                        EntryId.derived(id, "rule", 1),
                        EntryId.derived(id, "rule", 2),
                        EntryId.derived(id, "other", 1)))
                .hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "E 1", "E/1", "E-é"})
    void refusesIdsThatCannotStandInAnAddress(String id) {
        assertThatThrownBy(() -> new EntryId(id)).hasMessageContaining("letters, digits and hyphens");
    }

    @Test
    void neverTakesTwoListsOfTextsForOne() {
        assertThat(Fingerprint.of("ab", "c").hex())
                .isNotEqualTo(Fingerprint.of("a", "bc").hex());
        assertThat(Fingerprint.of("a", "").hex())
                .isNotEqualTo(Fingerprint.of("a").hex());
        assertThat(Fingerprint.of().hex()).hasSize(64);
        assertThat(Fingerprint.of("x").shortCode()).hasSize(10);
        assertThat(Fingerprint.of("x").longCode())
                .hasSize(20)
                .startsWith(Fingerprint.of("x").shortCode());
    }

    @Test
    void spreadsItsCodesOverAllLetters() {
        Set<Integer> seen = new HashSet<>();
        for (int number = 0; number < 2000; number++) {
            Fingerprint.of(Integer.toString(number)).longCode().chars().forEach(seen::add);
        }
        assertThat(seen).hasSize(32).doesNotContain((int) 'i', (int) 'l', (int) 'o', (int) 'u');
    }

    @Test
    void countsRevisionsFromOne() {
        Instant at = Instant.parse("2026-03-10T12:00:00Z");
        assertThat(new Revision(1, Instant.EPOCH).next(at)).isEqualTo(new Revision(2, at));
        assertThatThrownBy(() -> new Revision(0, at)).hasMessage("revisions count from 1, but was: 0");
    }

    @Test
    void refusesAnEntryOfAnotherMatter() {
        SampleFirm firm = firm();
        Entry own = filing("2026-03-10").build();
        Entry strange = new Entry(
                own.id(),
                new MatterId("H-1"),
                own.kind(),
                own.title(),
                own.when(),
                own.status(),
                own.details(),
                own.origin(),
                own.revision());
        assertThatThrownBy(() -> Docket.of(firm.matter(), List.of(strange)))
                .hasMessage("entry " + own.id() + " is on matter H-1, not on H-2291");
    }

    @Test
    void knowsWhoWasToldOfAnEarlierRevision() {
        EntryId id = SampleEntry.id("filing");
        Docket docket = firm().told(id, "ann", 1).told(id, "bob", 2).docket();
        assertThat(docket.toldBefore(id, 1)).isEmpty();
        assertThat(docket.toldBefore(id, 2)).containsOnlyKeys(new PersonId("ann"));
        assertThat(docket.toldBefore(id, 3)).containsOnlyKeys(new PersonId("ann"), new PersonId("bob"));
        assertThat(docket.toldBefore(SampleEntry.id("other"), 3)).isEmpty();
    }

    @Test
    void knowsWhatSomebodyWasToldLast() {
        EntryId id = SampleEntry.id("filing");
        Docket docket =
                firm().told(id, "ann", 2).told(id, "ann", 1).told(id, "ann", 4).docket();
        assertThat(docket.toldBefore(id, 4).get(new PersonId("ann")))
                .extracting(Told::revision)
                .isEqualTo(2);
    }

    @Test
    void takesItsOwnCourtBeforeTheProceedings() {
        assertThat(filing("2026-03-10")
                        .court("us-federal")
                        .build()
                        .courtIn(firm().court("us-nysd").matter()))
                .contains(new CalendarId("us-federal"));
        assertThat(filing("2026-03-10").build().courtIn(firm().court("us-nysd").matter()))
                .contains(new CalendarId("us-nysd"));
        assertThat(filing("2026-03-10").build().courtIn(firm().matter())).isEmpty();
        assertThat(filing("2026-03-10")
                        .waiting()
                        .build()
                        .courtIn(firm().court("us-nysd").matter()))
                .isEmpty();
    }

    @Test
    void writesDaysWithTheirWeekday() {
        assertThat(Days.words(LocalDate.of(2026, 3, 10))).isEqualTo("Tue 2026-03-10");
        assertThat(Days.words(LocalDateTime.of(2026, 3, 10, 9, 5))).isEqualTo("Tue 2026-03-10 09:05");
    }

    @Test
    void needsATitle() {
        Entry own = filing("2026-03-10").build();
        assertThatThrownBy(() -> new Entry(
                        own.id(),
                        own.matter(),
                        own.kind(),
                        " ",
                        own.when(),
                        own.status(),
                        own.details(),
                        own.origin(),
                        own.revision()))
                .hasMessage("entry " + own.id() + " needs a title");
    }
}
