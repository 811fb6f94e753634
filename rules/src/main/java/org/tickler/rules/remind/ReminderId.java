package org.tickler.rules.remind;

import java.util.regex.Pattern;
import org.tickler.calendars.text.Words;
import org.tickler.rules.docket.Fingerprint;
import org.tickler.rules.firm.Channel;

/** The name of a reminder, made of what it is for, so that planning again gives the same one. */
public record ReminderId(String value) implements Comparable<ReminderId> {
    private static final Pattern FORM = Pattern.compile("R-[0-9a-z]{20}");

    public ReminderId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a reminder's id is R- and 20 letters or digits, but was: " + value);
        }
    }

    /** The name of the reminder that puts {@code ask} on {@code channel}. */
    public static ReminderId of(AskId ask, Channel channel) {
        return new ReminderId(
                "R-" + Fingerprint.of(ask.value(), Words.of(channel)).longCode());
    }

    @Override
    public int compareTo(ReminderId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
