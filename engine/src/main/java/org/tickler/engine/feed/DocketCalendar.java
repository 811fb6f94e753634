package org.tickler.engine.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.tickler.calendars.ics.IcsCalendar;
import org.tickler.calendars.ics.IcsEvent;
import org.tickler.engine.store.FeedScope.Level;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.Matter;

/// The docket of a firm as one calendar file, for those who must go on where the engine does not.
public final class DocketCalendar {
    private DocketCalendar() {}

    /// An entry, and how much is told of it.
    public record Shown(Entry entry, Matter matter, Level level) {}

    /// The bytes of the file. It is bounded as feeds are, and says where entries are missing.
    ///
    /// @param shown entries with a date, the first first
    public static byte[] bytes(String name, ZoneId zone, Instant now, List<Shown> shown) {
        Map<EntryId, Shown> byId =
                shown.stream().collect(Collectors.toMap(one -> one.entry().id(), one -> one));
        List<Entry> entries = shown.stream().map(Shown::entry).toList();
        return FeedBytes.of(new FeedBytes.Source() {
                    @Override
                    public List<Entry> nearest() {
                        return entries;
                    }

                    @Override
                    public IcsEvent event(Entry entry) {
                        Shown one = Objects.requireNonNull(byId.get(entry.id()));
                        return Events.of(entry, one.matter(), one.level(), now);
                    }

                    @Override
                    public IcsEvent placeholder(Entry entry) {
                        Shown one = Objects.requireNonNull(byId.get(entry.id()));
                        return Events.placeholder(entry, one.level());
                    }

                    @Override
                    public IcsCalendar calendar(List<IcsEvent> events) {
                        return new IcsCalendar(name, "", zone, events);
                    }
                })
                .bytes();
    }
}
