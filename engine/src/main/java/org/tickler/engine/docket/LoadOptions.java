package org.tickler.engine.docket;

import java.util.Optional;
import org.tickler.rules.firm.PersonId;

/**
 * How files are loaded.
 *
 * @param source whose rows they are; empty: the mapping's name, which without a mapping is {@code docket}
 * @param complete the files hold every row of the source: of one that is missing its owner is asked
 * @param dryRun only say what would happen
 * @param who loads: a person's id, or the name of what does
 * @param viewer as whom it looks: a matter that this person may not see is not there; empty: the firm itself loads
 */
public record LoadOptions(
        Optional<String> source,
        Mapping mapping,
        boolean complete,
        boolean dryRun,
        String who,
        Optional<PersonId> viewer) {
    /** Our own form, from the source {@code docket}. */
    public static LoadOptions by(String who) {
        return new LoadOptions(Optional.empty(), Mapping.NONE, false, false, who, Optional.empty());
    }

    /** The same, from another source. */
    public LoadOptions from(String named) {
        return new LoadOptions(Optional.of(named), mapping, complete, dryRun, who, viewer);
    }

    /** The same, by a mapping. */
    public LoadOptions with(Mapping by) {
        return new LoadOptions(source, by, complete, dryRun, who, viewer);
    }

    /** The same; the files hold every row of the source. */
    public LoadOptions completely() {
        return new LoadOptions(source, mapping, true, dryRun, who, viewer);
    }

    /** The same, changing nothing. */
    public LoadOptions dry() {
        return new LoadOptions(source, mapping, complete, true, who, viewer);
    }

    String sourceName() {
        return source.orElse(mapping.name());
    }
}
