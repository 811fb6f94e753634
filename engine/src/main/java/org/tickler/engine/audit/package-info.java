/**
 * Proof of what happened. It stands beside the ten steps: each writes its audit rows in the transaction of the act, and
 * the hash chain is made behind them.
 */
@NullMarked
package org.tickler.engine.audit;

import org.jspecify.annotations.NullMarked;
