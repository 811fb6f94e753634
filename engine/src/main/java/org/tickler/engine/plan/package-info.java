/**
 * Step 4, reconcile: the schedule that is derived and the one that is stored become equal again, by the difference of the
 * two and in one transaction with its audit records. Every change of facts or rules goes this one way.
 */
@NullMarked
package org.tickler.engine.plan;

import org.jspecify.annotations.NullMarked;
