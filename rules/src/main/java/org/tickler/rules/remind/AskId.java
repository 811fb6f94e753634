package org.tickler.rules.remind;

import java.util.regex.Pattern;

/** The name of an ask, made of entry, revision, ladder, rung, person and step, so that planning again gives the same one. */
public record AskId(String value) implements Comparable<AskId> {
    private static final Pattern FORM = Pattern.compile("A-[0-9a-z]{20}");

    public AskId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an ask's id is A- and 20 letters or digits, but was: " + value);
        }
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
