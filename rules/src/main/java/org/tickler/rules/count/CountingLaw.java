package org.tickler.rules.count;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.CalendarId;

/**
 * How one court system counts.
 *
 * @param calendar whose days it counts where no court is named
 * @param texts in the order of time; never empty, and none overlaps another
 */
public record CountingLaw(LawId id, String title, CalendarId calendar, List<LawText> texts) {
    public CountingLaw {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("the law " + id + " needs a text, but had none");
        }
    }

    /** The text that is law today: the last. */
    public LawText current() {
        return texts.getLast();
    }

    /** The text that was law on {@code day}; empty where this library has none of that time. */
    public Optional<LawText> on(LocalDate day) {
        return texts.stream().filter(text -> text.holdsOn(day)).findFirst();
    }
}
