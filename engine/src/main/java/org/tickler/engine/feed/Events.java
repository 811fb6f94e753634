package org.tickler.engine.feed;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.LocalMoments;
import org.tickler.calendars.ics.IcsEvent;
import org.tickler.calendars.ics.IcsRevision;
import org.tickler.calendars.ics.IcsStatus;
import org.tickler.calendars.ics.IcsWhen;
import org.tickler.calendars.ics.IcsWords;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.FeedScope.Level;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;

/// Entries as events of a calendar. An event is named after its entry and nothing else, so a move stays one event.
final class Events {
    private static final String DOMAIN = "@tickler.org";

    private Events() {}

    /// @throws IllegalArgumentException if it cannot be shown as it is
    static IcsEvent of(Entry entry, Matter matter, Level level, Instant now) {
        return new IcsEvent(
                uid(entry.id().value()),
                new IcsRevision(entry.revision().number(), entry.revision().knownAt()),
                status(entry),
                when(entry.when()),
                new EntryWords(entry, matter, level, now).words(),
                level == Level.BUSY ? List.of() : List.of(Words.of(entry.kind())),
                List.of());
    }

    /// The entry's day with no words that anybody wrote: so nobody loses the date, and no program the whole feed.
    static IcsEvent placeholder(Entry entry, Level level) {
        return new IcsEvent(
                uid(entry.id().value()),
                new IcsRevision(entry.revision().number(), entry.revision().knownAt()),
                IcsStatus.CONFIRMED,
                IcsWhen.AllDay.on(entry.when().date().orElseThrow()),
                level == Level.BUSY ? IcsWords.of("Busy") : EntryWords.placeholder(entry),
                List.of(),
                List.of());
    }

    /// Says where a feed that is too long ends.
    ///
    /// @param omitted the first entry that is not shown
    static IcsEvent truncated(Entry omitted, int shown) {
        Instant known = omitted.revision().knownAt();
        return new IcsEvent(
                uid("truncated"),
                // grows by itself, as a sequence must, and fits for some thousand years
                new IcsRevision(Math.clamp(known.getEpochSecond() / 60, 0, Integer.MAX_VALUE), known),
                IcsStatus.CONFIRMED,
                IcsWhen.AllDay.on(omitted.when().date().orElseThrow()),
                new IcsWords(
                        "Feed truncated: entries are missing here",
                        "This feed shows the " + shown
                                + " entries nearest to today; others are not in it. Ask for a feed of fewer matters.",
                        "",
                        Optional.empty()),
                List.of(),
                List.of());
    }

    private static String uid(String name) {
        return name + DOMAIN;
    }

    private static IcsStatus status(Entry entry) {
        return switch (entry.status()) {
            case OPEN, CLAIMED, DONE -> IcsStatus.CONFIRMED;
            case WAITING, PROPOSED, PROVISIONAL, STAYED -> IcsStatus.TENTATIVE;
            case WAIVED, CANCELLED, SUPERSEDED -> IcsStatus.CANCELLED;
        };
    }

    private static IcsWhen when(When when) {
        return switch (when) {
            case When.AllDay day -> IcsWhen.AllDay.on(day.day());
            case When.Timed timed -> {
                Instant start = LocalMoments.instant(timed.start(), timed.zone());
                // on the night of a clock change a later hour can be no later instant
                yield new IcsWhen.Timed(
                        start,
                        timed.end()
                                .map(end -> LocalMoments.instant(end, timed.zone()))
                                .filter(end -> end.getEpochSecond() > start.getEpochSecond()));
            }
            case When.Waiting waiting -> throw new IllegalArgumentException("an entry without a date is in no feed");
        };
    }
}
