package org.tickler.engine.sheet;

import java.util.List;

/** Gives a part of a sheet. Each kind of sheet has its row of these in {@link SheetSources}. */
@FunctionalInterface
interface SheetSource {
    /** The sections for one reader, in their order; none where there is nothing to say. */
    List<SheetSection> sections(SheetCall call);
}
