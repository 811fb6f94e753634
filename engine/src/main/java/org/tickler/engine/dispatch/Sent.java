package org.tickler.engine.dispatch;

import java.util.Optional;

/**
 * What came of one bundle that was ready to be sent.
 *
 * @param attempt the number of the attempt that was written down; empty: none was
 * @param tried whether the network was touched
 */
record Sent(Bundle bundle, String address, Optional<Long> attempt, Outcome outcome, boolean tried) {}
