package org.tickler.engine.audit;

import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.Json;
import org.tickler.rules.docket.EntryId;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.firm.PersonId;

/** Writes audit rows. They stand if the transaction stands: what happened and its record are never apart. */
public final class Audit {
    private Audit() {}

    /** Writes one row in the handle's transaction. */
    public static void record(Handle handle, AuditRecord record) {
        record(handle, List.of(record));
    }

    /** Writes rows in the handle's transaction, in their order. */
    public static void record(Handle handle, Collection<AuditRecord> records) {
        AuditStore.add(handle, records.stream().map(Audit::row).toList());
    }

    private static AuditStore.Row row(AuditRecord record) {
        return new AuditStore.Row(
                record.at(),
                record.who(),
                record.act(),
                new AuditStore.About(
                        record.matter().map(MatterId::value),
                        record.entry().map(EntryId::value),
                        record.person().map(PersonId::value)),
                Json.tree(record.detail()));
    }
}
