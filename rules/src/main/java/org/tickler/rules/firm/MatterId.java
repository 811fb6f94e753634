package org.tickler.rules.firm;

/** The firm's number of a matter, such as {@code H-2291}. Never blank, at most 120 characters, no control characters. */
public record MatterId(String value) implements Comparable<MatterId> {
    public MatterId {
        if (value.isBlank() || value.length() > 120 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a matter's id is 1 to 120 printable characters, but was: '" + value + "'");
        }
    }

    @Override
    public int compareTo(MatterId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
