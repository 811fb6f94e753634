package org.tickler.engine.dispatch;

import org.tickler.engine.store.DueReminder;

/** A stage that judges each reminder for itself. It reads facts, and neither clock nor store. */
interface Stage {
    Verdict judge(DueReminder reminder, Facts facts);
}
