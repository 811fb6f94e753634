package org.tickler.engine.docket;

import java.util.Optional;

/**
 * How files are loaded.
 *
 * @param source whose rows they are; empty: the mapping's name, which without a mapping is {@code docket}
 * @param complete the files hold every row of the source: of one that is missing its owner is asked
 * @param dryRun only say what would happen
 * @param who loads: a person's id, or the name of what does
 */
public record LoadOptions(Optional<String> source, Mapping mapping, boolean complete, boolean dryRun, String who) {
    /** Our own form, from the source {@code docket}. */
    public static LoadOptions by(String who) {
        return new LoadOptions(Optional.empty(), Mapping.NONE, false, false, who);
    }

    /** The same, from another source. */
    public LoadOptions from(String named) {
        return new LoadOptions(Optional.of(named), mapping, complete, dryRun, who);
    }

    /** The same, by a mapping. */
    public LoadOptions with(Mapping by) {
        return new LoadOptions(source, by, complete, dryRun, who);
    }

    /** The same; the files hold every row of the source. */
    public LoadOptions completely() {
        return new LoadOptions(source, mapping, true, dryRun, who);
    }

    /** The same, changing nothing. */
    public LoadOptions dry() {
        return new LoadOptions(source, mapping, complete, true, who);
    }

    String sourceName() {
        return source.orElse(mapping.name());
    }
}
