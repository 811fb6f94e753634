/** Step 5 of the flow: what is due is claimed, by one process at a time, and handed to dispatch. */
@NullMarked
package org.tickler.engine.due;

import org.jspecify.annotations.NullMarked;
