package org.tickler.engine.agenda;

import java.util.List;
import java.util.Optional;
import org.tickler.engine.store.ReceiptStore;
import org.tickler.engine.store.StoredRevision;
import org.tickler.rules.docket.Entry;
import org.tickler.rules.docket.Instruction;
import org.tickler.rules.docket.MatterAct;
import org.tickler.rules.firm.Matter;

/// Why an entry is on the docket: itself, then what it was derived from, up to what somebody entered.
///
/// @param matter the matter of them all
/// @param links the entry asked for first; of a derived one the next is its trigger. The last is an entered one, unless
///     its trigger is not there any more
public record Explanation(Matter matter, List<Link> links) {
    public Explanation {
        links = List.copyOf(links);
    }

    /// One entry of the chain.
    ///
    /// @param revisions of its date, the first one first
    /// @param said what people said about it, the first one first
    /// @param receipts those of it, the first one first
    /// @param stayedBy the act on its matter by which it is stayed; empty: none does
    public record Link(
            Entry entry,
            List<StoredRevision> revisions,
            List<Instruction> said,
            List<ReceiptStore.Row> receipts,
            Optional<MatterAct> stayedBy) {
        public Link {
            revisions = List.copyOf(revisions);
            said = List.copyOf(said);
            receipts = List.copyOf(receipts);
        }
    }

    /// The entry that was asked for.
    public Link asked() {
        return links.getFirst();
    }
}
