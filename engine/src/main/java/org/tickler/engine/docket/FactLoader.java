package org.tickler.engine.docket;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.docket.LoadReport.Item;
import org.tickler.engine.docket.LoadReport.Sort;
import org.tickler.engine.docket.LoadReport.Tally;
import org.tickler.engine.store.SourceStore;
import org.tickler.engine.store.SourceStore.Said;

/** Loads people or matters, which are rows by id, by the truth rules. */
final class FactLoader {
    private final SourceStore.Kind kind;
    private final String source;
    private final Tally tally = new Tally();
    private final List<String> changed = new ArrayList<>();

    FactLoader(SourceStore.Kind kind, String source) {
        this.kind = kind;
        this.source = source;
    }

    /**
     * Loads them in the handle's transaction.
     *
     * @param says what the source says of each id
     * @param stored what is stored of those that there are
     * @param save stores one, and says whether anything changed
     */
    void load(
            Handle handle,
            Map<String, ObjectNode> says,
            Map<String, ObjectNode> stored,
            BiPredicate<String, ObjectNode> save,
            Instant at) {
        Map<String, Said> before = SourceStore.find(handle, source, kind, says.keySet());
        List<Said> said = new ArrayList<>();
        says.forEach((id, now) -> {
            Said former = before.get(id);
            ObjectNode here = stored.get(id);
            if (former != null && former.said().equals(now)) {
                tally.count(Sort.SAME);
                return;
            }
            said.add(new Said(id, id, now));
            if (here == null) {
                tally.count(Sort.NEW);
                keep(id, now, save);
            } else {
                FactMerge merge = FactMerge.of(former == null ? here : former.said(), now, here);
                merge.conflicts()
                        .forEach(why ->
                                tally.list(new Item(Sort.SUSPICIOUS, source, 0, Optional.empty(), id + ": " + why)));
                tally.count(Sort.CHANGED);
                keep(id, merge.merged(), save);
            }
        });
        SourceStore.put(handle, source, kind, said, at);
        missing(handle, says);
    }

    /** The ids of those that are stored otherwise than before. */
    List<String> changed() {
        return List.copyOf(changed);
    }

    LoadReport report() {
        return tally.report(source, false, Optional.empty());
    }

    private void keep(String id, ObjectNode body, BiPredicate<String, ObjectNode> save) {
        if (save.test(id, body)) {
            changed.add(id);
        }
    }

    private void missing(Handle handle, Map<String, ObjectNode> says) {
        List<String> absent = SourceStore.idsAfter(handle, source, kind, "", Integer.MAX_VALUE).stream()
                .filter(id -> !says.containsKey(id))
                .toList();
        tally.count(Sort.MISSING, absent.size());
        for (String id : absent) {
            tally.list(new Item(
                    Sort.NOTE, source, 0, Optional.empty(), id + " is no longer in the file; nothing was removed"));
        }
    }
}
