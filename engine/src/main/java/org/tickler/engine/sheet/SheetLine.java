package org.tickler.engine.sheet;

import java.util.Optional;
import org.tickler.rules.firm.MatterId;
import org.tickler.rules.remind.AskId;

/**
 * One line of a sheet.
 *
 * @param matter that it tells of: who may not see that one is not shown the line; empty: it tells of none
 * @param when its date or hour, in words; may be empty
 * @param about the matter in words; may be empty
 * @param what it is
 * @param note what else belongs to it; may be empty
 * @param reply how it can be answered; empty: it cannot
 */
public record SheetLine(
        Optional<MatterId> matter, String when, String about, String what, String note, Optional<Reply> reply) {

    /** By which code an ask can be answered; its link is made when the sheet leaves. */
    public record Reply(AskId ask, String code) {}

    /** A line of no matter. */
    public static SheetLine of(String what, String note) {
        return of(Optional.empty(), what, note);
    }

    /** A line that names a matter, and tells of none of its entries. */
    static SheetLine of(Optional<MatterId> matter, String what, String note) {
        return new SheetLine(matter, "", "", what, note, Optional.empty());
    }
}
