package org.tickler.rules.firm;

/** The firm's own short name of a person, such as {@code mharper}. Never blank, at most 120 characters, no control characters. */
public record PersonId(String value) implements Comparable<PersonId> {
    public PersonId {
        if (value.isBlank() || value.length() > 120 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a person's id is 1 to 120 printable characters, but was: '" + value + "'");
        }
    }

    @Override
    public int compareTo(PersonId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
