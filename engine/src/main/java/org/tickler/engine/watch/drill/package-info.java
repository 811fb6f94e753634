/** Step 9 of the flow: fire drills. A drill climbs the real ladder by the real way, and every message says that it is one. */
@NullMarked
package org.tickler.engine.watch.drill;

import org.jspecify.annotations.NullMarked;
