/**
 * Step 6 of the flow: what was claimed goes through a row of stages, one file each: still wanted, allowed to see, hours,
 * fold together, channel, throttle, send, record. Each decision is a value with its reason.
 */
@NullMarked
package org.tickler.engine.dispatch;

import org.jspecify.annotations.NullMarked;
