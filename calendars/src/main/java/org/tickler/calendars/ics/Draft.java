package org.tickler.calendars.ics;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** A VEVENT that was understood, before series and the changes to their instances are brought together. */
record Draft(
        Optional<String> uid,
        IcsVersion version,
        Span span,
        Series series,
        IcsStatus status,
        IcsWords words,
        List<String> categories) {

    /**
     * @param length in local time, so that an instance ends at the same hour before and after a clock change; whole
     *     days for a date; empty for a time without an end
     */
    record Span(Moment start, Optional<Duration> length) {

        /** The same span where its series gives another start. */
        IcsTime at(LocalDateTime local, ZoneId defaultZone) {
            Moment begin = start.at(local);
            if (begin.isDate()) {
                long days = Math.max(1, length.orElse(Duration.ZERO).toDays());
                return new IcsTime.AllDay(
                        local.toLocalDate(), local.toLocalDate().plusDays(days));
            }
            ZonedDateTime shown = begin.shown(defaultZone);
            Optional<ZonedDateTime> end = length.map(
                            of -> start.at(local.plus(of)).shown(defaultZone))
                    // where a clock change swallows the whole of it
                    .filter(of -> !of.isBefore(shown));
            return new IcsTime.Timed(shown, end, begin.zoning());
        }
    }

    /**
     * What recurs: the rules, dates added and taken out, and for a change to one instance, which one.
     */
    record Series(List<SeriesRule> rules, List<Moment> added, List<Moment> excluded, Optional<Moment> instance) {

        boolean recurs() {
            return !rules.isEmpty() || !added.isEmpty();
        }
    }

    IcsItem item(Optional<String> instance, LocalDateTime local, ZoneId defaultZone) {
        return new IcsItem(
                new IcsIdentity(uid, instance), version, span.at(local, defaultZone), status, words, categories);
    }
}
