package org.tickler.rules.checkup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tickler.rules.checkup.MatterRow.Reference;
import org.tickler.rules.pack.Pack;

/**
 * The rows of one matter, found by what they name: a matter may have thousands, and each may be held against all that have to
 * do with it, but not against all. Immutable.
 */
final class MatterRows {
    private final List<MatterRow> all;
    private final Map<String, List<MatterRow>> named = new HashMap<>();

    MatterRows(List<MatterRow> rows) {
        this.all = List.copyOf(rows);
        for (MatterRow row : all) {
            row.names().stream()
                    .map(Reference::id)
                    .distinct()
                    .forEach(id -> named.computeIfAbsent(id, unseen -> new ArrayList<>())
                            .add(row));
        }
    }

    /** In the sheet's order. */
    List<MatterRow> all() {
        return all;
    }

    /** Those that name that rule or event of the pack, surely or probably, in the sheet's order. */
    List<MatterRow> naming(Pack pack, String name) {
        return named.getOrDefault(pack.id() + "/" + name, List.of());
    }
}
