package org.tickler.calendars.ics;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the writer wrote, as three other readers understand it: our own, ical4j and biweekly. */
final class FeedReadBackTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {5, 1883, 20270308})
    void readsBackTheSameInstantsDaysAndWords(long seed) throws IOException, ParserException {
        List<IcsEvent> events = events(new Random(seed));
        byte[] bytes = IcsWriter.write(new IcsCalendar("Docket", "All of it", Feeds.NEW_YORK, events));
        assertThat(IcsCheck.check(bytes)).isEmpty();

        List<IcsItem> ours = Files.bytes(bytes).items();
        assertThat(Files.bytes(bytes).problems()).isEmpty();
        List<VEvent> biweekly = Biweekly.parse(new String(bytes, StandardCharsets.UTF_8))
                .first()
                .getEvents();
        Calendar calendar = new CalendarBuilder().build(new ByteArrayInputStream(bytes));
        List<net.fortuna.ical4j.model.component.VEvent> ical4j = calendar.getComponents("VEVENT");
        assertThat(ours).hasSameSizeAs(events);
        assertThat(biweekly).hasSameSizeAs(events);
        assertThat(ical4j).hasSameSizeAs(events);
        for (int i = 0; i < events.size(); i++) {
            IcsEvent event = events.get(i);
            assertThat(ours.get(i).identity()).isEqualTo(new IcsIdentity(Optional.of(event.uid()), Optional.empty()));
            assertThat(ours.get(i).version().sequence())
                    .isEqualTo(event.revision().sequence());
            assertThat(ours.get(i).words()).isEqualTo(event.words());
            assertThat(ours.get(i).status()).isEqualTo(event.status());
            assertSameStart(event.when(), ours.get(i).time());
            assertSameStart(event.when(), biweekly.get(i));
            assertSameStart(
                    event.when(),
                    ical4j.get(i)
                            .<DtStart<Temporal>>getProperty("DTSTART")
                            .orElseThrow()
                            .getDate());
            assertThat(ical4j.get(i).getSummary().getValue())
                    .isEqualTo(event.words().summary());
        }
    }

    @Test
    void showsTheSameEventsAfterAMoveUnderTheSameUid() {
        IcsEvent before = Feeds.allDay("d-1", "Answer due");
        IcsEvent after = new IcsEvent(
                "d-1",
                new IcsRevision(1, Feeds.REVISED.plusSeconds(60)),
                IcsStatus.CONFIRMED,
                IcsWhen.AllDay.on(LocalDate.of(2027, 3, 15)),
                before.words(),
                List.of(),
                List.of());
        IcsItem item = Files.bytes(IcsWriter.write(Feeds.feed(after))).items().get(0);
        assertThat(item.identity().uid()).contains("d-1");
        assertThat(item.version().sequence()).isEqualTo(1);
        assertThat(item.time()).isEqualTo(new IcsTime.AllDay(LocalDate.of(2027, 3, 15), LocalDate.of(2027, 3, 16)));
    }

    private static List<IcsEvent> events(Random random) {
        List<IcsEvent> events = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Instant start = Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(2_000_000)));
            IcsWhen when = random.nextBoolean()
                    ? IcsWhen.AllDay.on(LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1200)))
                    : IcsWhen.Timed.between(start, start.plus(Duration.ofMinutes(1 + random.nextInt(600))));
            String words = "Nr " + i + ", für Ö; 法 😀 \\ done";
            events.add(new IcsEvent(
                    "e" + i + "@tickler.example",
                    new IcsRevision(i, Feeds.REVISED),
                    IcsStatus.values()[random.nextInt(3)],
                    when,
                    new IcsWords(words, words.repeat(random.nextInt(9)), words, Optional.empty()),
                    List.of(),
                    List.of()));
        }
        return events;
    }

    private static void assertSameStart(IcsWhen when, IcsTime time) {
        switch (when) {
            case IcsWhen.AllDay days -> assertThat(time).isEqualTo(new IcsTime.AllDay(days.from(), days.until()));
            case IcsWhen.Timed timed ->
                assertThat(time).isInstanceOfSatisfying(IcsTime.Timed.class, read -> {
                    assertThat(read.start().toInstant()).isEqualTo(timed.start());
                    assertThat(read.end().orElseThrow().toInstant())
                            .isEqualTo(timed.end().orElseThrow());
                    assertThat(read.zoning()).isEqualTo(IcsTime.Zoning.UTC);
                });
        }
    }

    private static void assertSameStart(IcsWhen when, VEvent read) {
        switch (when) {
            case IcsWhen.AllDay days -> {
                assertThat(read.getDateStart().getValue().hasTime()).isFalse();
                assertThat(read.getDateStart().getValue().getRawComponents().getDate())
                        .isEqualTo(days.from().getDayOfMonth());
                assertThat(read.getDateEnd().getValue().getRawComponents().getDate())
                        .isEqualTo(days.until().getDayOfMonth());
            }
            case IcsWhen.Timed timed -> {
                assertThat(read.getDateStart().getValue().toInstant()).isEqualTo(timed.start());
                assertThat(read.getDateEnd().getValue().toInstant())
                        .isEqualTo(timed.end().orElseThrow());
            }
        }
    }

    private static void assertSameStart(IcsWhen when, Temporal read) {
        switch (when) {
            case IcsWhen.AllDay days -> assertThat(read).isEqualTo(days.from());
            case IcsWhen.Timed timed -> assertThat(Instant.from(read)).isEqualTo(timed.start());
        }
    }
}
