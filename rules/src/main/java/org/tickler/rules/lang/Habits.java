package org.tickler.rules.lang;

import java.util.List;
import java.util.stream.Stream;
import org.tickler.rules.matteract.MatterActRule;

/**
 * What the house does beside reminding of single entries, as its rule files state it, in the order of the files.
 *
 * @param matterActs what acts on whole matters suspend and open
 */
public record Habits(List<MatterActRule> matterActs) {
    /** None at all. */
    public static final Habits NONE = new Habits(List.of());

    public Habits {
        matterActs = List.copyOf(matterActs);
    }

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return matterActs.stream().map(Canonical::of);
    }
}
