package org.tickler.engine.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.tickler.engine.audit.Chain;
import org.tickler.engine.store.AuditStore;
import org.tickler.engine.store.DossierStore;
import org.tickler.engine.store.Json;

/**
 * A row of the audit in its place of the chain, as evidence shows it.
 *
 * @param text one line of JSON
 * @param complete whether its hash can be reckoned from the line
 */
record AuditLine(String text, boolean complete) {

    /** @param details whether what the row says in full may be shown; else it shows who did what sort of thing when */
    static AuditLine of(DossierStore.Chained chained, boolean details) {
        AuditStore.Numbered row = chained.row();
        ObjectNode line = Json.object();
        line.put("place", chained.link().place());
        line.put("before", chained.before().orElse(Chain.BEFORE_THE_FIRST));
        line.put("hash", chained.link().hash());
        ObjectNode shown = (ObjectNode) Json.read(row.canonical());
        if (!details) {
            shown.remove("detail");
        }
        line.set("row", shown);
        JsonNode safe = Redaction.of(line);
        return new AuditLine(Json.write(safe), details && safe.equals(line));
    }
}
