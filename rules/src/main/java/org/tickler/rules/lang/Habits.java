package org.tickler.rules.lang;

import java.util.List;
import java.util.stream.Stream;
import org.tickler.rules.check.Checks;
import org.tickler.rules.matteract.MatterActRule;

/**
 * What the house does beside reminding of single entries, as its rule files state it, in the order of the files.
 *
 * @param checks which entries two people must look at, and what makes one done
 * @param matterActs what acts on whole matters suspend and open
 */
public record Habits(Checks checks, List<MatterActRule> matterActs) {
    /** None at all. */
    public static final Habits NONE = new Habits(Checks.NONE, List.of());

    public Habits {
        matterActs = List.copyOf(matterActs);
    }

    /** Each of them in a form that can be compared: two that are alike do the same. */
    Stream<String> canonical() {
        return Stream.concat(
                checks.all().stream().map(Canonical::of), matterActs.stream().map(Canonical::of));
    }
}
