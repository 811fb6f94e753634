package org.tickler.rules.lang;

import java.util.List;
import org.tickler.rules.remind.Ladder;

/** Which ladder an entry has: exactly one, or a reason why none. */
public sealed interface LadderChoice {
    /** The most specific of those that cover it. */
    record Chosen(Ladder ladder) implements LadderChoice {}

    /** No ladder covers it. */
    record None() implements LadderChoice {}

    /** Several cover it and none is more specific than all others; their ids, in the order of the files. */
    record Tie(List<String> ladders) implements LadderChoice {
        public Tie {
            ladders = List.copyOf(ladders);
        }
    }
}
