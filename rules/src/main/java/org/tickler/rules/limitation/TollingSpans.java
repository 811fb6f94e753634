package org.tickler.rules.limitation;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tickler.calendars.text.Days;
import org.tickler.rules.firm.Claim;

/** The days of a claim on which its period did not run. They suspend it; none starts it anew. */
final class TollingSpans {
    /** Days of one cause; {@code to} is empty while it has no end. */
    private record Span(LocalDate from, Optional<LocalDate> to, String why) {}

    private final List<Span> spans;

    private TollingSpans(List<Span> spans) {
        this.spans = spans;
    }

    static TollingSpans of(Claim claim) {
        Stream<Span> facts =
                claim.tolling().stream().map(one -> new Span(one.from(), one.to(), one.why() + "; " + one.source()));
        Stream<Span> agreed = claim.agreements().stream()
                .map(one -> new Span(one.from(), Optional.of(one.until()), "tolling agreement; " + one.source()));
        return new TollingSpans(Stream.concat(facts, agreed)
                .sorted(Comparator.comparing(Span::from))
                .toList());
    }

    /**
     * The end of a period that runs from the day after {@code start} to {@code end}, with the days added that it did not run.
     * Days that several spans have count once; a span that begins after the period has run out tolls nothing, nor do
     * days of one that has no end yet.
     */
    LocalDate extend(LocalDate start, LocalDate end, List<String> steps) {
        LocalDate free = start.plusDays(1);
        LocalDate last = end;
        for (Span span : spans) {
            String named = "The tolling from " + Days.words(span.from()) + " (" + span.why() + ")";
            if (span.to().isEmpty()) {
                steps.add(named + " has no end yet: no day of it is counted.");
                continue;
            }
            LocalDate to = span.to().get();
            LocalDate from = span.from().isBefore(free) ? free : span.from();
            if (span.from().isAfter(last)) {
                steps.add(named + " began after the period had run out on " + Days.words(last) + ": it tolls nothing.");
            } else if (to.isBefore(from)) {
                steps.add(named + " to " + Days.words(to)
                        + (to.isAfter(start) ? " is counted already" : " was over before the period ran")
                        + ": it adds nothing.");
            } else {
                long days = ChronoUnit.DAYS.between(from, to) + 1;
                last = last.plusDays(days);
                steps.add("Tolled from " + Days.words(from) + " to " + Days.words(to) + ", both counted, " + days
                        + (days == 1 ? " day (" : " days (") + span.why() + "): " + Days.words(last) + ".");
                free = to.plusDays(1);
            }
        }
        return last;
    }

    /** What these facts are, in a form that can be compared. */
    static List<String> canonical(Claim claim) {
        List<String> parts = new ArrayList<>();
        claim.tolling()
                .forEach(one -> parts.addAll(List.of(
                        "tolling",
                        one.from().toString(),
                        one.to().map(LocalDate::toString).orElse(""),
                        one.why(),
                        one.source())));
        claim.agreements()
                .forEach(one -> parts.addAll(
                        List.of("agreement", one.from().toString(), one.until().toString(), one.source())));
        return parts;
    }
}
