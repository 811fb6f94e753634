package org.tickler.calendars.ics;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.fortuna.ical4j.model.TemporalAmountAdapter;

/** Understands one event at a time; whatever is wrong in it throws RefusedValueException and touches no other event. */
final class EventReader {

    private static final int LONGEST_UID = 1_000;
    private static final Duration LONGEST = Duration.ofDays(3660);

    private final ZoneId defaultZone;
    private final MomentReader moments;
    private final RuleReader rules;
    private final Problems problems;

    EventReader(ZoneId defaultZone, MomentReader moments, Problems problems) {
        this.defaultZone = defaultZone;
        this.moments = moments;
        this.rules = new RuleReader(moments, defaultZone);
        this.problems = problems;
    }

    Draft read(Scan.RawEvent event) {
        ContentLine startLine = once(event, "DTSTART")
                .orElseThrow(
                        () -> new RefusedValueException(event.line(), "expected a DTSTART in the event, found none"));
        Draft.Span span = span(event, startLine);
        IcsVersion version = new IcsVersion(sequence(event), lastModified(event), event.line());
        IcsWords words = new IcsWords(
                text(event, "SUMMARY"),
                text(event, "DESCRIPTION"),
                text(event, "LOCATION"),
                first(event, "URL").flatMap(line -> TextValues.url(line.value())));
        List<String> categories = all(event, "CATEGORIES").stream()
                .flatMap(line -> TextValues.list(line.value()).stream())
                .distinct()
                .toList();
        return new Draft(uid(event), version, span, series(event, span.start()), status(event), words, categories);
    }

    private static Optional<String> uid(Scan.RawEvent event) {
        Optional<ContentLine> line = once(event, "UID");
        if (line.isPresent() && line.get().value().length() > LONGEST_UID) {
            throw new RefusedValueException(
                    line.get().line(),
                    "expected a UID of at most " + LONGEST_UID + " characters, found '"
                            + Excerpt.of(line.get().value()) + "'");
        }
        return line.map(of -> of.value().strip()).filter(value -> !value.isEmpty());
    }

    private Draft.Span span(Scan.RawEvent event, ContentLine startLine) {
        Moment start = moments.read(startLine);
        Optional<ContentLine> endLine = once(event, "DTEND");
        Optional<Moment> end = endLine.map(moments::read);
        if (isWholeDays(event, start, end)) {
            start = new Moment(start.shown(defaultZone).toLocalDate().atStartOfDay(), defaultZone, Moment.Form.DATE);
        }
        if (endLine.isEmpty() || end.isEmpty()) {
            return new Draft.Span(start, once(event, "DURATION").flatMap(line -> duration(line)));
        }
        Duration length = Duration.between(start.local(), end.get().in(start).local());
        boolean mixed = end.get().isDate() && !start.isDate();
        if (mixed || length.isNegative() || length.compareTo(LONGEST) > 0) {
            problems.suspect(
                    endLine.get().line(),
                    "expected an end after DTSTART " + startLine.value() + ", found DTEND "
                            + Excerpt.of(endLine.get().value()) + "; the end is left out");
            return new Draft.Span(start, Optional.empty());
        }
        return new Draft.Span(start, Optional.of(length).filter(of -> !of.isZero()));
    }

    /** Outlook marks whole days that it writes as times from midnight to midnight. */
    private boolean isWholeDays(Scan.RawEvent event, Moment start, Optional<Moment> end) {
        boolean marked = first(event, "X-MICROSOFT-CDO-ALLDAYEVENT")
                .filter(line -> line.value().strip().equalsIgnoreCase("TRUE"))
                .isPresent();
        return marked && isMidnight(start) && end.filter(of -> !isMidnight(of)).isEmpty();
    }

    private boolean isMidnight(Moment moment) {
        return moment.shown(defaultZone).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private Optional<Duration> duration(ContentLine line) {
        try {
            TemporalAmount amount =
                    TemporalAmountAdapter.parse(line.value().strip()).getDuration();
            Duration length =
                    amount instanceof Period ? Duration.ofDays(amount.get(ChronoUnit.DAYS)) : Duration.from(amount);
            if (!length.isNegative() && length.compareTo(LONGEST) <= 0) {
                return Optional.of(length).filter(of -> !of.isZero());
            }
        } catch (DateTimeException | ArithmeticException e) {
            // said below, for what is no duration as for what is none that can be meant
        }
        problems.suspect(
                line.line(),
                "expected a duration such as PT1H30M or P1D, found '" + Excerpt.of(line.value())
                        + "'; the end is left out");
        return Optional.empty();
    }

    private Draft.Series series(Scan.RawEvent event, Moment start) {
        if (!all(event, "EXRULE").isEmpty()) {
            throw new RefusedValueException(
                    all(event, "EXRULE").get(0).line(),
                    "expected EXDATE for dates that are taken out, found EXRULE, which no longer is part of iCalendar");
        }
        List<SeriesRule> of = all(event, "RRULE").stream()
                .map(line -> rules.read(line, start))
                .toList();
        Optional<ContentLine> instanceLine = once(event, "RECURRENCE-ID");
        if (instanceLine.isPresent() && !instanceLine.get().parameter("RANGE").isEmpty()) {
            problems.suspect(
                    instanceLine.get().line(),
                    "found RANGE=" + Excerpt.of(instanceLine.get().parameter("RANGE"))
                            + ": only this one instance is changed; look at those after it");
        }
        return new Draft.Series(of, dates(event, "RDATE"), dates(event, "EXDATE"), instanceLine.map(moments::read));
    }

    private List<Moment> dates(Scan.RawEvent event, String name) {
        List<Moment> dates = new ArrayList<>();
        for (ContentLine line : all(event, name)) {
            for (String value : line.value().split(",")) {
                // of a period, the start; its length is that of the series
                dates.add(moments.read(line, value.split("/", 2)[0]));
            }
        }
        return dates;
    }

    private static IcsStatus status(Scan.RawEvent event) {
        String status = first(event, "STATUS")
                .map(line -> line.value().strip().toUpperCase(Locale.ROOT))
                .orElse("");
        if (event.withdrawn() || status.equals("CANCELLED") || status.equals("CANCELED")) {
            return IcsStatus.CANCELLED;
        }
        return status.equals("TENTATIVE") ? IcsStatus.TENTATIVE : IcsStatus.CONFIRMED;
    }

    private static int sequence(Scan.RawEvent event) {
        String digits =
                first(event, "SEQUENCE").map(line -> line.value().strip()).orElse("");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }

    private Optional<Instant> lastModified(Scan.RawEvent event) {
        try {
            return first(event, "LAST-MODIFIED")
                    .map(line -> moments.read(line).zoned().toInstant());
        } catch (RefusedValueException e) {
            return Optional.empty();
        }
    }

    private static String text(Scan.RawEvent event, String name) {
        return first(event, name).map(line -> TextValues.unescape(line.value())).orElse("");
    }

    private static Optional<ContentLine> once(Scan.RawEvent event, String name) {
        List<ContentLine> lines = all(event, name);
        if (lines.size() > 1) {
            throw new RefusedValueException(
                    lines.get(1).line(), "expected one " + name + " in the event, found " + lines.size());
        }
        return lines.stream().findFirst();
    }

    private static Optional<ContentLine> first(Scan.RawEvent event, String name) {
        return event.properties().stream()
                .filter(line -> line.name().equals(name))
                .findFirst();
    }

    private static List<ContentLine> all(Scan.RawEvent event, String name) {
        return event.properties().stream()
                .filter(line -> line.name().equals(name))
                .toList();
    }
}
