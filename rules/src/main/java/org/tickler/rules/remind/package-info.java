/**
 * Step 3, plan: entries, ladders and people become reminders.
 */
@NullMarked
package org.tickler.rules.remind;

import org.jspecify.annotations.NullMarked;
