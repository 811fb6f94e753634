package org.tickler.engine.docket;

import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import org.tickler.engine.docket.Act.DateGiven;
import org.tickler.rules.docket.EntryKind;

/**
 * One date of an order, as a person names it.
 *
 * @param place where the person wrote it, such as {@code ecf34.csv:3}
 * @param name an entry's id, the rule that derived it ({@code us-frcp/answer} or {@code answer}), or its title
 * @param added what is not on the docket yet, whose title {@code name} then is; empty: it is there
 */
public record OrderedDate(String place, String name, Optional<New> added, DateGiven date) {
    /**
     * Something that is not on the docket yet.
     *
     * @param event what it is as a trigger, such as {@code trial}; empty: nothing follows from it by the rules of courts
     */
    public record New(EntryKind kind, Optional<String> event) {}

    /** The same, written at {@code other}. */
    OrderedDate at(String other) {
        return new OrderedDate(other, name, added, date);
    }

    /**
     * The date that a person wrote: {@code 2027-03-12}, with its hour, {@code 2027-03-12T10:00}, or its weekday,
     * {@code Fri 2027-03-12}, which must be right.
     *
     * @throws IllegalArgumentException if it is none; the message says what was expected
     */
    public static DateGiven date(String text) {
        DateForm.Given given = DateForm.ISO
                .day(text.strip())
                .orElseThrow(() -> new IllegalArgumentException("expected a date such as " + DateForm.ISO.dayExample()
                        + ", 2026-03-10T09:30 or Tue 2026-03-10, but was \"" + text + "\""));
        given.weekday().filter(day -> day != given.day().getDayOfWeek()).ifPresent(day -> {
            throw new IllegalArgumentException("\"" + text + "\": " + given.day() + " is a "
                    + given.day().getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                    + "; look at the order again");
        });
        return new DateGiven(Optional.of(given.day()), given.time(), Optional.empty());
    }
}
