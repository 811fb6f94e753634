package org.tickler.rules.lang;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tickler.calendars.text.Words;
import org.tickler.rules.firm.Channel;
import org.tickler.rules.remind.By;
import org.tickler.rules.remind.RungTime.Side;
import org.tickler.rules.remind.TimeSpan;
import org.tickler.rules.remind.Unit;

/**
 * The phrases of rule files: spans, spans with a side, channels. Every reader throws IllegalArgumentException with a
 * sentence that says what it did not understand.
 */
final class Phrases {
    private static final String UNITS =
            Arrays.stream(Unit.values()).map(unit -> unit.words(1)).collect(Collectors.joining("|"));
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,4}) (" + UNITS + ")s?");
    private static final Pattern SIDED = Pattern.compile("(.+) (before|after)");
    private static final Pattern EVERY = Pattern.compile("every (.+)");
    private static final Pattern CHANNELS = Pattern.compile("([a-z]+)(?:( and |, else )([a-z]+))?");

    private Phrases() {}

    /** A span and the side of the entry that it lies on. */
    record Sided(TimeSpan span, Side side) {}

    /** {@code 4 business hours}. */
    static TimeSpan span(String text) {
        Matcher matcher = SPAN.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a length of time is a whole number (at most 9999) and one of "
                    + Arrays.stream(Unit.values()).map(unit -> unit.words(2)).collect(Collectors.joining(", ")));
        }
        Unit unit =
                Unit.valueOf((matcher.group(2) + "s").toUpperCase(Locale.ROOT).replace(' ', '_'));
        return new TimeSpan(Integer.parseInt(matcher.group(1)), unit);
    }

    /** {@code 7 days before}. */
    static Sided sided(String text) {
        Matcher matcher = SIDED.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it must end in before or after");
        }
        return new Sided(span(matcher.group(1)), Side.valueOf(matcher.group(2).toUpperCase(Locale.ROOT)));
    }

    /** {@code every 60 days}. */
    static TimeSpan every(String text) {
        Matcher matcher = EVERY.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("it must start with every");
        }
        return span(matcher.group(1));
    }

    /** {@code email}, {@code sms and email}, {@code sms, else email}. */
    static By channels(String text) {
        Matcher matcher = CHANNELS.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("channels are joined by \" and \" or by \", else \"");
        }
        Channel first = channel(matcher.group(1));
        String joint = Optional.ofNullable(matcher.group(2)).orElse(" and ");
        return Optional.ofNullable(matcher.group(3))
                .map(second -> channels(List.of(first, channel(second)), joint.equals(" and ")))
                .orElseGet(() -> channels(List.of(first), true));
    }

    /** One or more channels, each once. */
    static By channels(List<Channel> channels, boolean all) {
        if (channels.isEmpty() || channels.stream().distinct().count() < channels.size()) {
            throw new IllegalArgumentException("name one channel, or both once");
        }
        return new By(channels, all);
    }

    /** {@code email}. */
    static Channel channel(String word) {
        return Words.find(Channel.class, word)
                .orElseThrow(() -> new IllegalArgumentException("no channel is called \"" + word + "\"; there are "
                        + String.join(" and ", Words.all(Channel.class))));
    }
}
