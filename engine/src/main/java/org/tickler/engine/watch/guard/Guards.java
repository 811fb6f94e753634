package org.tickler.engine.watch.guard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.book.ActiveBook;
import org.tickler.engine.store.EntryStore;
import org.tickler.engine.store.GuardStore;
import org.tickler.engine.store.MatterStore;
import org.tickler.engine.store.PersonStore;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.firm.Matter;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.guard.Finders;
import org.tickler.rules.guard.Finding;
import org.tickler.rules.guard.Guard;

/** Reads what the finders need, and finds. It writes nothing. */
final class Guards {
    private static final int AT_ONCE = 200;

    private Guards() {}

    /** What each of these guards finds in the handle's snapshot, in their order. */
    static Map<Guard, List<Finding>> find(Handle handle, ActiveBook book, List<Guard> guards, Instant now) {
        Map<Guard, List<Finding>> found = new LinkedHashMap<>();
        guards.forEach(guard -> found.put(guard, new ArrayList<>()));
        Finders finders = new Finders(
                book.rulebook().law(),
                book.calendars(),
                PersonStore.all(handle),
                now.atZone(book.firm().zone()).toLocalDate(),
                GuardStore.dead(handle));
        guards.forEach(guard -> found.getOrDefault(guard, new ArrayList<>()).addAll(finders.ofPeople(guard)));
        List<MatterId> ids = MatterStore.ids(handle);
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<MatterId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            Map<MatterId, List<Entry>> entries = EntryStore.ofMatters(handle, some);
            for (Matter matter : MatterStore.find(handle, some)) {
                List<Entry> here = entries.getOrDefault(matter.id(), List.of());
                found.forEach((guard, list) -> list.addAll(finders.of(guard, matter, here)));
            }
        }
        return found;
    }
}
