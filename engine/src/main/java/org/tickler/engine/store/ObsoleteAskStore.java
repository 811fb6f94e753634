package org.tickler.engine.store;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The asks that nobody needs to answer any more, because their entry is over or has another date. */
public final class ObsoleteAskStore {
    private static final String OVER = "('done', 'waived', 'cancelled', 'superseded')";
    private static final String REMINDS = "('proposed', 'open', 'provisional', 'claimed')";
    private static final String WHY = """
            CASE WHEN e.status IN ('cancelled', 'superseded', 'waived', 'done', 'stayed') THEN 'the entry is ' || e.status
                WHEN e.revision > a.revision THEN 'the entry has a newer date'
                ELSE 'the entry is ' || e.status END""";
    /** A question is also asked of what does not remind yet. */
    private static final String MOOT = "(e.revision > a.revision OR a.purpose = 'question' AND e.status IN " + OVER
            + " OR a.purpose IN ('rung', 'escalation', 'call', 'rejected', 'passed-on') AND e.status NOT IN " + REMINDS
            + ")";

    private static final String CLOSE = """
            UPDATE ask a SET state = 'closed', reason = %s
            FROM entry e
            WHERE a.entry = e.id AND a.matter = ANY(:matters) AND a.state IN ('open', 'escalated') AND %s""".formatted(WHY, MOOT);
    private static final String CLOSE_UNSENT = """
            UPDATE ask a SET state = 'closed', reason = 'none of its reminders goes out'
            WHERE a.matter = ANY(:matters) AND a.state = 'open' AND a.first_sent_at IS NULL AND NOT EXISTS (
                SELECT FROM reminder r WHERE r.ask = a.id AND r.state NOT IN ('withdrawn', 'suppressed'))""";
    private static final String REOPEN = """
            UPDATE ask a SET state = 'open', reason = NULL
            WHERE a.matter = ANY(:matters) AND a.state = 'closed' AND a.first_sent_at IS NULL AND a.answer IS NULL
                AND EXISTS (SELECT FROM reminder r WHERE r.ask = a.id AND r.state IN ('planned', 'held'))""";

    private ObsoleteAskStore() {}

    /**
     * Closes the asks that are moot or that no reminder puts any more, and opens those that one puts again. Running it
     * again changes nothing.
     */
    public static void settle(Handle handle, Collection<?> matters) {
        String[] ids = TextArray.of(matters);
        for (String sql : List.of(REOPEN, CLOSE, CLOSE_UNSENT)) {
            handle.createUpdate(sql).bind("matters", ids).execute();
        }
    }
}
