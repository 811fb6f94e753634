package org.tickler.rules.docket;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.tickler.rules.docket.Instruction.Terms;
import org.tickler.rules.firm.PersonId;

/**
 * Where the instructions about one entry leave it.
 *
 * @param date the one whose date stands in place of the rule's; empty: the rule's does
 * @param verifiedBy who found {@code date} right beside the person who gave it
 * @param asked the extension that is asked for and neither granted nor refused
 * @param last the one that last set a date or gave it back to the rule; empty: none did
 * @param replaced the date that the entry had before one was set in its place, also once that is given back; empty: none
 *     was set, or it waited
 */
public record Standing(
        Optional<Instruction> date,
        Optional<PersonId> verifiedBy,
        Optional<Instruction> asked,
        Optional<Instruction> last,
        Optional<LocalDate> replaced) {
    /** Nothing was said. */
    public static final Standing BY_RULE =
            new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Where these instructions, all about one entry and the first one first, leave it. */
    public static Standing of(List<Instruction> instructions) {
        Deque<Said> history = new ArrayDeque<>();
        history.push(new Said(Instant.MIN, BY_RULE));
        for (Instruction instruction : instructions) {
            if (instruction.what() == Instruction.What.UNDONE) {
                Instant last = history.peek().at();
                while (history.size() > 1 && history.peek().at().equals(last)) {
                    history.pop();
                }
                Said before = history.pop();
                history.push(new Said(before.at(), before.standing().undone(instruction)));
            } else {
                history.push(
                        new Said(instruction.at(), history.peek().standing().after(instruction)));
            }
        }
        return history.peek().standing();
    }

    /** Where what was said at an instant, and all before it, left the entry. */
    private record Said(Instant at, Standing standing) {}

    private Standing undone(Instruction by) {
        return new Standing(date, verifiedBy, asked, Optional.of(by), replaced);
    }

    private Standing after(Instruction next) {
        return switch (next.what()) {
            case ORDERED, EXTENDED, CHOSEN -> set(next);
            case EXTENSION_ASKED -> new Standing(date, verifiedBy, Optional.of(next), last, replaced);
            case EXTENSION_REFUSED -> new Standing(date, verifiedBy, Optional.empty(), last, replaced);
            case BY_RULE ->
                new Standing(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(next), replaced);
            case CANCEL_ASKED,
                    PLEADING_SEEN,
                    DIFFERED,
                    CLAIMED,
                    CONFIRMED,
                    REJECTED,
                    WAIVED,
                    REOPENED,
                    STAYED,
                    LIFTED,
                    UNDONE -> this;
            case VERIFIED -> new Standing(date, date.map(set -> next.by()), asked, last, replaced);
        };
    }

    private Standing set(Instruction next) {
        return isSaidAgain(next)
                ? new Standing(
                        date.map(set -> set.whileTriggerOn(next.basis().trigger())),
                        verifiedBy,
                        Optional.empty(),
                        last,
                        replaced)
                : new Standing(
                        Optional.of(next),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(next),
                        date.isPresent() ? replaced : next.basis().entry());
    }

    /** Whether it says of an entry on the date that was set what was said already: nothing changes but the trigger's date under which it does. */
    private boolean isSaidAgain(Instruction next) {
        return date.filter(set -> set.what() == next.what() && set.terms().equals(next.terms()))
                .filter(set -> set.terms().day().equals(next.basis().entry()))
                .isPresent();
    }

    /** When a date was last set or given back to the rule; empty: never. */
    public Optional<Instant> since() {
        return last.map(Instruction::at);
    }

    /** Whether {@code source} set a date that no second person has found right. */
    public boolean isUnverifiedBy(String source) {
        return isUnverified()
                && date.flatMap(set -> set.terms().source())
                        .filter(source::equalsIgnoreCase)
                        .isPresent();
    }

    /** Whether {@code entry} is on the date that was set last: one that was entered may have been moved since. */
    public boolean isOf(Entry entry) {
        Optional<When.AllDay> now = Terms.of(entry.when(), Optional.empty()).date();
        Optional<When.AllDay> set = date.flatMap(said -> said.terms().date());
        return set.map(When.AllDay::day).equals(now.map(When.AllDay::day))
                && set.flatMap(When.AllDay::hour).equals(now.flatMap(When.AllDay::hour));
    }

    /** Whether a date is set that no second person has found right. */
    public boolean isUnverified() {
        return date.isPresent() && verifiedBy.isEmpty();
    }
}
