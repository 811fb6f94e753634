package org.tickler.rules.pack;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.tickler.calendars.holiday.Validity;
import org.tickler.calendars.text.Span;
import org.tickler.rules.count.Authority;
import org.tickler.rules.count.LawId;
import org.tickler.rules.count.Period;
import org.tickler.rules.count.Roll;
import org.tickler.rules.docket.EntryKind;

/**
 * One deadline of one rule of court, as one of its texts has it.
 *
 * @param id what it is called in its pack; texts of other times have the same
 * @param trigger the event, or the id of the rule, that sets it going
 * @param notBefore the act is not permitted earlier than this
 * @param at where it stands in its file
 */
public record CourtRule(
        String id,
        Act act,
        String trigger,
        Optional<Condition> condition,
        DueRule due,
        Optional<Period> notBefore,
        Counting counting,
        Movement movement,
        Source source,
        List<Example> examples,
        Span at) {
    public CourtRule {
        examples = List.copyOf(examples);
    }

    /**
     * What is to be done.
     *
     * @param duty whose act it is
     * @param silence what follows if it is not done; a sentence
     */
    public record Act(String title, EntryKind kind, Duty duty, Optional<String> silence) {}

    /** That a fact of the matter holds, or does not. */
    public record Condition(String fact, boolean holds) {
        @Override
        public String toString() {
            return (holds ? "" : "not ") + fact;
        }
    }

    /**
     * How it is counted, where other than by the pack's law.
     *
     * @param serviceDays whether days are added for the way in which the trigger's paper was served
     * @param firstPermitted whether the date is the first permitted one, not the last
     * @param mondayNext whether it runs to the Monday next at ten (Tex. R. Civ. P. 99(b))
     * @param hour the last hour of the day, where the rule itself sets one
     * @param fromLastDay whether, where it follows from another rule, it runs from that one's last day, whenever the act was done
     */
    public record Counting(
            Optional<LawId> law,
            boolean serviceDays,
            Optional<Boolean> clear,
            Optional<Roll> roll,
            boolean firstPermitted,
            boolean mondayNext,
            Optional<LocalTime> hour,
            boolean fromLastDay) {}

    /**
     * What moves it.
     *
     * @param enlarge whether the court may enlarge it
     * @param enlargeCite where that is written; empty: nowhere
     * @param restarts events after the trigger from which it runs anew
     */
    public record Movement(
            WhenTriggerMoves whenTriggerMoves, boolean enlarge, Optional<String> enlargeCite, List<Restart> restarts) {
        public Movement {
            restarts = List.copyOf(restarts);
        }
    }

    /** An event from which a period runs anew, and where that is written. */
    public record Restart(String on, String cite) {}

    /**
     * Where the rule is written.
     *
     * @param validity the days on which this text is law, by the trigger's date
     * @param unchecked why nobody has compared it with that text; empty: somebody has
     * @param overlaid the overlay that has it; empty: the pack itself does
     */
    public record Source(
            Authority authority, Validity validity, Optional<String> unchecked, Optional<Overlaid> overlaid) {
        /** The same text, law on other days. */
        Source on(Validity days) {
            return new Source(authority, days, unchecked, overlaid);
        }

        Source of(Overlaid overlay) {
            return new Source(authority, validity, unchecked, Optional.of(overlay));
        }
    }

    /**
     * The overlay that a rule is from.
     *
     * @param overlay its name
     * @param inPlaceOf the citation of what the rule stands in place of; empty: of nothing
     */
    public record Overlaid(String overlay, String title, LocalDate version, Optional<String> inPlaceOf) {}

    /** One worked example. */
    public record Example(TriggerFacts facts, Expected expected, String source, Span at) {}

    /**
     * What an example comes to.
     *
     * @param due a date, or a date-time where an hour is due
     */
    public record Expected(String due, Optional<LocalDate> notBefore) {}

    /** The same rule from another source. */
    CourtRule from(Source other) {
        return new CourtRule(id, act, trigger, condition, due, notBefore, counting, movement, other, examples, at);
    }

    /** Whether somebody has compared it with its text. */
    public boolean isChecked() {
        return source.unchecked().isEmpty();
    }
}
