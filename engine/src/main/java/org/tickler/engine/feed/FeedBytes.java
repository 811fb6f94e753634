package org.tickler.engine.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tickler.calendars.ics.IcsCalendar;
import org.tickler.calendars.ics.IcsCheck;
import org.tickler.calendars.ics.IcsEvent;
import org.tickler.calendars.ics.IcsViolation;
import org.tickler.calendars.ics.IcsWriter;
import org.tickler.rules.docket.Entry;

/// The bytes of one feed: few enough, small enough, and looked through before anybody gets them.
///
/// @param placeholders how many events are shown by their day and number alone, for they could not be shown as they are
/// @param truncated whether entries are missing, which the feed then says
/// @param shown the entries that are in them
@SuppressWarnings("ArrayRecordComponent") // made once and handed to the store; never compared
record FeedBytes(byte[] bytes, int placeholders, boolean truncated, List<Entry> shown) {
    static final int MOST_EVENTS = 5_000;
    static final int MOST_BYTES = 1_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(FeedBytes.class);

    /// What a feed is made of.
    interface Source {
        /// The entries, nearest to today first; one more than [#MOST_EVENTS] if there are more.
        List<Entry> nearest();

        /// Throws IllegalArgumentException where the entry cannot be shown as it is.
        IcsEvent event(Entry entry);

        IcsEvent placeholder(Entry entry);

        IcsCalendar calendar(List<IcsEvent> events);
    }

    /// @throws IllegalStateException if what was made would not be read by every calendar program
    static FeedBytes of(Source source) {
        int shown = Math.min(source.nearest().size(), MOST_EVENTS);
        FeedBytes made = written(source, shown);
        while (made.bytes.length > MOST_BYTES && shown > 0) {
            shown = (int) Math.min(shown - 1L, (long) shown * MOST_BYTES / made.bytes.length * 19 / 20);
            made = written(source, shown);
        }
        return made;
    }

    private static FeedBytes written(Source source, int shown) {
        List<Entry> chosen = source.nearest().subList(0, shown);
        List<IcsEvent> events = new ArrayList<>(shown + 1);
        int placeholders = 0;
        for (Entry entry : chosen.stream().sorted(BY_DAY).toList()) {
            Optional<IcsEvent> event = sound(source, entry);
            placeholders += event.isPresent() ? 0 : 1;
            events.add(event.orElseGet(() -> source.placeholder(entry)));
        }
        boolean truncated = shown < source.nearest().size();
        if (truncated) {
            events.add(Events.truncated(source.nearest().get(shown), shown));
        }
        byte[] bytes = IcsWriter.write(source.calendar(events));
        List<IcsViolation> violations = IcsCheck.check(bytes);
        if (!violations.isEmpty()) {
            throw new IllegalStateException(
                    "a feed was made that calendar programs may refuse: " + violations.getFirst());
        }
        return new FeedBytes(bytes, placeholders, truncated, chosen);
    }

    /// The event, if it alone makes a calendar that every program can read.
    private static Optional<IcsEvent> sound(Source source, Entry entry) {
        try {
            IcsEvent event = source.event(entry);
            List<IcsViolation> violations = IcsCheck.check(IcsWriter.write(source.calendar(List.of(event))));
            if (violations.isEmpty()) {
                return Optional.of(event);
            }
            LOG.warn("entry {} is shown by its day and number alone in feeds: {}", entry.id(), violations.getFirst());
        } catch (IllegalArgumentException e) {
            LOG.warn("entry {} is shown by its day and number alone in feeds: {}", entry.id(), e.getMessage());
        }
        return Optional.empty();
    }

    private static final Comparator<Entry> BY_DAY = Comparator.comparing(
                    (Entry entry) -> entry.when().date().orElseThrow())
            .thenComparing(Entry::id);
}
