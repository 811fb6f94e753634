package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files in the manner of the programs that law firms use. */
final class ExportsTest {

    @Test
    void readsWhatOutlookExports() {
        IcsContent content = Files.fixture("outlook.ics");
        assertThat(content.problems()).isEmpty();
        assertThat(Files.lines(content))
                .containsExactly(
                        "2026-03-10T15:00-04:00[America/New_York]/2026-03-10T16:00 Status conference – Acme Corp. v. Bolt LLC",
                        "2026-03-16/2026-03-17 Answer due",
                        "20260302T090000: 2026-03-02T09:00-05:00[America/New_York]/2026-03-02T09:30 Docket meeting",
                        "20260309T090000: 2026-03-09T09:00-04:00[America/New_York]/2026-03-09T09:30 Docket meeting",
                        "20260330T090000: 2026-03-30T09:00-04:00[America/New_York]/2026-03-30T09:30 Docket meeting",
                        "20260316T090000: 2026-03-17T11:00-04:00[America/New_York]/2026-03-17T11:30 Docket meeting (moved)");
    }

    @Test
    void keepsTheWordsAndTheVersionOfAnOutlookEvent() {
        IcsItem item = Files.fixture("outlook.ics").items().get(0);
        assertThat(item.identity().uid()).contains("040000008200E00074C5B7101A82E00800000000F0A1B2C3");
        assertThat(item.version()).isEqualTo(new IcsVersion(2, Optional.of(Instant.parse("2026-02-21T10:11:12Z")), 24));
        assertThat(item.words().location()).isEqualTo("Courtroom 12B, 500 Pearl Street");
        assertThat(item.words().description())
                .isEqualTo("Status conference before Judge Doe.\nBring the revised schedule, and two copies.");
    }

    @Test
    void readsWhatGoogleExports() {
        IcsContent content = Files.fixture("google.ics");
        assertThat(content.problems()).isEmpty();
        assertThat(Files.lines(content))
                .containsExactly(
                        "2026-03-10T15:00-04:00[America/New_York]/2026-03-10T16:00 Deposition of J. Roe",
                        "2026-04-03/2026-04-04 Expert reports due",
                        "20260302T150000: 2026-03-02T15:00-05:00[America/New_York]/2026-03-02T15:45 Call with client",
                        "20260323T150000: 2026-03-23T15:00-04:00[America/New_York]/2026-03-23T15:45 Call with client",
                        "20260330T150000: 2026-03-30T15:00-04:00[America/New_York]/2026-03-30T15:45 Call with client",
                        "20260309T150000: 2026-03-11T10:00-04:00[America/New_York]/2026-03-11T10:45 Call with client, earlier",
                        "20260316T150000: 2026-03-16T15:00-04:00[America/New_York]/2026-03-16T15:45 Call with client (cancelled)");
    }

    @Test
    void readsWhatAppleExports() {
        IcsContent content = Files.fixture("apple.ics");
        assertThat(content.problems()).isEmpty();
        assertThat(Files.lines(content))
                .containsExactly(
                        "2026-03-18T09:30-07:00[America/Los_Angeles]/2026-03-18T10:30 Motion hearing",
                        "2026-06-01/2026-06-04 Trial",
                        "2026-03-20T08:00-04:00[America/New_York]/2026-03-20T08:45 Breakfast with the expert");
        assertThat(content.items().get(0).words().url())
                .contains(URI.create("https://court.example/calendar/2026-03-18"));
        assertThat(content.items().get(1).categories()).containsExactly("trial", "court, federal");
    }

    @Test
    void tellsAFloatingTimeFromOneInItsZone() {
        IcsContent content = Files.fixture("apple.ics");
        assertThat(content.items().get(0).time()).extracting("zoning").isEqualTo(IcsTime.Zoning.NAMED);
        assertThat(content.items().get(2).time()).extracting("zoning").isEqualTo(IcsTime.Zoning.FLOATING);
    }

    @Test
    void readsWhatThunderbirdExports() {
        IcsContent content = Files.fixture("thunderbird.ics");
        assertThat(Files.lines(content))
                .containsExactly(
                        "2026-03-19T09:30-04:00[America/New_York]/2026-03-19T10:00 Pretrial conference",
                        "2026-03-19T09:30-05:00[America/Chicago] Call with Chicago counsel",
                        "2026-03-19T09:30-04:00[America/New_York] Somewhere");
    }

    @Test
    void namesTheLineOfAZoneThatNobodyKnowsAndOfAToDo() {
        IcsContent content = Files.fixture("thunderbird.ics");
        assertThat(content.items().get(2).time()).extracting("zoning").isEqualTo(IcsTime.Zoning.UNKNOWN);
        assertThat(content.problems()).extracting(IcsProblem::line).containsExactly(36, 38);
        assertThat(content.problems().get(0).reason()).contains("Nowhere/Zone", "America/New_York");
        assertThat(content.problems().get(1).reason()).contains("VTODO");
    }
}
