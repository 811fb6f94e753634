package org.tickler.engine.store;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.tickler.rules.docket.EntryId;

/** What looks wrong about entries, and who was asked. */
public final class QuestionStore {
    private QuestionStore() {}

    /**
     * Settles the open questions of one code about an entry.
     *
     * @param as what was decided, in words
     * @return how many were open
     */
    public static int settle(Handle handle, EntryId entry, String code, String who, String as, Instant at) {
        return handle.createUpdate("""
                        UPDATE question SET settled_at = :at, settled_by = :who, settled_as = :as
                        WHERE entry = :entry AND code = :code AND settled_at IS NULL""")
                .bind("at", at)
                .bind("who", who)
                .bind("as", as)
                .bind("entry", entry.value())
                .bind("code", code)
                .execute();
    }
}
