/**
 * The ops port: whether the daemon lives, whether it is ready, what it counts, and how it is told to read the home again.
 * It shows step 9 of the flow, watch, to the programs that watch the daemon.
 */
@NullMarked
package org.tickler.daemon.ops;

import org.jspecify.annotations.NullMarked;
