package org.tickler.engine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tickler.calendars.ics.IcsCheck;
import org.tickler.calendars.ics.IcsContent;
import org.tickler.calendars.ics.IcsLimits;
import org.tickler.calendars.ics.IcsReader;
import org.tickler.calendars.ics.IcsWindow;
import org.tickler.engine.Samples;
import org.tickler.engine.store.Change;
import org.tickler.engine.store.FeedScope.Level;
import org.tickler.engine.store.FeedScope.Of;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.TestDatabase;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;

class FeedMakerTest {
    private static final IcsWindow WINDOW = new IcsWindow(LocalDate.of(2025, 1, 1), LocalDate.of(2030, 1, 1));

    @RegisterExtension
    final TestDatabase tests = new TestDatabase();

    private FeedFixture firm;

    @BeforeEach
    void storeTheSamples() {
        firm = new FeedFixture(tests);
    }

    @Test
    void showsEveryDateToTwoOtherParsers() {
        byte[] bytes = firm.bytes(firm.addFull());

        assertThat(IcsCheck.check(bytes)).isEmpty();
        IcsContent content = IcsReader.read(bytes, Samples.NEW_YORK, WINDOW, IcsLimits.usual());
        assertThat(content.problems()).isEmpty();
        assertThat(content.items()).hasSize(2);
        List<VEvent> events = events(bytes);
        assertThat(events).hasSize(2);
        assertThat(events.getFirst().getDateStart().getValue().toInstant()).isEqualTo("2026-03-12T13:30:00Z");
    }

    @Test
    void givesTheSameBytesUntilAFactChanges() {
        var feed = firm.addFull();
        byte[] first = firm.bytes(feed);
        firm.clock.advance(Duration.ofHours(3));

        assertThat(firm.maker.sweep().made()).isZero();
        assertThat(firm.bytes(feed)).isEqualTo(first);
        assertThat(new FeedMaker(firm.database, firm.clock).sweep().made()).isZero();
    }

    @Test
    void keepsTheEventOfAMovedHearing() {
        var feed = firm.addFull();
        VEvent before = events(firm.bytes(feed)).getFirst();
        firm.clock.advance(Duration.ofDays(1));
        move(Samples.hearing(), LocalDateTime.of(2026, 4, 2, 14, 0));

        List<VEvent> events = events(firm.bytes(feed));
        VEvent after = events.stream()
                .filter(one -> one.getUid().equals(before.getUid()))
                .findFirst()
                .orElseThrow();
        assertThat(events).hasSize(2);
        assertThat(after.getSequence().getValue())
                .isEqualTo(before.getSequence().getValue() + 1);
        assertThat(after.getDateStart().getValue().toInstant()).isEqualTo("2026-04-02T18:00:00Z");
        assertThat(after.getDateTimeStamp().getValue().toInstant()).isEqualTo(firm.clock.instant());
    }

    @Test
    void countsAWholeDayToTheNext() {
        assertThat(firm.text(firm.addFull())).contains("DTSTART;VALUE=DATE:20260320\r\nDTEND;VALUE=DATE:20260321\r\n");
    }

    @Test
    void showsACancelledEntryForThirtyDays() {
        var feed = firm.addFull();
        firm.bytes(feed);
        Entry hearing = Samples.hearing();
        firm.change(
                hearing.withWhen(hearing.when(), hearing.revision().next(firm.clock.instant()))
                        .withStatus(EntryStatus.CANCELLED),
                Change.Cause.CANCELLED);

        assertThat(firm.text(feed)).contains("STATUS:CANCELLED").contains("SEQUENCE:2");
        firm.clock.advance(Duration.ofDays(31));
        assertThat(firm.text(feed)).doesNotContain("Hearing on motion");
    }

    @Test
    void marksWhatIsOverdueAndKeepsIt() {
        var feed = firm.addFull();
        firm.clock.advance(Duration.ofDays(365));

        assertThat(firm.text(feed))
                .contains("SUMMARY:OVERDUE: Opposition brief")
                .doesNotContain("Hearing on motion");
    }

    @Test
    void saysWhatNoSecondPersonHasVerified() {
        var feed = firm.addFull();
        firm.change(Samples.filing().withStatus(EntryStatus.PROPOSED), Change.Cause.ORDERED);

        assertThat(firm.text(feed))
                .contains("SUMMARY:Not verified: Opposition brief", "Status: proposed\\, not verified")
                .contains("SUMMARY:Hearing on motion");
    }

    @Test
    void tellsNoNamesBelowFull() {
        String number = firm.text(firm.add(Samples.JLIN, Of.PERSON, "jlin", Level.MATTER_NUMBER));
        String busy = firm.text(firm.add(Samples.JLIN, Of.MATTER, "H-2291", Level.BUSY));

        assertThat(number).contains("SUMMARY:Hearing: H-2291").doesNotContain("Acme", "motion", "Courtroom");
        assertThat(busy).contains("SUMMARY:Busy").doesNotContain("Acme", "motion", "Courtroom", "DESCRIPTION");
    }

    @Test
    void showsOnlyWhatTheScopeNames() {
        assertThat(firm.text(firm.add(Samples.JLIN, Of.COURT, "us-nysd", Level.FULL)))
                .contains("Opposition brief");
        assertThat(firm.text(firm.add(Samples.JLIN, Of.COURT, "us-cacd", Level.FULL)))
                .doesNotContain("VEVENT");
        assertThat(firm.text(firm.add(Samples.JLIN, Of.TEAM, "commercial", Level.FULL)))
                .contains("Opposition brief");
        assertThat(firm.text(firm.add(Samples.JLIN, Of.PERSON, "mharper", Level.FULL)))
                .doesNotContain("VEVENT");
    }

    @Test
    void callsThePersonsFeedByTheirName() {
        assertThat(firm.text(firm.addFull())).contains("X-WR-CALNAME:Tickler: John Lin\r\n");
    }

    @Test
    void hidesAMatterFromWhomItIsWalledOff() {
        var feed = firm.add(Samples.JLIN, Of.COURT, "us-nysd", Level.FULL);
        assertThat(firm.text(feed)).contains("Opposition brief");
        Matter matter = Samples.matter();
        firm.database.inTransaction(handle -> MatterStore.save(
                handle,
                new Matter(
                        matter.id(),
                        matter.title(),
                        matter.side(),
                        matter.practice(),
                        matter.phase(),
                        matter.opened(),
                        matter.closed(),
                        Set.of(),
                        matter.team(),
                        matter.proceedings(),
                        matter.claims(),
                        matter.confidentiality(),
                        Set.of(Samples.JLIN),
                        matter.knownAt())));

        assertThat(firm.text(feed)).doesNotContain("VEVENT");
    }

    @Test
    void staysReadableWhateverATitleHolds() {
        firm.store(
                entry("evil-1", "A\rB\nEND:VEVENT\r\nEND:VCALENDAR\u0001\u007f\ud800 \\,;:\""),
                entry("evil-2", "x".repeat(1_000_000)),
                entry("evil-3", "🧨".repeat(300)));

        byte[] bytes = firm.bytes(firm.addFull());
        assertThat(IcsCheck.check(bytes)).isEmpty();
        assertThat(events(bytes)).hasSize(5);
    }

    @Test
    void showsByDayAndNumberWhatCannotBeShownAsItIs() {
        LocalDateTime start = LocalDateTime.of(2026, 2, 2, 9, 0);
        Entry odd = Samples.entry(
                Samples.ACME_V_BOLT,
                "odd-1",
                EntryKind.MEETING,
                "A very long meeting",
                new When.Timed(start, Optional.of(start.withYear(12_026)), Samples.NEW_YORK));
        firm.store(odd);
        var feed = firm.addFull();

        assertThat(firm.maker.sweep().placeholders()).isEqualTo(1);
        assertThat(firm.text(feed)).contains("SUMMARY:Entry " + odd.id()).contains("Opposition brief");
    }

    @Test
    void staysBoundedAndSaysSo() {
        List<Entry> many = new ArrayList<>();
        for (int number = 0; number < 20_000; number++) {
            many.add(Samples.entry(
                    Samples.ACME_V_BOLT,
                    "many-" + number,
                    EntryKind.TASK,
                    "Task " + number,
                    new When.AllDay(
                            LocalDate.of(2026, 1, 5).plusDays(number / 20), Optional.empty(), ZoneId.of("UTC"))));
        }
        firm.store(many.toArray(Entry[]::new));
        var feed = firm.add(Samples.JLIN, Of.PERSON, "jlin", Level.BUSY);

        var swept = firm.maker.sweep();
        byte[] bytes = firm.bytes(feed);
        assertThat(swept.truncated()).isEqualTo(1);
        assertThat(bytes.length).isLessThanOrEqualTo(FeedBytes.MOST_BYTES);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("Feed truncated");
        assertThat(IcsCheck.check(bytes)).isEmpty();
    }

    private void move(Entry entry, LocalDateTime to) {
        firm.change(
                entry.withWhen(
                        new When.Timed(to, Optional.of(to.plusHours(1)), Samples.NEW_YORK),
                        entry.revision().next(firm.clock.instant())),
                Change.Cause.MOVED);
    }

    private static Entry entry(String id, String title) {
        return Samples.entry(
                Samples.ACME_V_BOLT,
                id,
                EntryKind.TASK,
                title,
                new When.AllDay(LocalDate.of(2026, 2, 2), Optional.empty(), Samples.NEW_YORK));
    }

    private static List<VEvent> events(byte[] bytes) {
        return Biweekly.parse(new String(bytes, StandardCharsets.UTF_8)).first().getEvents();
    }
}
