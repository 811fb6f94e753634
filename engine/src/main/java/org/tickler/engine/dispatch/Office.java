package org.tickler.engine.dispatch;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.tickler.engine.book.ActiveBook;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.PersonId;
import org.tickler.rules.remind.AnswerClock;
import org.tickler.rules.remind.Rung;
import org.tickler.rules.remind.StepClock;
import org.tickler.rules.remind.TimeSpan;

/**
 * What dispatch needs to know of the firm.
 *
 * @param lastResort who is told when nobody else could be
 * @param answers how long an answer may take
 * @param words the words that a rung names as its own
 * @param useful until when an answer is of use
 */
public record Office(String firm, PersonId lastResort, AnswerTime answers, RungWords words, UsefulTime useful) {
    /** As the book says that is active. */
    public static Office of(ActiveBook book) {
        return new Office(
                book.firm().name(),
                book.firm().lastResort(),
                (sent, within, zone) -> AnswerClock.deadline(sent, within, book.firm(), book.calendars(), zone),
                (ladder, rung) -> book.rulebook()
                        .ladder(ladder)
                        .flatMap(one -> one.rung(rung))
                        .flatMap(Rung::template),
                (entry, ladder) -> new StepClock(book.firm(), book.calendars())
                        .lastUseful(
                                entry,
                                book.rulebook()
                                        .ladder(ladder)
                                        .map(one -> one.effort(entry))
                                        .orElse(entry.details().effort())));
    }

    /** Counts the time to answer, by the firm's hours and calendars. */
    @FunctionalInterface
    public interface AnswerTime {
        /** The instant at which {@code within}, counted from {@code sent}, is over for a reader in {@code zone}. */
        Instant until(Instant sent, TimeSpan within, ZoneId zone);
    }

    /** Knows the last moment at which the work of an entry can still be begun. */
    @FunctionalInterface
    public interface UsefulTime {
        /** Empty where nobody says how much work it is. */
        Optional<Instant> last(Entry entry, String ladder);
    }

    /** Knows which words of its own a rung has. */
    @FunctionalInterface
    public interface RungWords {
        /** The name of a template; empty where the rung names none, or is gone. */
        Optional<String> template(String ladder, String rung);
    }
}
