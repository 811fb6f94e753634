package org.tickler.rules.matteract;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tickler.rules.docket.EntryKind;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.docket.MatterAct.Sort;
import org.tickler.rules.remind.Match;
import org.tickler.rules.remind.TimeSpan;

/**
 * What an act on a whole matter does, as the firm's rules state it.
 *
 * @param match the matters that it is for; it names no kinds, events or courts
 * @param suspends the kinds of entries that become stayed; empty: every kind
 * @param survives the kinds that do not, whatever {@code suspends} says
 * @param opens what comes on the matter by it, in the order of the file
 * @param secondPerson whether it takes effect only when another person confirms it
 */
public record MatterActRule(
        String id,
        Sort act,
        Match match,
        Set<EntryKind> suspends,
        Set<EntryKind> survives,
        List<Opens> opens,
        boolean secondPerson) {
    private static final Match EVERY_MATTER = new Match(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    public MatterActRule {
        suspends = Set.copyOf(suspends);
        survives = Set.copyOf(survives);
        opens = List.copyOf(opens);
    }

    /**
     * Something new that has to be done because of the act.
     *
     * @param due how long after the day of the act
     * @param owner a person's id or a role's name
     * @param ifFact only where the matter has this fact; empty: in any case
     */
    public record Opens(
            String id, String title, EntryKind kind, TimeSpan due, Optional<String> owner, Optional<String> ifFact) {
        public Opens {
            if (due.unit().ofClock()) {
                throw new IllegalArgumentException("what opens is due days or longer after, but was: " + due);
            }
        }
    }

    /**
     * What holds where the firm has no rule: a stay and a closing suspend whatever can be suspended. What a settlement leaves to
     * be done only the firm can say, so that for it there is none.
     */
    public static Optional<MatterActRule> builtIn(Sort act) {
        return act == Sort.SETTLE
                ? Optional.empty()
                : Optional.of(new MatterActRule(
                        MatterAct.Reach.BUILT_IN, act, EVERY_MATTER, Set.of(), Set.of(), List.of(), false));
    }

    /** The kinds that it suspends: never a last day to sue, and never what happened, from which others are counted. */
    public Set<EntryKind> kinds() {
        Set<EntryKind> kinds = EnumSet.allOf(EntryKind.class);
        if (!suspends.isEmpty()) {
            kinds.retainAll(suspends);
        }
        kinds.removeAll(survives);
        kinds.remove(EntryKind.LIMITATION);
        kinds.remove(EntryKind.EVENT);
        return kinds;
    }
}
