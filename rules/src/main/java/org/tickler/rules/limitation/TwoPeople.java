package org.tickler.rules.limitation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.firm.PersonId;

/** What one person alone cannot do to a last day to sue. */
public final class TwoPeople {
    /** How many different people it takes. */
    public static final int WANTED = 2;

    private TwoPeople() {}

    /** Whether they are enough; somebody who says it twice is one. */
    public static boolean are(Set<PersonId> people) {
        return people.size() >= WANTED;
    }

    /** {@code jlin and mharper}, in alphabetical order. */
    static String names(Set<PersonId> people) {
        return people.stream().map(PersonId::value).sorted().collect(Collectors.joining(" and "));
    }

    /** Why {@code people} cannot cancel or waive {@code entry}; empty: they can. */
    public static Optional<String> againstEnding(Entry entry, Set<PersonId> people) {
        if (entry.kind() != EntryKind.LIMITATION || are(people)) {
            return Optional.empty();
        }
        return Optional.of(
                entry.title() + " [" + entry.id() + "] is a last day to sue, which no single person can switch off: "
                        + said(people) + "; a second person must say so too");
    }

    /** {@code only jlin says so}, or {@code nobody says so}. */
    static String said(Set<PersonId> people) {
        return people.isEmpty() ? "nobody says so" : "only " + names(people) + " says so";
    }
}
