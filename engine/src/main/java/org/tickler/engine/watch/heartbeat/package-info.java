/**
 * Step 9 of the flow: the heartbeat. A monitor outside the house is told that all is well, and only after a synthetic
 * reminder went the way that every reminder goes.
 */
@NullMarked
package org.tickler.engine.watch.heartbeat;

import org.jspecify.annotations.NullMarked;
