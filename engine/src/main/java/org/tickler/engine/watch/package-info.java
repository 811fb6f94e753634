/**
 * Step 9 of the flow, watch: how the firm's engine stands, so that nothing that was to be told lies somewhere unseen.
 */
@NullMarked
package org.tickler.engine.watch;

import org.jspecify.annotations.NullMarked;
