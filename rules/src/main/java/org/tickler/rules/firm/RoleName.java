package org.tickler.rules.firm;

/** What a person is to a matter or to the firm, such as {@code lead-attorney}. Never blank, at most 120 characters, no control characters. */
public record RoleName(String value) implements Comparable<RoleName> {
    /** Who answers for a matter, and for its entries that nobody owns. */
    public static final RoleName LEAD_ATTORNEY = new RoleName("lead-attorney");

    /** Who answers for those who work on matters: heard before others of the firm where nobody nearer can be. */
    public static final RoleName SUPERVISING_ATTORNEY = new RoleName("supervising-attorney");

    /** Who keeps the docket: told where a chain of escalation ends, and calls whom no message reaches. */
    public static final RoleName DOCKET_CLERK = new RoleName("docket-clerk");

    public RoleName {
        if (value.isBlank() || value.length() > 120 || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a role's name is 1 to 120 printable characters, but was: '" + value + "'");
        }
    }

    @Override
    public int compareTo(RoleName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
