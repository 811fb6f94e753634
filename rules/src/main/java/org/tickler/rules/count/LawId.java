package org.tickler.rules.count;

import java.util.regex.Pattern;

/** The name of a law of counting, such as {@code us-frcp} or {@code gb-cpr-6.14}. */
public record LawId(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9.-]{0,62}");

    public LawId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a law's name starts with a letter and has lower-case letters, digits, dots and hyphens, but was \""
                            + value + "\"");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
