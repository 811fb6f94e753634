package org.tickler.rules.docket;

import java.util.regex.Pattern;
import org.tickler.rules.firm.MatterId;

/**
 * The name of an entry for its whole life, such as {@code E-7k3f9a2bqx}: it never depends on the date or the title, so
 * that moves keep it. Letters, digits and hyphens only, at most 60, so that it may stand in addresses and calendars.
 */
public record EntryId(String value) implements Comparable<EntryId> {
    private static final String CLAIM = "C-";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,60}");

    public EntryId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "an entry's id has letters, digits and hyphens, but was: '" + value + "'");
        }
    }

    /** The id of what {@code source} calls {@code id}: the same two always give the same one. */
    public static EntryId entered(String source, String id) {
        return new EntryId("E-" + Fingerprint.of(source, id).shortCode());
    }

    /** The id of the deadline that {@code rule} derives from {@code trigger}; {@code occurrence} counts from 1. */
    public static EntryId derived(EntryId trigger, String rule, int occurrence) {
        return new EntryId("D-"
                + Fingerprint.of(trigger.value(), rule, Integer.toString(occurrence))
                        .shortCode());
    }

    /** What stands for a claim of a matter where its last day to sue names its trigger: a claim is no entry itself. */
    public static EntryId claim(MatterId matter, String claim) {
        return new EntryId(CLAIM + Fingerprint.of(matter.value(), claim).shortCode());
    }

    /** Whether it stands for a claim. */
    public boolean isClaim() {
        return value.startsWith(CLAIM);
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
