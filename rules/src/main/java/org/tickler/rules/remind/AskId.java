package org.tickler.rules.remind;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.tickler.rules.docket.Fingerprint;

/** The name of an ask, made of entry, revision, ladder, rung, person and step, so that planning again gives the same one. */
public record AskId(String value) implements Comparable<AskId> {
    private static final Pattern FORM = Pattern.compile("A-[0-9a-z]{20}");

    public AskId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an ask's id is A- and 20 letters or digits, but was: " + value);
        }
    }

    /** The name of the ask by which the engine raises an alarm about {@code key}. */
    public static AskId alarm(String key) {
        return new AskId("A-" + Fingerprint.of("alarm", key).longCode());
    }

    /**
     * The name of the ask by which a sheet is put to a reader: one for each rule, day and reader, and for each step of its
     * escalation.
     */
    public static AskId sheet(String rule, LocalDate day, String reader, int step) {
        return new AskId("A-"
                + Fingerprint.of("sheet", rule, day.toString(), reader, Integer.toString(step))
                        .longCode());
    }

    @Override
    public int compareTo(AskId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
