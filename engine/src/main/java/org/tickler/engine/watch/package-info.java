/**
 * Step 9 of the flow: code that shares nothing with the sweeps looks whether what should have happened did, and says so
 * where it did not.
 */
@NullMarked
package org.tickler.engine.watch;

import org.jspecify.annotations.NullMarked;
