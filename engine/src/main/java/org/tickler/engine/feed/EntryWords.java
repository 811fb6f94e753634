package org.tickler.engine.feed;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tickler.calendars.ics.IcsWords;
import org.tickler.calendars.text.Days;
import org.tickler.calendars.text.Words;
import org.tickler.engine.store.FeedScope.Level;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryStatus;
import org.tickler.rules.docket.Origin;
import org.tickler.rules.docket.When;
import org.tickler.rules.firm.Matter;

/// The words of one entry in a feed, as much of them as the feed's level allows. Below `full` nothing is told that
/// somebody wrote by hand: a title, a party or an order's words can name a client.
///
/// @param now tells whether the entry is overdue
record EntryWords(Entry entry, Matter matter, Level level, Instant now) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    IcsWords words() {
        return switch (level) {
            case BUSY -> IcsWords.of("Busy");
            case MATTER_NUMBER ->
                new IcsWords(
                        marked(capital(Words.of(entry.kind()).replace('-', ' ')) + hour() + ": " + matter.id()),
                        description(),
                        "",
                        Optional.empty());
            case FULL ->
                new IcsWords(
                        marked(entry.title() + hour() + " (" + matter.id() + " " + matter.title() + ")"),
                        description(),
                        entry.details().location().orElse(""),
                        Optional.empty());
        };
    }

    /// Nothing but numbers that cannot offend any calendar program.
    static IcsWords placeholder(Entry entry) {
        return IcsWords.of("Entry " + entry.id() + ": see Tickler");
    }

    private String marked(String summary) {
        return switch (entry.status()) {
            case CANCELLED, WAIVED, SUPERSEDED, STAYED -> capitals() + ": " + summary;
            case DONE -> "Done: " + summary;
            case PROPOSED -> (entry.isOverdue(now) ? "OVERDUE: " : "Not verified: ") + summary;
            case WAITING, OPEN, PROVISIONAL, CLAIMED -> entry.isOverdue(now) ? "OVERDUE: " + summary : summary;
        };
    }

    private String capitals() {
        return Words.of(entry.status()).toUpperCase(Locale.ROOT);
    }

    private String description() {
        boolean full = level == Level.FULL;
        List<String> lines = new ArrayList<>();
        lines.add("Matter: " + matter.id() + (full ? " " + matter.title() : ""));
        lines.add("Kind: " + Words.of(entry.kind()));
        lines.add("When: " + when());
        why().ifPresent(why -> lines.add("Why: " + why));
        if (full && entry.origin() instanceof Origin.Derived derived) {
            derived.steps().forEach(step -> lines.add("- " + step));
        }
        lines.add("Status: " + Words.of(entry.status())
                + (entry.status() == EntryStatus.PROPOSED ? ", not verified" : "")
                + (entry.isOverdue(now) ? ", overdue" : ""));
        if (full) {
            entry.details().location().ifPresent(location -> lines.add("Where: " + location));
            entry.details().mode().ifPresent(mode -> lines.add("Mode: " + mode));
        }
        lines.add("Entry: " + entry.id());
        return String.join("\n", lines);
    }

    /// The authority of a derived entry is the rule's own; that of an entered one was written by hand.
    private Optional<String> why() {
        Optional<String> authority = entry.details().authority();
        return switch (entry.origin()) {
            case Origin.Derived derived ->
                Optional.of(Stream.concat(authority.stream(), Stream.of("rule " + derived.rule()))
                        .collect(Collectors.joining(", ")));
            case Origin.Entered entered -> level == Level.FULL ? authority : Optional.empty();
        };
    }

    private String hour() {
        return entry.when() instanceof When.AllDay day
                ? day.hour().map(hour -> " by " + HOUR.format(hour)).orElse("")
                : "";
    }

    private String when() {
        return switch (entry.when()) {
            case When.AllDay day ->
                Days.words(day.day())
                        + day.hour()
                                .map(hour -> ", by " + HOUR.format(hour) + " (" + day.zone() + ")")
                                .orElse("");
            case When.Timed timed ->
                Days.words(timed.start())
                        + timed.end().map(end -> " to " + HOUR.format(end)).orElse("") + " (" + timed.zone() + ")";
            case When.Waiting waiting -> "no date yet";
        };
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
