package org.tickler.engine.feed;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.calendars.ics.IcsCalendar;
import org.tickler.calendars.ics.IcsEvent;
import org.tickler.engine.store.FeedScope;
import org.tickler.engine.store.FeedStore;
import org.tickler.engine.store.TokenRow;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.Person;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.firm.Sight;

/// One feed at one instant: its viewer, and the matters that this person sees and the feed covers.
final class Feed {
    private static final int DAYS_BACK = 90;
    private static final int YEARS_AHEAD = 3;
    private static final Duration ENDED_SHOWN = Duration.ofDays(30);

    private final TokenRow token;
    private final Person viewer;
    private final Instant now;
    private final LocalDate today;
    private final Map<MatterId, Matter> matters = new LinkedHashMap<>();
    private final String shownAs;
    private final long change;

    /// @throws IllegalStateException if the viewer is not known any more
    Feed(TokenRow token, FirmFacts firm, Instant now) {
        this.token = token;
        this.now = now;
        this.viewer = firm.people()
                .find(token.viewer())
                .orElseThrow(() -> new IllegalStateException("nobody has the id " + token.viewer()));
        this.shownAs = token.scope().of() == FeedScope.Of.PERSON
                ? firm.people()
                        .find(new PersonId(token.scope().name()))
                        .map(Person::name)
                        .orElse(token.scope().name())
                : token.scope().name();
        this.today = now.atZone(viewer.zone()).toLocalDate();
        long mixed = viewer.knownAt().hashCode() * 31L + (viewer.zone().getId() + viewer.name() + shownAs).hashCode();
        for (Matter matter : firm.matters()) {
            if (token.scope().covers(matter)
                    && Sight.sees(viewer, matter, today).allowed()) {
                matters.put(matter.id(), matter);
                mixed = mixed * 0x5DEECE66DL
                        + matter.id().hashCode() * 31L
                        + firm.changes().getOrDefault(matter.id(), 0L);
            }
        }
        this.change = mixed;
    }

    String id() {
        return token.id();
    }

    /// Another number whenever other matters are in it, or one of them changed.
    long change() {
        return change;
    }

    FeedBytes.Source read(Handle handle) {
        var window = new FeedStore.Window(
                today.minusDays(DAYS_BACK), today, today.plusYears(YEARS_AHEAD), now.minus(ENDED_SHOWN));
        List<Entry> nearest = FeedStore.entries(
                handle,
                matters.keySet(),
                window,
                entry -> token.scope().shows(entry, matter(entry), today) && isRecentOrOverdue(entry, window),
                FeedBytes.MOST_EVENTS + 1);
        return new Shown(nearest);
    }

    private boolean isRecentOrOverdue(Entry entry, FeedStore.Window window) {
        return entry.when().date().filter(day -> !day.isBefore(window.first())).isPresent() || entry.isOverdue(now);
    }

    private Matter matter(Entry entry) {
        Matter matter = matters.get(entry.matter());
        if (matter == null) {
            throw new IllegalStateException("entry " + entry.id() + " is of a matter that the feed does not cover");
        }
        return matter;
    }

    private String name() {
        FeedScope scope = token.scope();
        boolean full = scope.level() == FeedScope.Level.FULL;
        return switch (scope.of()) {
            case PERSON, TEAM, COURT -> "Tickler: " + shownAs;
            case MATTER ->
                "Tickler: " + shownAs
                        + matters.values().stream()
                                .filter(matter -> full)
                                .map(matter -> " " + matter.title())
                                .findFirst()
                                .orElse("");
        };
    }

    /// The entries as this feed shows them.
    private final class Shown implements FeedBytes.Source {
        private final List<Entry> nearest;

        private Shown(List<Entry> nearest) {
            this.nearest = nearest;
        }

        @Override
        public List<Entry> nearest() {
            return nearest;
        }

        @Override
        public IcsEvent event(Entry entry) {
            return Events.of(entry, matter(entry), token.scope().level(), now);
        }

        @Override
        public IcsEvent placeholder(Entry entry) {
            return Events.placeholder(entry, token.scope().level());
        }

        @Override
        public IcsCalendar calendar(List<IcsEvent> events) {
            return new IcsCalendar(name(), "", viewer.zone(), events);
        }
    }
}
